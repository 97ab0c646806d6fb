"""Noun phrases that can be speakers, and what all readings of them share."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.text.languages import Language
from summit_reader.text.names.names import Names
from summit_reader.text.names.naming import Name, NameKind
from summit_reader.text.tokens import DASHES, QUOTE, Paragraph

LONGEST_PHRASE = 10
"""Words of a phrase without a name, up to its article."""
LONGEST_MODIFIER = 8
"""Words that belong to a title before a name."""
LONGEST_APPOSITION = 40
"""Tokens that may stand between a name and its verb, between commas."""
SHORTEST_ADVERB = 4
"""Letters up to which an adverb's ending is part of a short word: "only", "fly"."""

BREAKS = frozenset((",", ";", ":", "(", ")", "[", "]", ".", "!", "?", "…", "|", QUOTE)) | DASHES
"""What no noun phrase reaches over."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Who is said to speak, at the tokens from `first` to before `after`.

    One of `name`, `pronoun` and `common` is given; `head` is where a common noun phrase without
    its complements ends. An apposition or relative clause lies between the tokens `apposition`.
    """

    first: int
    after: int
    name: Name | None = None
    pronoun: str = ""
    common: str = ""
    head: int = 0
    apposition: tuple[int, int] | None = None
    place: tuple[int, int] | None = None

    @property
    def is_person(self) -> bool:
        """Whether it names a person."""
        return self.name is not None and self.name.kind is NameKind.PERSON


@dataclass(frozen=True)
class PhraseReader:
    """Reads the noun phrases of one paragraph."""

    paragraph: Paragraph
    names: Names
    language: Language

    def first_of_title(self, first: int, lowest: int) -> int:
        """Where the title in small letters before a name begins, its article included."""
        lows, words = self.paragraph.lows, self.paragraph.words
        at = first
        if at - 1 > lowest and lows[at - 2] in self.language.titles and self._is_adjective(at - 1):
            at -= 1  # "le président russe Jean Roe"
        begins = self.language.titles | self.language.people.modifiers
        if at > lowest and lows[at - 1] in begins:
            limit = max(lowest, first - LONGEST_MODIFIER)
            while at > limit and self.modifies(at - 1):
                at -= 1
        if at > lowest and lows[at - 1] in self.language.grammar.determiners:
            at -= 1
        if at < first and words[at] in BREAKS:
            at += 1
        return at

    def modifies(self, at: int) -> bool:
        """Whether the token can be part of a noun phrase that goes on to its right."""
        if self.paragraph.words[at] in BREAKS:
            return False
        cue = self.paragraph.cues.get(at)
        if cue is not None and not cue.doubtful:
            return False
        return self.paragraph.lows[at] not in self.language.function_words

    def is_adverb(self, low: str) -> bool:
        """Whether a word is an adverb by its ending: "repeatedly", but not "family"."""
        endings = tuple(self.language.grammar.adverb_endings)
        is_long = len(low) > SHORTEST_ADVERB
        return is_long and low.endswith(endings) and low not in self.language.known_nouns

    def _is_adjective(self, at: int) -> bool:
        return self.paragraph.words[at][0].islower() and self.modifies(at)
