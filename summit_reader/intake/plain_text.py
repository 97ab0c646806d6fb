"""Plain text in whatever encoding it was saved, as NFC with one kind of line end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import BinaryFile, EmptyFile, UndecodableFile
from summit_reader.intake.encodings import by_mark, by_zeros, decoded_as, mended, storable
from summit_reader.intake.foreign import refusal_of

_LAYOUT_CONTROLS = frozenset("\t\n\v\f\r")
_SAMPLE = 4_000
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
            FileProblem: if it is of a format that is known and not read.
        """
        refusal = refusal_of(content)
        if refusal is not None:
            raise refusal(name)
        text = decoded(content, Path(name), hints.charset)
        yield RawArticle(name, content, self.media_type, text, hints)


def decoded(content: bytes, path: Path, declared: str = "") -> str:
    """`content` as NFC text with line feeds for line ends; `path` only names it in errors.

    `declared` is the encoding that somebody says it is in; what the bytes say outranks it.

    Raises:
        EmptyFile: if there is nothing but blanks.
        BinaryFile: if it is not text.
        UndecodableFile: if no encoding fits.
    """
    text = _with_byte_order_mark(content, path)
    if text is None:
        text = _without_byte_order_mark(content, path, declared)
    if not text.strip().strip(_INVISIBLE).strip():
        raise EmptyFile(path)
    if _control_share(text) > _CONTROLS_ALLOWED:
        raise BinaryFile(path)
    return storable(text)


def _with_byte_order_mark(content: bytes, path: Path) -> str | None:
    found = by_mark(content)
    zeros = by_zeros(content) if found is None else None
    if zeros is not None:
        found = zeros, 0
    if found is None:
        return None
    codec, length = found
    try:
        text = content[length:].decode(codec)
    except UnicodeDecodeError as error:
        raise (BinaryFile if zeros else UndecodableFile)(path) from error
    if zeros and not _is_written(text):
        raise BinaryFile(path)
    return text


def _is_written(text: str) -> bool:
    """Whether these are letters and not numbers of two bytes each."""
    return 2 * sum(char.isalnum() or char.isspace() for char in text[:_SAMPLE]) >= len(
        text[:_SAMPLE]
    )


def _without_byte_order_mark(content: bytes, path: Path, declared: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = decoded_as(content, declared)
    if text is not None:
        return text
    text = mended(content)
    if text is not None and _control_share(text) <= _CONTROLS_ALLOWED:
        return text
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
