"""Names in a text: people, bodies and places, and which full name a part of one belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from summit_reader.domain.outlet import OutletRegister
from summit_reader.text.languages import Language
from summit_reader.text.tokens import Paragraph

LONGEST = 8
"""Words of the longest name."""
ACRONYM = 5
"""Letters up to which a word all in capitals is an acronym rather than a shouted name."""


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OUTLET = "outlet"


class Gender(StrEnum):
    """The gender a text gives a person."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


@dataclass(slots=True)
class Name:
    """A name at the tokens from `first` to before `after` of the paragraph numbered `paragraph`.

    `core` is the name without the titles before it, which begin at `first` too; `honorific` is one
    of those that tell a gender.
    """

    paragraph: int
    first: int
    after: int
    core_first: int
    core: str
    kind: NameKind
    possessive: bool = False
    gender: Gender | None = None

    @property
    def last_word(self) -> str:
        """By which it is mostly repeated."""
        return self.core.rsplit(" ", 1)[-1]


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
            reader = _NameReader(paragraph, names, small, inside)
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
                gender = self.first_name_gender(words[0])
                if gender is not None:
                    self._genders.setdefault(name.core, gender)
        for name in everywhere:
            if name.kind is NameKind.PLACE and name.core in self._fulls:
                name.kind = NameKind.PERSON
            if name.gender is not None and name.kind is NameKind.PERSON:
                self._genders[self.full(name.core)] = name.gender

    def read(self, paragraph: Paragraph) -> Paragraph:
        """`paragraph`, a part of one that was read, with its names added under its number."""
        reader = _NameReader(paragraph, self, set(), set())
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
        return self._genders.get(full) or self.first_name_gender(full.split(" ", 1)[0])

    def first_name_gender(self, word: str) -> Gender | None:
        """The gender that goes with a first name; None if with neither or both."""
        low = word.lower().split("-")[0]
        people = self.language.people
        masculine = low in people.masculine_first_names
        feminine = low in people.feminine_first_names
        if masculine == feminine:
            return None
        return Gender.MASCULINE if masculine else Gender.FEMININE

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
        for at, word in enumerate(paragraph.words):
            if word[0].islower():
                small.add(paragraph.lows[at])
            elif word[0].isupper() and at not in firsts:
                inside.add(paragraph.lows[at])
    return small, inside


@dataclass(frozen=True, slots=True)
class _NameReader:
    """Reads the names of one paragraph.

    `small` are the words that the text also writes small, `inside` those with a capital inside
    sentences: at the beginning of a sentence a capital says nothing.
    """

    paragraph: Paragraph
    known: Names
    small: set[str]
    inside: set[str]

    def names(self) -> Iterator[Name]:
        words = self.paragraph.words
        firsts = {first for first, _ in self.paragraph.sentences}
        at = 0
        while at < len(words):
            if not words[at][0].isupper():
                at += 1
                continue
            if at and words[at - 1] == "(":
                at = self._run_end(at)  # "(D-Ohio)", "(AFP)"
                continue
            after = self._run_end(at)
            yield from self._named(at, after, firsts)
            at = after

    def _run_end(self, first: int) -> int:
        """Where a run of capitalised words with particles and initials ends."""
        words, starts, ends = self.paragraph.words, self.paragraph.starts, self.paragraph.ends
        grammar = self.known.language.grammar
        at = first + 1
        while at < len(words) and at - first < LONGEST + 4:
            word = words[at]
            if self.paragraph.is_possessive(at - 1):
                break
            if word[0].isupper():
                at += 1
            elif word == "." and starts[at] == ends[at - 1] and self._is_abbreviated(at - 1):
                at += 1
            elif word in grammar.name_particles and self._capital_follows(at):
                at += 2 if words[at + 1][0].isupper() else 3
            elif word in grammar.body_particles and self._names_body(first, at):
                at += 2 if words[at + 1][0].isupper() else 3
            else:
                break
        # A full stop that ends the run ends the sentence, unless it belongs to "Jr.".
        if words[at - 1] == "." and not self._is_suffix(at - 2):
            at -= 1
        return at

    def _capital_follows(self, at: int) -> bool:
        words = self.paragraph.words
        grammar = self.known.language.grammar
        particles = grammar.name_particles | grammar.determiners
        following = words[at + 1 : at + 3]
        if following and following[0][0].isupper():
            return True
        return len(following) > 1 and following[0] in particles and following[1][0].isupper()

    def _names_body(self, first: int, at: int) -> bool:
        """Whether "of" at `at` stands in the name of a body: "Bank of America"."""
        bodies = self.known.language.bodies
        lows = self.paragraph.lows
        if self._is_domain(at):
            return True
        if not any(low in bodies.words or low in bodies.public for low in lows[first:at]):
            return False
        return self._capital_follows(at)

    def _is_domain(self, at: int) -> bool:
        """Whether "of" at `at` goes on with a title: "Secretary of State"."""
        lows, language = self.paragraph.lows, self.known.language
        following = at + 1 < len(lows) and lows[at + 1] in language.people.domains
        return following and lows[at - 1] in language.titles

    def _is_abbreviated(self, at: int) -> bool:
        word = self.paragraph.words[at]
        abbreviations = self.known.language.grammar.abbreviations
        return len(word) == 1 or "." in word or word.lower() in abbreviations

    def _is_suffix(self, at: int) -> bool:
        return self.paragraph.lows[at] in self.known.language.grammar.name_suffixes

    def _named(self, first: int, after: int, firsts: set[int]) -> Iterator[Name]:
        paragraph, language = self.paragraph, self.known.language
        lows = paragraph.lows
        openers = language.grammar.openers
        is_first = first in firsts or (first > 0 and paragraph.words[first - 1] == ":")
        while first < after and lows[first] in openers and not self._is_title(first):
            if not is_first and lows[first] in language.grammar.name_articles and first + 1 < after:
                break
            first += 1
            is_first = False
        if first >= after:
            return
        core_first = self._after_titles(first, after)
        if core_first >= after:
            return
        core = self._core(core_first, after)
        is_titled = core_first > first
        if is_first and not is_titled and after - first == 1:
            if not self._is_name_anyhow(first):
                return
        if after - core_first == 1 and lows[core_first] in language.titles and not is_titled:
            return
        if lows[core_first] in language.grammar.weekdays and after - core_first == 1:
            return
        kind = self._kind(core, core_first, after, is_titled=is_titled)
        if kind is None:
            return
        honorific = self._honorific(first, core_first)
        yield Name(
            paragraph.number, first, after, core_first, core, kind,
            possessive=paragraph.is_possessive(after - 1),
            gender=honorific,
        )  # fmt: skip

    def _is_name_anyhow(self, at: int) -> bool:
        """Whether a single word that opens a sentence is a name for reasons besides its capital."""
        low = self.paragraph.lows[at]
        language = self.known.language
        if low in language.grammar.time_words or low in language.people.groups:
            return False
        if low in self.inside or self.paragraph.is_possessive(at):
            return True
        if low in language.places_and_peoples:
            return True
        following = at + 1
        if following + 1 >= len(self.paragraph) or low in self.small:
            return False
        lows = self.paragraph.lows
        if lows[following] == "," and lows[following + 1] in language.grammar.apposition_openers:
            return True
        return following in self.paragraph.cues or (
            self.paragraph.lows[following] in language.grammar.auxiliaries
        )

    def _core(self, first: int, after: int) -> str:
        text = self.paragraph.printed(first, after)
        for ending in self.known.language.grammar.possessive_endings:
            text = text.removesuffix(ending)
        return text

    def _is_title(self, at: int) -> bool:
        people = self.known.language.people
        low = self.paragraph.lows[at]
        return (
            low in self.known.language.titles
            or low in people.honorifics
            or low in people.honorifics_feminine
            or low in people.honorifics_masculine
        )

    def _after_titles(self, first: int, after: int) -> int:
        """Where the name itself begins: after its last title, if something is left then."""
        begin = first
        for at in range(first, after - 1):
            if self.paragraph.words[at] == ".":
                if begin == at:
                    begin = at + 1
                continue
            if self._is_title(at):
                begin = at + 1
            elif begin == at and self._is_domain(at) and at + 2 < after:
                begin = at + 2
        if begin < after and self.paragraph.words[begin] == ".":
            begin += 1
        if self.known.language.capitalised_nouns:
            # Any noun may stand before a name there: "Feuerwehrfrau Ines Paul".
            for at in range(begin + 1, after - 1):
                if self.known.first_name_gender(self.paragraph.words[at]):
                    return at
        return begin

    def _speaks(self, at: int) -> bool:
        """Whether a lone word with a capital is a name where every noun has one.

        It is if a verb of saying stands next to it, no article before it, and it is no noun the
        language file knows.
        """
        paragraph, language = self.paragraph, self.known.language
        low = paragraph.lows[at]
        if low in language.known_nouns:
            return False
        before = paragraph.lows[at - 1] if at else ""
        if before in language.grammar.determiners | language.grammar.prepositions:
            return False
        if at - 1 in paragraph.cues:
            return True
        is_first = not at or paragraph.sentence_of(at)[0] == at or before == ","
        return is_first and at + 1 in paragraph.cues

    def _honorific(self, first: int, core_first: int) -> Gender | None:
        people = self.known.language.people
        for at in range(first, core_first):
            low = self.paragraph.lows[at]
            if low in people.honorifics_masculine:
                return Gender.MASCULINE
            if low in people.honorifics_feminine:
                return Gender.FEMININE
        return None

    def _kind(self, core: str, first: int, after: int, *, is_titled: bool) -> NameKind | None:
        language = self.known.language
        bodies = language.bodies
        words = [self.paragraph.lows[at] for at in range(first, after)]
        words = [word for word in words if word != "."]
        if len(words) == 1 and language.capitalised_nouns and words[0] in language.people.groups:
            return None
        if self.known.register.named(core) is not None:
            return NameKind.OUTLET
        if len(words) == 1 and language.capitalised_nouns and not is_titled:
            return NameKind.PERSON if self._speaks(first) else None
        if len(words) > 2 and core.isupper():  # noqa: PLR2004 - a shouted heading
            return None
        if is_titled and len(words) <= 3:  # noqa: PLR2004 - a title, and at most three names
            return NameKind.PERSON
        if bodies.words.intersection(words) or bodies.public.intersection(words):
            return NameKind.BODY
        if words[-1] in language.places_and_peoples:
            return NameKind.PLACE
        if len(words) == 1 and core.isupper() and len(core) <= ACRONYM:
            return NameKind.BODY
        if len(words) > 1 and words[0] in language.places_and_peoples:
            first_name = self.known.first_name_gender(core.split()[0])
            return NameKind.PERSON if first_name else NameKind.BODY
        if len(words) > 4:  # noqa: PLR2004 - hardly anybody has five
            return NameKind.BODY
        return NameKind.PERSON
