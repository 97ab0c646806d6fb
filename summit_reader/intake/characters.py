"""Text that can be stored, whatever was in the bytes or the mark-up that it came from."""

from __future__ import annotations

import re
import unicodedata

# What layout is made of stays: tabs, line feeds, form feeds and carriage returns.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_HALVES = re.compile(r"[\ud800-\udfff]")


def sound(text: str) -> str:
    r"""`text` as NFC without control characters; half a character becomes the sign for one lost.

    >>> sound("e\u0301\x00 \ud83d")
    'é \ufffd'
    """
    # Halves that lie side by side, as JSON may spell them, are a whole.
    if _HALVES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))
