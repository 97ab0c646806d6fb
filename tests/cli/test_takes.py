"""`takes`: on a file, and line by line for measuring."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summit_reader.bootstrap import open_services
from summit_reader.domain.article import Hints
from summit_reader.domain.outlet import OutletProfile

Run = Callable[..., Any]

TEXT = "Ann Lee, a nurse, said it was “closed for good”. “Nobody will pay,” she added.\n"


@pytest.fixture
def library(tmp_path: Path, sample: Path) -> Path:
    """A sample library of one's own."""
    return Path(shutil.copytree(sample, tmp_path / "Sample"))


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


def test_each_take_of_a_file_says_why(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    said = " ".join(run("takes", path).out.split())
    assert "“She” is taken for Ann Lee" in said or "“she” is taken for Ann Lee" in said
    assert "in 100 are right" in said


def test_the_library_is_read_anew(run: Run, library: Path) -> None:
    assert run("takes", "--refresh", "--library", library).out.startswith("0 texts read anew")
    outcome = run("takes", "--refresh", "all", "--library", library, "--json")
    assert outcome.data == {"texts": 5, "added": 0, "changed": 0, "gone": 0, "lost": 0}
    assert run("doctor", "--library", library).code == 0


def test_no_take_of_the_sample_is_lost(run: Run, library: Path) -> None:
    outcome = run("takes", "--lost", "--library", library)
    assert (outcome.code, outcome.out) == (0, "Every take stands in its text.\n")


def test_lost_takes_are_listed(run: Run, tmp_path: Path) -> None:
    hints = Hints(outlet=OutletProfile("The Tide"), url="https://tide.example/bridge")
    services = open_services(tmp_path / "Library", create=True)
    services.importing.import_text(TEXT, "bridge", hints)
    (*_, take) = services.reading.takes_in(1)
    services.correcting.confirm(take.id)
    services.importing.import_text(TEXT.replace("Nobody will", "No one will"), "bridge", hints)
    services.close()
    outcome = run("takes", "--lost", "--library", tmp_path / "Library")
    assert outcome.code == 1
    assert "Nobody will pay," in outcome.out
    (entry,) = run("takes", "--lost", "--library", tmp_path / "Library", "--json").data["lost"]
    assert entry["id"] == take.id
