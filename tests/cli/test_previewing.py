"""import --dry-run: what would come in, for people and for programs, without any library."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TEXT = """Aid convoy reaches the border

By Jane Roe and John Doe

Subscribe to our newsletter!

The convoy of forty lorries reached the border on Friday with grain for the north.

“It is not much, but it will last us until the harvest,” said Ana Torres, the mayor of Puente Viejo.
"""

FIELDS = [
    "file",
    "format",
    "outlet",
    "headline",
    "byline",
    "date",
    "language",
    "text",
    "removed",
    "takes",
]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "convoy.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_preview_says_what_was_recognised(run: Run, text: Path, places: Path) -> None:
    outcome = run("import", "--dry-run", text, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert list(outcome.data) == ["articles", "failed"]
    (article,) = outcome.data["articles"]
    assert list(article) == FIELDS
    assert article["file"] == str(text)
    assert article["format"] == "text"
    assert article["headline"] == "Aid convoy reaches the border"
    assert article["byline"] == ["Jane Roe", "John Doe"]
    assert (article["outlet"], article["date"], article["language"]) == ("", None, "en")
    assert not (places / "Library").exists()
    assert not (places / "Sample library").exists()


def test_the_text_is_the_body_as_it_is_shown(run: Run, text: Path) -> None:
    (article,) = run("import", "--dry-run", text, "--json").data["articles"]
    paragraphs = article["text"].split("\n\n")
    assert paragraphs[-2].startswith("The convoy of forty")
    assert "Aid convoy" not in article["text"]
    assert "Subscribe" not in article["text"]


def test_offsets_count_the_text_as_it_was_extracted(run: Run, text: Path) -> None:
    (article,) = run("import", "--dry-run", text, "--json").data["articles"]
    (removed,) = article["removed"]
    assert removed["type"] == "promotion"
    assert TEXT[removed["start"] : removed["end"]] == removed["text"]
    (take,) = article["takes"]
    assert (take["speaker"], take["kind"]) == ("Ana Torres", "direct")
    assert TEXT[take["start"] : take["end"]] == take["text"]


def test_takes_are_those_that_takes_gives(run: Run, text: Path) -> None:
    (article,) = run("import", "--dry-run", text, "--json").data["articles"]
    assert article["takes"] == run("takes", text, "--json").data["quotes"]


def test_what_the_caller_says_outranks_the_text(run: Run, text: Path) -> None:
    given = ("--outlet", "Le Monde", "--date", "2019-04-25", "--as", "text")
    outcome = run("import", "--dry-run", "--json", *given, text)
    (article,) = outcome.data["articles"]
    assert (article["outlet"], article["date"]) == ("Le Monde", "2019-04-25")


def test_one_bad_file_stops_no_other(run: Run, text: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    outcome = run("import", "--dry-run", "--json", tmp_path, tmp_path / "none.txt")
    assert outcome.code == 0
    assert [one["file"] for one in outcome.data["articles"]] == [str(text)]
    failed = {Path(one["file"]).name: one["reason"] for one in outcome.data["failed"]}
    assert list(failed) == ["empty.txt", "none.txt"]
    assert "is empty" in failed["empty.txt"]


def test_nothing_read_at_all_is_trouble(run: Run, tmp_path: Path) -> None:
    outcome = run("import", "--dry-run", "--json", tmp_path / "*.txt")
    assert outcome.code == 2
    assert outcome.data["articles"] == []
    assert len(outcome.data["failed"]) == 1


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (article,) = run("import", "--dry-run", "-", "--json").data["articles"]
    assert (article["file"], article["headline"]) == ("-", "Aid convoy reaches the border")


def test_people_read_the_same(run: Run, text: Path) -> None:
    outcome = run("import", "--dry-run", text)
    assert outcome.code == 0
    for words in (
        "Aid convoy reaches the border",
        "By: Jane Roe, John Doe",
        "Date: none in the file",
        "Found: article, 1 take, 1 part removed",
        "- promotion: Subscribe to our newsletter!",
        "1 text would be imported.",
    ):
        assert words in outcome.out


@pytest.mark.parametrize(
    "arguments",
    [["--date", "yesterday"], ["--as", "scroll"], ["--outlet", " "], []],
    ids=["no day", "no format", "no outlet", "nothing"],
)
def test_a_wrong_call_is_told(run: Run, text: Path, arguments: list[str]) -> None:
    names = [text] if arguments else []
    outcome = run("import", "--dry-run", *arguments, *names)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err


def test_every_text_of_a_folder_comes_in(run: Run, text: Path, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    text.rename(tmp_path / "deep" / "convoy.md")
    outcome = run(
        "import", tmp_path / "deep", "--outlet", "The Tide", "--library", tmp_path / "lib", "--json"
    )
    assert [one["outlet"] for one in outcome.data["imported"]] == ["The Tide"]
    assert json.dumps(outcome.data["failed"]) == "[]"
