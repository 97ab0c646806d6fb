"""Readers' comments as the index knows them: texts of an article that are none of its passages."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.passage import RemovedRange
from summit_reader.domain.set_apart import ReaderComment
from summit_reader.index.port import PassageDocument
from summit_reader.text.cleaning.comments import reader_comments

FIRST = 1_000_000_000
"""The number of an article's first comment in the index; no article has as many passages."""


def comments_and_rest(
    source: str, removed: Sequence[RemovedRange]
) -> tuple[tuple[ReaderComment, ...], tuple[RemovedRange, ...]]:
    """The comments among the `removed` ranges of `source`, and the ranges that are none of them."""
    comments = reader_comments(source, removed)
    told = {place for comment in comments for place in comment.ranges}
    return comments, tuple(one for one in removed if one.source not in told)


def comment_documents(comments: Sequence[ReaderComment]) -> tuple[PassageDocument, ...]:
    """An article's comments as they are indexed, in their order."""
    return tuple(
        PassageDocument(FIRST + number, comment.text) for number, comment in enumerate(comments)
    )


def is_comment(number: int) -> bool:
    """Whether this number in the index is that of a comment."""
    return number >= FIRST


def comment_at(comments: Sequence[ReaderComment], number: int) -> ReaderComment | None:
    """The comment with this number in the index; None if it is gone."""
    place = number - FIRST
    return comments[place] if 0 <= place < len(comments) else None
