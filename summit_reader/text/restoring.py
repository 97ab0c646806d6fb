"""Showing what was removed from an article, and removing it again: no anchor changes.

Anchors and removed ranges refer to the source text, so that only the cleaned text and the passages
have to be made anew, from the passages there are and the stretches that come or go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from summit_reader.domain.article import ArticleDraft, Metadata
from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.passage import Passage, PassageKind, RemovedKind, RemovedRange
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Standing, Take, TakeDraft
from summit_reader.text.cleaning.structure import Block
from summit_reader.text.cleaning.view import view_of
from summit_reader.text.languages import languages
from summit_reader.text.takes import find_takes

_KINDS = {
    RemovedKind.COMMENT: PassageKind.COMMENT,
    RemovedKind.IMAGE_MARKUP: PassageKind.CAPTION,
}


@dataclass(frozen=True, slots=True)
class View:
    """An article as it is shown: the cleaned text, its passages, and what is not shown of it."""

    cleaned: CleanedText
    passages: tuple[Passage, ...]
    removed: tuple[RemovedRange, ...]


def restored(view: View, *places: Span) -> View:
    """`view` with the removed ranges at `places` of the source text shown, each as a passage.

    Ranges that are shown already stay as they are.

    Raises:
        LookupError: if nothing was removed at one of `places`.
    """
    found = [one for one in _removed_at(view, places) if not one.restored]
    if not found:
        return view
    blocks = [*_blocks(view), *(_block(view.cleaned.source, one) for one in found)]
    return _made_of(view, blocks, {one.source: replace(one, restored=True) for one in found})


def removed_again(view: View, *places: Span) -> View:
    """`view` without the passages that restored ranges at `places` became.

    Raises:
        LookupError: if nothing was removed at one of `places`.
    """
    found = {
        one.source: replace(one, restored=False)
        for one in _removed_at(view, places)
        if one.restored
    }
    if not found:
        return view
    return _made_of(view, [one for one in _blocks(view) if one.span not in found], found)


def takes_restored(
    view: View,
    places: Collection[Span],
    metadata: Metadata,
    register: OutletRegister,
    present: Sequence[Take],
) -> tuple[TakeDraft, ...]:
    """The takes of an article shown as `view` that stand wholly in the restored `places`.

    Those `present` are not told again: an extracted one where it has the very same words; one that
    is marked, catalogued or decided about where it shares any.
    """
    drafts = find_takes(
        view.cleaned, view.passages, metadata, register, languages().named(metadata.language)
    )
    told = {take.anchor.segments for take in present}
    decided = [
        segment
        for take in present
        if take.origin is not Origin.EXTRACTED or take.standing is not Standing.PROPOSED
        for segment in take.anchor.segments
    ]
    return tuple(
        draft
        for draft in drafts
        if stands_in(draft.anchor.segments, places)
        and draft.anchor.segments not in told
        and not any(mine.overlaps(one) for mine in draft.anchor.segments for one in decided)
    )


def shown(draft: ArticleDraft, places: Collection[Span], register: OutletRegister) -> ArticleDraft:
    """The draft with the ranges removed at `places` shown, and the takes that stand in them.

    Raises:
        LookupError: if nothing was removed at one of `places`.
    """
    if not places:
        return draft
    view = restored(View(draft.cleaned, draft.passages, draft.removed), *places)
    added = takes_restored(view, places, draft.metadata, register, ())
    known = {take.anchor.segments for take in draft.takes}
    fresh = tuple(take for take in added if take.anchor.segments not in known)
    return replace(
        draft,
        cleaned=view.cleaned,
        passages=view.passages,
        removed=view.removed,
        takes=(*draft.takes, *fresh),
    )


def stands_in(segments: Iterable[Span], places: Collection[Span]) -> bool:
    """Whether all the segments of a take lie in some of these places."""
    return all(any(place.contains(segment) for place in places) for segment in segments)


def _removed_at(view: View, places: Sequence[Span]) -> list[RemovedRange]:
    removed = {one.source: one for one in view.removed}
    for place in places:
        if place not in removed:
            message = f"nothing was removed at {place}"
            raise LookupError(message)
    return [removed[place] for place in places]


def _blocks(view: View) -> list[Block]:
    source = view.cleaned.source
    return [Block(one.kind, one.source, one.source.of(source)) for one in view.passages]


def _block(source: str, found: RemovedRange) -> Block:
    kind = _KINDS.get(found.kind, PassageKind.BODY)
    return Block(kind, found.source, found.source.of(source))


def _made_of(view: View, blocks: Sequence[Block], changed: Mapping[Span, RemovedRange]) -> View:
    ordered = sorted(blocks, key=lambda block: block.span)
    cleaned, passages = view_of(view.cleaned.source, ordered)
    removed = tuple(changed.get(one.source, one) for one in view.removed)
    return View(cleaned, passages, removed)
