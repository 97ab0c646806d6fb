from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.article import RawArticle
from summit_reader.domain.file_errors import NoTextColumn, NoTextInRow, UnreadableRow
from summit_reader.domain.importing import Failure
from summit_reader.intake import reader
from summit_reader.intake.reader import articles_at, articles_in, reader_of
from summit_reader.intake.tables.columns import TableColumns
from summit_reader.intake.tables.table import CsvReader, JsonLinesReader
from tests.data.documents import HEADLINE, PROSE

ROW = {
    "id": 7,
    "title": HEADLINE,
    "outlet": "The Norwick Gazette",
    "date": "2024-11-25T08:30:00+05:30",
    "body": "\n\n".join(PROSE),
    "url": "https://gazette.example/bridge",
    "authors": ["Jane Roe", {"name": "John Doe"}],
    "topic": "bridges",
    "lang": "en-GB",
}


def articles(content: bytes, name: str = "file") -> list[RawArticle]:
    return [item for item in articles_in(content, name) if isinstance(item, RawArticle)]


def as_csv(rows: list[dict[str, object]], delimiter: str = ",") -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (json.dumps(ROW).encode(), "jsonl"),
        (json.dumps([ROW], indent=1).encode(), "json"),
        (json.dumps({"status": "ok", "articles": [ROW]}).encode("utf-16"), "json"),
        (as_csv([ROW | {"authors": "Jane Roe; John Doe"}]).encode(), "csv"),
        (as_csv([ROW | {"authors": "Jane Roe; John Doe"}], ";").encode("utf-16"), "csv"),
        (as_csv([ROW | {"authors": "Jane Roe|John Doe"}], "\t").encode("utf-8-sig"), "csv"),
    ],
)
def test_a_row_is_an_article_with_its_facts(content: bytes, format_: str) -> None:
    assert reader_of(content).format == format_
    (article,) = articles(content)
    assert article.source_text == "\n\n".join((HEADLINE, *PROSE))
    imprint = article.imprint
    assert (imprint.headline, imprint.outlet) == (HEADLINE, "The Norwick Gazette")
    assert imprint.authors == ("Jane Roe", "John Doe")
    assert imprint.published is not None
    assert imprint.published.isoformat() == "2024-11-25T08:30:00+05:30"
    assert (imprint.url, imprint.language) == ("https://gazette.example/bridge", "en")
    assert article.name == "file#1"
    assert PROSE[0].encode() in article.raw or b"\\u" in article.raw


def test_one_bad_row_stops_no_other_and_says_which_it_is() -> None:
    lines = [json.dumps(ROW), "{broken", json.dumps({"title": "no text"}), json.dumps(ROW)]
    first, broken, empty, last = articles_in("\n".join(lines).encode(), "rows.jsonl")
    assert isinstance(first, RawArticle)
    assert isinstance(last, RawArticle)
    assert last.name == "rows.jsonl#4"
    assert isinstance(broken, Failure)
    assert isinstance(broken.error, UnreadableRow)
    assert isinstance(empty, Failure)
    assert isinstance(empty.error, NoTextInRow)
    assert "rows.jsonl#3" in str(empty.error)


@pytest.mark.parametrize(
    ("names", "body", "outlet"),
    [
        (["Headline", "Full Text", "Publication", "Pub_Date"], "Full Text", "Publication"),
        (["TITLE", "CONTENT", "SOURCE"], "CONTENT", "SOURCE"),
        (["Titel", "Volltext", "Zeitung"], "Volltext", "Zeitung"),
        (["a", "b"], "", ""),
    ],
)
def test_columns_are_known_by_their_names(names: list[str], body: str, outlet: str) -> None:
    columns = TableColumns.recognised(names)
    assert (columns.body, columns.outlet) == (body, outlet)


def test_the_chosen_columns_come_before_those_that_were_recognised() -> None:
    content = b"title,text,a\nT,not this,this one\n"
    table = CsvReader(TableColumns(body="a"))
    sketch = table.sketch(io.BytesIO(content))
    assert sketch.names == ("title", "text", "a")
    assert (sketch.columns.body, sketch.columns.headline) == ("a", "title")
    assert sketch.rows == (("T", "not this", "this one"),)
    (article,) = table.read("file", content, reader.NO_HINTS)
    assert isinstance(article, RawArticle)
    assert article.source_text == "T\n\nthis one"
    with pytest.raises(NoTextColumn):
        list(JsonLinesReader().read("file", b'{"a": "b"}', reader.NO_HINTS))


def test_cells_may_be_long_have_lines_and_mark_up() -> None:
    long = "word " * 60_000
    rows = [ROW | {"body": long}, ROW | {"body": "<p>One &amp; two</p><script>x</script><p>Three"}]
    first, second = articles(as_csv(rows).encode())
    assert first.source_text.endswith("word word")
    assert second.source_text == f"{HEADLINE}\n\nOne & two\n\nThree"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("25.11.2024", "2024-11-25"),
        ("25/11/2024", "2024-11-25"),
        ("03/04/2024", None),
        ("25 November 2024", "2024-11-25"),
        ("2024-11-25 08:30", "2024-11-25T08:30:00"),
        ("0001-01-01", "0001-01-01"),
        ("31.02.2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_in_the_spellings_of_tables(cell: str, day: str | None) -> None:
    (article,) = articles(json.dumps(ROW | {"date": cell}).encode())
    published = article.imprint.published
    assert (published.isoformat() if published else None) == day


def test_mixed_encodings_line_by_line() -> None:
    content = b"title,text\n" + "Genève,à Liège\n".encode() + "Zürich,café\n".encode("cp1252")
    assert [one.source_text for one in articles(content)] == [
        "Genève\n\nà Liège",
        "Zürich\n\ncafé",
    ]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress], ids=["gz", "xz"])
def test_packed_tables_are_read_as_they_are_unpacked(pack: object) -> None:
    assert callable(pack)
    content = b"\n".join([json.dumps(ROW | {"id": n}).encode() for n in range(2_000)])
    found = articles(pack(content), "rows.jsonl.xz")
    assert len(found) == 2_000
    assert found[-1].name == "rows.jsonl#2000"


def test_a_table_too_large_to_be_held_is_read_row_by_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join([json.dumps(ROW).encode()] * 600))
    monkeypatch.setattr(reader, "SIZE_LIMIT", 1_000)
    reading = articles_at(path)
    first = next(reading)
    assert isinstance(first, RawArticle)
    assert first.name == f"{path}#1"
    assert sum(1 for _ in reading) == 599


@given(st.lists(st.text(st.characters(blacklist_characters="\0")), min_size=1, max_size=5))
def test_whatever_a_program_writes_as_csv_comes_back(texts: list[str]) -> None:
    content = as_csv([{"title": "T", "text": text, "outlet": "O"} for text in texts])
    found = list(articles_in(content.encode("utf-8", "replace"), "file"))
    assert len(found) == len(texts)
