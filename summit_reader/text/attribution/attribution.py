"""Attributions: the tie between words and their speaker, and where it is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.spans import Span
from summit_reader.text.phrases.noun_phrases import NounPhrase
from summit_reader.text.quotations import Quotation
from summit_reader.text.tokens import ENDS, Paragraph

REACH = 120
"""Tokens around a quotation within which its attribution is looked for."""
NEARBY = 6
"""Tokens between subject and cue beyond which the attribution is the cue alone."""

_WORD = re.compile(r"[\w’'-]+")


class Rule(StrEnum):
    """What ties a speaker to words; the window words each of them for its reader."""

    VERB_AFTER = "verb after"
    SUBJECT_AFTER = "subject after"
    ACCORDING = "according to"
    VERB_BEFORE = "verb before"
    PARTICIPLE = "participle"
    OWNER = "owner"
    COLON = "colon"
    COLON_ABOVE = "colon above"
    SIGNED = "signed"
    TRANSCRIPT = "transcript"
    REOPENED = "reopened"
    SAME_PARAGRAPH = "same paragraph"
    NEXT_PARAGRAPH = "next paragraph"
    SENTENCE_SUBJECT = "sentence subject"
    PARAGRAPH_ABOVE = "paragraph above"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker's phrase in `paragraph`, and the cue at the tokens `cue`.

    `gap` counts the words of the report between cue and quotation; `extent` takes in what else
    belongs to the attribution ("told reporters on Friday that").
    """

    rule: Rule
    paragraph: Paragraph
    phrase: NounPhrase | None
    cue: tuple[int, int] | None = None
    gap: int = 0
    extent: tuple[int, int] | None = None

    @property
    def span(self) -> Span | None:
        """Where the attribution stands: subject, cue, and what belongs to them; None if nowhere."""
        places = [place for place in (self.extent, self.cue) if place is not None]
        is_near = not self.cue or not self.phrase or self.cue[0] - self.phrase.after <= NEARBY
        if self.phrase is not None and (is_near or self.phrase.apposition):
            places.append((self.phrase.first, self.phrase.after))
            if self.phrase.apposition is not None:
                places.append(self.phrase.apposition)
        if not places:
            return None
        return self.paragraph.span(min(one for one, _ in places), max(two for _, two in places))

    @property
    def cue_text(self) -> str:
        """The cue as printed; empty if there is none."""
        return self.paragraph.printed(*self.cue) if self.cue else ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A quotation at the token `at` of its paragraph, with what the rules ask of it."""

    paragraph: Paragraph
    at: int
    quotation: Quotation
    sentence: tuple[int, int]
    words: int
    last: str

    @classmethod
    def of(cls, paragraph: Paragraph, at: int) -> Surroundings:
        """The surroundings of the quotation that the token `at` stands for."""
        quotation = paragraph.quotes[at]
        inner = quotation.inner.of(paragraph.text).rstrip(" ’'")
        words = sum(1 for _ in _WORD.finditer(inner))
        first, after = paragraph.sentence_of(at)
        # Nobody reads a sentence further than this, and a text without full stops is one sentence.
        sentence = (max(first, at - REACH), min(after, at + REACH))
        return cls(paragraph, at, quotation, sentence, words, inner[-1:])

    @property
    def ends_sentence(self) -> bool:
        """Whether a full stop, question mark or the like closes the quotation."""
        return self.last in ENDS

    @property
    def awaits(self) -> bool:
        """Whether its last sign says that its attribution follows."""
        return self.last in {",", "?", "!", "…", "-", "—", "–"}

    @property
    def stands_alone(self) -> bool:
        """Whether nothing but it stands in the sentence before it."""
        return self.at == self.sentence[0]

    @property
    def previous_quote(self) -> int:
        """The token after the quotation before it in the paragraph; 0 if there is none."""
        before = self.paragraph.quotes_between(max(self.at - REACH, 0), self.at)
        return before[-1] + 1 if before else 0

    @property
    def next_quote(self) -> int:
        """The token of the quotation after it; the end of the paragraph if there is none."""
        after = self.paragraph.quotes_between(self.at + 1, self.at + REACH)
        return after[0] if after else len(self.paragraph)
