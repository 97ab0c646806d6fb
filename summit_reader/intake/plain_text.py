"""Plain text in whatever encoding it was saved, as NFC with one kind of line end."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import BinaryFile, EmptyFile, UndecodableFile

# The marks of UTF-32 begin with those of UTF-16, so they come first.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LAYOUT_CONTROLS = frozenset("\t\n\v\f\r")
_CONTROLS_ALLOWED = 1 / 200
"""Share of control characters that a text may have picked up on its way."""
_FOREIGN_ALLOWED = 0.3
"""Share of letters outside ASCII in a Western European text; other alphabets show far more."""
_TYPOGRAPHY = frozenset("‘’‚“”„–—…•«»‹›€£©®°§·¡¿ \xa0ªº²³½¼¾´¨™†‡")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


class PlainTextReader:
    """The reader of last resort: takes any bytes and finds out whether they are text."""

    format = "text"
    media_type = "text/plain"

    def accepts(self, content: bytes) -> bool:  # noqa: ARG002 - part of the protocol
        """Always: what nobody else knows is text or nothing."""
        return True

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[RawArticle]:
        """The one article that a text file is.

        Raises:
            EmptyFile: if there is nothing but blanks.
            BinaryFile: if it is not text.
            UndecodableFile: if no encoding fits.
        """
        yield RawArticle(name, content, self.media_type, decoded(content, Path(name)), hints)


def decoded(content: bytes, path: Path) -> str:
    """`content` as NFC text with line feeds for line ends; `path` only names it in errors.

    Raises:
        EmptyFile: if there is nothing but blanks.
        BinaryFile: if it is not text.
        UndecodableFile: if no encoding fits.
    """
    text = _with_byte_order_mark(content, path)
    if text is None:
        # UTF-16 without its mark is full of NULs too; to guess its byte order is to guess.
        if b"\0" in content:
            raise BinaryFile(path)
        text = _without_byte_order_mark(content, path)
    if not text.strip().strip(_INVISIBLE).strip():
        raise EmptyFile(path)
    if "\0" in text or _control_share(text) > _CONTROLS_ALLOWED:
        raise BinaryFile(path)
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _with_byte_order_mark(content: bytes, path: Path) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UndecodableFile(path) from error
    return None


def _without_byte_order_mark(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    if _control_share(text) > _CONTROLS_ALLOWED:
        raise BinaryFile(path)
    if not _is_plausible(text):
        raise UndecodableFile(path)
    return text


def _control_share(text: str) -> float:
    controls = sum(
        1 for char in text if unicodedata.category(char) == "Cc" and char not in _LAYOUT_CONTROLS
    )
    return controls / max(len(text), 1)


def _is_plausible(text: str) -> bool:
    """Whether a text read as Western European looks like one.

    Every byte sequence can be read that way, so what came out must be mostly plain letters, with
    the others being letters or the signs that word processors put in.
    """
    letters = sum(char.isalpha() for char in text)
    foreign = [char for char in text if not char.isascii()]
    foreign_letters = sum(char.isalpha() for char in foreign)
    known = sum(char.isalpha() or char in _TYPOGRAPHY for char in foreign)
    return foreign_letters <= _FOREIGN_ALLOWED * letters and known == len(foreign)
