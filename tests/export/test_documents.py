"""Word and OpenDocument files: whole, the same each time, and nothing in them but our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from summit_reader.domain.comparison import Comparison, Source
from summit_reader.domain.take import Take
from summit_reader.export.characters import neutral
from summit_reader.export.handout import hand_out
from summit_reader.export.inline import Inline
from summit_reader.export.open_document import MEDIA_TYPE, open_document_of
from summit_reader.export.options import Arrangement, Options
from summit_reader.export.paper import paper_of
from summit_reader.export.sheet import Block, Grid, Paragraph, Part, blocks_of
from summit_reader.export.word_document import word_document_of

Make = Callable[..., Any]
Pinned = tuple[Take, Source]
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


@pytest.fixture
def comparison(polityka: Pinned, lankov: Pinned, make_clipping: Make) -> Comparison:
    clippings = (
        make_clipping(polityka, 0, 0, note="Flour,\nnot money.\n\nשלום"),
        make_clipping(lankov, 1, 1),
        make_clipping(lankov, 2, 2),
    )
    return Comparison(7, "Who pays?", "Nobody.", clippings)


def words_in_odt(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return " ".join(etree.fromstring(archive.read("content.xml")).itertext())


def words_in_docx(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("arrangement", Arrangement)
def test_both_hold_everything(comparison: Comparison, arrangement: Arrangement) -> None:
    blocks = blocks_of(hand_out(comparison, Options(arrangement=arrangement)))
    for words in (
        words_in_docx(word_document_of(blocks, "Who pays?")),
        words_in_odt(open_document_of(blocks, "Who pays?")),
    ):
        for part in ("Who pays?", "100,000 tonnes", "shower him", "not money.", "Nobody.", "n.d."):
            assert part in words


def test_three_columns_stand_beside_each_other(comparison: Comparison) -> None:
    blocks = blocks_of(hand_out(comparison))
    document = docx.Document(BytesIO(word_document_of(blocks, "x")))
    assert [len(table.columns) for table in document.tables] == [3]
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    with ZipFile(BytesIO(open_document_of(blocks, "x"))) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    assert len(content.findall(f".//{{{TABLE}}}table-column")) == 3
    assert 'valign="top"' in paper_of(blocks, "x").markup
    assert paper_of(blocks, "x").is_wide


def test_the_rows_of_a_word_document_stay_whole_and_apart(comparison: Comparison) -> None:
    blocks = blocks_of(hand_out(comparison))
    (table,) = docx.Document(BytesIO(word_document_of(blocks, "x"))).tables
    names = [etree.QName(one).localname for one in table._tblPr]
    assert names.index("tblBorders") < names.index("tblLayout"), "in the order of the schema"
    for row in table.rows:
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        for cell in row.cells:
            kept = [each.paragraph_format.keep_with_next for each in cell.paragraphs]
            assert True not in kept, "row would be kept to row, and all on a page of their own"
            styles = {each.style.name for each in cell.paragraphs if each.style is not None}
            explicit = [one for one in kept if one is False]
            assert len(explicit) >= len(styles & {"Summit outlet", "Summit voice"})


def test_an_open_document_says_what_it_is_in_its_first_bytes(comparison: Comparison) -> None:
    content = open_document_of(blocks_of(hand_out(comparison)), "x")
    assert content[30:38] == b"mimetype"
    assert content[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE.encode()
    with ZipFile(BytesIO(content)) as archive:
        assert archive.infolist()[0].compress_type == ZIP_STORED
        assert archive.testzip() is None
        listed = etree.fromstring(archive.read("META-INF/manifest.xml"))
        paths = {value for node in listed for key, value in node.attrib.items() if "path" in key}
        assert paths - {"/"} == set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}


def test_the_same_comparison_makes_the_same_bytes(comparison: Comparison) -> None:
    blocks = blocks_of(hand_out(comparison))
    assert word_document_of(blocks, "x") == word_document_of(blocks, "x")
    assert open_document_of(blocks, "x") == open_document_of(blocks, "x")


def test_no_part_of_a_word_document_is_there_twice(comparison: Comparison) -> None:
    content = word_document_of(blocks_of(hand_out(comparison)), "x", lambda _: "letters")
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))


def test_right_to_left_paragraphs_are_set_so(comparison: Comparison) -> None:
    blocks = blocks_of(hand_out(comparison))
    with ZipFile(BytesIO(word_document_of(blocks, "x"))) as archive:
        assert b"<w:bidi/>" in archive.read("word/document.xml")
    with ZipFile(BytesIO(open_document_of(blocks, "x"))) as archive:
        assert b"Summit_note_from_the_right" in archive.read("content.xml")
    assert 'dir="rtl"' in paper_of(blocks, "x").markup


def test_only_web_addresses_lead_anywhere(lankov: Pinned, make_clipping: Make) -> None:
    take, source = lankov
    hostile = replace(source, metadata=replace(source.metadata, url="file:///etc/passwd"))
    clippings = (make_clipping((take, hostile)), make_clipping(lankov, 1, 1))
    blocks = blocks_of(hand_out(Comparison(1, "x", "", clippings)))
    with ZipFile(BytesIO(word_document_of(blocks, "x"))) as archive:
        relations = archive.read("word/_rels/document.xml.rels")
    with ZipFile(BytesIO(open_document_of(blocks, "x"))) as archive:
        content = archive.read("content.xml")
    for place in (relations, content, paper_of(blocks, "x").markup.encode()):
        assert b"www.scmp.com" in place
    assert b"file:" not in relations
    assert b'href="file:' not in content


@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_words_make_whole_files(words: list[str]) -> None:

    runs = tuple(Inline(neutral(each)) for each in words)
    paragraph = Paragraph(Part.PROSE, runs)
    blocks: tuple[Block, ...] = (paragraph, Grid((1.0,), (((paragraph,),),)))
    expected = " ".join(paragraph.text.split())
    assert expected in " ".join(words_in_docx(word_document_of(blocks, "x")).split())
    with ZipFile(BytesIO(open_document_of(blocks, "x"))) as archive:
        etree.fromstring(archive.read("content.xml"))
