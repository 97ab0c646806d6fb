"""A hand-out as an OpenDocument text: a zip archive of XML, its kind stored first and unpacked."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from summit_reader.export.characters import runs_right_to_left
from summit_reader.export.inline import Inline
from summit_reader.export.sheet import Block, Cell, Grid, PageBreak, Paragraph, Part

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
_VERSION = "1.3"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDE = 3
"""Columns from which on the page lies on its side."""
_MARGIN = 18
_A4 = (210, 297)

_GREY = "#57524a"
_LOOKS: dict[Part, dict[str, str]] = {
    Part.TITLE: {"fo:font-size": "20pt", "fo:font-weight": "bold"},
    Part.SUMMARY: {"fo:color": _GREY},
    Part.HEADING: {"fo:font-size": "12pt", "fo:font-weight": "bold"},
    Part.OUTLET: {},
    Part.VOICE: {"fo:font-size": "9.5pt", "fo:color": _GREY},
    Part.HEADLINE: {"fo:font-weight": "bold"},
    Part.CONTEXT: {"fo:font-size": "10pt", "fo:color": _GREY},
    Part.QUOTATION: {"fo:font-size": "11.5pt"},
    Part.REPORTED: {"fo:font-size": "11.5pt"},
    Part.DETAIL: {"fo:font-size": "9pt", "fo:color": _GREY},
    Part.NOTE: {"fo:font-size": "10pt", "fo:font-style": "italic"},
    Part.PROSE: {},
    Part.SOURCE: {"fo:font-size": "9.5pt"},
}
_SPACES: dict[Part, tuple[str, str]] = {
    Part.TITLE: ("0pt", "2pt"),
    Part.SUMMARY: ("0pt", "14pt"),
    Part.HEADING: ("16pt", "4pt"),
    Part.OUTLET: ("6pt", "0pt"),
    Part.HEADLINE: ("4pt", "2pt"),
    Part.QUOTATION: ("4pt", "4pt"),
    Part.REPORTED: ("4pt", "4pt"),
    Part.NOTE: ("4pt", "4pt"),
    Part.PROSE: ("0pt", "6pt"),
}
_KEPT_TOGETHER = frozenset({Part.OUTLET, Part.VOICE, Part.HEADLINE, Part.HEADING})
_TURNED = " from the right"


def open_document_of(blocks: tuple[Block, ...], title: str) -> bytes:
    """The blocks as the bytes of an .odt file."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        # First and unpacked: by these bytes the kind of the file is known from outside.
        archive.writestr(_entry("mimetype", ZIP_STORED), MEDIA_TYPE)
        for name, tree in (
            ("content.xml", _content(blocks)),
            ("styles.xml", _styles(blocks)),
            ("meta.xml", _about(title)),
            ("META-INF/manifest.xml", _manifest()),
        ):
            archive.writestr(
                _entry(name, ZIP_DEFLATED),
                etree.tostring(tree, xml_declaration=True, encoding="UTF-8"),
            )
    return file.getvalue()


def _entry(name: str, compression: int) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = compression
    return entry


def _made(name: str, parent: etree._Element | None = None, **attributes: str) -> etree._Element:
    """An element, below `parent`; `prefix:name` and `prefix__name` stand for qualified names."""
    told = {
        _qualified(key.replace("__", ":").replace("_", "-")): value
        for key, value in attributes.items()
    }
    if parent is None:
        return etree.Element(_qualified(name), told, nsmap=_NAMES)
    return etree.SubElement(parent, _qualified(name), told)


def _qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def _set(element: etree._Element, values: dict[str, str]) -> None:
    for name, value in values.items():
        element.set(_qualified(name), value)


def _content(blocks: tuple[Block, ...]) -> etree._Element:
    root = _made("office:document-content", office__version=_VERSION)
    automatic = _made("office:automatic-styles", root)
    for name, look in (
        ("bold", {"fo:font-weight": "bold"}),
        ("italic", {"fo:font-style": "italic"}),
    ):
        style = _made("style:style", automatic, style__name=name, style__family="text")
        _set(_made("style:text-properties", style), look)
    style = _made("style:style", automatic, style__name="break", style__family="paragraph")
    _made("style:paragraph-properties", style, fo__break_before="page")
    _add_cell_style(automatic)
    body = _made("office:text", _made("office:body", root))
    grids = 0
    for block in blocks:
        if isinstance(block, PageBreak):
            _made("text:p", body, text__style_name="break")
        elif isinstance(block, Grid):
            grids += 1
            _add_grid(body, automatic, block, f"grid{grids}", _room(blocks))
        else:
            _add_paragraph(body, block)
    return root


def _add_cell_style(automatic: etree._Element) -> None:
    cell = _made("style:style", automatic, style__name="cell", style__family="table-cell")
    look = {"fo:padding": "2mm", "fo:border": "none", "fo:border-top": "0.5pt solid #bbbbbb"}
    _set(_made("style:table-cell-properties", cell), look)


def _add_grid(
    body: etree._Element, automatic: etree._Element, grid: Grid, name: str, room: float
) -> None:
    for number, share in enumerate(grid.shares):
        column = _made(
            "style:style",
            automatic,
            style__name=f"{name}.{number}",
            style__family="table-column",
        )
        _made("style:table-column-properties", column, style__column_width=f"{room * share:.1f}mm")
    table = _made("table:table", body, table__name=name)
    for number in range(len(grid.shares)):
        _made("table:table-column", table, table__style_name=f"{name}.{number}")
    if grid.head:
        row = _made("table:table-row", _made("table:table-header-rows", table))
        for words in grid.head:
            _add_cell(row, (Paragraph(Part.DETAIL, (Inline(words, bold=True),)),))
    for cells in grid.rows:
        row = _made("table:table-row", table)
        for cell in cells:
            _add_cell(row, cell)


def _add_cell(row: etree._Element, content: Cell) -> None:
    cell = _made("table:table-cell", row, table__style_name="cell", office__value_type="string")
    for paragraph in content or (Paragraph(Part.DETAIL, ()),):
        _add_paragraph(cell, paragraph)


def _add_paragraph(parent: etree._Element, paragraph: Paragraph) -> None:
    turned = _TURNED if runs_right_to_left(paragraph.text) else ""
    style = _style_name(paragraph.part, turned)
    if paragraph.part in {Part.TITLE, Part.HEADING}:
        level = "1" if paragraph.part is Part.TITLE else "2"
        target = _made("text:h", parent, text__style_name=style, text__outline_level=level)
    else:
        target = _made("text:p", parent, text__style_name=style)
    for run in paragraph.runs:
        _add_run(target, run)


def _add_run(target: etree._Element, run: Inline) -> None:
    if run.link:
        target = _made("text:a", target, xlink__type="simple", xlink__href=run.link)
    elif run.bold or run.italic:
        target = _made("text:span", target, text__style_name="bold" if run.bold else "italic")
    last: etree._Element | None = None
    for piece in _pieces(run.text):
        if isinstance(piece, str):
            if last is None:
                # After what is there already: a paragraph may hold several runs.
                _append_text(target, piece)
            else:
                last.tail = (last.tail or "") + piece
        else:
            last = piece
            target.append(piece)


def _append_text(target: etree._Element, text: str) -> None:
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def _pieces(text: str) -> Iterator[str | etree._Element]:
    """The text with its line ends as elements; two blanks in a row would become one."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield _made("text:line-break")
        words, *rest = line.split("  ")
        yield words
        for each in rest:
            yield " "
            yield _made("text:s")
            yield each


def _styles(blocks: tuple[Block, ...]) -> etree._Element:
    root = _made("office:document-styles", office__version=_VERSION)
    styles = _made("office:styles", root)
    for part, look in _LOOKS.items():
        for turned in ("", _TURNED):
            _add_style(styles, part, look, turned)
    automatic = _made("office:automatic-styles", root)
    layout = _made("style:page-layout", automatic, style__name="page")
    width, height = _A4[::-1] if _is_wide(blocks) else _A4
    _set(
        _made("style:page-layout-properties", layout),
        {
            "fo:page-width": f"{width}mm",
            "fo:page-height": f"{height}mm",
            "style:print-orientation": "landscape" if _is_wide(blocks) else "portrait",
            "fo:margin": f"{_MARGIN}mm",
        },
    )
    masters = _made("office:master-styles", root)
    _made("style:master-page", masters, style__name="Standard", style__page_layout_name="page")
    return root


def _add_style(styles: etree._Element, part: Part, look: dict[str, str], turned: str) -> None:
    name = f"{part.value}{turned}"
    style = _made(
        "style:style",
        styles,
        style__name=_style_name(part, turned),
        style__display_name=f"Summit {name}",
        style__family="paragraph",
    )
    above, below = _SPACES.get(part, ("0pt", "2pt"))
    spaces = {"fo:margin-top": above, "fo:margin-bottom": below}
    if part in _KEPT_TOGETHER:
        spaces["fo:keep-with-next"] = "always"
    if turned:
        spaces |= {"style:writing-mode": "rl-tb", "fo:text-align": "start"}
    _set(_made("style:paragraph-properties", style), spaces)
    _set(_made("style:text-properties", style), {"fo:font-size": "11pt"} | look)


def _style_name(part: Part, turned: str) -> str:
    return f"Summit_{part.value}{turned.replace(' ', '_')}"


def _is_wide(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, Grid) and len(block.shares) >= _WIDE for block in blocks)


def _room(blocks: tuple[Block, ...]) -> float:
    """Millimetres between the margins."""
    return (_A4[1] if _is_wide(blocks) else _A4[0]) - 2 * _MARGIN


def _about(title: str) -> etree._Element:
    root = _made("office:document-meta", office__version=_VERSION)
    about = _made("office:meta", root)
    _made("meta:generator", about).text = "Summit Reader"
    _made("dc:title", about).text = title
    return root


def _manifest() -> etree._Element:
    root = _made("manifest:manifest", manifest__version=_VERSION)
    for path, kind in (
        ("/", MEDIA_TYPE),
        ("content.xml", "text/xml"),
        ("styles.xml", "text/xml"),
        ("meta.xml", "text/xml"),
    ):
        _made("manifest:file-entry", root, manifest__full_path=path, manifest__media_type=kind)
    return root
