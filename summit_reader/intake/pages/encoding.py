"""The characters of a page, from what its bytes, its server and its mark-up say of its encoding."""

from __future__ import annotations

import codecs
import re

from summit_reader.intake.characters import sound

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION_REACH = 8_192
"""Bytes in which a page declares its encoding; browsers look at 1,024."""
_SNIFFED = 65_536
"""Bytes by which an encoding is guessed that nobody declared."""
_MULTIBYTE_SHARE = 2
"""Times that sound multi-byte characters must outnumber stray bytes in a mixed page."""
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_SEQUENCES = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
# As browsers read them: what says it is Latin-1 is Windows-1252, and so on.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
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
_STRAY = "stray-windows-1252"


def decoded_page(content: bytes, charset: str = "") -> str:
    """`content` as text; `charset` is what the server declared.

    Bytes that are sound UTF-8 are UTF-8 whatever is declared, since no other encoding yields them
    by chance; else what is declared holds. A page of both UTF-8 and Windows-1252 is read as both.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return sound(content[len(mark) :].decode(encoding, "replace"))
    wide = _wide(content)
    if wide:
        return sound(content.decode(wide, "replace"))
    try:
        return sound(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    declared = _codec(charset) or _codec(_declared(content))
    if declared == "utf-8" or _is_mixed(content):
        return sound(content.decode("utf-8", _STRAY))
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
    """Python's name of the encoding that browsers understand by `label`; empty if it is unknown."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # it was declared in single bytes
    # UTF-7 would smuggle mark-up in, and some codecs of Python's are no encodings at all.
    return _READ_AS.get(name, name) if _ENCODINGS.match(name) else ""


def _is_mixed(content: bytes) -> bool:
    """Whether most that is not ASCII is sound UTF-8."""
    lost = len(content) - len(content.decode("utf-8", "ignore").encode())
    return len(_SEQUENCES.findall(content)) >= _MULTIBYTE_SHARE * max(lost, 1)


def _sniffed(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for what nobody declared

    best = from_bytes(content[:_SNIFFED]).best()
    name = _codec(best.encoding) if best is not None else ""
    if name and not _LATIN.match(name):
        return name
    # Which of the Latin ones it is cannot be told from the few letters in which they differ.
    language = _LANGUAGE.search(content[:_DECLARATION_REACH])
    return _LEGACY.get(language[1].decode().lower(), "cp1252") if language else "cp1252"


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


codecs.register_error(_STRAY, _as_windows_1252)
