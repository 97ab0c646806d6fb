"""What a hand-out carries to be read back, as letters that survive mail programs and editors."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import textwrap
import zlib

NAMESPACE = "urn:summit-reader:hand-out"
"""Of the XML part that a Word document carries."""
CARRIED = "customXml/"
"""Where the parts of a Word document lie that are carried and not shown."""

_SIGN = "sr1"
_LINE = 76
_LARGEST = 64 * 1024 * 1024
"""Bytes that are unpacked at most: more is no hand-out but a bomb."""


class Damaged(Exception):
    """The letters are not those that were written."""


def packed(data: object, visible: str) -> str:
    """`data` in lines of letters, with a checksum of what the file shows beside it."""
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    letters = base64.b64encode(zlib.compress(plain, 9)).decode("ascii")
    return "\n".join(textwrap.wrap(f"{_SIGN}:{_checksum(visible)}:{letters}", _LINE))


def unpacked(letters: str, visible: str) -> tuple[object, bool]:
    """What was packed, and whether what the file shows is still the same.

    Raises:
        Damaged: if the letters were changed or cut.
    """
    parts = "".join(letters.split()).split(":")
    if len(parts) != 3 or parts[0] != _SIGN:  # noqa: PLR2004 - sign, checksum, data
        raise Damaged
    try:
        squeezed = base64.b64decode(parts[2], validate=True)
        expander = zlib.decompressobj()
        plain = expander.decompress(squeezed, _LARGEST)
        if not expander.eof:
            raise Damaged
        data = json.loads(plain)
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        raise Damaged from error
    return data, parts[1] == _checksum(visible)


def _checksum(visible: str) -> str:
    # Blanks vary with whoever saved the file last, and change nothing.
    words = " ".join(visible.split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]
