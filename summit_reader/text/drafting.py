"""Takes from utterances: places of the cleaned text become anchors in the source text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Metadata
from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.take import Origin, TakeDraft, TakeKind, Voice, VoiceKind
from summit_reader.text.chains import chain_from
from summit_reader.text.reading import Utterance

CONFIDENCE = {
    TakeKind.DIRECT: 0.9,
    TakeKind.ROUNDUP: 0.9,
    TakeKind.MIXED: 0.7,
    TakeKind.INDIRECT: 0.6,
}
"""How sure the rules are, by kind; a statement without marks is the least certain."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """Makes the takes of one article."""

    cleaned: CleanedText
    metadata: Metadata

    def takes_of(self, utterance: Utterance) -> Iterator[TakeDraft]:
        """The take of `utterance`, then those nested in it."""
        segments = [self.cleaned.source_span(segment) for segment in utterance.segments]
        yield TakeDraft(
            kind=utterance.kind,
            role=utterance.speaker.role,
            origin=Origin.EXTRACTED,
            anchor=Anchor.of(self.cleaned.source, tuple(segments)),
            outlet=utterance.speaker.outlet or self.metadata.outlet,
            chain=self._chain(utterance.speaker.voices),
            attribution=self.cleaned.source_span(utterance.attribution.span),
            cue=" ".join(utterance.attribution.cue.split()),
            subject=utterance.subject,
            sentence=self.cleaned.source_span(utterance.sentence),
            fragment=utterance.fragment,
            confidence=CONFIDENCE[utterance.kind],
        )
        for nested in utterance.nested:
            yield from self.takes_of(nested)

    def _chain(self, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        own = self.metadata.outlet.name
        inner = tuple(
            voice for voice in voices if voice.kind is not VoiceKind.OUTLET or voice.name != own
        )
        return chain_from(inner, self.metadata)
