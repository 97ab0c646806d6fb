"""Paragraphs from lines: where each line is one, and where lines were broken by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summit_reader.text.cleaning.lines import Line

WRAP_WIDTH = 100
"""Characters to which nearly all lines keep in a text that was wrapped by hand."""
MINIMUM_LINES = 6
"""Lines below which nothing can be said about wrapping."""
SHORT = 0.75
"""Share of the width below which a line looks like the last of a paragraph."""
STUB = 0.5
"""Share of the width below which a line looks like a broken first line."""

_ENDS_SENTENCE = re.compile(r"[.!?:…][”\"’'»)\]]*$")
_CLOSES = re.compile(r"[.!?…,][”\"’»]$")
_OPENS_QUOTATION = re.compile(r"[“\"‘«]")
_OPENS = re.compile(r"[\"“‘'«(\[]?[A-ZÀ-ÞŁŚŠŽČ0-9]")
_OPEN_END = re.compile(r"[,;–—-]$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; `is_heading` if their layout says that they head a section."""

    lines: tuple[Line, ...]
    is_heading: bool = False

    @property
    def text(self) -> str:
        """The lines in one."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How a text was wrapped: its width, and whether paragraphs start with a line cut short."""

    width: int
    starts_with_stub: bool

    def is_short(self, line: Line) -> bool:
        return len(line.text) < SHORT * self.width

    def is_stub(self, line: Line) -> bool:
        return len(line.text) < STUB * self.width

    def is_heading(self, lines: Sequence[Line], following: Line) -> bool:
        """Whether `lines` end a heading before `following`: short, and no sentence."""
        last = lines[-1].text
        if (
            _ENDS_SENTENCE.search(last)
            or _OPEN_END.search(last)
            or not _OPENS.match(following.text)
        ):
            return False
        if not all(self.is_stub(line) for line in lines):
            return False
        if not self.starts_with_stub:
            return True
        # There a paragraph too begins with a short line, but with only one.
        return len(lines) > 1 and self.is_stub(following)

    def separates(self, last: Line, following: Line) -> bool:
        """Whether a paragraph ends with `last`."""
        if not _ENDS_SENTENCE.search(last.text) or not _OPENS.match(following.text):
            return False
        if _CLOSES.search(last.text) and _OPENS_QUOTATION.match(following.text):
            return True  # one quotation after the other: two paragraphs
        return self.is_short(last) or self.is_stub(following)


def paragraphs_of(
    lines: Sequence[Line], stands_alone: Callable[[Line], bool]
) -> tuple[Paragraph, ...]:
    """The paragraphs that `lines` make up; blank lines and those that stand alone divide."""
    wrapping = _wrapping_of([line for line in lines if not stands_alone(line)])
    paragraphs: list[Paragraph] = []
    current: list[Line] = []

    def close(*, is_heading: bool = False) -> None:
        if current:
            paragraphs.append(Paragraph(tuple(current), is_heading))
            current.clear()

    for line in lines:
        if line.is_blank or stands_alone(line) or wrapping is None:
            close()
        elif current and wrapping.is_heading(current, line):
            close(is_heading=True)
        elif current and wrapping.separates(current[-1], line):
            close()
        if not line.is_blank:
            current.append(line)
        if stands_alone(line):
            close()
    close()
    return tuple(paragraphs)


def _wrapping_of(lines: Sequence[Line]) -> _Wrapping | None:
    """How `lines` were wrapped; None if each is a paragraph."""
    written = [line for line in lines if not line.is_blank]
    lengths = sorted(len(line.text) for line in written)
    if len(written) < MINIMUM_LINES:
        return None
    width = lengths[len(lengths) * 9 // 10]
    broken = sum(
        not one.is_blank and not two.is_blank and not _ENDS_SENTENCE.search(one.text)
        for one, two in pairwise(lines)
    )
    if width > WRAP_WIDTH or 2 * broken < len(written):
        return None
    starts = [
        two
        for one, two in pairwise(lines)
        if (one.is_blank or _ENDS_SENTENCE.search(one.text)) and _OPENS.match(two.text)
    ]
    stubs = sum(len(line.text) < STUB * width for line in starts)
    return _Wrapping(width, starts_with_stub=2 * stubs > len(starts))
