"""Verbs of saying in a paragraph: which of them are meant as such."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summit_reader.text.languages import Language
from summit_reader.text.names.names import Names
from summit_reader.text.names.naming import NameKind
from summit_reader.text.phrases.phrases import NounPhrase, Phrases
from summit_reader.text.tokens import Paragraph

LONGEST_QUOTED = 12
"""Tokens between "quoted" and "as saying": by whom, or whom."""
LONGEST_ASIDE = 5
"""Tokens between "who" and the verb: "who on Monday had said"."""


@dataclass(frozen=True)
class CueRules:
    """Tells verbs of saying from nouns of the same form, for one text."""

    names: Names
    language: Language

    def cues(self, paragraph: Paragraph, first: int, limit: int) -> Iterator[int]:
        """The tokens that are verbs of saying, from `first` to before `limit`."""
        return (at for at in paragraph.cues_between(first, limit) if self.is_cue(paragraph, at))

    def is_cue(self, paragraph: Paragraph, at: int) -> bool:
        """Whether a verb of saying stands at `at`, neither denied nor a noun of the same form."""
        cue = paragraph.cues.get(at)
        if cue is None:
            return False
        before = paragraph.lows[at - 1] if at else ""
        grammar = self.language.grammar
        if before in grammar.negations:
            return False
        if not cue.doubtful:
            return True
        return not (
            before in grammar.determiners
            or before.isdigit()
            or before in grammar.prepositions
            or before in self.language.pronouns.possessive
            or (at > 0 and paragraph.is_possessive(at - 1))
        )

    def is_credible(self, paragraph: Paragraph, at: int, phrase: NounPhrase) -> bool:
        """Whether the phrase before a doubtful form is its subject, not part of a noun phrase.

        "Reed claims" is a report, "Reed’s new claims" and "Republican claims" are not; "the paper
        reports" is. After a common noun, "called" is mostly not a verb of saying either.
        """
        cue = paragraph.cues[at]
        if not (cue.doubtful or cue.names):
            return True
        if phrase.name is not None:
            return not cue.doubtful or phrase.name.kind is not NameKind.PLACE
        if phrase.pronoun or phrase.apposition:
            return True
        language = self.language
        head = (
            phrase.common.split()[-1].lower()
            if phrase.head == phrase.after
            else (paragraph.lows[phrase.head - 1])
        )
        return head in language.speaking_nouns

    def is_passive(self, paragraph: Paragraph, at: int) -> bool:
        """Whether somebody is told, or quoted: "was told", "has been widely quoted"."""
        if paragraph.cues[at].participle:
            return False
        grammar = self.language.grammar
        before = at - 1
        while before > 0 and paragraph.lows[before] in grammar.adverbs | grammar.negations:
            before -= 1
        return before >= 0 and paragraph.lows[before] in grammar.passive

    def quoted_speaker(
        self, paragraph: Paragraph, phrases: Phrases, at: int, first: int
    ) -> NounPhrase | None:
        """Who speaks in "was quoted by The Times as saying", or in "quoted her as saying"."""
        if at <= first or paragraph.lows[at - 1] not in self.language.grammar.lead_ins:
            return None
        for quoted in range(at - 2, max(first, at - LONGEST_QUOTED), -1):
            if paragraph.cues.get(quoted) is None or paragraph.cues[quoted].participle:
                continue
            if self.is_passive(paragraph, quoted):
                return phrases.subject_before(quoted, first)
            return phrases.object_at(quoted + 1, at - 1)
        return None

    def is_aside(self, paragraph: Paragraph, at: int) -> bool:
        """Whether the verb is that of an aside between commas: "Roe, who said …, left"."""
        relative = next(
            (
                before
                for before in range(at - 1, max(at - LONGEST_ASIDE, 0), -1)
                if paragraph.lows[before] in self.language.pronouns.relative
            ),
            None,
        )
        return relative is not None and paragraph.words[relative - 1] == ","

    def is_relative(self, paragraph: Paragraph, at: int) -> bool:
        """Whether the subject of the cue is a relative pronoun."""
        before = at - 1
        while before > 0 and paragraph.lows[before] in self.language.skipped_before_cue:
            before -= 1
        return paragraph.lows[before] in self.language.pronouns.relative
