"""Attributions inside quotation marks: somebody quoted there, or an aside between commas."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.spans import Span
from summit_reader.text.attribution.attribution import Attribution, Rule, Surroundings
from summit_reader.text.attribution.direct import DirectRules
from summit_reader.text.discourse import Discourse
from summit_reader.text.languages import Language
from summit_reader.text.phrases.phrases import Phrases
from summit_reader.text.quotations import Quotation
from summit_reader.text.tokens import paragraph_of
from summit_reader.text.utterances import Utterance

LONGEST_ASIDE = 8
"""Tokens of the speaker in an aside: « La ville, explique Jean Roux, est sûre. »"""


@dataclass(frozen=True)
class InnerSpeech:
    """Reads what stands inside the quotations of one text."""

    discourse: Discourse
    direct: DirectRules
    language: Language

    def inside(self, around: Surroundings) -> Utterance | None:
        """An attribution inside the marks, between commas: « La ville, dit Roux, est sûre »."""
        text, inner = around.paragraph.text, around.quotation.inner
        names = self.discourse.names
        paragraph = paragraph_of(text, inner, len(names.by_paragraph), (), self.language)
        names.read(paragraph)
        phrases = Phrases(paragraph, names, self.language)
        for at in sorted(paragraph.cues):
            if at == 0 or paragraph.words[at - 1] != ",":
                continue
            phrase = phrases.following(at + 1, min(len(paragraph), at + LONGEST_ASIDE))
            if phrase is None or phrase.after >= len(paragraph):
                continue
            if paragraph.words[phrase.after] != "," or phrase.pronoun:
                continue
            referent = self.discourse.meant_by(phrase, paragraph)
            if referent is None:
                continue
            self.discourse.heard(referent, around.paragraph, around.at)
            parts = [
                Span(inner.start, paragraph.ends[at - 2]),
                Span(paragraph.starts[phrase.after + 1], inner.end),
            ]
            attribution = Attribution(Rule.VERB_AFTER, paragraph, phrase, (at, at + 1))
            return Utterance(
                parts, list(parts), attribution, referent,
                around.paragraph.span(*around.sentence),
            )  # fmt: skip
        return None

    def nested(self, around: Surroundings) -> list[Utterance]:
        """What others say inside the quotation, in single marks: "with analysts saying ‘…’"."""
        quotation, text = around.quotation, around.paragraph.text
        found: list[Utterance] = []
        if not quotation.nested:
            return found
        names = self.discourse.names
        inner = [Quotation(one, Span(one.start - 1, one.end + 1), 0) for one in quotation.nested]
        number = len(names.by_paragraph)
        paragraph = names.read(paragraph_of(text, quotation.inner, number, inner, self.language))
        for at in paragraph.quote_tokens:
            attribution = self.direct.attribution_of(Surroundings.of(paragraph, at), None)
            if attribution is None or attribution.phrase is None or attribution.phrase.pronoun:
                continue
            if attribution.rule is not Rule.VERB_BEFORE and attribution.rule is not Rule.PARTICIPLE:
                continue
            referent = self.discourse.meant_by(attribution.phrase, paragraph)
            if referent is not None:
                place = paragraph.quotes[at].inner
                found.append(
                    Utterance(
                        [place], [place], attribution, referent, quotation.inner, fragment=True
                    )
                )
        return found
