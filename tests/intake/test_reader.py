from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import BinaryFile, MissingFile
from summit_reader.intake import reader
from summit_reader.intake.reader import articles_at, articles_in, reader_of


class PosterReader:
    """Takes what begins with a star, and finds two articles in it."""

    media_type = "text/x-poster"

    def accepts(self, content: bytes) -> bool:
        return content.startswith(b"*")

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[RawArticle]:
        for number in (1, 2):
            yield RawArticle(f"{name}#{number}", content, self.media_type, "text", hints)


def test_what_a_file_holds_chooses_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    poster = PosterReader()
    monkeypatch.setattr(reader, "READERS", (poster, *reader.READERS))
    assert reader_of(b"* HEAR YE") is poster
    assert reader_of(b"HEAR YE").media_type == "text/plain"
    assert [raw.name for raw in articles_in(b"* HEAR YE", "a.txt")] == ["a.txt#1", "a.txt#2"]


def test_a_file_by_its_path_whatever_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "text.png"
    path.write_text("A text.")
    (raw,) = articles_at(path)
    assert (raw.name, raw.source_text) == (str(path), "A text.")


def test_problems_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    with pytest.raises(MissingFile):
        next(articles_at(path))
    path.write_bytes(b"\0\1\2")
    with pytest.raises(BinaryFile) as caught:
        next(articles_at(path))
    assert caught.value.path == path
