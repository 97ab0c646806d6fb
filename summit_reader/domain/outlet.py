"""Publishers, as readers know them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    WEBSITE = "website"
    PRESS_REVIEW = "press review"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Label:
    """What the reader says of an outlet, with where and when that was said."""

    axis: str
    value: str
    source: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class OutletRef:
    """Enough of an outlet to name it beside a take. `country` is ISO 3166-1 alpha-2 or empty."""

    id: int
    name: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class OutletProfile:
    """An outlet before it is stored: an entry of the register, or what a text says of one."""

    name: str
    country: str = ""
    language: str = ""
    kind: OutletKind = OutletKind.UNKNOWN
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @property
    def homepage(self) -> str:
        """The address its readers go to first; empty if none is known."""
        return f"https://{self.domains[0]}" if self.domains else ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A stored outlet with all that is known of it; `owner` and `notes` are the reader's words."""

    id: int
    profile: OutletProfile
    labels: tuple[Label, ...] = ()
    owner: str = ""
    notes: str = ""

    @property
    def ref(self) -> OutletRef:
        """The outlet in short."""
        return OutletRef(self.id, self.profile.name, self.profile.country)


@dataclass(frozen=True, slots=True)
class OutletSummary:
    """An outlet with how much of it the library holds, and what lists group it by."""

    outlet: OutletRef
    articles: int
    takes: int
    language: str = ""
    kind: OutletKind = OutletKind.UNKNOWN
    labels: tuple[Label, ...] = ()
    owner: str = ""


@dataclass(frozen=True)
class OutletRegister:
    """The outlets the program knows by name, alias or web address; they come from a file."""

    profiles: tuple[OutletProfile, ...]
    _by_name: dict[str, OutletProfile] = field(init=False, repr=False, compare=False)
    _by_domain: dict[str, OutletProfile] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, OutletProfile] = {}
        by_domain: dict[str, OutletProfile] = {}
        for profile in self.profiles:
            for name in (*profile.aliases, profile.name):
                by_name[_key(name)] = profile
            for domain in profile.domains:
                by_domain.setdefault(domain, profile)
        object.__setattr__(self, "_by_name", by_name)
        object.__setattr__(self, "_by_domain", by_domain)

    def named(self, name: str) -> OutletProfile | None:
        """The outlet with this name or alias, a leading article and case aside."""
        return self._by_name.get(_key(name))

    def at(self, host: str) -> OutletProfile | None:
        """The outlet that publishes under `host`, subdomains included; the closest domain wins."""
        rest = host.casefold().strip(".")
        while rest:
            if rest in self._by_domain:
                return self._by_domain[rest]
            rest = rest.partition(".")[2]
        return None

    def names(self) -> tuple[str, ...]:
        """Every name and alias, longest first, so that the fullest match wins."""
        known = {name for profile in self.profiles for name in (profile.name, *profile.aliases)}
        return tuple(sorted(known, key=lambda name: (-len(name), name)))


def _key(name: str) -> str:
    folded = " ".join(name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    return folded.removeprefix("the ")
