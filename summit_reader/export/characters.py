"""Characters that may leave the program: nothing that turns, hides or splits a line.

Titles and quotations come from strangers. An override of the writing direction can make a citation
read as another one, an escape character drives a terminal, half a surrogate pair cannot be encoded.
"""

from __future__ import annotations

import unicodedata

_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Embeddings, overrides and isolates (UAX #9). The plain marks U+200E and U+200F turn nothing."""

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_NO_CHARACTERS = (0xFEFF, 0xFFFE, 0xFFFF)
_LINE_ENDS = (0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_SURROGATES = range(0xD800, 0xE000)

_NEUTRAL: dict[int, str | None] = {
    **dict.fromkeys((*_TURNING, *_CONTROLS, *_NO_CHARACTERS)),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    **dict.fromkeys(_SURROGATES, "\N{REPLACEMENT CHARACTER}"),
    ord("\t"): " ",
}


def neutral(text: str) -> str:
    r"""`text` without direction overrides and control characters; lines end in `\n`.

    >>> neutral("Po\u202elityka\x1b[2J\r\n")
    'Polityka[2J\n'
    """
    return text.replace("\r\n", "\n").translate(_NEUTRAL)


def one_line(text: str) -> str:
    r"""`text` as `neutral` leaves it, on a single line with single blanks.

    >>> one_line(" The  summit\nwas ")
    'The summit was'
    """
    return " ".join(neutral(text).split())


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter of `text` belongs to a script that is written from the right.

    >>> runs_right_to_left("“שלום”"), runs_right_to_left("Kim שלום")
    (True, False)
    """
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind in {"R", "AL"} for kind in strong if kind in {"L", "R", "AL"}), False)
