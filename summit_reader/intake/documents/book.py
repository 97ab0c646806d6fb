"""EPUB: books, and the newspapers that programs bind into one. Each chapter is an article."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from summit_reader.domain.article import Hints, Imprint, RawArticle
from summit_reader.domain.errors import EmptyFile, FileProblem
from summit_reader.domain.file_errors import DamagedFile, EncryptedFile
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.blocks import Block, blocks_of
from summit_reader.intake.composing import composed, headline_of, line_of
from summit_reader.intake.dates import moment_in
from summit_reader.intake.encodings import text_of
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.language_tags import language_of
from summit_reader.intake.unpacking import Archive, unpacked
from summit_reader.intake.xml_tree import attribute, local, tree_of

FEWEST_LETTERS = 300
"""Characters from which on a part of a book is an article and no title page."""
MOST_CHAPTERS = 5_000

_HEAD = 512
_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
_CHAPTER_LIMIT = 16 * MEBIBYTE
# “Daily Test [Mon, 23 Nov 2026]”, as programs that bind newspapers call them.
_ISSUE = re.compile(r"\s*\[[^\]]{4,40}\]$")
_DECLARED = re.compile(rb"""(?:encoding|charset)\s{0,3}=\s{0,3}["']?([\w.:-]{2,40})""")
_BINDERS = frozenset(("calibre", "unknown", "recipe"))


@dataclass(frozen=True, slots=True)
class _Book:
    """What a book says of itself, and the files of its chapters in the order of reading."""

    title: str
    authors: tuple[str, ...]
    language: str
    published: str
    chapters: tuple[str, ...]


class BookReader:
    """The chapters of a book, each an article that the book carries."""

    format = "epub"
    media_type = "application/epub+zip"
    limit = 300 * MEBIBYTE

    def accepts(self, content: bytes) -> bool:
        """Whether it is an archive whose first file says that it is a book."""
        head = content[:_HEAD]
        return head.startswith(b"PK\x03\x04") and (
            b"mimetype" + self.media_type.encode() in head or _CONTAINER.encode() in content
        )

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The chapters with enough text; the book as one article if no chapter has.

        Raises:
            EmptyFile: if there is no text.
            FileProblem: if it is locked, broken or too large.
        """
        yield from self.read_stream(name, BytesIO(content), hints)

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The chapters of a large book."""
        with unpacked(stream, name) as archive:
            book = _book(archive, name)
            short: list[Block] = []
            found = False
            for number, chapter in enumerate(book.chapters, 1):
                part = f"{name}#{number}"
                try:
                    content = archive.read(chapter, _CHAPTER_LIMIT)
                except FileProblem as problem:
                    found = True
                    yield Failure(Path(part), type(problem)(part))
                    continue
                blocks = _blocks(content)
                if sum(len(block.text) for block in blocks) < FEWEST_LETTERS:
                    short.extend(blocks)
                    continue
                found = True
                yield _article(part, content, blocks, book, hints)
            if not found:
                text = composed(block.printed for block in short)
                if not text:
                    raise EmptyFile(name)
                yield _article(name, text.encode(), tuple(short), book, hints)


def _article(
    name: str, content: bytes, blocks: tuple[Block, ...], book: _Book, hints: Hints
) -> RawArticle:
    headline = next((headline_of(block.text) for block in blocks[:4] if block.level), "")
    rest = [block for block in blocks if block.text != headline] if headline else blocks
    source = composed((block.printed for block in rest), headline)
    imprint = Imprint(
        outlet=book.title,
        headline=headline if source else "",
        authors=book.authors,
        published=moment_in(book.published),
        language=book.language,
    )
    return RawArticle(name, content, "application/xhtml+xml", source or headline, hints, imprint)


def _blocks(content: bytes) -> tuple[Block, ...]:
    declared = _DECLARED.search(content[:1_024])
    return blocks_of(text_of(content, declared[1].decode("ascii") if declared else ""))


def _book(archive: Archive, name: str) -> _Book:
    container = tree_of(archive.read(_CONTAINER, MEBIBYTE), name)
    place = next(
        (attribute(one, "full-path") for one in container.iter() if local(one) == "rootfile"), ""
    )
    package = tree_of(archive.read(place, 16 * MEBIBYTE), name)
    stated: dict[str, list[str]] = {}
    files: dict[str, tuple[str, str, str]] = {}
    order: list[str] = []
    for element in package.iter():
        kind = local(element)
        if kind in {"title", "creator", "language", "date"} and element.text:
            stated.setdefault(kind, []).append(line_of(element.text))
        elif kind == "item":
            files[attribute(element, "id")] = (
                attribute(element, "href"),
                attribute(element, "media-type"),
                attribute(element, "properties"),
            )
        elif kind == "itemref" and attribute(element, "linear") != "no":
            order.append(attribute(element, "idref"))
    chapters = tuple(_chapters(order, files, posixpath.dirname(place)))
    if not chapters:
        raise DamagedFile(name)
    if _LOCKS in archive and _are_locked(chapters, tree_of(archive.read(_LOCKS), name)):
        raise EncryptedFile(name)
    return _Book(
        title=_ISSUE.sub("", next(iter(stated.get("title", ())), "")),
        authors=tuple(
            author for author in stated.get("creator", ()) if author.casefold() not in _BINDERS
        )[:20],
        language=language_of(next(iter(stated.get("language", ())), "")),
        published=next(iter(stated.get("date", ())), ""),
        chapters=chapters,
    )


def _chapters(
    order: list[str], files: dict[str, tuple[str, str, str]], folder: str
) -> Iterator[str]:
    """The names, in the archive, of the pages in the order of reading, contents aside."""
    for key in list(dict.fromkeys(order))[:MOST_CHAPTERS]:
        place, kind, properties = files.get(key, ("", "", ""))
        if place and (kind in _PAGES or not kind) and "nav" not in properties.split():
            yield posixpath.normpath(posixpath.join(folder, unquote(place.partition("#")[0])))


def _are_locked(chapters: tuple[str, ...], locks: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether chapters, and not only fonts, are encrypted."""
    locked = {
        posixpath.normpath(unquote(attribute(one, "URI")))
        for one in locks.iter()
        if local(one) == "CipherReference"
    }
    return any(chapter in locked for chapter in chapters)
