"""Tables by the columns that the reader has chosen, wherever they lie."""

from __future__ import annotations

import json
import lzma
import pickle
from pathlib import Path

import pytest

from summit_reader.domain.article import RawArticle
from summit_reader.domain.file_errors import UnknownColumn, UnknownFormat
from summit_reader.intake.asked import reader_asked
from summit_reader.intake.reader import articles_at, articles_in
from summit_reader.intake.tables.chosen import columns_named

CHOICE = "headline=Zeile, body=Wortlaut,published=Tag"
ROW = {"Zeile": "Harbour closes", "Wortlaut": "The harbour closes on Monday.", "Tag": "2021-03-04"}


def read(content: bytes, asked: str = CHOICE, format_: str = "") -> RawArticle:
    (raw,) = articles_in(content, "table", reader=reader_asked(format_, asked))
    assert isinstance(raw, RawArticle)
    return raw


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(ROW).encode() + b"\n",
        lzma.compress(json.dumps(ROW).encode() + b"\n"),
        ";".join(ROW).encode() + b"\n" + ";".join(ROW.values()).encode() + b"\n",
        json.dumps([ROW]).encode(),
    ],
    ids=["lines", "packed lines", "semicolons", "array"],
)
def test_columns_of_any_name_are_read_as_chosen(content: bytes) -> None:
    raw = read(content)
    assert raw.imprint.headline == "Harbour closes"
    assert raw.source_text.endswith("The harbour closes on Monday.")
    assert str(raw.imprint.published) == "2021-03-04"


def test_a_format_and_its_columns_can_both_be_asked_for() -> None:
    assert read(json.dumps(ROW).encode(), format_="jsonl").imprint.headline == "Harbour closes"


def test_what_is_no_table_is_read_as_ever(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour closes\n\nThe harbour closes on Monday.\n")
    (raw,) = articles_at(tmp_path / "a.txt", reader=reader_asked("", CHOICE))
    assert isinstance(raw, RawArticle)
    assert raw.media_type == "text/plain"


def test_the_choice_can_be_sent_to_another_process() -> None:
    reader = reader_asked("", CHOICE)
    assert pickle.loads(pickle.dumps(reader)) == reader  # noqa: S301 - our own


def test_nothing_asked_is_nothing_chosen() -> None:
    assert reader_asked() is None


@pytest.mark.parametrize("text", ["Zeile", "title=Zeile", "headline=", "=Zeile"])
def test_a_choice_that_says_nothing_is_told(text: str) -> None:
    with pytest.raises(UnknownColumn):
        columns_named(text)


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(UnknownFormat):
        reader_asked("scroll", CHOICE)
