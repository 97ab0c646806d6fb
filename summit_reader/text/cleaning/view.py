"""The cleaned view of a text: its blocks one under the other, each a passage."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.cleaned_text import CleanedText, Piece
from summit_reader.domain.passage import Passage
from summit_reader.domain.spans import Span
from summit_reader.text.cleaning.repairs import pieces_of
from summit_reader.text.cleaning.structure import Block

SEPARATOR = "\n\n"


def view_of(source: str, blocks: Sequence[Block]) -> tuple[CleanedText, tuple[Passage, ...]]:
    """What the reader sees of `source`, and where in it each block stands."""
    pieces: list[Piece] = []
    passages = []
    reached = 0
    for block in blocks:
        if pieces:
            # An insertion: what lies between two blocks, removed lines perhaps, is not shown.
            pieces.append(Piece(Span(block.span.start, block.span.start), SEPARATOR))
            reached += len(SEPARATOR)
        shown = list(pieces_of(source, block.span))
        pieces += shown
        length = sum(len(piece.shown) for piece in shown)
        passages.append(Passage(block.kind, block.span, Span(reached, reached + length)))
        reached += length
    return CleanedText(source, tuple(pieces)), tuple(passages)
