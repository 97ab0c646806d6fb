"""Which characters bytes stand for: as declared, as their marks say, or as they look."""

from __future__ import annotations

import codecs
import contextlib
import re

from summit_reader.intake.characters import sound

# The marks of UTF-32 begin with those of UTF-16, so they come first.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What is written on a text is often a part of what is in it; the whole is read (WHATWG Encoding).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "big5": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_NO_CHARACTERS = frozenset(("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"))
"""Codecs whose plain letters may stand for others: no text of ours is written in them."""

_SAMPLE = 1 << 16
_ZEROS_EVIDENT = 0.3
"""Share of zero bytes in every other place that only UTF-16 shows."""
_ZEROS_ALLOWED = 1 / 20
_MOSTLY = 2
"""Letters written in UTF-8 for each stray byte that make a text one in UTF-8."""

_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_STRAY = re.compile("[\udc80-\udcff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def codec_named(label: str) -> str | None:
    """The codec for a declared encoding, as browsers understand it; None if there is none.

    >>> codec_named("ISO-8859-1"), codec_named("x-unknown")
    ('cp1252', None)
    """
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
        "".encode(name)  # “hex” and its kind turn bytes into bytes
    except (LookupError, ValueError, TypeError, UnicodeError):
        return None
    return None if name in _NO_CHARACTERS else _WIDER.get(name, name)


def by_mark(content: bytes) -> tuple[str, int] | None:
    """The codec that a byte order mark names, and the length of the mark."""
    for mark, codec in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return codec, len(mark)
    return None


def by_zeros(content: bytes) -> str | None:
    """The kind of UTF-16 that zero bytes in every other place give away."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half == 0 or len(content) % 2:
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= _ZEROS_EVIDENT and even <= _ZEROS_ALLOWED:
        return "utf-16-le"
    if even >= _ZEROS_EVIDENT and odd <= _ZEROS_ALLOWED:
        return "utf-16-be"
    return None


def mended(content: bytes) -> str | None:
    """UTF-8 with stray bytes of Windows-1252 in it, as pasted files have; None if it is not."""
    with contextlib.suppress(UnicodeDecodeError):
        # Programs that count in halves write each half of a character as one.
        return content.decode("utf-8", "surrogatepass")
    return with_strays(content) if is_mostly_utf_8(content) else None


def is_mostly_utf_8(content: bytes) -> bool:
    """Whether most that is not ASCII is sound UTF-8."""
    sequences = len(_SEQUENCE.findall(content))
    strays = len(_STRAY.findall(content.decode("utf-8", "surrogateescape")))
    return 0 < sequences >= _MOSTLY * strays


def with_strays(content: bytes, lost: str = "") -> str:
    r"""`content` as UTF-8, each byte that is none as Windows-1252.

    `lost` stands for the few bytes that are nothing there either; without it they are controls.

    >>> with_strays("é".encode() + b" \xe9")
    'é é'
    """
    text = content.decode("utf-8", "surrogateescape")
    return _STRAY.sub(lambda match: _windows(ord(match.group()) - 0xDC00, lost), text)


def decoded_as(content: bytes, declared: str) -> str | None:
    """`content` in the encoding it is declared to be in; None if that is not what it is in."""
    codec = codec_named(declared) if declared else None
    if codec is None:
        return None
    if codec in {"utf-16", "utf-32"}:
        codec = by_zeros(content) or f"{codec}-le"
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return None


def text_of(content: bytes, declared: str = "") -> str:
    """Any bytes as text that can be stored, for a part of a file: never an error.

    UTF-8 outranks a declared code page, since nothing else looks like it by chance.
    """
    if content.isascii() and not (b"\0" in content or _is_escaped(declared)):
        return storable(content.decode("ascii"))
    mark = by_mark(content)
    if mark is not None:
        return storable(content[mark[1] :].decode(mark[0], "replace"))
    zeros = by_zeros(content)
    text = content.decode(zeros, "replace") if zeros else None
    if text is None and not _is_escaped(declared):
        text = _whole_utf_8(content)
    if text is None:
        text = decoded_as(content, declared)
    if text is None:
        text = mended(content)
    if text is None:
        text = "".join(map(_windows, content))
    return storable(text)


def storable(text: str) -> str:
    r"""`text` as NFC with line feeds for line ends, and only what UTF-8 can hold and a page show.

    >>> storable("e\u0301\r\n\0 \ud83d\ude00 \udc00")
    'é\n 😀 \ufffd'
    """
    if text.isascii() and not _ODD.search(text):
        return text
    return sound(_LINE_ENDS.sub("\n", text.replace("\ufeff", "")))


def _is_escaped(declared: str) -> bool:
    """Whether the declared encoding writes all its characters in ASCII, as ISO-2022-JP does."""
    return declared.strip().lower().startswith(("iso-2022", "hz"))


def _whole_utf_8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _windows(byte: int, lost: str = "") -> str:
    character = bytes((byte,)).decode("cp1252", "ignore")
    return character or lost or bytes((byte,)).decode("latin-1")
