"""`takes`: on a file, and line by line for measuring."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TEXT = "Ann Lee, a nurse, said it was “closed for good”. “Nobody will pay,” she added.\n"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts lines on standard input."""

    def ask(lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))

    return ask


def test_the_takes_of_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    outcome = run("takes", path)
    assert outcome.code == 0
    assert "Ann Lee" in outcome.out
    assert "Nobody will pay," in outcome.out


def test_json_lists_the_same_entries(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    entries = run("takes", path, "--json").data["quotes"]
    assert [(entry["kind"], entry["text"]) for entry in entries] == [
        ("mixed", "it was “closed for good”"),
        ("direct", "closed for good"),
        ("direct", "Nobody will pay,"),
    ]


def test_a_text_without_speakers_exits_with_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("The bridge is closed.\n", encoding="utf-8")
    assert run("takes", path).code == 1


def test_lines_are_answered_with_offsets_into_the_text_as_given(
    run: Run, asked: Callable[[str], None]
) -> None:
    texts = {"a": TEXT, "b": "e\u0301t\u00e9 " * 3 + "\n\n“It is so,” said Ann Lee.", "c": ""}
    asked("\n".join(json.dumps({"id": key, "text": text}) for key, text in texts.items()) + "\n\n")
    answers = [json.loads(line) for line in run("takes", "--jsonl").out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    for answer in answers:
        for entry in answer["quotes"]:
            assert texts[answer["id"]][entry["start"] : entry["end"]] == entry["text"]
    first = answers[0]["quotes"][0]
    assert first.keys() >= {
        "start", "end", "text", "speaker", "affiliation", "cue", "kind", "confidence",
    }  # fmt: skip
    assert (first["speaker"], first["affiliation"], first["cue"]) == ("Ann Lee", "nurse", "said")


@pytest.mark.parametrize("line", ["{", "[]", "1", '{"id": 1}', '{"id": 1, "text": 2}'])
def test_a_line_that_is_no_text_is_named(run: Run, asked: Callable[[str], None], line: str) -> None:
    asked(f"{line}\n")
    outcome = run("takes", "--jsonl")
    assert outcome.code == 2
    assert "line 1 of standard input" in outcome.err


def test_one_of_the_two_is_needed(run: Run) -> None:
    assert run("takes").code == 2
