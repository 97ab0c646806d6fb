"""A hand-out as a file of each format."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from summit_reader.export.formats import Format
from summit_reader.export.handout import HandOut
from summit_reader.export.markdown import markdown_of
from summit_reader.export.packing import packed
from summit_reader.export.page import page_of
from summit_reader.export.paper import Paper, paper_of
from summit_reader.export.quotes import as_data, as_table
from summit_reader.export.reading_back import visible_in_page
from summit_reader.export.references import as_bibtex, as_csl, as_ris
from summit_reader.export.sheet import blocks_of

PrintPdf = Callable[[Paper], bytes]
"""Makes a PDF of paper; it takes more than this room knows."""


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
    # Not at the top: who exports something else need not wait for these to load.
    blocks = blocks_of(sheet)
    if kind is Format.OPEN_DOCUMENT:
        from summit_reader.export.open_document import open_document_of  # noqa: PLC0415

        return open_document_of(blocks, sheet.title)
    if kind is Format.PDF:
        return print_pdf(paper_of(blocks, sheet.title))
    from summit_reader.export.word_document import word_document_of  # noqa: PLC0415

    pack = partial(packed, exchange) if exchange else None
    return word_document_of(blocks, sheet.title, pack)


_WRITERS: dict[Format, Callable[[HandOut], str]] = {
    Format.CSV: as_table,
    Format.BIBTEX: as_bibtex,
    Format.RIS: as_ris,
    Format.CSL: as_csl,
}
