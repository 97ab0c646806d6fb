"""Reading prose sentence by sentence: who speaks, in which words, and where a quotation goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeKind
from summit_reader.text.attribution import Attribution
from summit_reader.text.direct import (
    Attributed,
    attribution_before,
    attribution_of,
    is_fragment,
    subject_of,
)
from summit_reader.text.indirect import Statement, elided_in, statements_in
from summit_reader.text.masking import BLOT, masked
from summit_reader.text.quotations import Quotation
from summit_reader.text.sentences import sentences_in
from summit_reader.text.speakers import Speaker, Speakers

NEAR = 8
"""Words between a cue and a quotation of fewer words, for the cue still to introduce it."""


@dataclass(slots=True)
class Utterance:
    """Words with their speaker, in places of the cleaned text; `segments` may still grow."""

    segments: list[Span]
    kind: TakeKind
    speaker: Speaker
    attribution: Attribution
    sentence: Span
    fragment: bool = False
    subject: str = ""
    nested: list[Utterance] = field(default_factory=list)


def utterances_in(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], speakers: Speakers
) -> list[Utterance]:
    """All that is said in `paragraphs` of `text`, in order."""
    reading = _Reading(text, masked(text, quotations), speakers)
    by_paragraph: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        by_paragraph.setdefault(quotation.paragraph, []).append(quotation)
    for number, paragraph in enumerate(paragraphs):
        reading.read(paragraph, by_paragraph.get(number, []))
    return reading.utterances


@dataclass
class _Reading:
    """What has been read so far; `_open` is a quotation that may go on in the next sentence."""

    text: str
    mask: str
    speakers: Speakers
    utterances: list[Utterance] = field(default_factory=list)
    _open: Utterance | None = None

    def read(self, paragraph: Span, quotations: Sequence[Quotation]) -> None:
        waiting = list(reversed(quotations))
        for sentence in sentences_in(self.mask, paragraph):
            inside = []
            while waiting and waiting[-1].outer.start < sentence.end:
                inside.append(waiting.pop())
            limit = waiting[-1].outer.start if waiting else paragraph.end
            self._read_sentence(sentence, inside, limit)

    def _read_sentence(self, sentence: Span, quotations: Sequence[Quotation], limit: int) -> None:
        carried, self._open = self._open, None
        if carried is not None and quotations and _is_alone(quotations[0], sentence):
            found = attribution_of(self.mask, quotations[0], sentence, limit)
            if found is None or found.attribution.mention is None:
                carried.segments.append(quotations[0].inner)
                self._open = carried
                return
        whole, parts = [], []
        ends = [*(quotation.outer.start for quotation in quotations[1:]), limit]
        for quotation, following in zip(quotations, ends, strict=False):
            attributed = attribution_of(self.mask, quotation, sentence, following)
            utterance = self._quoted(quotation, attributed, sentence) if attributed else None
            if attributed is None or utterance is None:
                continue
            if attributed.gap < len(quotation.inner.of(self.text).split()):
                whole.append(utterance)
            elif attributed.gap <= NEAR:
                parts.append(utterance)
        # A sentence that quotes only some of the words is read as one statement, if it can be.
        read = elided_in if whole else statements_in
        stated = self._stated(read(self.mask, sentence), sentence)
        covered = [segment for one in stated for segment in one.segments]
        parts = [one for one in parts if not any(s.overlaps(one.segments[0]) for s in covered)]
        self.utterances += sorted([*whole, *parts, *stated], key=lambda one: one.segments)
        self._open = whole[-1] if whole else None

    def _quoted(
        self, quotation: Quotation, attributed: Attributed, sentence: Span
    ) -> Utterance | None:
        attribution = attributed.attribution
        speaker = self.speakers.meant_by(attribution.mention) if attribution.mention else None
        if speaker is None:
            return None
        self.speakers.heard(speaker)
        kind = _kind(speaker, TakeKind.DIRECT)
        utterance = Utterance([quotation.inner], kind, speaker, attribution, sentence)
        if is_fragment(self.text, quotation, sentence):
            utterance.fragment = True
            utterance.subject = subject_of(self.text, quotation, sentence)
        utterance.nested = self._nested(quotation, utterance)
        return utterance

    def _nested(self, quotation: Quotation, outer: Utterance) -> list[Utterance]:
        """What others say inside the quotation, in single marks."""
        found = []
        reached = quotation.inner.start
        for inner in quotation.nested:
            lead = Span(reached, max(inner.start - 1, reached))
            reached = inner.end
            attribution = attribution_before(self.text, lead)
            if attribution is None or attribution.mention is None:
                continue
            speaker = self.speakers.meant_by(attribution.mention)
            if speaker is None:
                continue
            voices = (*speaker.voices, *outer.speaker.voices)
            nested = Speaker(voices, speaker.role, outer.speaker.outlet)
            place = quotation.inner
            found.append(
                Utterance([inner], TakeKind.DIRECT, nested, attribution, place, fragment=True)
            )
        return found

    def _stated(self, statements: Iterator[Statement], sentence: Span) -> list[Utterance]:
        found: list[Utterance] = []
        for statement in statements:
            mention = statement.attribution.mention
            speaker = self.speakers.meant_by(mention) if mention else self.speakers.last
            if speaker is None:
                continue
            quotes = any(BLOT in segment.of(self.mask) for segment in statement.segments)
            kind = _kind(speaker, TakeKind.MIXED if quotes else TakeKind.INDIRECT)
            segments = list(statement.segments)
            found.append(Utterance(segments, kind, speaker, statement.attribution, sentence))
            self.speakers.heard(speaker)
        return found


def _kind(speaker: Speaker, otherwise: TakeKind) -> TakeKind:
    return TakeKind.ROUNDUP if speaker.outlet is not None else otherwise


def _is_alone(quotation: Quotation, sentence: Span) -> bool:
    """Whether the sentence is nothing but the quotation."""
    return quotation.outer.start == sentence.start and quotation.outer.end >= sentence.end
