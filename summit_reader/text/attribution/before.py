"""The rules for an attribution that leads to the quoted words."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.text.attribution.attribution import REACH, Attribution, Rule, Surroundings
from summit_reader.text.attribution.cues import CueRules
from summit_reader.text.phrases.phrases import NounPhrase, Phrases
from summit_reader.text.tokens import DASHES, QUOTE, Paragraph

LONGEST_GAP = 28
"""Words of the report that may stand between a cue and the quotation it introduces."""
OWNED = 4
"""Words between "X’s" and what is quoted of X."""
LONGEST_NOUN = 3
"""Words of a noun phrase with its adjectives: "latest sharp claim"."""
LONGEST_OWNED = 12
"""Words between "X’s claim" and what is quoted of it."""


class RulesBefore(CueRules):
    """Reads "Jane Roe said: “…”", "…, calling it “…”", "Jane Roe’s “…”" and "Jane Roe: “…”"."""

    def _before(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        paragraph = around.paragraph
        first = around.sentence[0]
        cues = list(self.cues(paragraph, first, around.at))
        fallback: Attribution | None = None
        denied = max(
            (
                at
                for at in paragraph.cues_between(first + 1, around.at)
                if paragraph.lows[at - 1] in self.language.grammar.negations
            ),
            default=-1,
        )
        for at in reversed(cues):
            if at < denied:
                break  # "said little and did not mention the word “…”"
            gap = self._gap(paragraph, at + 1, around.at)
            if gap > LONGEST_GAP:
                break
            found = self._subject_of(paragraph, phrases, at, first, cues)
            if found is None or found[0].pronoun in self.language.pronouns.first:
                continue
            phrase, rule = found
            if not self.is_credible(paragraph, at, phrase):
                continue
            extent = self._extent(paragraph, at, around.at)
            attribution = Attribution(rule, paragraph, phrase, (at, at + 1), gap, extent)
            is_neuter = phrase.pronoun in self.language.pronouns.neuter
            if phrase.is_person or not (is_neuter or self.is_relative(paragraph, at)):
                return attribution
            fallback = fallback or attribution
        return fallback

    def _extent(self, paragraph: Paragraph, at: int, quote: int) -> tuple[int, int] | None:
        """With "that", or with the whole phrase that leads from "thanked" to the words."""
        leads = paragraph.lows[at + 1 : quote]
        if paragraph.cues[at].names or (len(leads) == 1 and leads[0] in self.language.that):
            return (at, quote)
        return None

    def _subject_of(
        self, paragraph: Paragraph, phrases: Phrases, at: int, first: int, cues: list[int]
    ) -> tuple[NounPhrase, Rule] | None:
        cue = paragraph.cues[at]
        quoted = self.quoted_speaker(paragraph, phrases, at, first)
        if quoted is not None:
            return quoted, Rule.VERB_BEFORE
        if cue.participle:
            return self._participle(paragraph, phrases, at, first, cues)
        phrase = phrases.subject_before(at, first)
        if phrase is None and (self.language.inverts or self._is_inserted(paragraph, at, first)):
            phrase = phrases.following(at + 1, min(len(paragraph), at + REACH))
        return None if phrase is None else (phrase, Rule.VERB_BEFORE)

    def _is_inserted(self, paragraph: Paragraph, at: int, first: int) -> bool:
        """Whether a verb with its subject after it is an aside: "The plan, says Roe, is “…”"."""
        if at <= first or paragraph.words[at - 1] != ",":
            return False
        end = next((i for i in range(at + 1, min(at + REACH, len(paragraph)))
                    if paragraph.words[i] in {",", QUOTE}), None)  # fmt: skip
        return end is not None and paragraph.words[end] == ","

    def _participle(
        self, paragraph: Paragraph, phrases: Phrases, at: int, first: int, cues: list[int]
    ) -> tuple[NounPhrase, Rule] | None:
        """Reads "Jane Roe left, calling it “…”": the participle shares the subject before it."""
        lows, words = paragraph.lows, paragraph.words
        grammar = self.language.grammar
        before = at - 1
        while before >= first and (
            lows[before] in grammar.adverbs or lows[before].endswith(tuple(grammar.adverb_endings))
        ):
            before -= 1
        if before < first:
            return self._main_subject(paragraph, phrases, at)
        if lows[before] in grammar.auxiliaries:
            phrase = phrases.subject_before(at, first)
            return None if phrase is None else (phrase, Rule.VERB_BEFORE)
        shares = (
            words[before] in DASHES or words[before] == "," or lows[before] in self.language.linking
        )
        if not shares:
            name = self.names.ending_at(paragraph, before + 1)
            if name is not None and not name.possessive:
                return NounPhrase(name.first, name.after, name=name), Rule.PARTICIPLE
            phrase = phrases.ending_at(before + 1, first)
            if phrase is not None and lows[before] not in self.language.said_things:
                return phrase, Rule.PARTICIPLE
        for earlier in reversed([one for one in cues if one < at]):
            if not paragraph.cues[earlier].participle and not self.is_relative(paragraph, earlier):
                phrase = phrases.subject_before(earlier, first)
                if phrase is not None and phrase.pronoun not in self.language.pronouns.first:
                    return phrase, Rule.PARTICIPLE
        phrase = phrases.clause_subject(first, at)
        return None if phrase is None else (phrase, Rule.PARTICIPLE)

    def _main_subject(
        self, paragraph: Paragraph, phrases: Phrases, at: int
    ) -> tuple[NounPhrase, Rule] | None:
        """The subject that follows an opening participle: "Calling it “a farce,” Jane Roe left"."""
        _, end = paragraph.sentence_of(at)
        quote = next(iter(paragraph.quotes_between(at + 1, at + REACH)), None)
        if quote is None or quote + 1 >= end:
            return None
        phrase = phrases.clause_subject(quote + 1, min(end, quote + REACH))
        return None if phrase is None else (phrase, Rule.PARTICIPLE)

    def _gap(self, paragraph: Paragraph, first: int, after: int) -> int:
        return sum(
            1 for word in paragraph.words[first:after] if word != QUOTE and word[0].isalnum()
        )

    def _owner(self, around: Surroundings, _: Phrases) -> Attribution | None:
        """Reads "Jane Roe’s “…”": whose words they are, if nobody says them."""
        paragraph = around.paragraph
        for name in reversed(self.names.within(paragraph, around.sentence[0], around.at)):
            owned = paragraph.lows[name.after : around.at]
            reach = LONGEST_OWNED if self._is_said(owned) else OWNED
            if self.names.beginning_at(paragraph, name.after) is not None:
                continue  # "Labour’s Jane Roe"
            if name.possessive and len(owned) <= reach:
                phrase = NounPhrase(name.first, name.after, name=name)
                return Attribution(Rule.OWNER, paragraph, phrase)
        return None

    def _is_said(self, owned: Sequence[str]) -> bool:
        """Whether what somebody owns is a statement, of which the sentence says no more."""
        if self.language.said_things.isdisjoint(owned[:LONGEST_NOUN]):
            return False
        is_clause = not self.language.that.isdisjoint(owned)
        return is_clause or self.language.grammar.auxiliaries.isdisjoint(owned)

    def _colon(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        paragraph, at = around.paragraph, around.at
        if at == 0 or paragraph.words[at - 1] != ":":
            return None
        first = max(paragraph.sentence_of(at - 1)[0], at - REACH)
        return self._introduced(paragraph, phrases, first, at - 1, Rule.COLON)

    def _introduced(
        self, paragraph: Paragraph, phrases: Phrases, first: int, colon: int, rule: Rule
    ) -> Attribution | None:
        phrase = phrases.clause_subject(first, colon)
        if phrase is None:
            return None
        return Attribution(rule, paragraph, phrase, (colon, colon + 1))
