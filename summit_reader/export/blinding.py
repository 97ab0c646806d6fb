"""Taking the outlets out of what is printed: “Outlet 1” for a name, wherever it stands.

Whoever reads blind must not meet the name in a headline, a paraphrase or the words of a take
either. A name is taken out wherever its letters stand as words of their own, even where they mean
something else: too much hidden costs less than one name told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from summit_reader.domain.comparison import Clipping
from summit_reader.domain.take import VoiceKind
from summit_reader.export.authors import authors_of
from summit_reader.export.chain import carrier_named, full_chain
from summit_reader.export.characters import one_line
from summit_reader.export.quotation import Quotation
from summit_reader.text.whole_words import any_of

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ARTICLES = ("The ", "Die ", "Der ", "Das ", "Le ", "La ", "El ", "Il ", "A ", "a ", "an ")
_REPORTER = "reporter"
_SHORTEST = 2
"""Letters of a name that are looked for; one alone stands in every text."""


class Disguise:
    """The outlets of `clippings` under numbers, in the order in which they are met."""

    def __init__(self, clippings: Iterable[Clipping]) -> None:
        self._masks: dict[str, str] = {}
        self._named: dict[str, str] = {}
        for clipping in clippings:
            self._meet(clipping)
        self._pattern = any_of(self._masks)

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        """Each number with the name behind it."""
        return tuple(self._named.items())

    def outlet(self, name: str) -> str:
        """What stands for the outlet or carrier of that name."""
        return self._masks.get(one_line(name), "an outlet")

    def hidden(self, text: str) -> str:
        """`text` with every outlet's name, and every address, replaced in square brackets."""
        bare = _ADDRESS.sub("[link]", text)
        return self._pattern.sub(lambda found: f"[{self._masks[found.group()]}]", bare)

    def chain(self, names: Iterable[str]) -> tuple[str, ...]:
        """The links of a chain, outlets and carriers under their numbers."""
        return tuple(self._masks.get(name) or self.hidden(name) for name in names)

    def quotation(self, quotation: Quotation) -> Quotation:
        """The printed words of a take without names of outlets."""
        return replace(
            quotation,
            label=self.hidden(quotation.label),
            subject=self.hidden(quotation.subject),
            words=self.hidden(quotation.words),
        )

    def _meet(self, clipping: Clipping) -> None:
        take, source = clipping.take, clipping.source
        country = one_line(take.outlet.country)
        self._name(take.outlet.name, told=f" ({country})" if country else "")
        profile = source.metadata.outlet
        for voice in full_chain(take, source):
            if voice.kind is VoiceKind.CARRIER:
                self._name(voice.name, carrier_named(voice.name))
            elif voice.kind is VoiceKind.OUTLET:
                self._name(voice.name)
        self._name(profile.name, *profile.aliases, *profile.domains)
        # Whoever writes for an outlet gives it away.
        own = [voice.name for voice in take.chain if voice.description == take.outlet.name]
        for name in (*own, *(author.in_order for author in authors_of(source.metadata.byline))):
            self._masks.setdefault(one_line(name), _REPORTER)

    def _name(self, name: str, *others: str, told: str = "") -> None:
        """Put the outlet `name`, which goes by the `others` too, under a number of its own."""
        name = one_line(name)
        if not name:
            return
        mask = self._masks.get(name)
        if mask is None:
            mask = f"Outlet {len(self._named) + 1}"
            self._named[mask] = f"{name}{told}"
        for each in (name, *map(one_line, others)):
            bare = next((each[len(one) :] for one in _ARTICLES if each.startswith(one)), each)
            for spelling in (each, bare):
                if len(spelling) >= _SHORTEST:
                    self._masks.setdefault(spelling, mask)
