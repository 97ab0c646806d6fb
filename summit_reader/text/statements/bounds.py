"""Where a statement without marks begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summit_reader.text.attribution.attribution import Attribution
from summit_reader.text.attribution.cues import CueRules
from summit_reader.text.tokens import DASHES, Paragraph

FEWEST_WORDS = 3
"""Words that a statement has at least."""
SPEAKS_WITHIN = 5
"""Tokens after "but" within which somebody speaks: "…, but he said"."""

_OPENING = frozenset(("•", "|", "·"))
SIGNS = frozenset((",", ";", ":", ".", "!", "?", "…")) | DASHES
"""Signs that no statement begins with."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said, in ranges of tokens.

    An attribution without a phrase means whoever spoke before: "…, but added that …".
    """

    segments: tuple[tuple[int, int], ...]
    attribution: Attribution


class StatementBounds(CueRules):
    """Trims statements to the clause that their cue governs, for one text."""

    def stating(self, paragraph: Paragraph, first: int, after: int) -> Iterator[int]:
        """The tokens that are verbs of stating, from `first` to before `after`."""
        for at in self.cues(paragraph, first, after):
            is_stated = not self.language.that.isdisjoint(paragraph.lows[at + 1 : at + 2])
            if paragraph.cues[at].states or is_stated:
                yield at

    def trimmed(self, paragraph: Paragraph, first: int, after: int) -> tuple[int, int]:
        """The range without signs at its ends and conjunctions at its beginning."""
        words, lows = paragraph.words, paragraph.lows
        grammar = self.language.grammar
        while after > first and words[after - 1] in SIGNS:
            after -= 1
        while first < after and (words[first] in _OPENING or words[first] in DASHES):
            first += 1
        if first < after and (
            lows[first] in grammar.coordinators or lows[first] in grammar.connectives
        ):
            first += 1
            if first < after and words[first] == ",":
                first += 1
        return first, after

    def content(
        self, paragraph: Paragraph, first: int, after: int, fewest: int = FEWEST_WORDS
    ) -> tuple[int, int] | None:
        """The statement between two tokens, trimmed; None if it has too few words."""
        first, after = self.trimmed(paragraph, first, after)
        words = sum(1 for at in range(first, after) if paragraph.words[at][0].isalnum())
        quoted = any(at in paragraph.quotes for at in range(first, after))
        return (first, after) if words >= fewest or (quoted and words) else None

    def clause_end(self, paragraph: Paragraph, first: int, after: int) -> int:
        """Where the clause ends that the verb governs: before the report, or another, goes on."""
        grammar = self.language.grammar
        lows, words = paragraph.lows, paragraph.words
        for at in range(first + 1, after):
            if words[at] == ";":
                return at
            if (
                lows[at] in grammar.coordinators
                and at + 1 < after
                and self._is_finite(paragraph, at + 1)
            ):
                return at
            if not self._is_comma(paragraph, at) or at + 2 >= after:
                continue
            end = at + 1 if at in paragraph.quotes else at
            if self._adds(paragraph, at + 1, after):
                return end
            if lows[at + 1] in grammar.contrasts and lows[at + 2] not in grammar.finite:
                return end
            if lows[at + 1] in grammar.coordinators and self._speaks(paragraph, at + 2, after):
                return end
        return after

    def _is_comma(self, paragraph: Paragraph, at: int) -> bool:
        """Whether the token is a comma, or a quotation with one as its last sign."""
        if at in paragraph.quotes:
            return paragraph.text[paragraph.quotes[at].inner.end - 1] == ","
        return paragraph.words[at] == "," or paragraph.words[at] in DASHES

    def _is_finite(self, paragraph: Paragraph, at: int) -> bool:
        """Whether a verb of saying stands at `at` that shares its subject with the one before."""
        cue = paragraph.cues.get(at)
        if cue is None or cue.participle or cue.doubtful:
            return False
        return paragraph.lows[at] != cue.verb

    def _speaks(self, paragraph: Paragraph, at: int, after: int) -> bool:
        """Whether somebody speaks within a few tokens from `at`: "…, but he said"."""
        grammar = self.language.grammar
        while at < after and paragraph.lows[at] in grammar.adverbs:
            at += 1
        return any(
            paragraph.lows[one - 1] not in self._modals
            for one in paragraph.cues_between(at, min(at + SPEAKS_WITHIN, after))
        )

    @property
    def _modals(self) -> frozenset[str]:
        """What an infinitive follows: "it would add $84 billion" is nothing said."""
        grammar = self.language.grammar
        return grammar.finite - grammar.perfect

    def _adds(self, paragraph: Paragraph, at: int, after: int) -> bool:
        """Whether the report goes on with another participle of saying: "…, adding that"."""
        while at + 1 < after and paragraph.lows[at].endswith(
            tuple(self.language.grammar.adverb_endings)
        ):
            at += 1
        cue = paragraph.cues.get(at)
        return cue is not None and cue.participle
