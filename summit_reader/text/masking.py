"""A text in which the words of others are blotted out, so that only the report is read."""

from __future__ import annotations

from collections.abc import Iterable

from summit_reader.text.quotations import Quotation

BLOT = "\x01"
"""Stands for a character inside quotation marks."""


def masked(text: str, quotations: Iterable[Quotation]) -> str:
    """`text` with the words of `quotations` blotted out, all but a last sign that ends a sentence.

    It is as long as `text`, so that places in one are places in the other.
    """
    parts = []
    reached = 0
    for quotation in quotations:
        end = quotation.inner.end
        if text[end - 1] in ".!?":
            end -= 1
        parts += [text[reached : quotation.inner.start], BLOT * (end - quotation.inner.start)]
        reached = max(end, quotation.inner.start)
    parts.append(text[reached:])
    return "".join(parts)
