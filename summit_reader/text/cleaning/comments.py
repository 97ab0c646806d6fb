"""What readers wrote under an article, with name and date where the page prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summit_reader.domain.passage import RemovedKind, RemovedRange
from summit_reader.domain.set_apart import ReaderComment
from summit_reader.domain.spans import Span
from summit_reader.text.dates import date_line
from summit_reader.text.languages import languages

LONGEST_BYLINE = 80
"""Characters of a line that says who wrote a comment, and when."""


def reader_comments(source: str, removed: Sequence[RemovedRange]) -> tuple[ReaderComment, ...]:
    """The comments among the `removed` lines of `source`, in their order.

    A line of its own that names somebody opens a comment, which then goes on to the next such
    line; where no names are printed every line is a comment.
    """
    lines = [one.source for one in removed if one.kind is RemovedKind.COMMENT and not one.restored]
    if not lines:
        return ()
    texts = [span.of(source).strip() for span in lines]
    bylines = {number: match for number, text in enumerate(texts) if (match := _byline(text))}
    found: list[ReaderComment] = []
    starts = sorted(bylines) if bylines else list(range(len(texts)))
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        match = bylines.get(start)
        body = list(range(start + (match is not None), end))
        written = _part(match, "written")
        if body and match is not None and not written and is_date(texts[body[0]]):
            written = texts[body.pop(0)]
        if body:
            found.append(
                ReaderComment(
                    text="\n".join(texts[number] for number in body),
                    source=Span(lines[start].start, lines[end - 1].end),
                    author=_part(match, "author"),
                    written=written,
                    ranges=tuple(lines[start:end]),
                )
            )
    return tuple(found)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote a comment: "Jane Roe says:", "Roe • 3 hours ago"."""
    return _byline(text) is not None


def is_date(text: str) -> bool:
    """Whether a line is a date or an age: "3 hours ago"."""
    if len(text) > LONGEST_BYLINE:
        return False
    ages = languages().boilerplate("comment_age")
    return ages.match(text) is not None or date_line(text) is not None


def _byline(text: str) -> re.Match[str] | None:
    if len(text) > LONGEST_BYLINE:
        return None
    patterns = languages().patterns("comment_byline")
    return next((match for one in patterns if (match := one.match(text))), None)


def _part(match: re.Match[str] | None, name: str) -> str:
    if match is None or name not in match.re.groupindex:
        return ""
    return (match[name] or "").strip()
