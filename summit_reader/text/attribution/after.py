"""The rules for an attribution that follows the quoted words, or stands on either side."""

from __future__ import annotations

from summit_reader.text.attribution.attribution import REACH, Attribution, Rule, Surroundings
from summit_reader.text.attribution.cues import CueRules
from summit_reader.text.names.naming import NameKind
from summit_reader.text.phrases.phrases import NounPhrase, Phrases
from summit_reader.text.tokens import DASHES, QUOTE, Paragraph

LONGEST_LEAD = 28
"""Tokens between a quotation and the verb after it."""
LONGEST_LEAD_IN = 3
"""Tokens before a verb that follows at once: "as also said"."""
LONGEST_AFTER_END = 9
"""Tokens up to the verb where the quotation ends a sentence of its own."""
LONGEST_SUBJECT = 3
"""Words between a quotation and the subject after it."""


_AFTER_SIGNATURE = frozenset((".", ",", "(", QUOTE))


class RulesAfter(CueRules):
    """Reads "“…,” said Jane Roe", "“…,” Jane Roe said" and "“…,” according to Jane Roe"."""

    def _signed(self, around: Surroundings, _: Phrases) -> Attribution | None:
        """Reads "“…” — Jane Roe", as under a motto."""
        paragraph, at = around.paragraph, around.at + 1
        if at + 1 >= len(paragraph) or paragraph.words[at] not in DASHES:
            return None
        name = self.names.beginning_at(paragraph, at + 1)
        if name is None or name.kind is NameKind.PLACE:
            return None
        if name.after < len(paragraph) and paragraph.words[name.after] not in _AFTER_SIGNATURE:
            return None
        phrase = NounPhrase(name.first, name.after, name=name)
        return Attribution(Rule.SIGNED, paragraph, phrase, (at, at + 1))

    def _after(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        """The attribution that follows in the same sentence."""
        paragraph = around.paragraph
        is_over = around.last == "." and around.at + 1 >= around.sentence[1]
        first = around.at + 1
        limit = min(self._sentence_end(around), around.next_quote)
        has_comma = first < limit and (
            paragraph.words[first] == "," or paragraph.words[first] in DASHES
        )
        first += has_comma
        if is_over or around.quotation.continues or first >= limit:
            return None
        is_open = around.awaits or around.ends_sentence or has_comma
        found = self._verb_after(paragraph, phrases, first, limit, is_open=is_open)
        if found is not None or not is_open:
            return found
        if self._turns_away(around, first, has_comma=has_comma):
            return None
        return self._subject_after(around, phrases, first, limit)

    def _turns_away(self, around: Surroundings, first: int, *, has_comma: bool) -> bool:
        """Whether the sentence goes on to something else: "“…,” but he said that …"."""
        grammar = self.language.grammar
        low = around.paragraph.lows[first]
        if around.last == ",":
            return not has_comma and (low in grammar.coordinators or low in grammar.contrasts)
        if around.awaits or around.ends_sentence:
            return False
        cue = around.paragraph.cues.get(first)
        return (cue is not None and cue.participle) or low in (
            grammar.conjunctions | grammar.prepositions | grammar.afterthoughts
        )

    def _sentence_end(self, around: Surroundings) -> int:
        """Where the sentence with the attribution ends: "“Why?” he asked." is two to the eye."""
        end = around.sentence[1]
        if around.at + 1 == end and around.ends_sentence and end < len(around.paragraph):
            return min(around.paragraph.sentence_of(end)[1], around.at + REACH)
        return end

    def _verb_after(
        self, paragraph: Paragraph, phrases: Phrases, first: int, limit: int, *, is_open: bool
    ) -> Attribution | None:
        """Reads "“…,” said Jane Roe"."""
        at = self._past_lead_in(paragraph, first, limit)
        cue = paragraph.cues.get(at)
        if cue is None or at >= limit or (cue.doubtful and not is_open):
            return None
        after = at + 1 + (paragraph.lows[at] in self.language.cue_phrases)
        language = self.language
        if after < limit and paragraph.lows[after] in (
            language.that
            | language.grammar.prepositions
            | language.grammar.questions
            | language.pronouns.objects
        ):
            return None
        phrase = phrases.following(after, limit)
        if phrase is None or (phrase.common and cue.participle):
            return None
        return Attribution(Rule.VERB_AFTER, paragraph, phrase, (at, after))

    def _past_lead_in(self, paragraph: Paragraph, first: int, limit: int) -> int:
        """`first`, moved past what may stand before the verb: "as also noted by", "a déclaré"."""
        grammar = self.language.grammar
        skipped = self.language.skipped_before_cue | grammar.lead_ins
        at = first
        while at < min(limit, first + LONGEST_LEAD_IN) and at not in paragraph.cues:
            if paragraph.lows[at] not in skipped:
                break
            at += 1
        return at

    def _subject_after(
        self, around: Surroundings, phrases: Phrases, first: int, limit: int
    ) -> Attribution | None:
        """Reads "“…,” Jane Roe said", whatever stands between the two."""
        paragraph = around.paragraph
        for at in self.cues(paragraph, first, limit):
            if at - first > LONGEST_LEAD:
                break
            phrase = phrases.subject_before(at, first)
            if phrase is None or not self.is_credible(paragraph, at, phrase):
                continue
            if phrase.first - first > LONGEST_SUBJECT:
                break
            if (
                around.last in {"?", "!", "…", "."}
                and at - first > LONGEST_AFTER_END
                and not phrase.apposition
            ):
                break
            return Attribution(Rule.SUBJECT_AFTER, paragraph, phrase, (at, at + 1))
        return None

    def _according(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        """Reads "“…,” according to Jane Roe", and "According to Jane Roe, “…”"."""
        paragraph = around.paragraph
        if not paragraph.sources:
            return None
        end = min(self._sentence_end(around), around.next_quote)
        for first, limit in (
            (around.at + 1, end),
            (max(around.sentence[0], around.previous_quote), around.at),
        ):
            for at in range(first, limit):
                source = paragraph.sources.get(at, 0)
                if source:
                    phrase = phrases.following(at + source, limit)
                    if phrase is not None:
                        return Attribution(Rule.ACCORDING, paragraph, phrase, (at, at + source))
        return None
