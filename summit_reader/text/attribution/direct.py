"""Who says what stands in quotation marks: the rules in the order they are tried.

Each rule reads the tokens around a quotation and answers with the phrase that names the speaker
and the cue that ties it to the words, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable

from summit_reader.text.attribution.after import RulesAfter
from summit_reader.text.attribution.attribution import REACH, Attribution, Rule, Surroundings
from summit_reader.text.attribution.before import RulesBefore
from summit_reader.text.names.naming import NameKind
from summit_reader.text.phrases.phrases import NounPhrase, Phrases
from summit_reader.text.tokens import Paragraph


class DirectRules(RulesAfter, RulesBefore):
    """The rules for words in marks, for one text."""

    def attribution_of(self, around: Surroundings, above: Paragraph | None) -> Attribution | None:
        """Who says the quotation by what stands around it; None if nothing near it says so."""
        phrases = Phrases(around.paragraph, self.names, self.language)
        rules: tuple[Callable[[Surroundings, Phrases], Attribution | None], ...] = (
            self._signed,
            self._after,
            self._according,
            self._before,
            self._owner,
            self._colon,
        )
        for rule in rules:
            found = rule(around, phrases)
            if found is not None:
                return found
        return self._colon_above(around, above)

    def _colon_above(self, around: Surroundings, above: Paragraph | None) -> Attribution | None:
        """The paragraph before ends with a colon: "Jane Roe writes:"."""
        if above is None or around.at != 0 or not len(above) or above.words[-1] != ":":
            return None
        phrases = Phrases(above, self.names, self.language)
        last = len(above) - 1
        first = max(above.sentence_of(last)[0], last - REACH)
        for at in reversed(list(self.cues(above, first, last))):
            phrase = phrases.subject_before(at, first)
            if phrase is not None and phrase.pronoun not in self.language.pronouns.first:
                return Attribution(Rule.COLON_ABOVE, above, phrase, (at, at + 1))
        return self._introduced(above, phrases, first, last, Rule.COLON_ABOVE)

    def sentence_subject(self, around: Surroundings) -> Attribution | None:
        """The subject of the sentence that the quotation stands in, if nothing better is known."""
        phrases = Phrases(around.paragraph, self.names, self.language)
        phrase = phrases.clause_subject(around.sentence[0], around.at)
        if phrase is None or phrase.pronoun in self.language.pronouns.first:
            return None
        return Attribution(Rule.SENTENCE_SUBJECT, around.paragraph, phrase)

    def next_sentence(self, around: Surroundings) -> Attribution | None:
        """Who acts in the sentence after words that open a paragraph: "“…” Roe shrugs."."""
        paragraph, end = around.paragraph, around.sentence[1]
        if around.at != 0 or end != 1 or end >= len(paragraph):
            return None
        name = self.names.beginning_at(paragraph, end)
        if name is None or name.kind is not NameKind.PERSON or name.possessive:
            return None
        phrase = NounPhrase(name.first, name.after, name=name)
        return Attribution(Rule.SENTENCE_SUBJECT, paragraph, phrase)

    def paragraph_above(self, around: Surroundings, above: Paragraph | None) -> Attribution | None:
        """The last person the paragraph above names, for a quotation that opens its own."""
        if above is None or around.at != 0:
            return None
        name = next(
            (
                name
                for name in reversed(self.names.by_paragraph[above.number])
                if name.kind is NameKind.PERSON and not name.possessive
            ),
            None,
        )
        if name is None:
            return None
        return Attribution(
            Rule.PARAGRAPH_ABOVE, above, NounPhrase(name.first, name.after, name=name)
        )
