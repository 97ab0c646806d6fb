"""OpenDocument texts, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import EmptyFile, FileProblem
from summit_reader.domain.file_errors import EncryptedFile
from summit_reader.domain.importing import Item
from summit_reader.intake.composing import composed, headline_of
from summit_reader.intake.dates import moment_in
from summit_reader.intake.documents.properties import imprint_of
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.unpacking import Archive, unpacked
from summit_reader.intake.xml_tree import attribute, local, tree_of

_HEAD = 512
_SKIPPED = frozenset((
    "tracked-changes", "annotation", "annotation-end", "note-citation", "forms", "ruby-text",
    "table-of-content", "alphabetical-index", "desc", "title", "sequence-decls",
))  # fmt: skip
_MOST_BLANKS = 100


class OpenDocumentReader:
    """The one article of an OpenDocument text."""

    format = "odt"
    media_type = "application/vnd.oasis.opendocument.text"
    limit = 200 * MEBIBYTE

    def accepts(self, content: bytes) -> bool:
        """Whether it is an archive whose first file says that it is such a text."""
        head = content[:_HEAD]
        return head.startswith(b"PK\x03\x04") and b"mimetype" + self.media_type.encode() in head

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The article.

        Raises:
            EmptyFile: if there is no text.
            FileProblem: if it is protected, broken or too large.
        """
        yield _article(name, BytesIO(content), content, hints)

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The article of a large file, of which the text and not the pictures are kept."""
        yield _article(name, stream, None, hints)


def _article(name: str, stream: BinaryIO, content: bytes | None, hints: Hints) -> RawArticle:
    with unpacked(stream, name) as archive:
        if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read(
            "META-INF/manifest.xml"
        ):
            raise EncryptedFile(name)
        text = archive.read("content.xml")
        properties = _properties(archive, name)
    printed = list(_printed(tree_of(text, name)))
    paragraphs = [paragraph for _, paragraph in printed]
    source = composed(paragraphs)
    if not source:
        raise EmptyFile(name)
    imprint = imprint_of(
        paragraphs,
        properties.get("title", ""),
        (properties.get("initial-creator", ""), properties.get("creator", "")),
        moment_in(properties.get("creation-date", "")),
        properties.get("language", ""),
    )
    title = next((headline_of(one) for style, one in printed if style == "Title"), "")
    imprint = replace(imprint, headline=title or imprint.headline)
    source = composed((one for one in paragraphs if one != title), title) or source
    return RawArticle(name, content or text, OpenDocumentReader.media_type, source, hints, imprint)


def _printed(root: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - lxml has no types
    """The paragraphs with their styles, the notes last."""
    notes: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in {"p", "h"}:
            yield attribute(element, "style-name"), _text(element, notes)
        elif name == "table-row":
            cells = (_cell(cell, notes) for cell in element if local(cell) == "table-cell")
            yield "", " | ".join(filter(None, cells))
        elif name not in _SKIPPED:
            waiting.extend(reversed(element))
    yield from (("", note) for note in notes)


def _cell(cell: Any, notes: list[str]) -> str:  # noqa: ANN401 - as above
    texts = (_text(one, notes) for one in cell.iter() if local(one) in {"p", "h"})
    return " ".join(" ".join(texts).split())


def _text(paragraph: Any, notes: list[str]) -> str:  # noqa: ANN401 - as above
    """The words of a paragraph; those of its notes are added to `notes`."""
    words: list[str] = [paragraph.text or ""]
    waiting: list[Any] = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            words.append(element)
            continue
        if element.tail:
            waiting.append(element.tail)
        name = local(element)
        if name == "s":
            count = attribute(element, "c")
            words.append(" " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1))
        elif name in {"tab", "line-break"}:
            words.append("\t" if name == "tab" else "\n")
        elif name == "note":
            body = (one for one in element if local(one) == "note-body")
            notes.extend(" ".join("".join(one.itertext()).split()) for one in body)
        elif name not in _SKIPPED:
            waiting.extend(reversed(element))
            words.append("\n" if name == "p" else "")
            waiting.append(element.text or "")
    return "".join(words)


def _properties(archive: Archive, name: str) -> dict[str, str]:
    """The properties by name; none where their file is missing or broken."""
    if "meta.xml" not in archive:
        return {}
    try:
        root = tree_of(archive.read("meta.xml", MEBIBYTE), name)
    except FileProblem:
        return {}
    return {local(one): one.text or "" for each in root for one in each if local(one)}
