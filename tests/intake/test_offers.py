from __future__ import annotations

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileTooLarge, MissingFile
from summit_reader.domain.importing import Failure
from summit_reader.intake import offers
from summit_reader.intake.fetching import Response
from summit_reader.intake.files import SIZE_LIMIT
from summit_reader.intake.offers import OfferedAddress, OfferedBytes, offers_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files at three depths, two of them hidden."""
    for name in ("b.txt", "a.html", "deep/c.txt", "deep/er/d.txt", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "texts"


def names(*words: str | Path) -> list[str]:
    return [
        Path(offer.path if isinstance(offer, Failure) else offer.name).name
        for offer in offers_of(map(str, words))
    ]


def test_a_folder_stands_for_the_files_below_it(folder: Path) -> None:
    assert names(folder) == ["a.html", "b.txt", "c.txt", "d.txt"]


def test_patterns_are_followed_where_the_shell_did_not(folder: Path) -> None:
    assert names(folder / "*.txt") == ["b.txt"]
    assert names(folder / "**" / "*.txt") == ["b.txt", "c.txt", "d.txt"]
    assert names(folder / "d*") == ["c.txt", "d.txt"]


def test_each_file_is_offered_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder, folder / "*.txt") == [
        "b.txt",
        "a.html",
        "c.txt",
        "d.txt",
    ]


def test_a_file_that_is_called_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "[1].txt").write_text("one")
    (tmp_path / "1.txt").write_text("another")
    assert names(tmp_path / "[1].txt") == ["[1].txt"]


@pytest.mark.parametrize("word", ["nowhere*.txt", "[", "a\0b*"])
def test_a_pattern_without_a_match_is_a_missing_file(tmp_path: Path, word: str) -> None:
    (failure,) = offers_of([str(tmp_path / word)])
    if isinstance(failure, Failure):
        assert isinstance(failure.error, MissingFile)
    else:
        with pytest.raises(MissingFile):
            list(failure.items(Hints(), None))


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_to_a_folder_above_leads_nowhere(folder: Path) -> None:
    (folder / "deep" / "up").symlink_to(folder, target_is_directory=True)
    assert names(folder) == ["a.html", "b.txt", "c.txt", "d.txt"]


def test_a_folder_without_end_is_cut_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "MOST_FILES", 2)
    assert names(folder) == ["a.html", "b.txt"]


def test_standard_input_is_read_as_a_file() -> None:
    (offer,) = offers_of(["-"], BytesIO(b"Harbour closes.\n"))
    assert isinstance(offer, OfferedBytes)
    (raw,) = offer.items(Hints(headline="Harbour"), None)
    assert not isinstance(raw, Failure)
    assert (raw.name, raw.source_text.strip(), raw.hints.headline) == (
        "-",
        "Harbour closes.",
        "Harbour",
    )


def test_more_than_a_file_may_have_is_refused() -> None:
    (offer,) = offers_of(["-"], BytesIO(b"x" * (SIZE_LIMIT + 5)))
    assert isinstance(offer, OfferedBytes)
    with pytest.raises(FileTooLarge):
        list(offer.items(Hints(), None))


class Server:
    """Answers with one text."""

    def get(self, url: str, etag: str = "", last_modified: str = "") -> Response:  # noqa: ARG002 - as `Fetches`
        headers = {"content-type": "text/plain; charset=utf-8"}
        return Response(200, f"{url}/final", headers, "Гавань закрыта".encode())


def test_an_address_is_asked_when_it_is_read() -> None:
    (offer,) = offers_of(["https://tide.example/harbour"])
    assert offer == OfferedAddress("https://tide.example/harbour")
    asked = replace(offer, fetcher=Server())
    (raw,) = asked.items(Hints(headline="Harbour"), None)
    assert not isinstance(raw, Failure)
    assert raw.hints.url == "https://tide.example/harbour/final"
    assert (raw.hints.headline, raw.hints.charset) == ("Harbour", "utf-8")
