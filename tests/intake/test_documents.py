from __future__ import annotations

from io import BytesIO

import docx
import pytest

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.file_errors import EncryptedFile, PicturesOnly
from summit_reader.intake.documents.markdown import MarkdownReader
from summit_reader.intake.documents.pdf_pages import lines_of_pages
from summit_reader.intake.documents.printed_lines import PrintedLine, printed_text
from summit_reader.intake.reader import articles_in, reader_of
from tests.data.documents import (
    HEADLINE,
    LONG,
    PROSE,
    Line,
    chapter_of,
    epub_of,
    odt_of,
    pdf_of,
    pdf_of_contents,
    printed,
    word_notes,
    word_of,
    word_paragraph,
)

WHOLE = "\n\n".join((HEADLINE, *PROSE))
CORE = (
    '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></c:coreProperties>"
)


def articles(content: bytes, name: str = "file") -> list[RawArticle]:
    return [item for item in articles_in(content, name) if isinstance(item, RawArticle)]


def text_in_pdf(content: bytes) -> tuple[str, ...]:
    pages = lines_of_pages(content)["pages"]
    return printed_text([[PrintedLine(*line) for line in page] for page in pages]).paragraphs


def test_a_word_document_as_python_docx_writes_it() -> None:
    document = docx.Document()
    document.add_heading(HEADLINE, 0)
    for paragraph in PROSE:
        document.add_paragraph(paragraph)
    document.add_paragraph("A list item", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Arches", "12"
    stream = BytesIO()
    document.save(stream)
    (article,) = articles(stream.getvalue())
    assert article.media_type.endswith("wordprocessingml.document")
    assert article.source_text == WHOLE + "\n\nA list item\n\nArches | 12"
    assert article.imprint.headline == HEADLINE
    assert article.imprint.authors == ()  # “python-docx” is no author


def test_a_word_document_as_it_would_be_printed() -> None:
    deleted = "<w:del><w:r><w:delText>not this</w:delText></w:r></w:del>"
    inserted = f"<w:p><w:ins><w:r><w:t>{PROSE[0]}</w:t></w:r></w:ins>{deleted}</w:p>"
    controlled = f"<w:sdt><w:sdtContent>{word_paragraph(PROSE[1])}</w:sdtContent></w:sdt>"
    cited = '<w:p><w:r><w:t>Cited.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    content = word_of(
        inserted + controlled + cited,
        word__footnotes=word_notes("footnote", {"1": "Unused.", "2": "The report, page 3."}),
    )
    (article,) = articles(content)
    assert article.source_text.split("\n\n") == [*PROSE[:2], "Cited.", "The report, page 3."]


@pytest.mark.parametrize(
    ("title", "creator", "expected"),
    [
        (HEADLINE, "Jane Roe", (HEADLINE, ("Jane Roe",))),
        ("Document1", "Owner of the computer", ("", ())),
        ("", "", ("", ())),
    ],
)
def test_properties_are_believed_where_the_text_bears_them_out(
    title: str, creator: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    body = "".join(map(word_paragraph, (HEADLINE, "By Jane Roe", *PROSE)))
    (article,) = articles(word_of(body, docProps__core=CORE.format(title=title, creator=creator)))
    assert (article.imprint.headline, article.imprint.authors) == expected


def test_an_opendocument_text_with_headings_blanks_and_notes() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>The note.</text:p></text:note-body></text:note>"
    )
    body = (
        f'<text:h text:style-name="Title">{HEADLINE}</text:h>'
        f"<text:p>Two<text:s/>words<text:line-break/>and a line.{note} More.</text:p>"
        "<text:tracked-changes><text:p>not this</text:p></text:tracked-changes>"
        "<text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>"
    )
    (article,) = articles(odt_of(body))
    assert article.source_text.split("\n\n") == [
        HEADLINE,
        "Two words\nand a line. More.",
        "An item",
        "The note.",
    ]
    assert article.imprint.headline == HEADLINE


def test_each_chapter_of_a_book_with_enough_text_is_an_article() -> None:
    stated = (
        "<dc:creator>Jane Roe</dc:creator><dc:language>en-GB</dc:language>"
        "<dc:date>2024-11-25</dc:date>"
    )
    content = epub_of(
        {
            "cover.xhtml": "<html><body><p>The Norwick Almanac</p></body></html>",
            "two.xhtml": chapter_of("The second", LONG),
            "one.xhtml": chapter_of("The first", LONG),
        },
        title="Norwick Gazette [Mon, 25 Nov 2024]",
        stated=stated,
        spine=["cover.xhtml", "one.xhtml", "two.xhtml"],
    )
    first, second = articles(content, "book.epub")
    assert first.name == "book.epub#2"
    assert [one.imprint.headline for one in (first, second)] == ["The first", "The second"]
    assert first.source_text == "\n\n".join(("The first", *LONG))
    assert first.imprint.outlet == "Norwick Gazette"
    assert (first.imprint.authors, first.imprint.language) == (("Jane Roe",), "en")
    assert str(first.imprint.published) == "2024-11-25"
    assert b"<h1>The first</h1>" in first.raw


def test_a_short_book_is_one_article() -> None:
    content = epub_of({"a": chapter_of("Two lines", PROSE[:1]), "b": f"<p>{PROSE[1]}</p>"})
    (article,) = articles(content)
    assert PROSE[0] in article.source_text
    assert PROSE[1] in article.source_text


def test_the_lines_of_a_pdf_become_paragraphs() -> None:
    assert text_in_pdf(pdf_of([[(72, 760, 20, HEADLINE), *printed(PROSE)]])) == (HEADLINE, *PROSE)


def test_divided_words_columns_and_pages_are_joined() -> None:
    left: list[Line] = [
        (72, 700, 10, "The mayor of Norwick said on Mon-"),
        (72, 688, 10, "day that the well-known bridge is well-"),
        (72, 676, 10, "known to all, and that"),
    ]
    right: list[Line] = [(320, 700, 10, "it would stay open until"), (320, 688, 10, "spring and")]
    following: list[Line] = [(72, 700, 10, "beyond. “It is safe,” she said.")]
    joined = (
        "The mayor of Norwick said on Monday that the well-known bridge is well-known to all, and"
        " that it would stay open until spring and beyond. “It is safe,” she said."
    )
    assert text_in_pdf(pdf_of([[*left, *right], following])) == (joined,)


def test_running_heads_page_numbers_and_what_browsers_print_are_dropped() -> None:
    pages = [
        [
            (72.0, 820.0, 8.0, f"The Norwick Gazette {number}"),
            *printed([prose]),
            (290.0, 30.0, 8.0, f"Page {number} of 3"),
        ]
        for number, prose in enumerate(PROSE, 1)
    ]
    assert text_in_pdf(pdf_of(pages)) == PROSE
    browser = pdf_of(
        [
            [
                (20, 830, 7, "25/11/2024, 08:30 A page"),
                *printed(PROSE),
                (20, 10, 7, "https://gazette.example/bridge 1/1"),
            ]
        ]
    )
    assert text_in_pdf(browser) == PROSE


def test_a_pdf_is_read_by_the_worker_with_what_its_text_bears_out() -> None:
    content = pdf_of(
        [[(72, 760, 20, HEADLINE), *printed(("By Jane Roe, 25 November 2024", *PROSE))]],
        {
            "Title": "Microsoft Word - bridge7.doc",
            "Author": "Jane Roe",
            "CreationDate": "D:20241125083000+05'30'",
        },
    )
    (article,) = articles(content, "bridge.pdf")
    assert article.raw == content
    assert article.imprint.headline == HEADLINE
    assert article.imprint.authors == ("Jane Roe",)
    assert str(article.imprint.published) == "2024-11-25 08:30:00+05:30"
    with pytest.raises(PicturesOnly):
        articles(pdf_of_contents([b"0 0 99 99 re f"]))


def test_markdown_becomes_text_and_its_front_matter_facts() -> None:
    content = b"""---
title: "Old *bridge* stays open"
date: 2024-11-25T08:30:00+05:30
authors: [Jane Roe, "John Doe"]
url: https://gazette.example/bridge
outlet: The Norwick Gazette
lang: en-GB
description: It is safe.
---

It is safe.

## A heading
The [mayor](https://norwick.example "x") **said** so, *twice*; snake_case stays.
This line goes on.

> \xe2\x80\x9cNone of them is loose.\xe2\x80\x9d

* first `item`
* second

![a bridge](bridge.png)

```
code
  as it stands
```
"""
    (article,) = MarkdownReader().read("file", content, Hints())
    assert isinstance(article, RawArticle)
    assert article.source_text.split("\n\n") == [
        "Old bridge stays open",
        "It is safe.",
        "A heading",
        "The mayor said so, twice; snake_case stays. This line goes on.",
        "“None of them is loose.”",
        "• first item",
        "• second",
        "code\nas it stands",
    ]
    imprint = article.imprint
    assert imprint.authors == ("Jane Roe", "John Doe")
    assert imprint.published is not None
    assert imprint.published.isoformat() == "2024-11-25T08:30:00+05:30"
    assert (imprint.outlet, imprint.url) == (
        "The Norwick Gazette",
        "https://gazette.example/bridge",
    )
    assert (imprint.standfirst, imprint.language) == ("It is safe.", "en")


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (b"Plain text with a * and a # in it.\n\n# 3 on the list", "text"),
        (b"A text\n---\nwith a line below", "text"),
        (b"# Title\n\nSee [this](https://a.example).", "markdown"),
        (b"+++\ntitle = 'x'\n+++\ntext", "markdown"),
        (b"%PDF-1.7", "pdf"),
        (word_of(""), "docx"),
        (odt_of(""), "odt"),
        (epub_of({"a": ""}), "epub"),
    ],
)
def test_what_a_file_holds_tells_its_format(content: bytes, format_: str) -> None:
    assert reader_of(content).format == format_


def test_a_locked_book_says_so() -> None:
    locks = {"META-INF__encryption.xml": '<e><CipherReference URI="OEBPS/a"/></e>'}
    with pytest.raises(EncryptedFile):
        articles(epub_of({"a": "x"}, **locks))
