"""Reading prose paragraph by paragraph: who speaks, in which words, where it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.spans import Span
from summit_reader.text.attribution.attribution import Attribution, Rule, Surroundings
from summit_reader.text.attribution.direct import DirectRules
from summit_reader.text.discourse import Discourse, Referent
from summit_reader.text.inner_speech import InnerSpeech
from summit_reader.text.languages import Language
from summit_reader.text.names.names import Names
from summit_reader.text.quotations import Quotation
from summit_reader.text.statements.statements import Statement, StatementRules
from summit_reader.text.titles import is_title, is_work
from summit_reader.text.tokens import QUOTE, Paragraph, paragraph_of
from summit_reader.text.transcripts import Transcript, Turn
from summit_reader.text.utterances import Utterance

WHOLE = 8
"""Words from which on a quotation is no fragment, whatever stands around it."""
LONGEST_INTRODUCTION = 5
"""Tokens of "And Roe said," before words that are no fragment."""


def utterances_in(
    text: str,
    places: Sequence[Span],
    quotations: Sequence[Quotation],
    language: Language,
    register: OutletRegister,
    captions: Sequence[Span] = (),
) -> tuple[list[Utterance], Discourse]:
    """All that is said in the paragraphs `places` of `text`, in order, and who is who there.

    Nobody is quoted in `captions`, but they name people.
    """
    by_paragraph: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        by_paragraph.setdefault(quotation.paragraph, []).append(quotation)
    paragraphs = [
        paragraph_of(text, place, number, by_paragraph.get(number, ()), language)
        for number, place in enumerate(places)
    ]
    read = len(paragraphs)
    paragraphs += [
        paragraph_of(text, place, read + number, (), language)
        for number, place in enumerate(captions)
    ]
    names = Names.of(paragraphs, language, register)
    discourse = Discourse(paragraphs, names, language)
    direct = DirectRules(names, language)
    reading = _Reading(
        discourse,
        direct,
        StatementRules(names, language),
        Transcript.of(place.of(text) for place in places),
        InnerSpeech(discourse, direct, language),
        language,
    )
    for paragraph in paragraphs[:read]:
        reading.read(paragraph)
    return reading.utterances, discourse


@dataclass
class _Reading:
    """What has been read so far; `_last` is the last utterance, which may go on."""

    discourse: Discourse
    direct: DirectRules
    statements: StatementRules
    transcript: Transcript
    inner: InnerSpeech
    language: Language
    utterances: list[Utterance] = field(default_factory=list)
    _above: Paragraph | None = None
    _last: Utterance | None = None
    _last_paragraph: int = -2

    def read(self, paragraph: Paragraph) -> None:
        turn = self.transcript.turn_in(paragraph)
        if turn is not None:
            self._take_turn(paragraph, turn)
            self._above = paragraph
            return
        for sentence in paragraph.sentences:
            self._read_sentence(paragraph, sentence)
        self._above = paragraph

    def _take_turn(self, paragraph: Paragraph, turn: Turn) -> None:
        referent = self.discourse.labelled(turn.label)
        self.discourse.heard(referent, paragraph, 0)
        attribution = Attribution(Rule.TRANSCRIPT, paragraph, None)
        self._last = Utterance([turn.words], [], attribution, referent, paragraph.place)
        self._last_paragraph = paragraph.number
        self.utterances.append(self._last)

    def _read_sentence(self, paragraph: Paragraph, sentence: tuple[int, int]) -> None:
        quotes = paragraph.quotes_between(*sentence)
        found: list[Utterance] = []
        whole = False
        for at in quotes:
            around = Surroundings.of(paragraph, at)
            utterance = self._quoted(around)
            if utterance is None:
                continue
            if utterance is not self._last:
                found.append(utterance)
                whole = whole or utterance.attribution.gap < around.words
            else:
                whole = True
            self._last, self._last_paragraph = utterance, paragraph.number
        read = list(self.statements.statements_in(paragraph, sentence))
        if whole:
            used = {one.attribution.cue for one in found}
            read = [
                one
                for one in read
                if not self._is_clause_of(one, paragraph, found) and one.attribution.cue not in used
            ]
        stated = self._stated(read, paragraph, sentence)
        covered = [segment for one in stated for segment in one.segments]
        kept = [one for one in found if not any(s.contains(one.segments[0]) for s in covered)]
        self.utterances += sorted([*kept, *stated], key=lambda one: one.segments)
        if stated:
            self._last, self._last_paragraph = stated[-1], paragraph.number

    def _is_clause_of(
        self, statement: Statement, paragraph: Paragraph, found: Sequence[Utterance]
    ) -> bool:
        """Whether the words of a statement are mostly those of `found` quotations.

        They remember it then: it is the clause that a fragment belongs to.
        """
        quotes = {
            paragraph.quotes[at].inner
            for segment in statement.segments
            for at in paragraph.quotes_between(*segment)
        }
        if not quotes:
            return False
        (first, after), *others = statement.segments
        for utterance in found:
            if utterance.segments[0] in quotes and not others and after - first > 1:
                utterance.belong_to(paragraph.span(first, after))
        return True

    def _quoted(self, around: Surroundings) -> Utterance | None:
        """The utterance of a quotation; the last one, if it goes on in it."""
        last = self._last
        is_next = last is not None and self._last_paragraph == around.paragraph.number - 1
        if around.quotation.reopened and is_next:
            self._extend(around)
            return self._last
        if is_work(around, self.language):
            return None
        attribution = self.direct.attribution_of(around, self._above)
        is_weak = attribution is None or attribution.rule is Rule.OWNER
        if around.quotation.continues and is_weak:
            attribution = self._after_chain(around) or attribution
        if attribution is not None and self._goes_on(around, attribution):
            self._extend(around)
            return self._last
        found = None
        if attribution is None and self.language.inside_marks:
            found = self.inner.inside(around)
        if found is None and (attribution is None or attribution.rule is Rule.OWNER):
            found = self._carried(around, attribution)
        return found or self._attributed(around, attribution or self._assumed(around))

    def _attributed(
        self, around: Surroundings, attribution: Attribution | None
    ) -> Utterance | None:
        """A new utterance; None if nobody is known to speak, or the words are a title."""
        if attribution is None or attribution.phrase is None:
            return None
        is_after = attribution.rule in {Rule.VERB_AFTER, Rule.SUBJECT_AFTER}
        if not is_after and is_title(around, self.language):
            return None
        paragraph = around.paragraph
        referent = self.discourse.meant_by(attribution.phrase, attribution.paragraph)
        if referent is None:
            return None
        self.discourse.heard(referent, paragraph, around.at)
        utterance = self._utterance(around, attribution, referent)
        utterance.nested = self.inner.nested(around)
        utterance.hedged = self._is_hedged(paragraph, around.sentence)
        if utterance.fragment:
            utterance.subject = self._subject(around)
            if is_after:
                utterance.belong_to(paragraph.span(around.sentence[0], around.at + 1))
        return utterance

    def _utterance(
        self, around: Surroundings, attribution: Attribution, referent: Referent
    ) -> Utterance:
        place = around.quotation.inner
        sentence = around.paragraph.span(*around.sentence)
        fragment = self._is_fragment(around)
        return Utterance([place], [place], attribution, referent, sentence, fragment)

    def _is_hedged(self, paragraph: Paragraph, sentence: tuple[int, int]) -> bool:
        return not self.language.hedges.isdisjoint(paragraph.lows[slice(*sentence)])

    def _subject(self, around: Surroundings) -> str:
        """The name right before a fragment, which is whom it speaks of; empty if there is none."""
        name = self.discourse.names.ending_at(around.paragraph, around.at)
        return "" if name is None or name.possessive else name.core

    def _goes_on(self, around: Surroundings, attribution: Attribution) -> bool:
        """Whether the cue also follows the quotation before: "“A,” said X, “B”."."""
        last = self._last
        return (
            last is not None
            and self._last_paragraph == around.paragraph.number
            and last.attribution.rule in {Rule.VERB_AFTER, Rule.SUBJECT_AFTER}
            and last.is_direct
            and (
                (last.attribution.cue == attribution.cue and attribution.rule is Rule.VERB_BEFORE)
                or self._resumes(around, attribution, last)
            )
        )

    def _resumes(self, around: Surroundings, attribution: Attribution, last: Utterance) -> bool:
        """Whether a sentence in marks goes on after an aside: "“A,” he says, pointing up, “b”."."""
        text, end = around.paragraph.text, last.segments[-1].end
        return (
            attribution.rule is Rule.PARTICIPLE
            and around.paragraph.words[around.at - 1] == ","
            and text[end - 1] == ","
            and around.paragraph.sentence_of(around.at)[0] <= around.paragraph.token_at(end)
            and text[around.quotation.inner.start].islower()
        )

    def _after_chain(self, around: Surroundings) -> Attribution | None:
        """The attribution at the end of a quotation that runs over several paragraphs."""
        for number in range(around.paragraph.number + 1, len(self.discourse.paragraphs)):
            paragraph = self.discourse.paragraphs[number]
            at = next(iter(paragraph.quote_tokens), None)
            if at is None or not paragraph.quotes[at].reopened:
                return None
            if not paragraph.quotes[at].continues:
                found = self.direct.attribution_of(Surroundings.of(paragraph, at), None)
                if found is None or found.phrase is None:
                    return None
                is_own = found.rule in {Rule.VERB_AFTER, Rule.SUBJECT_AFTER}
                # "she added" at the end of a long quotation is whoever began it.
                is_carried = bool(found.phrase.pronoun) and self._last is not None
                return found if is_own and not is_carried else None
        return None

    def _carried(self, around: Surroundings, owner: Attribution | None) -> Utterance | None:
        """The last utterance, if a quotation without a cue of its own goes on with it."""
        last = self._last
        is_long = around.words >= WHOLE or around.last == ","
        if last is None or not (around.ends_sentence or is_long):
            return None
        distance = around.paragraph.number - self._last_paragraph
        if distance == 0 and not last.quoted:
            after_it = around.stands_alone and around.ends_sentence
            return self._again(around, Rule.SAME_PARAGRAPH) if after_it else None
        if distance == 0 and self._is_split(around, last):
            self._extend(around)
            return self._last
        if distance == 0 and not around.stands_alone:
            return self._again(around, Rule.SAME_PARAGRAPH) if owner is None else None
        if distance == 0 or (distance == 1 and last.quoted and self._opens_paragraph(around)):
            self._extend(around)
            return self._last
        return None

    def _is_split(self, around: Surroundings, last: Utterance) -> bool:
        """Whether only an attribution splits the words: "“A,” said X, “B”."."""
        source = last.attribution
        if source.paragraph is not around.paragraph or source.span is None or not last.is_direct:
            return False
        end = around.quotation.outer.start
        between = around.paragraph.text[source.span.end : end]
        return source.span.end <= end and not any(char.isalnum() for char in between)

    def _opens_paragraph(self, around: Surroundings) -> bool:
        """Whether nothing stands before the quotation in its paragraph."""
        before = around.paragraph.words[: around.at]
        is_first = all(not word[0].isalnum() and word != QUOTE for word in before)
        is_all = around.at + 1 >= len(around.paragraph)
        return is_first and (is_all or around.stands_alone)

    def _extend(self, around: Surroundings) -> None:
        if self._last is None:
            return
        place = around.quotation.inner
        if self._last.is_direct:
            self._last.segments.append(place)
            self._last.quoted.append(place)
        else:
            again = self._again(around, Rule.NEXT_PARAGRAPH)
            if again is not None:
                self.utterances.append(again)
                self._last = again
        self._last_paragraph = around.paragraph.number

    def _again(self, around: Surroundings, rule: Rule) -> Utterance | None:
        """A new utterance of whoever spoke last."""
        last = self._last
        if last is None:
            return None
        source = last.attribution
        attribution = Attribution(rule, source.paragraph, source.phrase, source.cue)
        return self._utterance(around, attribution, last.referent)

    def _assumed(self, around: Surroundings) -> Attribution | None:
        """Without a cue: the subject of the sentence, or who the paragraph above ends with."""
        if not (around.ends_sentence or around.words >= WHOLE):
            return None
        found = self.direct.sentence_subject(around) or self.direct.next_sentence(around)
        if found is None:
            found = self.direct.paragraph_above(around, self._above)
        return found

    def _is_fragment(self, around: Surroundings) -> bool:
        """Whether the quotation cannot stand alone: it goes on where the report's clause stops."""
        text = around.paragraph.text
        if not text[around.quotation.inner.start].islower():
            return False
        if around.at == around.sentence[0]:
            return False
        before = around.paragraph.lows[around.at - 1]
        if before in {":", *self.language.that}:
            return False
        grammar = self.language.grammar
        if before in grammar.conjunctions or before in grammar.coordinators:
            return False
        return not (before == "," and around.at - around.sentence[0] <= LONGEST_INTRODUCTION)

    def _stated(
        self, statements: Sequence[Statement], paragraph: Paragraph, sentence: tuple[int, int]
    ) -> list[Utterance]:
        found: list[Utterance] = []
        for statement in statements:
            phrase = statement.attribution.phrase
            referent = self.discourse.meant_by(phrase, paragraph) if phrase else self.discourse.last
            if referent is None:
                continue
            self.discourse.heard(referent, paragraph, statement.segments[0][0])
            segments = [_without_marks(paragraph, *segment) for segment in statement.segments]
            quoted = [
                paragraph.quotes[at].inner
                for segment in statement.segments
                for at in range(*segment)
                if at in paragraph.quotes
            ]
            found.append(
                Utterance(
                    segments, quoted, statement.attribution, referent, paragraph.span(*sentence),
                    hedged=self._is_hedged(paragraph, sentence),
                )
            )  # fmt: skip
        return found


def _without_marks(paragraph: Paragraph, first: int, after: int) -> Span:
    """The place of a statement; one that is a quotation and no more, without its marks."""
    if after - first == 1 and first in paragraph.quotes:
        return paragraph.quotes[first].inner
    return paragraph.span(first, after)
