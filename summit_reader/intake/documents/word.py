"""Word documents, read as they are printed: with insertions, text boxes and footnotes.

python-docx, which writes ours, leaves out what was inserted under review and what stands in
content controls and text boxes; so the text is taken from the mark-up itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import EmptyFile, FileProblem
from summit_reader.domain.importing import Item
from summit_reader.intake.composing import composed, headline_of
from summit_reader.intake.dates import moment_in
from summit_reader.intake.documents.properties import imprint_of
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.unpacking import Archive, unpacked
from summit_reader.intake.xml_tree import attribute, local, tree_of

_BODY = "word/document.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_TITLE_STYLE = re.compile(r"(?:title|titel|titre|título|titolo|tytuł)$", re.IGNORECASE)
_SKIPPED = frozenset(("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback"))
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_ROW_JOINT = " | "


class WordReader:
    """The one article of a Word document."""

    format = "docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    limit = 200 * MEBIBYTE

    def accepts(self, content: bytes) -> bool:
        """Whether it is an archive that names the file in which Word keeps the text."""
        return content.startswith(b"PK\x03\x04") and _BODY.encode() in content

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
        body = archive.read(_BODY)
        notes = dict(_notes(archive, name))
        properties = _properties(archive, name)
    printed = list(_printed(tree_of(body, name), notes))
    paragraphs = [text for _, text in printed]
    source = composed(paragraphs)
    if not source:
        raise EmptyFile(name)
    imprint = imprint_of(
        paragraphs,
        properties.get("title", ""),
        (properties.get("creator", ""),),
        moment_in(properties.get("created", "")),
        properties.get("language", ""),
    )
    title = next((headline_of(text) for style, text in printed if _TITLE_STYLE.match(style)), "")
    imprint = replace(imprint, headline=title or imprint.headline)
    source = composed((one for one in paragraphs if one != title), title) or source
    return RawArticle(name, content or body, WordReader.media_type, source, hints, imprint)


def _printed(root: Any, notes: dict[str, str]) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - lxml
    """The paragraphs with their styles; a row of a table is one, and the notes come last."""
    cited: list[str] = []
    body = next((child for child in root if local(child) == "body"), root)
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "p":
            yield _style(element), _text(element, cited)
        elif name == "tr":
            cells = (_cell(cell, cited) for cell in element if local(cell) == "tc")
            yield "", _ROW_JOINT.join(filter(None, cells))
        elif name not in _SKIPPED:
            waiting.extend(reversed(element))
    yield from (("", notes[key]) for key in dict.fromkeys(cited) if notes.get(key))


def _cell(cell: Any, cited: list[str]) -> str:  # noqa: ANN401 - as above
    texts = (_text(one, cited) for one in cell.iter() if local(one) == "p")
    return " ".join(" ".join(texts).split())


def _style(paragraph: Any) -> str:  # noqa: ANN401 - as above
    for part in paragraph:
        if local(part) == "pPr":
            return next((attribute(one, "val") for one in part if local(one) == "pStyle"), "")
    return ""


def _text(paragraph: Any, cited: list[str]) -> str:  # noqa: ANN401 - as above
    """The words of a paragraph, those of text boxes in it on lines of their own."""
    words: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in _SKIPPED:
            continue
        if name == "t":
            words.append(element.text or "")
        elif name in _BREAKS:
            words.append(_BREAKS[name])
        elif name in {"footnoteReference", "endnoteReference"}:
            cited.append(f"{name.removesuffix('Reference')} {attribute(element, 'id')}")
        else:
            if name == "p":
                words.append("\n")
            waiting.extend(reversed(element))
    return "".join(words)


def _notes(archive: Archive, name: str) -> Iterator[tuple[str, str]]:
    """The texts of foot- and endnotes by what they are cited as."""
    for file, kind in _NOTES:
        if file not in archive:
            continue
        for note in tree_of(archive.read(file), name):
            if local(note) == kind and attribute(note, "type") not in {
                "separator",
                "continuationSeparator",
            }:
                yield f"{kind} {attribute(note, 'id')}", _cell(note, [])


def _properties(archive: Archive, name: str) -> dict[str, str]:
    """The core properties by name; none where their file is missing or broken."""
    if "docProps/core.xml" not in archive:
        return {}
    try:
        root = tree_of(archive.read("docProps/core.xml", MEBIBYTE), Path(name))
    except FileProblem:
        return {}
    return {local(one): one.text or "" for one in root if local(one)}
