"""Every format a hand-out goes out in, by the end of its file's name."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path

from summit_reader.export.handout import HandOut
from summit_reader.export.markdown import markdown_of
from summit_reader.export.open_document import open_document_of
from summit_reader.export.packing import packed
from summit_reader.export.page import page_of
from summit_reader.export.paper import Paper, paper_of
from summit_reader.export.quotes import as_data, as_table
from summit_reader.export.reading_back import visible_in_page
from summit_reader.export.references import as_bibtex, as_csl, as_ris
from summit_reader.export.sheet import blocks_of


class Format(StrEnum):
    """A kind of file."""

    HTML = "html"
    WORD = "docx"
    OPEN_DOCUMENT = "odt"
    PDF = "pdf"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl-json"


SUFFIXES: dict[Format, tuple[str, ...]] = {
    Format.HTML: (".html", ".htm"),
    Format.WORD: (".docx",),
    Format.OPEN_DOCUMENT: (".odt",),
    Format.PDF: (".pdf",),
    Format.MARKDOWN: (".md", ".markdown"),
    Format.CSV: (".csv",),
    Format.JSON: (".json",),
    Format.BIBTEX: (".bib",),
    Format.RIS: (".ris",),
    Format.CSL: (".csl.json", ".csljson"),
}
"""How names of files of each format end, the usual way first."""

REFERENCES = frozenset({Format.BIBTEX, Format.RIS, Format.CSL})
"""Formats that hold the texts and not the takes."""

CARRYING = frozenset({Format.HTML, Format.WORD, Format.MARKDOWN, Format.JSON})
"""Formats that can be read back."""

PrintPdf = Callable[[Paper], bytes]
"""Makes a PDF of paper; it takes more than this room knows."""


def format_of(path: Path) -> Format | None:
    """The format that the name of a file says, if it says any.

    >>> format_of(Path("a.csl.json")), format_of(Path("a.JSON")), format_of(Path("a.xls"))
    (<Format.CSL: 'csl-json'>, <Format.JSON: 'json'>, None)
    """
    name = path.name.casefold()
    ends = sorted(
        (suffix for suffixes in SUFFIXES.values() for suffix in suffixes), key=len, reverse=True
    )
    end = next((suffix for suffix in ends if name.endswith(suffix) and name != suffix), None)
    return next((kind for kind, suffixes in SUFFIXES.items() if end in suffixes), None)


def rendered(
    sheet: HandOut, kind: Format, print_pdf: PrintPdf, exchange: dict[str, object] | None = None
) -> bytes:
    """The hand-out as a file; `exchange` goes into those that can be read back."""
    if kind in _WRITERS:
        return _WRITERS[kind](sheet).encode("utf-8", "replace")
    if kind is Format.JSON:
        return as_data(sheet, exchange).encode("utf-8", "backslashreplace")
    if kind is Format.HTML:
        letters = packed(exchange, visible_in_page(page_of(sheet))) if exchange else ""
        return page_of(sheet, letters).encode("utf-8")
    if kind is Format.MARKDOWN:
        letters = packed(exchange, markdown_of(sheet)) if exchange else ""
        return markdown_of(sheet, letters).encode("utf-8")
    return _document(sheet, kind, print_pdf, exchange)


def _document(
    sheet: HandOut, kind: Format, print_pdf: PrintPdf, exchange: dict[str, object] | None
) -> bytes:
    blocks = blocks_of(sheet)
    if kind is Format.OPEN_DOCUMENT:
        return open_document_of(blocks, sheet.title)
    if kind is Format.PDF:
        return print_pdf(paper_of(blocks, sheet.title))
    # Not at the top: who exports something else need not wait for it to load.
    from summit_reader.export.word_document import word_document_of  # noqa: PLC0415

    pack = partial(packed, exchange) if exchange else None
    return word_document_of(blocks, sheet.title, pack)


_WRITERS: dict[Format, Callable[[HandOut], str]] = {
    Format.CSV: as_table,
    Format.BIBTEX: as_bibtex,
    Format.RIS: as_ris,
    Format.CSL: as_csl,
}
