"""Reading the names of a paragraph: runs of capitalised words, and what they are the names of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summit_reader.domain.outlet import OutletRegister
from summit_reader.text.languages import Language
from summit_reader.text.names.naming import Gender, Name, NameKind, gender_of
from summit_reader.text.tokens import Paragraph

LONGEST = 8
"""Words of the longest name."""
LONGEST_TITLED = 3
"""Words of a name after a title that still is a person's."""
LONGEST_PERSONAL = 4
"""Words of a name that still is a person's: hardly anybody has five."""
LONGEST_SHOUTED = 2
"""Words in capitals that still are a name; more are a heading."""
ACRONYM = 5
"""Letters up to which a word all in capitals is an acronym rather than a shouted name."""


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads the names of one paragraph.

    `small` are the words that the text also writes small, `inside` those with a capital inside
    sentences: at the beginning of a sentence a capital says nothing.
    """

    paragraph: Paragraph
    language: Language
    register: OutletRegister
    small: set[str]
    inside: set[str]

    def names(self) -> Iterator[Name]:
        """The names, in order."""
        words = self.paragraph.words
        firsts = {first for first, _ in self.paragraph.sentences}
        reached = 0
        for at in self.paragraph.capitals:
            if at < reached:
                continue
            reached = self._run_end(at)
            if not at or words[at - 1] != "(":  # "(D-Ohio)", "(AFP)"
                yield from self._named(at, reached, firsts)

    def _run_end(self, first: int) -> int:
        """Where a run of capitalised words with particles and initials ends."""
        words, starts, ends = self.paragraph.words, self.paragraph.starts, self.paragraph.ends
        grammar = self.language.grammar
        at = first + 1
        while at < len(words) and at - first < LONGEST + 4:
            word = words[at]
            if self.paragraph.is_possessive(at - 1):
                break
            if word[0].isupper() or (
                word == "." and starts[at] == ends[at - 1] and self._is_abbreviated(at - 1)
            ):
                at += 1
            elif (word in grammar.name_particles and self._capital_follows(at)) or (
                word in grammar.body_particles and self._names_body(first, at)
            ):
                at += 2 if words[at + 1][0].isupper() else 3
            else:
                break
        # A full stop that ends the run ends the sentence, unless it belongs to "Jr.".
        if words[at - 1] == "." and not self._is_suffix(at - 2):
            at -= 1
        return at

    def _capital_follows(self, at: int) -> bool:
        words = self.paragraph.words
        grammar = self.language.grammar
        particles = grammar.name_particles | grammar.determiners
        following = words[at + 1 : at + 3]
        if following and following[0][0].isupper():
            return True
        return len(following) > 1 and following[0] in particles and following[1][0].isupper()

    def _names_body(self, first: int, at: int) -> bool:
        """Whether "of" at `at` stands in the name of a body: "Bank of America"."""
        bodies = self.language.bodies
        lows = self.paragraph.lows
        if self._is_domain(at):
            return True
        if not any(low in bodies.words or low in bodies.public for low in lows[first:at]):
            return False
        return self._capital_follows(at)

    def _is_domain(self, at: int) -> bool:
        """Whether "of" at `at` goes on with a title: "Secretary of State"."""
        lows, language = self.paragraph.lows, self.language
        following = at + 1 < len(lows) and lows[at + 1] in language.people.domains
        return following and lows[at - 1] in language.titles

    def _is_abbreviated(self, at: int) -> bool:
        word = self.paragraph.words[at]
        abbreviations = self.language.grammar.abbreviations
        return len(word) == 1 or "." in word or word.lower() in abbreviations

    def _is_suffix(self, at: int) -> bool:
        return self.paragraph.lows[at] in self.language.grammar.name_suffixes

    def _named(self, first: int, after: int, firsts: set[int]) -> Iterator[Name]:
        paragraph, language = self.paragraph, self.language
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
        is_alone = is_first and not is_titled and after - first == 1
        if is_alone and not self._is_name_anyhow(first):
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
        language = self.language
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
        for ending in self.language.grammar.possessive_endings:
            text = text.removesuffix(ending)
        return text

    def _is_title(self, at: int) -> bool:
        people = self.language.people
        low = self.paragraph.lows[at]
        return (
            low in self.language.titles
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
        if self.language.capitalised_nouns:
            # Any noun may stand before a name there: "Feuerwehrfrau Ines Paul".
            for at in range(begin + 1, after - 1):
                if gender_of(self.paragraph.words[at], self.language):
                    return at
        return begin

    def _speaks(self, at: int) -> bool:
        """Whether a lone word with a capital is a name where every noun has one.

        It is if a verb of saying stands next to it, no article before it, and it is no noun the
        language file knows.
        """
        paragraph, language = self.paragraph, self.language
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
        people = self.language.people
        for at in range(first, core_first):
            low = self.paragraph.lows[at]
            if low in people.honorifics_masculine:
                return Gender.MASCULINE
            if low in people.honorifics_feminine:
                return Gender.FEMININE
        return None

    def _kind(self, core: str, first: int, after: int, *, is_titled: bool) -> NameKind | None:
        """What the name is the name of; None if it is none."""
        words = [low for low in self.paragraph.lows[first:after] if low != "."]
        language = self.language
        lone = words[0] if len(words) == 1 else ""
        if lone in language.people.groups and language.capitalised_nouns:
            return None
        if self.register.named(core) is not None:
            return NameKind.OUTLET
        if lone and language.capitalised_nouns and not is_titled:
            return NameKind.PERSON if self._speaks(first) else None
        if core.isupper() and len(words) > LONGEST_SHOUTED:
            return None
        if is_titled and len(words) <= LONGEST_TITLED:
            return NameKind.PERSON
        return self._untitled_kind(core, words)

    def _untitled_kind(self, core: str, words: list[str]) -> NameKind:
        language = self.language
        bodies = language.bodies
        if bodies.words.intersection(words) or bodies.public.intersection(words):
            return NameKind.BODY
        if words[-1] in language.places_and_peoples:
            return NameKind.PLACE
        if len(words) == 1:
            is_acronym = core.isupper() and len(core) <= ACRONYM
            return NameKind.BODY if is_acronym else NameKind.PERSON
        opens_as_place = words[0] in language.places_and_peoples
        if opens_as_place and gender_of(core.split(maxsplit=1)[0], self.language) is None:
            return NameKind.BODY
        return NameKind.BODY if len(words) > LONGEST_PERSONAL else NameKind.PERSON
