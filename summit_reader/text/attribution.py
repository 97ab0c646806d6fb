"""Who says what stands in quotation marks: the rules, one by one, in the order they are tried.

Each rule reads the tokens around a quotation and answers with the phrase that names the speaker
and the cue that ties it to the words, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.spans import Span
from summit_reader.text.languages import Language
from summit_reader.text.names import NameKind, Names
from summit_reader.text.phrases import NounPhrase, Phrases
from summit_reader.text.quotations import Quotation
from summit_reader.text.tokens import DASHES, ENDS, QUOTE, Paragraph

REACH = 120
"""Tokens around a quotation within which its attribution is looked for."""
LONGEST_GAP = 28
"""Words of the report that may stand between a cue and the quotation it introduces."""
LONGEST_LEAD = 16
"""Words between a quotation and the verb after it."""
LONGEST_SUBJECT = 3
"""Words between a quotation and the subject after it."""
WHOLE = 8
"""Words from which on a quotation is no fragment, whatever stands around it."""
NEARBY = 6
"""Tokens between subject and cue beyond which the attribution is the cue alone."""
OWNED = 4
"""Words between "X’s" and what is quoted of X."""

LONGEST_OWNED = 12
"""Words between "X’s claim" and what is quoted of it."""

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


@dataclass(frozen=True)
class DirectRules:
    """The rules for words in marks, for one text."""

    names: Names
    language: Language

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

    # ---- after the quotation ----

    def _signed(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        """Reads "“…” — Jane Roe", as under a motto."""
        paragraph, at = around.paragraph, around.at + 1
        if at + 1 >= len(paragraph) or paragraph.words[at] not in DASHES:
            return None
        name = self.names.beginning_at(paragraph, at + 1)
        if name is None or name.kind is NameKind.PLACE:
            return None
        if name.after < len(paragraph) and paragraph.words[name.after] not in {".", ",", "("}:
            return None
        phrase = NounPhrase(name.first, name.after, name=name)
        return Attribution(Rule.SIGNED, paragraph, phrase, (at, at + 1))

    def _after(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        paragraph = around.paragraph
        if around.last == "." and around.at + 1 >= around.sentence[1]:
            return None
        if around.quotation.continues:
            return None
        first = around.at + 1
        limit = min(self._sentence_end(around), around.next_quote)
        has_comma = first < limit and (
            paragraph.words[first] == "," or paragraph.words[first] in DASHES
        )
        if has_comma:
            first += 1
        if first >= limit:
            return None
        is_open = around.awaits or around.ends_sentence or has_comma
        found = self._verb_after(paragraph, phrases, first, limit, is_open=is_open)
        if found is not None:
            return found
        if not is_open:
            return None
        if has_comma is False and around.last == "," and paragraph.lows[first] in (
            self.language.grammar.coordinators
        ):
            return None  # "“…,” but he said that …" goes on to something else
        if not around.awaits and not around.ends_sentence and paragraph.lows[first] in (
            self.language.grammar.conjunctions | self.language.grammar.prepositions
            | self.language.pronouns.relative | {"which", "adding", "saying"}
        ):
            return None
        return self._subject_after(around, phrases, first, limit)

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
        at = first
        lows = paragraph.lows
        grammar = self.language.grammar
        while at < limit and at - first < 3 and at not in paragraph.cues and (
            lows[at] in grammar.adverbs or lows[at] in grammar.auxiliaries or lows[at] in {"as", "so", "wie", "comme"}
        ):
            at += 1
        cue = paragraph.cues.get(at)
        if cue is None or at >= limit or (cue.doubtful and not is_open):
            return None
        after = at + 1 + (lows[at] in self.language.cue_phrases)
        if after < limit and lows[after] in self.language.that | grammar.prepositions | {"him", "her", "them", "us", "me", "how", "why", "what", "whether", "if"}:
            return None
        phrase = phrases.following(after, limit)
        if phrase is None:
            return None
        if phrase.common and cue.participle:
            return None
        return Attribution(Rule.VERB_AFTER, paragraph, phrase, (at, after))

    def _subject_after(
        self, around: Surroundings, phrases: Phrases, first: int, limit: int
    ) -> Attribution | None:
        """Reads "“…,” Jane Roe said", whatever stands between the two."""
        paragraph = around.paragraph
        nearest = LONGEST_SUBJECT if around.ends_sentence and not around.awaits else LONGEST_LEAD
        for at in self._cues(paragraph, first, limit):
            if at - first > LONGEST_LEAD + 12:
                break
            phrase = phrases.subject_before(at, first)
            if phrase is None or not self._is_credible(paragraph, at, phrase):
                continue
            if phrase.first - first > LONGEST_SUBJECT:
                break
            if around.last in {"?", "!", "…", "."} and at - first > 9 and not phrase.apposition:
                break
            return Attribution(Rule.SUBJECT_AFTER, paragraph, phrase, (at, at + 1))
        return None

    def _cues(self, paragraph: Paragraph, first: int, limit: int) -> Iterator[int]:
        return (at for at in range(first, limit) if self._is_cue(paragraph, at))

    def _is_cue(self, paragraph: Paragraph, at: int) -> bool:
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
            or before in grammar.prepositions
            or before in self.language.pronouns.possessive
            or (at > 0 and paragraph.is_possessive(at - 1))
        )

    def _according(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        paragraph = around.paragraph
        if not paragraph.sources:
            return None
        end = min(self._sentence_end(around), around.next_quote)
        for first, limit in ((around.at + 1, end), (max(around.sentence[0], around.previous_quote), around.at)):
            for at in range(first, limit):
                source = paragraph.sources.get(at, 0)
                if source:
                    phrase = phrases.following(at + source, limit)
                    if phrase is not None:
                        return Attribution(Rule.ACCORDING, paragraph, phrase, (at, at + source))
        return None

    # ---- before the quotation ----

    def _before(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        paragraph = around.paragraph
        first = around.sentence[0]
        cues = list(self._cues(paragraph, first, around.at))
        fallback: Attribution | None = None
        denied = max(
            (
                at
                for at in range(first + 1, around.at)
                if at in paragraph.cues and paragraph.lows[at - 1] in self.language.grammar.negations
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
            if not self._is_credible(paragraph, at, phrase):
                continue
            extent = self._extent(paragraph, at, around.at)
            attribution = Attribution(rule, paragraph, phrase, (at, at + 1), gap, extent)
            is_neuter = phrase.pronoun in self.language.pronouns.neuter
            if phrase.is_person or not (is_neuter or self._is_relative(paragraph, at)):
                return attribution
            fallback = fallback or attribution
        return fallback

    def _extent(self, paragraph: Paragraph, at: int, quote: int) -> tuple[int, int] | None:
        """With "that", or with the whole phrase that leads from "thanked" to the words."""
        leads = paragraph.lows[at + 1 : quote]
        if paragraph.cues[at].names or (len(leads) == 1 and leads[0] in self.language.that):
            return (at, quote)
        return None

    def _is_credible(self, paragraph: Paragraph, at: int, phrase: NounPhrase) -> bool:
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
        head = phrase.common.split()[-1].lower() if phrase.head == phrase.after else (
            paragraph.lows[phrase.head - 1]
        )
        return head in (
            language.titles | language.people.groups | language.bodies.words
            | language.bodies.public | language.bodies.outlet_nouns | language.said_things
            | language.bodies.peoples
        )

    def _is_relative(self, paragraph: Paragraph, at: int) -> bool:
        """Whether the subject of the cue is a relative pronoun."""
        before = at - 1
        while before > 0 and paragraph.lows[before] in (
            self.language.grammar.adverbs | self.language.grammar.auxiliaries
        ):
            before -= 1
        return paragraph.lows[before] in self.language.pronouns.relative

    def _subject_of(
        self, paragraph: Paragraph, phrases: Phrases, at: int, first: int, cues: list[int]
    ) -> tuple[NounPhrase, Rule] | None:
        cue = paragraph.cues[at]
        if cue.participle:
            return self._participle(paragraph, phrases, at, first, cues)
        phrase = phrases.subject_before(at, first)
        if phrase is None and self.language.inverts:
            phrase = phrases.following(at + 1, min(len(paragraph), at + REACH))
        return None if phrase is None else (phrase, Rule.VERB_BEFORE)

    def _participle(
        self, paragraph: Paragraph, phrases: Phrases, at: int, first: int, cues: list[int]
    ) -> tuple[NounPhrase, Rule] | None:
        """Reads "Jane Roe left, calling it “…”": the participle shares the subject before it."""
        lows, words = paragraph.lows, paragraph.words
        grammar = self.language.grammar
        before = at - 1
        while before >= first and (lows[before] in grammar.adverbs or lows[before].endswith(tuple(grammar.adverb_endings))):
            before -= 1
        if before < first:
            return self._main_subject(paragraph, phrases, at)
        if lows[before] in grammar.auxiliaries:
            phrase = phrases.subject_before(at, first)
            return None if phrase is None else (phrase, Rule.VERB_BEFORE)
        shares = words[before] in DASHES or words[before] == "," or lows[before] in (
            grammar.prepositions | grammar.conjunctions
        )
        if not shares:
            name = self.names.ending_at(paragraph, before + 1)
            if name is not None and not name.possessive:
                return NounPhrase(name.first, name.after, name=name), Rule.PARTICIPLE
            phrase = phrases.ending_at(before + 1, first)
            if phrase is not None and lows[before] not in self.language.said_things:
                return phrase, Rule.PARTICIPLE
        for earlier in reversed([one for one in cues if one < at]):
            if not paragraph.cues[earlier].participle and not self._is_relative(paragraph, earlier):
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

    def _owner(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        """Reads "Jane Roe’s “…”": whose words they are, if nobody says them."""
        paragraph = around.paragraph
        for name in reversed(self.names.within(paragraph, around.sentence[0], around.at)):
            owned = paragraph.lows[name.after : around.at]
            reach = LONGEST_OWNED if self.language.said_things.intersection(owned[:3]) else OWNED
            if name.possessive and len(owned) <= reach:
                phrase = NounPhrase(name.first, name.after, name=name)
                return Attribution(Rule.OWNER, paragraph, phrase)
        return None

    def _colon(self, around: Surroundings, phrases: Phrases) -> Attribution | None:
        paragraph, at = around.paragraph, around.at
        if at == 0 or paragraph.words[at - 1] != ":":
            return None
        first = max(paragraph.sentence_of(at - 1)[0], at - REACH)
        return self._introduced(paragraph, phrases, first, at - 1, Rule.COLON)

    def _colon_above(self, around: Surroundings, above: Paragraph | None) -> Attribution | None:
        """The paragraph before ends with a colon: "Jane Roe writes:"."""
        if above is None or around.at != 0 or not len(above) or above.words[-1] != ":":
            return None
        phrases = Phrases(above, self.names, self.language)
        last = len(above) - 1
        first = max(above.sentence_of(last)[0], last - REACH)
        for at in reversed(list(self._cues(above, first, last))):
            phrase = phrases.subject_before(at, first)
            if phrase is not None and phrase.pronoun not in self.language.pronouns.first:
                return Attribution(Rule.COLON_ABOVE, above, phrase, (at, at + 1))
        return self._introduced(above, phrases, first, last, Rule.COLON_ABOVE)

    def _introduced(
        self, paragraph: Paragraph, phrases: Phrases, first: int, colon: int, rule: Rule
    ) -> Attribution | None:
        phrase = phrases.clause_subject(first, colon)
        if phrase is None:
            return None
        return Attribution(rule, paragraph, phrase, (colon, colon + 1))

    # ---- without a cue ----

    def sentence_subject(self, around: Surroundings) -> Attribution | None:
        """The subject of the sentence that the quotation stands in, if nothing better is known."""
        phrases = Phrases(around.paragraph, self.names, self.language)
        phrase = phrases.clause_subject(around.sentence[0], around.at)
        if phrase is None or phrase.pronoun in self.language.pronouns.first:
            return None
        return Attribution(Rule.SENTENCE_SUBJECT, around.paragraph, phrase)

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
