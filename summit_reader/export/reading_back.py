"""Finding what a hand-out carries: in a web page, a Word document, Markdown or JSON."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from summit_reader.domain.exchange import HandOutRead
from summit_reader.domain.hand_out_errors import HandOutChanged, HandOutTooNew, NotAHandOut
from summit_reader.export.exchange import VERSION, read_exchange, version_of
from summit_reader.export.fields import Wrong
from summit_reader.export.markdown import COMMENT_END, COMMENT_START
from summit_reader.export.packing import CARRIED, NAMESPACE, Damaged, unpacked
from summit_reader.export.page import META

if TYPE_CHECKING:
    from lxml import etree

_ZIP = b"PK\x03\x04"
_LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part of a Word document; more is no hand-out but a bomb."""
_MOST_PARTS = 64
"""Parts of a Word document that are looked into."""
_DOCUMENT = "word/document.xml"
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def read_back(content: bytes, path: Path) -> HandOutRead:
    """The comparison that the hand-out `content`, which came from `path`, carries.

    Raises:
        NotAHandOut: if it carries none.
        HandOutChanged: if what it carries was changed.
        HandOutTooNew: if a later version of the program wrote it.
    """
    try:
        data, is_edited = _carried(content, path)
    except Damaged as error:
        raise HandOutChanged(path, reason="the part that is read back is damaged") from error
    version = version_of(data)
    if not version:
        raise NotAHandOut(path)
    if version > VERSION:
        raise HandOutTooNew(path)
    try:
        return read_exchange(data, path.stem, is_edited=is_edited)
    except Wrong as error:
        reason = f"“{error.name}” of {error.where} is missing or is not what it was"
        raise HandOutChanged(path, reason=reason) from error


def visible_in_page(html: str) -> str:
    """What a browser shows of a page."""
    return _Page(html).visible


def _carried(content: bytes, path: Path) -> tuple[object, bool]:
    """The data a file carries, and whether what it shows was changed."""
    if content.startswith(_ZIP):
        return _carried_by_word(content, path)
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    head = text.lstrip()[:1]
    if head == "{":
        return _carried_by_json(text, path), False
    if head == "<" and COMMENT_START not in text:
        page = _Page(text)
        letters, visible = page.carried, page.visible
    else:
        visible, start, rest = text.partition(COMMENT_START)
        letters = rest.partition(COMMENT_END)[0] if start else ""
    if not letters.strip():
        raise NotAHandOut(path)
    data, is_same = unpacked(letters, visible)
    return data, not is_same


def _carried_by_json(text: str, path: Path) -> object:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise HandOutChanged(path, reason=f"it is not JSON any more ({error})") from error
    carried = data.get("summit_reader") if isinstance(data, dict) else None
    if carried is None:
        raise NotAHandOut(path)
    return carried


def _carried_by_word(content: bytes, path: Path) -> tuple[object, bool]:
    parts = _parts(content)
    letters = next(
        (found for name, part in parts.items() if (found := _letters_in(name, part))), ""
    )
    if not letters:
        raise NotAHandOut(path)
    data, is_same = unpacked(letters, _words_in(parts.get(_DOCUMENT, b"")))
    return data, not is_same


def _parts(content: bytes) -> dict[str, bytes]:
    """The text of a Word document and what may be carried along."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            wanted = [
                entry
                for entry in archive.infolist()
                if entry.filename == _DOCUMENT or entry.filename.startswith(CARRIED)
            ][:_MOST_PARTS]
            if any(entry.file_size > _LARGEST_PART for entry in wanted):
                raise Damaged
            return {entry.filename: _part(archive, entry.filename) for entry in wanted}
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        # Encrypted and oddly packed archives raise what they please.
        raise Damaged from error


def _part(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(_LARGEST_PART + 1)  # the size it claims may be a lie
    if len(content) > _LARGEST_PART:
        raise Damaged
    return content


def _letters_in(name: str, part: bytes) -> str:
    if not name.startswith(CARRIED) or NAMESPACE.encode() not in part:
        return ""
    return "".join(_tree(part).itertext())


def _words_in(document: bytes) -> str:
    return " ".join(node.text or "" for node in _tree(document).iter(_TEXT))


def _tree(content: bytes) -> etree._Element:
    from lxml import etree  # noqa: PLC0415 - no start waits for it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Damaged from error


class _Page(HTMLParser):
    """A web page as far as it concerns us: what it carries, and the text it shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.carried = ""
        self._shown: list[str] = []
        self._hidden = 0
        self.feed(html)
        self.close()

    @property
    def visible(self) -> str:
        """The text that is shown."""
        return " ".join(self._shown)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"head", "style", "script"}
        told = dict(attrs)
        if tag == "meta" and told.get("name") == META:
            self.carried = told.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(self._hidden - (tag in {"head", "style", "script"}), 0)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._shown.append(data)
