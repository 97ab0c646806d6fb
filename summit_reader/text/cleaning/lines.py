"""The lines of a source text, each with where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.spans import Span

MOST_BLANK = 2
"""Blank lines in a row that say all that any number of them says."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it; `span` is empty where nothing is left."""

    span: Span
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on the line."""
        return not self.text


def lines_of(source: str) -> tuple[Line, ...]:
    r"""The lines of `source`, which end at line feeds; of many blank ones in a row the first two.

    >>> [line.text for line in lines_of("  one\n\ntwo")]
    ['one', '', 'two']
    """
    lines = []
    start = 0
    blank = 0
    for raw in source.split("\n"):
        blank = 0 if raw else blank + 1
        if blank > MOST_BLANK:
            start += 1
            continue
        lines.append(Line(trimmed(source, Span(start, start + len(raw))), raw.strip()))
        start += len(raw) + 1
    return tuple(lines)


def trimmed(source: str, span: Span) -> Span:
    """`span` without the blanks at its ends.

    >>> trimmed("a  b ", Span(1, 5))
    Span(start=3, end=4)
    """
    text = span.of(source)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))
