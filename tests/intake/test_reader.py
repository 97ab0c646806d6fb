from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import BinaryFile, EmptyFile, MissingFile
from summit_reader.domain.file_errors import UnknownFormat
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake import reader
from summit_reader.intake.reader import (
    all_of,
    articles_at,
    articles_in,
    reader_for,
    reader_of,
)


class PosterReader:
    """Takes what begins with a star, and finds two articles in it."""

    format = "poster"
    media_type = "text/x-poster"

    def accepts(self, content: bytes) -> bool:
        return content.startswith(b"*")

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        for number in (1, 2):
            yield RawArticle(f"{name}#{number}", content, self.media_type, "text", hints)


class TornReader(PosterReader):
    """Of a poster's two articles, the first cannot be read."""

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        _, second = super().read(name, content, hints)
        yield Failure(Path(name), EmptyFile(name))
        yield second


def test_what_a_file_holds_chooses_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    poster = PosterReader()
    monkeypatch.setattr(reader, "READERS", (poster, *reader.READERS))
    assert reader_of(b"* HEAR YE") is poster
    assert reader_of(b"HEAR YE").media_type == "text/plain"
    raws = all_of(articles_in(b"* HEAR YE", "a.txt"))
    assert [raw.name for raw in raws] == ["a.txt#1", "a.txt#2"]


def test_a_format_asked_for_by_name_goes_before_what_the_file_holds() -> None:
    raw = next(all_of(articles_in(b"HEAR YE", "a.txt", reader=PosterReader())))
    assert raw.media_type == "text/x-poster"


def test_every_format_can_be_asked_for() -> None:
    assert [reader_for(one.format) for one in reader.READERS] == list(reader.READERS)
    with pytest.raises(UnknownFormat, match="“scroll”"):
        reader_for("scroll")


def test_an_unreadable_part_is_named_among_the_others() -> None:
    torn = TornReader()
    failure, article = articles_in(b"*", "a.txt", reader=torn)
    assert isinstance(failure, Failure)
    assert isinstance(article, RawArticle)
    with pytest.raises(EmptyFile):
        list(all_of(articles_in(b"*", "a.txt", reader=torn)))


def test_a_file_by_its_path_whatever_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "text.png"
    path.write_text("A text.")
    (raw,) = all_of(articles_at(path))
    assert (raw.name, raw.source_text) == (str(path), "A text.")


def test_problems_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    with pytest.raises(MissingFile):
        next(articles_at(path))
    path.write_bytes(b"\0\1\2")
    with pytest.raises(BinaryFile) as caught:
        next(articles_at(path))
    assert caught.value.path == path
