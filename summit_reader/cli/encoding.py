"""Printing typographic text where the terminal knows only ASCII or an old code page."""

from __future__ import annotations

import codecs
import io
import unicodedata
from typing import TextIO

_HANDLER = "summit-nearest"

_NEAREST = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("–—‐‑−", "-"),
    "…": "...",
    "›": ">",
    "‹": "<",
    "·": "|",
    "•": "*",
    "\u00a0": " ",
}


def nearest(text: str) -> str:
    """`text` in ASCII: marks by their plain forms, letters without accents, else question marks.

    >>> nearest("“Lidové noviny” …")
    '"Lidove noviny" ...'
    """
    return "".join(_NEAREST.get(char) or _base(char) for char in text)


def forgiving(stream: TextIO) -> TextIO:
    """`stream`, which from now on prints the nearest ASCII for what its encoding lacks."""
    codecs.register_error(_HANDLER, _replace)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=_HANDLER)
    return stream


def _base(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode("ascii")
    return plain or ("" if unicodedata.combining(char) else "?")


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return nearest(error.object[error.start : error.end]), error.end
