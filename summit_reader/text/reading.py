"""Reading prose paragraph by paragraph: who speaks, in which words, and where a quotation goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.spans import Span
from summit_reader.text.attribution import WHOLE, Attribution, DirectRules, Rule, Surroundings
from summit_reader.text.discourse import Discourse, Referent
from summit_reader.text.languages import Language
from summit_reader.text.names import Names
from summit_reader.text.phrases import Phrases
from summit_reader.text.quotations import Quotation
from summit_reader.text.statements import Statement, StatementRules
from summit_reader.text.tokens import QUOTE, Paragraph, paragraph_of
from summit_reader.text.transcripts import Transcript, Turn

NEAR = 8
"""Words between a cue and a quotation of fewer words, for the cue still to introduce it."""
SHORTEST_CARRIED = 5
"""Words that a quotation must have to be credited without a cue of its own."""


@dataclass(slots=True)
class Utterance:
    """Words with their speaker; `segments` and `quoted` are places in the text and may still grow."""

    segments: list[Span]
    quoted: list[Span]
    attribution: Attribution
    referent: Referent
    sentence: Span
    fragment: bool = False
    subject: str = ""
    clause: Span | None = None
    hedged: bool = False
    nested: list[Utterance] = field(default_factory=list)

    @property
    def is_direct(self) -> bool:
        """Whether all of the words stand between marks."""
        return self.segments == self.quoted


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
    reading = _Reading(
        discourse,
        DirectRules(names, language),
        StatementRules(names, language),
        Transcript.of(paragraphs),
        language,
    )
    for paragraph in paragraphs[:read]:
        reading.read(paragraph)
    return reading.utterances, discourse


@dataclass
class _Reading:
    """What has been read so far; `_open` is the last quotation, which may go on."""

    discourse: Discourse
    direct: DirectRules
    statements: StatementRules
    transcript: Transcript
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
                if not self._is_clause_of(one, paragraph, found)
                and one.attribution.cue not in used
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
                utterance.clause = paragraph.span(first, after)
        return True

    def _quoted(self, around: Surroundings) -> Utterance | None:
        """The utterance of a quotation; the last one, if it goes on in it."""
        paragraph = around.paragraph
        if around.quotation.reopened and self._last is not None and self._last_paragraph == paragraph.number - 1:
            self._extend(around)
            return self._last
        attribution = self.direct.attribution_of(around, self._above)
        if around.quotation.continues and (attribution is None or attribution.rule is Rule.OWNER):
            attribution = self._after_chain(around) or attribution
        if attribution is not None and self._goes_on(around, attribution):
            self._extend(around)
            return self._last
        if attribution is None and self.language.inside_marks:
            inside = self._inside(around)
            if inside is not None:
                return inside
        if attribution is None or attribution.rule is Rule.OWNER:
            carried = self._carried(around, attribution)
            if carried is not None:
                return carried
        if attribution is None:
            attribution = self._assumed(around)
        if attribution is None or attribution.phrase is None:
            return None
        if _is_work(around, self.language):
            return None
        if _is_title(around, self.language) and attribution.rule not in {Rule.VERB_AFTER, Rule.SUBJECT_AFTER}:
            return None
        referent = self.discourse.meant_by(attribution.phrase, attribution.paragraph)
        if referent is None:
            return None
        self.discourse.heard(referent, paragraph, around.at)
        place = around.quotation.inner
        utterance = Utterance(
            [place], [place], attribution, referent, paragraph.span(*around.sentence),
            fragment=self._is_fragment(around),
        )  # fmt: skip
        utterance.nested = self._nested(around)
        utterance.hedged = self._is_hedged(paragraph, around.sentence)
        if utterance.fragment:
            utterance.subject = self._subject(around)
            if attribution.rule in {Rule.VERB_AFTER, Rule.SUBJECT_AFTER}:
                utterance.clause = paragraph.span(around.sentence[0], around.at + 1)
        return utterance

    def _is_hedged(self, paragraph: Paragraph, sentence: tuple[int, int]) -> bool:
        return not self.language.hedges.isdisjoint(paragraph.lows[slice(*sentence)])

    def _subject(self, around: Surroundings) -> str:
        """The name right before a fragment, which is whom it speaks of; empty if there is none."""
        name = self.discourse.names.ending_at(around.paragraph, around.at)
        return "" if name is None or name.possessive else name.core

    def _goes_on(self, around: Surroundings, attribution: Attribution) -> bool:
        """Whether the cue that leads to the quotation has another before it: "“A,” said X, “B”."."""
        last = self._last
        return (
            last is not None
            and self._last_paragraph == around.paragraph.number
            and last.attribution.rule in {Rule.VERB_AFTER, Rule.SUBJECT_AFTER}
            and last.is_direct
            and last.attribution.cue == attribution.cue
            and attribution.rule is Rule.VERB_BEFORE
        )

    def _inside(self, around: Surroundings) -> Utterance | None:
        """An attribution inside the marks, between commas: « La ville, dit Roux, est sûre. »"""
        text, inner = around.paragraph.text, around.quotation.inner
        names = self.discourse.names
        paragraph = paragraph_of(text, inner, len(names.by_paragraph), (), self.language)
        names.read(paragraph)
        phrases = Phrases(paragraph, names, self.language)
        for at in sorted(paragraph.cues):
            if at == 0 or paragraph.words[at - 1] != ",":
                continue
            phrase = phrases.following(at + 1, min(len(paragraph), at + NEAR))
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

    def _nested(self, around: Surroundings) -> list[Utterance]:
        """What others say inside the quotation, in single marks: "with analysts saying ‘…’"."""
        quotation, text = around.quotation, around.paragraph.text
        found: list[Utterance] = []
        if not quotation.nested:
            return found
        names = self.discourse.names
        inner = [
            Quotation(one, Span(one.start - 1, one.end + 1), 0) for one in quotation.nested
        ]
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

    def _after_chain(self, around: Surroundings) -> Attribution | None:
        """The attribution at the end of a quotation that runs over several paragraphs."""
        for number in range(around.paragraph.number + 1, len(self.discourse.paragraphs)):
            paragraph = self.discourse.paragraphs[number]
            at = next(iter(paragraph.quote_tokens), None)
            if at is None or not paragraph.quotes[at].reopened:
                return None
            if not paragraph.quotes[at].continues:
                found = self.direct.attribution_of(Surroundings.of(paragraph, at), None)
                is_own = found is not None and found.rule in {Rule.VERB_AFTER, Rule.SUBJECT_AFTER}
                return found if is_own else None
        return None

    def _carried(self, around: Surroundings, owner: Attribution | None) -> Utterance | None:
        """The last utterance, if a quotation without a cue of its own goes on with it."""
        last = self._last
        if last is None:
            return None
        if not (around.ends_sentence or around.words >= WHOLE or around.last == ","):
            return None
        if around.words < SHORTEST_CARRIED and not around.ends_sentence:
            return None
        distance = around.paragraph.number - self._last_paragraph
        opens = all(not word[0].isalnum() and word != QUOTE for word in around.paragraph.words[: around.at])
        if distance == 0 and not last.quoted:
            after_it = around.stands_alone and around.ends_sentence
            return self._again(around, Rule.SAME_PARAGRAPH) if after_it else None
        if distance == 0 and (around.stands_alone or owner is None):
            if around.stands_alone:
                self._extend(around)
                return last
            return self._again(around, Rule.SAME_PARAGRAPH)
        if distance == 1 and opens and last.quoted:
            if around.at + 1 >= len(around.paragraph) or around.stands_alone:
                self._extend(around)
                return last
        return None

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
        place = around.quotation.inner
        attribution = Attribution(rule, last.attribution.paragraph, last.attribution.phrase, last.attribution.cue)
        return Utterance(
            [place], [place], attribution, last.referent, around.paragraph.span(*around.sentence),
            fragment=self._is_fragment(around),
        )  # fmt: skip

    def _assumed(self, around: Surroundings) -> Attribution | None:
        """Without a cue: the subject of the sentence, or who the paragraph above ends with."""
        if not (around.ends_sentence or around.words >= WHOLE):
            return None
        found = self.direct.sentence_subject(around)
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
        return not (before == "," and around.at - around.sentence[0] <= 5)

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


LONGEST_TITLE = 8
"""Words of a title of a work."""


def _is_title(around: Surroundings, language: Language) -> bool:
    """Whether the words are the title of a work, or a name: capitals, and no sentence."""
    if around.last in {".", "!", "?", ","}:
        return False
    return _is_capitalised(around, language)


def _is_work(around: Surroundings, language: Language) -> bool:
    """Whether a title of a work stands where one is cited: "on “The Daily Hour,”"."""
    if around.words < 2 or around.at == 0 or not _is_capitalised(around, language):  # noqa: PLR2004 - a word is no title
        return False
    paragraph = around.paragraph
    before = around.at - 1
    if paragraph.words[before] == "," and before:
        before -= 1
    low = paragraph.lows[before]
    return (
        low in language.grammar.prepositions
        or low in language.said_things
        or paragraph.is_possessive(before)
    )


def _is_capitalised(around: Surroundings, language: Language) -> bool:
    words = around.quotation.inner.of(around.paragraph.text).split()
    if len(words) > LONGEST_TITLE:
        return False
    capitals = sum(word[0].isupper() for word in words)
    longest = 0 if language.capitalised_nouns else 3  # "of", "the"
    small = [word for word in words if word[0].islower() and len(word) > longest]
    return not small and 2 * capitals >= len(words)
