"""The one place where Python's code points become Qt's UTF-16 units, and back."""

from __future__ import annotations

from bisect import bisect_left

from summit_reader.domain.spans import Span

BEYOND_BMP = 0xFFFF


class Utf16Offsets:
    """Offsets into one text, both ways.

    >>> offsets = Utf16Offsets("🌍 accord")
    >>> offsets.units(2), offsets.code_points(3)
    (3, 2)
    """

    def __init__(self, text: str) -> None:
        # Places of the characters that take two units; nearly always none.
        self._wide = [at for at, char in enumerate(text) if ord(char) > BEYOND_BMP]
        self._wide_units = [at + count for count, at in enumerate(self._wide)]

    def units(self, code_points: int) -> int:
        """UTF-16 units before the code point at this offset."""
        return code_points + bisect_left(self._wide, code_points)

    def code_points(self, units: int) -> int:
        """Code points before this UTF-16 unit; inside a pair, those before the pair."""
        before = bisect_left(self._wide_units, units)
        inside = before and self._wide_units[before - 1] + 1 == units
        return self._wide[before - 1] if inside else units - before

    def span_units(self, span: Span) -> Span:
        """The same stretch in UTF-16 units."""
        return Span(self.units(span.start), self.units(span.end))


def utf16_length(text: str) -> int:
    """Length of `text` as Qt counts it."""
    return len(text) + sum(ord(char) > BEYOND_BMP for char in text)
