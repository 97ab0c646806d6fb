"""A hand-out as a Word document (Office Open XML).

Paragraphs have named styles, so that whoever edits the file changes a look in one place. What
reading back needs is a custom XML part, which word processors keep and do not show.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from summit_reader.export.characters import runs_right_to_left
from summit_reader.export.inline import Inline
from summit_reader.export.packing import CARRIED, NAMESPACE
from summit_reader.export.sheet import Block, Cell, Grid, PageBreak, Paragraph, Part

_STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    '<ds:datastoreItem ds:itemID="{6D1A5E0C-6E0B-4C50-9C57-7F5F2B8E7A01}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip archive knows: two exports of the same are the same bytes."""
_WIDE = 3
"""Columns from which on the page lies on its side."""

_A4 = (210, 297)
_MARGIN = 18
"""In millimetres."""

_GREY = RGBColor(0x57, 0x52, 0x4A)
_LOOKS: dict[Part, tuple[float, bool, bool, RGBColor | None, float, float]] = {
    # size in pt, bold, italic, colour, space above and below in pt
    Part.TITLE: (20, True, False, None, 0, 2),
    Part.SUMMARY: (10, False, False, _GREY, 0, 14),
    Part.HEADING: (12, True, False, None, 16, 4),
    Part.OUTLET: (11, False, False, None, 6, 0),
    Part.VOICE: (9.5, False, False, _GREY, 0, 2),
    Part.HEADLINE: (11, True, False, None, 4, 2),
    Part.CONTEXT: (10, False, False, _GREY, 2, 2),
    Part.QUOTATION: (11.5, False, False, None, 4, 4),
    Part.REPORTED: (11.5, False, False, None, 4, 4),
    Part.DETAIL: (9, False, False, _GREY, 0, 2),
    Part.NOTE: (10, False, True, None, 4, 4),
    Part.PROSE: (11, False, False, None, 0, 6),
    Part.SOURCE: (9.5, False, False, None, 0, 3),
}
_KEPT_TOGETHER = frozenset({Part.OUTLET, Part.VOICE, Part.HEADLINE, Part.HEADING})


def word_document_of(
    blocks: tuple[Block, ...], title: str, pack: Callable[[str], str] | None = None
) -> bytes:
    """The blocks as the bytes of a .docx file.

    `pack` makes what reading it back needs, given the words that the document shows.
    """
    document = docx.Document()
    _prepare(document, title, blocks)
    for block in blocks:
        if isinstance(block, PageBreak):
            _begin_page(document)
        elif isinstance(block, Grid):
            _add_grid(document, block)
        else:
            _fill(document.add_paragraph(), block)
    if pack is not None:
        words = " ".join(node.text or "" for node in document.element.iter(qn("w:t")))
        _carry(document, pack(words))
    file = BytesIO()
    document.save(file)
    return _timeless(file.getvalue())


def _begin_page(document: Document) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _prepare(document: Document, title: str, blocks: tuple[Block, ...]) -> None:
    about = document.core_properties
    about.title, about.author, about.comments = title, "", ""
    about.created = about.modified = datetime(*_EPOCH[:3])  # noqa: DTZ001 - Word's times have none
    about.last_modified_by = ""
    for part, (size, bold, italic, colour, above, below) in _LOOKS.items():
        style = document.styles.add_style(_style_name(part), WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Heading 1" if part is Part.HEADING else "Normal"]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
        style.font.color.rgb = colour or RGBColor(0x1E, 0x1C, 0x19)
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(below)
        style.paragraph_format.keep_with_next = part in _KEPT_TOGETHER
    section = document.sections[0]
    width, height = _A4
    if any(isinstance(block, Grid) and len(block.shares) >= _WIDE for block in blocks):
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height = height, width
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)


def _style_name(part: Part) -> str:
    return f"Summit {part.value}"


def _add_grid(document: Document, grid: Grid) -> None:
    room = (_A4[1] if len(grid.shares) >= _WIDE else _A4[0]) - 2 * _MARGIN
    table = document.add_table(rows=0, cols=len(grid.shares))
    table.autofit = False
    for column, share in zip(table.columns, grid.shares, strict=True):
        column.width = Mm(room * share)  # each row that is added takes it over
    _rule(table)
    if grid.head:
        cells = _added_row(table)
        for cell, name in zip(cells, grid.head, strict=True):
            _fill(cell.paragraphs[0], Paragraph(Part.DETAIL, (Inline(name, bold=True),)))
        _repeat_above(table)
    for row in grid.rows:
        for cell, content in zip(_added_row(table), row, strict=True):
            _fill_cell(cell, content)
    document.add_paragraph(style=_style_name(Part.DETAIL))  # two tables in a row would be one


def _rule(table: Table) -> None:
    """A hairline above each row, and one below the last."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BBBBBB")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = table._tblPr  # noqa: SLF001 - python-docx has no name for it
    # Word reads properties in the order of its schema only.
    properties.find(qn("w:tblLayout")).addprevious(borders)


def _added_row(table: Table) -> tuple[_Cell, ...]:
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx declares no answer
    # A card stays on one page where it fits. Its paragraphs must not ask for it: kept with the
    # next one, they would hold row to row, and the table would leave the page it begins on.
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - as above
    cells: tuple[_Cell, ...] = row.cells
    return cells


def _repeat_above(table: Table) -> None:
    properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no name for it
    properties.append(OxmlElement("w:tblHeader"))


def _fill_cell(cell: _Cell, content: Cell) -> None:
    first = cell.paragraphs[0]
    for number, paragraph in enumerate(content):
        target = first if number == 0 else cell.add_paragraph()
        _fill(target, paragraph)
        if paragraph.part in _KEPT_TOGETHER:
            target.paragraph_format.keep_with_next = False


def _fill(target: WordParagraph, paragraph: Paragraph) -> None:
    # By its id: looked up by its name, each of a thousand paragraphs would read all styles.
    target._p.style = _style_name(paragraph.part).replace(" ", "")  # noqa: SLF001 - as above
    turned = runs_right_to_left(paragraph.text)
    if turned:
        target._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - as above
    for run in paragraph.runs:
        if run.link:
            _add_link(target, run)
            continue
        added = target.add_run(run.text)  # a line feed in it begins a new line
        added.bold, added.italic = run.bold or None, run.italic or None
        if turned:
            added.font.rtl = True


def _add_link(target: WordParagraph, run: Inline) -> None:
    link = OxmlElement("w:hyperlink")
    relation = target.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    added = target.add_run(run.text)
    added.font.underline = True
    link.append(added._r)  # noqa: SLF001 - as above
    target._p.append(link)  # noqa: SLF001 - as above


def _carry(document: Document, packed: str) -> None:
    package = document.part.package
    xml = f'<?xml version="1.0" encoding="UTF-8"?><handOut xmlns="{NAMESPACE}">{packed}</handOut>'
    item = PackagePart(
        PackURI(f"/{CARRIED}item2.xml"), "application/xml", xml.encode("ascii"), package
    )
    store = PackagePart(
        PackURI(f"/{CARRIED}itemProps2.xml"), _STORE_TYPE, _STORE.encode("ascii"), package
    )
    item.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _timeless(content: bytes) -> bytes:
    """The same archive, every part of it from the same day."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for entry in before.infolist():
            told = ZipInfo(entry.filename, _EPOCH)
            told.compress_type = ZIP_DEFLATED
            after.writestr(told, before.read(entry))
    return file.getvalue()
