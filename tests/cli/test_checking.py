"""check: takes of the sample, and quoted words beside a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SHOWER = "not going to shower him with money"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "speech.txt"
    path.write_text(
        "The mayor spoke for an hour.\n\nWe will never, I swear, pay for the crane. Good night.\n",
        encoding="utf-8",
    )
    return path


def take_with(run: Run, sample: Path, words: str) -> int:
    takes = run("people", "Lankov", "--library", sample, "--json").data["takes"]
    (found,) = [take["take_id"] for take in takes if words in take["text"]]
    return int(found)


def test_other_versions_of_a_take(run: Run, sample: Path) -> None:
    take = take_with(run, sample, SHOWER)
    outcome = run("check", take, "--library", sample)
    assert outcome.code == 0
    assert "the same speaker · different words" in outcome.out
    assert "my enemy’s enemy is my friend" in outcome.out
    (version,) = run("check", take, "--library", sample, "--json").data["versions"]
    assert (version["outlet"], version["tie"]) == ("The Week", "same speaker")


def test_a_take_against_a_text_of_the_library(run: Run, sample: Path) -> None:
    take = take_with(run, sample, SHOWER)
    assert run("check", take, "--text", "2", "--library", sample).out.startswith("word for word")
    missing = run("check", take, "--text", "3", "--library", sample)
    assert (missing.code, missing.err) == (1, "The text does not have these words.\n")


def test_words_against_a_file(run: Run, source: Path) -> None:
    outcome = run("check", "--words", "We will pay for the crane", "--source", source)
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "words left out",
        "  We will [-never, I swear-] pay for the crane",
        "  We will {+never, I swear+}, pay for the crane.",
    ]


@pytest.mark.parametrize(
    ("words", "verdict", "code"),
    [
        ("pay for the crane", "verbatim", 0),
        ("We will never pay for a boat", "altered", 0),
        ("Taxes are the price of civilisation", "different", 1),
        ("", "different", 1),
    ],
)
def test_the_verdict_as_data(run: Run, source: Path, words: str, verdict: str, code: int) -> None:
    outcome = run("check", "--words", words, "--source", source, "--json")
    assert (outcome.data["verdict"], outcome.code) == (verdict, code)


@pytest.mark.parametrize(
    "arguments", [(), ("many",), ("--words", "x"), ("1", "--words", "x"), ("9" * 400,)]
)
def test_a_call_without_sense_is_refused(run: Run, sample: Path, arguments: tuple[str]) -> None:
    assert run("check", *arguments, "--library", sample).code == 2


def test_a_take_that_is_not_there(run: Run, sample: Path) -> None:
    outcome = run("check", "9999", "--library", sample)
    assert outcome.code == 2
    assert "There is no take with the number 9999" in outcome.err
