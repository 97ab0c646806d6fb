"""The characters of a page, from what its bytes, its server and its mark-up say of its encoding."""

from __future__ import annotations

import re

from summit_reader.intake.characters import sound
from summit_reader.intake.encodings import by_mark, codec_named, is_mostly_utf_8, with_strays

_DECLARATION_REACH = 8_192
"""Bytes in which a page declares its encoding; browsers look at 1,024."""
_SNIFFED = 65_536
"""Bytes by which an encoding is guessed that nobody declared."""
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_ENCODINGS = re.compile(
    r"ascii$|utf-8$|cp\d+$|iso8859-\d+$|iso2022_jp|koi8|gb|big5|euc|shift_jis|mac-|tis-620$|johab$"
)
_LATIN = re.compile(
    r"ascii$|cp125[02478]$|cp437$|cp85\d$|cp775$|cp1026$|cp1140$|cp273$|cp500$|cp037$|mac-|hp"
    r"|iso8859-(?:1|2|3|4|9|10|13|14|15|16)$"
)
_LANGUAGE = re.compile(rb"""<html\b[^>]{0,500}?\blang\s*=\s*["']?([A-Za-z]{2})""", re.IGNORECASE)
_LEGACY = {
    **dict.fromkeys(("pl", "cs", "hu", "sk", "sl", "hr", "ro", "sq", "bs"), "cp1250"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    "tr": "cp1254",
    "vi": "cp1258",
}
"""The encodings in which languages of Latin letters were written before Unicode."""


def decoded_page(content: bytes, charset: str = "") -> str:
    """`content` as text; `charset` is what the server declared.

    Bytes that are sound UTF-8 are UTF-8 whatever is declared, since no other encoding yields them
    by chance; else what is declared holds. A page of both UTF-8 and Windows-1252 is read as both.
    """
    mark = by_mark(content)
    if mark is not None:
        return sound(content[mark[1] :].decode(mark[0], "replace"))
    wide = _wide(content)
    if wide:
        return sound(content.decode(wide, "replace"))
    try:
        return sound(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    declared = _codec(charset) or _codec(_declared(content))
    if declared == "utf-8" or is_mostly_utf_8(content):
        return sound(with_strays(content, lost="\N{REPLACEMENT CHARACTER}"))
    return sound(content.decode(declared or _sniffed(content), "replace"))


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of the mark-up is zero."""
    head = content[:200]
    if head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > len(head) // 4 else ""


def _declared(content: bytes) -> str:
    found = _DECLARED.search(content[:_DECLARATION_REACH])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def _codec(label: str) -> str:
    """The codec that `label` means on a page; empty if pages are written in none such."""
    name = codec_named(label) or ""
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # it was declared in single bytes
    return name if _ENCODINGS.match(name) else ""


def _sniffed(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for what nobody declared

    best = from_bytes(content[:_SNIFFED]).best()
    name = _codec(best.encoding) if best is not None else ""
    if name and not _LATIN.match(name):
        return name
    # Which of the Latin ones it is cannot be told from the few letters in which they differ.
    language = _LANGUAGE.search(content[:_DECLARATION_REACH])
    return _LEGACY.get(language[1].decode().lower(), "cp1252") if language else "cp1252"
