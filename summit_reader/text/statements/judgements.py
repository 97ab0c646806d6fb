"""Judgements told without marks: "called the plan a mistake", "accused the council of waste"."""

from __future__ import annotations

from summit_reader.text.attribution.attribution import Attribution, Rule
from summit_reader.text.phrases.phrases import Phrases
from summit_reader.text.statements.bounds import SIGNS, Statement
from summit_reader.text.statements.tails import StatementTails
from summit_reader.text.tokens import Paragraph
from summit_reader.text.vocabulary import Complement

LONGEST_OBJECT = 14
"""Tokens of what is judged, up to the word that leads to the judgement."""


class Judgements(StatementTails):
    """Reads what somebody is said to have called, praised or condemned.

    What is judged belongs to the words: without it nobody could tell what they are about.
    """

    def judged(
        self, paragraph: Paragraph, phrases: Phrases, first: int, after: int
    ) -> Statement | None:
        """Reads "X called Y a farce", "X accused Y of lying", "X praised Y"."""
        for at in self.cues(paragraph, first, after - 1):
            complement = self.language.judging.get(paragraph.cues[at].verb)
            if complement is None or self.is_passive(paragraph, at):
                continue
            end = self.subordinate_end(paragraph, first, at, after)
            end = self.clause_end(paragraph, at + 1, end)
            if not self._is_judgement(paragraph, at + 1, end, complement):
                continue
            phrase = phrases.subject_before(at, first)
            if paragraph.cues[at].participle and not self._is_own(paragraph, at):
                is_shared = at > first and paragraph.words[at - 1] == ","
                phrase = phrases.clause_subject(first, at) if is_shared else None
            if phrase is None or phrase.pronoun in self.language.pronouns.first:
                continue
            if not self.is_credible(paragraph, at, phrase) or self.is_part(paragraph, phrase.first):
                continue
            content = self.content(paragraph, at + 1, end)
            if content is not None:
                attribution = Attribution(Rule.STATEMENT, paragraph, phrase, (at, at + 1))
                return Statement((content,), attribution)
        return None

    def _is_own(self, paragraph: Paragraph, at: int) -> bool:
        """Whether a participle has its subject right before it: "is calling"."""
        return paragraph.lows[at - 1] in self.language.skipped_before_cue if at else False

    def _is_judgement(
        self, paragraph: Paragraph, first: int, after: int, complement: Complement
    ) -> bool:
        """Whether an object follows, and after it what the verb asks for."""
        if first >= after or not self._opens_object(paragraph, first):
            return False
        if not complement.words:
            return True
        last = min(after, first + LONGEST_OBJECT)
        for at in range(first + 1, last):
            if paragraph.words[at] in SIGNS:
                return False
            if at in paragraph.quotes and complement.is_noun:
                return True
            if paragraph.lows[at] in complement.words:
                before = paragraph.lows[at - 1]
                return not complement.is_noun or before not in self.language.function_words
        return False

    def _opens_object(self, paragraph: Paragraph, at: int) -> bool:
        low = paragraph.lows[at]
        language = self.language
        blocked = (
            language.grammar.prepositions | language.grammar.infinitive | language.that
            | language.grammar.conjunctions | language.grammar.questions
        )  # fmt: skip
        return low not in blocked and paragraph.words[at] not in SIGNS and at not in paragraph.cues
