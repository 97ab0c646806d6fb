"""An outlet as its card shows it, what the reader may change there, and what takes that back."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.comparison import Source
from summit_reader.domain.correction import TakeInText
from summit_reader.domain.outlet import Label, Outlet, OutletKind
from summit_reader.domain.take import Take, Voice


@dataclass(frozen=True, slots=True)
class OutletCard:
    """All that the library knows of an outlet.

    `articles`, `points` and `clippings` count its texts, the points it has a take on, and the
    pinned takes of it.
    """

    outlet: Outlet
    takes: tuple[TakeInText, ...]
    articles: int
    points: int
    clippings: int


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What the reader says an outlet is.

    `country` is ISO 3166-1 alpha-2 and `language` ISO 639-1, both empty where unknown; `homepage`
    is a web address with or without its scheme.
    """

    name: str
    country: str = ""
    language: str = ""
    kind: OutletKind = OutletKind.UNKNOWN
    aliases: tuple[str, ...] = ()
    owner: str = ""
    homepage: str = ""
    labels: tuple[Label, ...] = ()
    notes: str = ""

    @classmethod
    def of(cls, outlet: Outlet) -> OutletFacts:
        """What is said of the outlet now."""
        profile = outlet.profile
        return cls(
            profile.name,
            profile.country,
            profile.language,
            profile.kind,
            tuple(alias for alias in profile.aliases if alias != profile.name),
            outlet.owner,
            profile.domains[0] if profile.domains else "",
            outlet.labels,
            outlet.notes,
        )


@dataclass(frozen=True, slots=True)
class Brought:
    """What came to an outlet under a name it took over: texts by fingerprint, takes by number.

    `names` are the other names that came along.
    """

    texts: tuple[str, ...] = ()
    takes: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """All that is kept of an outlet; `is_decided` says that the reader has settled its facts."""

    name: str
    country: str
    language: str
    kind: OutletKind
    domains: tuple[str, ...]
    owner: str
    notes: str
    is_decided: bool
    aliases: tuple[tuple[str, Brought], ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class OutletState:
    """What a step about outlets touches, each with what there was; None where there was nothing.

    `articles` and `takes` say whose they are, `clippings` what the kept copies say.
    """

    outlets: tuple[tuple[int, OutletRecord | None], ...] = ()
    articles: tuple[tuple[int, int], ...] = ()
    takes: tuple[tuple[int, int, tuple[Voice, ...]], ...] = ()
    clippings: tuple[tuple[str, Take, Source], ...] = ()
