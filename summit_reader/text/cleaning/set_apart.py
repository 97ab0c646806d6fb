"""What was removed from an article, sorted by what it is to its reader."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.passage import RemovedRange
from summit_reader.domain.set_apart import SetApart
from summit_reader.text.cleaning.comments import reader_comments
from summit_reader.text.cleaning.related import related_items


def set_apart_in(source: str, removed: Sequence[RemovedRange]) -> SetApart:
    """The other stories and the comments among the `removed` ranges of `source`, and the rest."""
    related, comments = related_items(source, removed), reader_comments(source, removed)
    told = {place for story in related for place in story.ranges}
    told |= {place for comment in comments for place in comment.ranges}
    rest = tuple(one for one in removed if one.source not in told)
    return SetApart(related, comments, rest)
