"""The cut of a passage that is shown in a result."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.search import Snippet
from summit_reader.domain.spans import Span

LENGTH = 180
"""Characters of a snippet, ellipses aside: two to three lines of a result."""

_LEAD = 30
"""Characters kept before the first mark, so that it is read in its sentence."""

_ELLIPSIS = "…"


def snippet_of(text: str, marks: Sequence[Span]) -> Snippet:
    """The stretch of `text` with most of the `marks`, the first of several, cut at words."""
    if len(text) <= LENGTH:
        return Snippet(text, tuple(marks))
    window = _window(text, marks)
    head = _ELLIPSIS if window.start > 0 else ""
    tail = _ELLIPSIS if window.end < len(text) else ""
    shift = len(head) - window.start
    shown = tuple(
        # A mark longer than the window itself is cut with it.
        Span(mark.start + shift, min(mark.end, window.end) + shift)
        for mark in marks
        if window.start <= mark.start < window.end
    )
    return Snippet(head + window.of(text) + tail, shown)


def _window(text: str, marks: Sequence[Span]) -> Span:
    first = _densest(marks)
    start = max(first - _LEAD, 0)
    start = min(start, len(text) - LENGTH)
    end = start + LENGTH
    if start > 0:
        start = _word_start(text, start, first)
    if end < len(text):
        end = _word_end(text, end, start)
    return Span(start, end)


def _densest(marks: Sequence[Span]) -> int:
    """Where the first mark begins of those that most others follow within a snippet."""
    best = best_count = last = 0
    for number, mark in enumerate(marks):
        while last < len(marks) and marks[last].end <= mark.start + LENGTH - _LEAD:
            last += 1
        if last - number > best_count:
            best, best_count = mark.start, last - number
    return best if best_count or not marks else marks[0].start


def _word_start(text: str, at: int, limit: int) -> int:
    """The first start of a word from `at` on; `at` itself if `limit` comes first."""
    if text[at - 1].isspace():
        return at
    for place in range(at, limit):
        if text[place].isspace():
            return place + 1
    return at


def _word_end(text: str, at: int, limit: int) -> int:
    """The last end of a word up to `at`; `at` itself if it would leave less than half."""
    if text[at].isspace():
        return at
    for place in range(at - 1, (at + limit) // 2, -1):
        if text[place].isspace():
            return place
    return at
