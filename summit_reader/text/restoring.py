"""Showing what was removed from an article, and removing it again: no anchor changes.

Anchors and removed ranges refer to the source text, so that only the cleaned text and the passages
have to be made anew, from the passages there are and the stretch that comes or goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.passage import Passage, PassageKind, RemovedKind, RemovedRange
from summit_reader.domain.spans import Span
from summit_reader.text.structure import Block
from summit_reader.text.view import view_of

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


def restored(view: View, place: Span) -> View:
    """`view` with the removed range at `place` of the source text shown as a passage.

    A range that is shown already stays as it is.

    Raises:
        LookupError: if nothing was removed at `place`.
    """
    found = _removed_at(view, place)
    if found.restored:
        return view
    blocks = [*_blocks(view), _block(view.cleaned.source, found)]
    return _made_of(view, blocks, replace(found, restored=True))


def removed_again(view: View, place: Span) -> View:
    """`view` without the passage that a restored range at `place` became.

    Raises:
        LookupError: if nothing was removed at `place`.
    """
    found = _removed_at(view, place)
    if not found.restored:
        return view
    blocks = [block for block in _blocks(view) if block.span != place]
    return _made_of(view, blocks, replace(found, restored=False))


def _removed_at(view: View, place: Span) -> RemovedRange:
    for one in view.removed:
        if one.source == place:
            return one
    message = f"nothing was removed at {place}"
    raise LookupError(message)


def _blocks(view: View) -> list[Block]:
    source = view.cleaned.source
    return [Block(one.kind, one.source, one.source.of(source)) for one in view.passages]


def _block(source: str, found: RemovedRange) -> Block:
    kind = _KINDS.get(found.kind, PassageKind.BODY)
    return Block(kind, found.source, found.source.of(source))


def _made_of(view: View, blocks: Sequence[Block], changed: RemovedRange) -> View:
    ordered = sorted(blocks, key=lambda block: block.span)
    cleaned, passages = view_of(view.cleaned.source, ordered)
    removed = tuple(changed if one.source == changed.source else one for one in view.removed)
    return View(cleaned, passages, removed)
