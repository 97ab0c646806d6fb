"""The lines of a PDF: what the worker does with its bytes."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from io import BytesIO
from math import hypot
from typing import Any

from summit_reader.domain.file_errors import ArchiveTooLarge, DamagedFile, EncryptedFile
from summit_reader.intake.encodings import storable
from summit_reader.intake.worker import UNNAMED

MOST_PAGES = 3_000
"""Pages of a file; the largest books have fewer."""
MOST_LETTERS = 20_000_000
"""Characters of a file."""
AT_A_TIME = 5.0
"""Seconds of reading after which the pages read so far are handed over."""

_LONGEST_LINE = 10_000


def lines_of_pages(content: bytes, first: str = "0") -> dict[str, Any]:
    """The lines of the pages from number `first` on, as many as can be read in `AT_A_TIME`.

    Answers with `pages` (of each its lines, as text, x, y, size; None for a page that is broken),
    `next` (the number of the first page not read, or -1) and `properties` as they stand there.

    Raises:
        DamagedFile: if it is no PDF, or broken beyond reading.
        EncryptedFile: if it opens with a password only.
        ArchiveTooLarge: if it has more pages or text than any book.
    """
    began = time.monotonic()
    document = _opened(content)
    try:
        count = len(document.pages)
    except RecursionError:
        raise
    except Exception as error:
        raise DamagedFile(UNNAMED) from error
    if count > MOST_PAGES:
        raise ArchiveTooLarge(UNNAMED)
    pages: list[list[list[Any]] | None] = []
    letters = 0
    number = int(first)
    while number < count and (not pages or time.monotonic() - began < AT_A_TIME):
        lines = _lines(document, number)
        letters += sum(len(line[0]) for line in lines or ())
        if letters > MOST_LETTERS:
            raise ArchiveTooLarge(UNNAMED)
        pages.append(lines)
        number += 1
    return {
        "pages": pages,
        "next": number if number < count else -1,
        "properties": _properties(document) if first == "0" else {},
    }


def _opened(content: bytes) -> Any:  # noqa: ANN401 - imported where it is used
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415 - the worker's to load

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        document = PdfReader(BytesIO(content))
        locked = document.is_encrypted and document.decrypt("") is PasswordType.NOT_DECRYPTED
    except RecursionError:
        raise
    except Exception as error:
        # pypdf lets through whatever a broken file makes Python say. A file whose cipher it lacks
        # the library for is closed to us like one with a password.
        kind = EncryptedFile if type(error).__name__ == "DependencyError" else DamagedFile
        raise kind(UNNAMED) from error
    if locked:
        raise EncryptedFile(UNNAMED)
    return document


def _lines(document: Any, number: int) -> list[list[Any]] | None:  # noqa: ANN401 - as above
    """The lines of one page; None if it cannot be read."""
    fragments: list[tuple[str, float, float, float]] = []

    def keep(text: str, matrix: list[float], place: list[float], _: object, size: float) -> None:
        if text:
            x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
            y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
            scale = hypot(place[2], place[3]) * hypot(matrix[2], matrix[3])
            fragments.append((text, x, y, (size or 0) * scale))

    try:
        document.pages[number].extract_text(visitor_text=keep)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # noqa: BLE001 - as in `_opened`
        return None
    return [list(line) for line in _in_lines(fragments)]


def _in_lines(
    fragments: list[tuple[str, float, float, float]],
) -> Iterator[tuple[str, float, float, float]]:
    """Fragments that no line feed divides in one, with the place of the first and largest size."""
    text, x, y, size = "", 0.0, 0.0, 0.0
    for fragment, at_x, at_y, in_size in fragments:
        first, *others = fragment.split("\n")
        for number, part in enumerate((first, *others)):
            if number:
                if text.strip():
                    yield storable(text[:_LONGEST_LINE]), x, y, size
                text, size = "", 0.0
            if part.strip():
                if not text.strip():
                    x, y = at_x, at_y
                size = max(size, in_size)
            text += part
    if text.strip():
        yield storable(text[:_LONGEST_LINE]), x, y, size


def _properties(document: Any) -> dict[str, str]:  # noqa: ANN401 - as above
    found = {}
    for key, name in (("/Title", "title"), ("/Author", "author"), ("/CreationDate", "created")):
        try:
            value = (document.metadata or {}).get(key)
            found[name] = storable(str(value))[:1_000] if value else ""
        except Exception:  # noqa: BLE001 - as in `_opened`
            found[name] = ""
    try:
        found["language"] = str(document.trailer["/Root"].get("/Lang") or "")[:40]
    except Exception:  # noqa: BLE001 - as in `_opened`
        found["language"] = ""
    return found
