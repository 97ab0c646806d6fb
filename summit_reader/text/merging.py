"""Takes that a catalogue lists and takes that were found, as one list without doubles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summit_reader.domain.spans import Span
from summit_reader.domain.take import Evidence, Take, TakeDraft, TakeKind, Voice


def merged_takes(
    extracted: Sequence[TakeDraft], catalogued: Sequence[TakeDraft]
) -> tuple[TakeDraft, ...]:
    """All `catalogued` takes, and of the `extracted` ones those that overlap none of them.

    A catalogued take keeps its words, role, outlet and origin, and takes over what it lacks from
    the found take that shares most words with it. A found take stays where another one nested in
    it fits the catalogued take: the words around the nested ones are somebody else's.
    """
    enriched = [_enriched(take, extracted) for take in catalogued]
    kept = [
        take for take in extracted if not any(absorbs(one, take, extracted) for one in catalogued)
    ]
    return tuple(sorted([*enriched, *kept], key=lambda take: take.anchor.segments))


def absorbs(catalogued: TakeDraft | Take, take: TakeDraft, extracted: Sequence[TakeDraft]) -> bool:
    """Whether the found `take`, one of `extracted`, is told by the catalogued one."""
    if not _shared(catalogued, take):
        return False
    return not any(
        _is_nested(inner, take) and _shared(inner, catalogued) == _shared(catalogued, catalogued)
        for inner in extracted
    )


def _is_nested(inner: TakeDraft, outer: TakeDraft) -> bool:
    """Whether `inner` is said inside one segment of `outer` by somebody else."""
    if inner.anchor.segments == outer.anchor.segments or inner.chain == outer.chain:
        return False
    return all(
        any(segment.contains(part) for segment in outer.anchor.segments)
        for part in inner.anchor.segments
    )


def _enriched(take: TakeDraft, extracted: Sequence[TakeDraft]) -> TakeDraft:
    overlapping = [one for one in extracted if _shared(take, one) or _introduces(take, one)]
    if not overlapping:
        return take
    # Most shared words first; of those the tightest, which of a nested pair is the inner one.
    found = max(overlapping, key=lambda one: (_shared(take, one), -_shared(one, one)))
    return replace(
        take,
        headline=take.headline or found.headline,
        thesis=take.thesis or found.thesis,
        attribution=take.attribution or found.attribution,
        cue=take.cue or found.cue,
        sentence=take.sentence or found.sentence,
        hedged=take.hedged or found.hedged,
        evidence=take.evidence or _evidence(take, found),
        chain=_described(take.chain, found.chain),
    )


def _evidence(take: TakeDraft, found: TakeDraft) -> Evidence | None:
    """Why the rules credit the same voice as the catalogue does; None if they do not."""
    is_same = take.chain[:1] and take.chain[0].name.casefold() == found.chain[0].name.casefold()
    return found.evidence if is_same else None


def _introduces(thesis: TakeDraft, review: TakeDraft) -> bool:
    """Whether `thesis` is the sentence that introduces the quotation `review`."""
    is_pair = thesis.kind is TakeKind.THESIS and review.kind is TakeKind.PRESS_REVIEW
    return is_pair and thesis.outlet.name == review.outlet.name


def _described(chain: tuple[Voice, ...], found: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """`chain` whose speaker is described as in `found`, if it is the same and not yet described."""
    if not chain or not found or chain[0].description:
        return chain
    if chain[0].name.casefold() != found[0].name.casefold():
        return chain
    return (replace(chain[0], description=found[0].description), *chain[1:])


def _shared(one: TakeDraft | Take, other: TakeDraft | Take) -> int:
    """Characters that the two takes have in common."""
    return sum(
        len(_common(mine, theirs))
        for mine in one.anchor.segments
        for theirs in other.anchor.segments
    )


def _common(one: Span, other: Span) -> Span:
    start = max(one.start, other.start)
    return Span(start, max(start, min(one.end, other.end)))
