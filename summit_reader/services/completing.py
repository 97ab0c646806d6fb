"""What could stand where the reader types: names of fields, and their values in the library."""

from __future__ import annotations

import re

from summit_reader.domain.search import Completion, FacetField
from summit_reader.domain.spans import Span
from summit_reader.index.lexing import FIELDS
from summit_reader.index.port import SearchIndex
from summit_reader.index.query import Property
from summit_reader.index.ranked_values import RankedValues
from summit_reader.index.values import CHOICES

MOST = 12
"""Completions offered at once."""

_BEFORE = r"(?:^|(?<=[\s(\-–−]))"
_VALUE = re.compile(rf'{_BEFORE}({"|".join(FIELDS)}):("[^"]*|[^\s"()]*)$', re.IGNORECASE)
_NAME = re.compile(rf"{_BEFORE}([a-z]+)$", re.IGNORECASE)
_COUNTED = {
    "outlet": FacetField.OUTLET,
    "country": FacetField.COUNTRY,
    "language": FacetField.LANGUAGE,
    "role": FacetField.ROLE,
    "speaker": FacetField.SPEAKER,
    "date": FacetField.MONTH,
}


def completions(index: SearchIndex, text: str, cursor: int) -> tuple[Completion, ...]:
    """What could stand in place of what ends at the cursor, the most frequent first."""
    typed = text[: max(cursor, 0)]
    value = _VALUE.search(typed)
    if value is not None:
        span = Span(value.start(2), len(typed))
        found = _values(index, value[1].casefold(), value[2].lstrip('"'))
        return tuple(Completion(span, quoted(name), count) for name, count in found)
    name = _NAME.search(typed)
    if name is None:
        return ()
    span = Span(name.start(1), len(typed))
    return tuple(
        Completion(span, f"{each}:") for each in FIELDS if each.startswith(name[1].casefold())
    )


def quoted(value: str) -> str:
    """The value as it has to be typed.

    >>> quoted("The Week"), quoted("expert")
    ('"The Week"', 'expert')
    """
    plain = value.replace('"', " ")
    return plain if re.fullmatch(r"[\w-]+", plain) else f'"{plain}"'


def _values(index: SearchIndex, name: str, begun: str) -> tuple[tuple[str, int], ...]:
    """The values in which a word, or the whole, begins as was typed."""
    if name in _COUNTED:
        return index.completions(_COUNTED[name], begun, MOST)
    if name in {"has", "in"}:
        return RankedValues(dict.fromkeys(CHOICES[Property(name)], 0)).begun(begun, MOST)
    return ()
