"""Takes from utterances: places of the cleaned text become anchors in the source text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Metadata
from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Evidence, Origin, TakeDraft, TakeKind, Voice, VoiceKind
from summit_reader.text.attribution.attribution import Rule
from summit_reader.text.chains import chain_from
from summit_reader.text.confidence import confidence_in
from summit_reader.text.discourse import BY_NAME
from summit_reader.text.speakers import Speaker, Speakers
from summit_reader.text.utterances import Utterance


@dataclass(frozen=True, slots=True)
class Drafting:
    """Makes the takes of one article."""

    cleaned: CleanedText
    metadata: Metadata
    speakers: Speakers

    def takes_of(self, utterance: Utterance, outer: Speaker | None = None) -> Iterator[TakeDraft]:
        """The take of `utterance`, which `outer` cites if given; then those nested in it."""
        speaker = self.speakers.of(utterance.referent, utterance.attribution)
        if outer is not None:
            speaker = Speaker((*speaker.voices, *outer.voices), speaker.role, outer.outlet)
        segments = [self.cleaned.source_span(segment) for segment in utterance.segments]
        quoted = [self.cleaned.source_span(segment) for segment in utterance.quoted]
        yield TakeDraft(
            kind=TakeKind.ROUNDUP if speaker.outlet and outer is None else _kind(utterance),
            role=speaker.role,
            origin=Origin.EXTRACTED,
            anchor=Anchor.of(self.cleaned.source, tuple(segments)),
            outlet=speaker.outlet or self.metadata.outlet,
            chain=self._chain(speaker.voices),
            attribution=self._source(utterance.attribution.span),
            cue=utterance.attribution.cue_text,
            sentence=self.cleaned.source_span(utterance.sentence),
            fragment=utterance.fragment,
            subject=utterance.subject,
            clause=self._source(utterance.clause),
            hedged=utterance.hedged,
            confidence=confidence_in(
                utterance.attribution.rule,
                utterance.referent.reference,
                is_quoted=bool(utterance.quoted),
            ),
            quoted=tuple(quoted),
            evidence=self._evidence(utterance),
        )
        for nested in utterance.nested:
            yield from self.takes_of(nested, speaker)

    def _evidence(self, utterance: Utterance) -> Evidence:
        attribution = utterance.attribution
        phrase, cue = attribution.phrase, attribution.cue
        cue_span = attribution.paragraph.span(*cue) if cue else None
        subject = attribution.paragraph.span(phrase.first, phrase.after) if phrase else None
        nearest = cue_span or subject
        antecedent = utterance.referent.antecedent
        is_elsewhere = antecedent is not None and utterance.referent.reference not in BY_NAME
        return Evidence(
            rule=attribution.rule,
            cue=self._source(cue_span),
            subject=self._source(subject),
            distance=nearest.distance_to(utterance.segments) if nearest else 0,
            reference=utterance.referent.reference,
            antecedent=self._source(
                self.speakers.discourse.span_of(antecedent) if antecedent and is_elsewhere else None
            ),
        )

    def _source(self, span: Span | None) -> Span | None:
        return None if span is None else self.cleaned.source_span(span)

    def _chain(self, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        own = self.metadata.outlet.name
        inner = tuple(
            voice for voice in voices if voice.kind is not VoiceKind.OUTLET or voice.name != own
        )
        return chain_from(inner, self.metadata)


def _kind(utterance: Utterance) -> TakeKind:
    if utterance.is_direct or utterance.attribution.rule is Rule.TRANSCRIPT:
        return TakeKind.DIRECT  # a transcript needs no marks
    return TakeKind.MIXED if utterance.quoted else TakeKind.INDIRECT
