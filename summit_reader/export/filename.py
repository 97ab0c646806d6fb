"""A file name for a hand-out that every system accepts."""

from __future__ import annotations

import unicodedata

from summit_reader.export.characters import one_line

_FORBIDDEN = dict.fromkeys(map(ord, '<>:"/\\|?*'), "-")
"""What Windows refuses; the slash is refused everywhere."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
)
"""Names of devices on Windows, with any suffix and in any case."""

_LIMIT = 120
"""Bytes of UTF-8. File systems take 255, and whole paths on Windows 260 characters."""

_FALLBACK = "Comparison"


def suggested_name(title: str, suffix: str) -> str:
    """A file name made of `title` and `suffix` (with its dot).

    >>> suggested_name("Will Russia pay?", ".html")
    'Will Russia pay.html'
    >>> suggested_name("con", ".md")
    '_con.md'
    """
    composed = unicodedata.normalize("NFC", one_line(title)).translate(_FORBIDDEN)
    visible = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    stem = _cut(_trimmed(visible)) or _FALLBACK
    if stem.partition(".")[0].rstrip().casefold() in _DEVICES:
        stem = f"_{stem}"
    return stem + suffix


def _trimmed(name: str) -> str:
    # Windows drops trailing dots and blanks silently; a leading dot hides the file elsewhere, a
    # leading hyphen makes it an option.
    return name.strip(" .-")


def _cut(name: str) -> str:
    return _trimmed(name.encode("utf-8")[:_LIMIT].decode("utf-8", "ignore"))
