"""Names in a text: people, bodies and places, and which full name a part of one belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from summit_reader.domain.outlet import OutletRegister
from summit_reader.text.languages import Language
from summit_reader.text.names.naming import Gender, Name, NameKind, gender_of
from summit_reader.text.names.reader import NameReader
from summit_reader.text.tokens import Paragraph


@dataclass
class Names:
    """All names of a text, by paragraph, and the people among them."""

    language: Language
    register: OutletRegister
    by_paragraph: list[list[Name]] = field(default_factory=list)
    _by_token: list[dict[int, Name]] = field(default_factory=list)
    _fulls: dict[str, Counter[str]] = field(default_factory=dict)
    _genders: dict[str, Gender] = field(default_factory=dict)

    @classmethod
    def of(
        cls, paragraphs: Iterable[Paragraph], language: Language, register: OutletRegister
    ) -> Names:
        """The names in `paragraphs`, which are those of one text."""
        paragraphs = list(paragraphs)
        names = cls(language, register)
        small, inside = _spellings(paragraphs)
        for paragraph in paragraphs:
            reader = NameReader(paragraph, language, register, small, inside)
            names._add(list(reader.names()))
        names._learn()
        return names

    def _learn(self) -> None:
        everywhere = [name for names in self.by_paragraph for name in names]
        for name in everywhere:
            words = name.core.split()
            if name.kind is NameKind.PERSON and len(words) > 1:
                for part in {words[-1], words[0]}:
                    self._fulls.setdefault(part, Counter())[name.core] += 1
                gender = gender_of(words[0], self.language)
                if gender is not None:
                    self._genders.setdefault(name.core, gender)
        for name in everywhere:
            if name.kind is NameKind.PLACE and name.core in self._fulls:
                name.kind = NameKind.PERSON
            if name.gender is not None and name.kind is NameKind.PERSON:
                self._genders[self.full(name.core)] = name.gender

    def read(self, paragraph: Paragraph) -> Paragraph:
        """`paragraph`, a part of one that was read, with its names added under its number."""
        reader = NameReader(paragraph, self.language, self.register, set(), set())
        self._add(list(reader.names()))
        return paragraph

    def learn_gender(self, full: str, gender: Gender) -> None:
        """What pronouns near a name say; a title or a first name outranks it."""
        self._genders.setdefault(full, gender)

    def full(self, core: str) -> str:
        """The full name that `core` is a part of here; `core` itself if there is none.

        A last name goes before a first one; of several the one most often given in full.
        """
        if " " in core:
            return core
        fulls = self._fulls.get(core)
        if not fulls:
            return core
        best = max(fulls, key=lambda full: (full.endswith(core), fulls[full]))
        return str(best)

    def person(self, name: Name) -> str:
        """The full name of the person that `name` stands for: "Mrs Reed" is no Jack Reed."""
        fulls = self.fulls(name.core)
        if name.gender is not None and len(fulls) > 1:
            fitting = [one for one in fulls if self.gender(one) is name.gender]
            if len(fitting) == 1:
                return fitting[0]
        return self.full(name.core)

    def fulls(self, core: str) -> list[str]:
        """All people that `core` can stand for."""
        if " " in core:
            return [core]
        return list(self._fulls.get(core, ())) or [core]

    def is_known(self, core: str) -> bool:
        """Whether `core` is part of a full name in the text."""
        return core in self._fulls

    def gender(self, full: str) -> Gender | None:
        """The gender the text, or the first name, gives a person."""
        return self._genders.get(full) or gender_of(full.split(" ", 1)[0], self.language)

    def ending_at(self, paragraph: Paragraph, after: int) -> Name | None:
        """The name whose last token stands right before `after`."""
        name = self.covering(paragraph, after - 1)
        return name if name is not None and name.after == after else None

    def beginning_at(self, paragraph: Paragraph, first: int) -> Name | None:
        """The name, with its titles, that begins at `first`."""
        name = self.covering(paragraph, first)
        return name if name is not None and name.first == first else None

    def covering(self, paragraph: Paragraph, at: int) -> Name | None:
        """The name that the token `at` is part of."""
        return self._by_token[paragraph.number].get(at)

    def within(self, paragraph: Paragraph, first: int, after: int) -> list[Name]:
        """The names wholly between two tokens."""
        names = self.by_paragraph[paragraph.number]
        begin = bisect_left(names, first, key=lambda name: name.first)
        found = []
        for name in names[begin : begin + after - first]:
            if name.after > after:
                break
            found.append(name)
        return found

    def _add(self, names: list[Name]) -> None:
        self.by_paragraph.append(names)
        self._by_token.append({at: name for name in names for at in range(name.first, name.after)})


def _spellings(paragraphs: Iterable[Paragraph]) -> tuple[set[str], set[str]]:
    """The words a text writes small, and those it writes with a capital inside sentences."""
    small: set[str] = set()
    inside: set[str] = set()
    for paragraph in paragraphs:
        firsts = {first for first, _ in paragraph.sentences}
        spelt = set(zip(paragraph.words, paragraph.lows, strict=True))
        small.update(low for word, low in spelt if word[0].islower())
        inside.update(paragraph.lows[at] for at in paragraph.capitals if at not in firsts)
    return small, inside
