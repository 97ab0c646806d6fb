"""`export` in every format and look, and `merge`, as a shell would call them."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summit_reader.__main__ import main
from summit_reader.bootstrap import open_services

Run = Callable[..., Any]
PAY = "Will Russia pay?"


@pytest.fixture
def library(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample that may be written to."""
    return Path(shutil.copytree(sample, tmp_path / "Mine"))


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("pay.html", b"<!doctype html>"),
        ("pay.docx", b"PK\x03\x04"),
        ("pay.odt", b"PK\x03\x04"),
        ("pay.pdf", b"%PDF-"),
        ("pay.md", b"# Will Russia pay?"),
        ("pay.csv", b"\xef\xbb\xbfplace,column,outlet"),
        ("pay.json", b'{\n  "title"'),
        ("pay.bib", b"@article{"),
        ("pay.ris", b"TY  - NEWS\r\n"),
        ("pay.csl.json", b'[\n  {\n    "id"'),
    ],
)
def test_the_name_says_the_format(
    run: Run, library: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    path = tmp_path / name
    outcome = run("export", "--point", PAY, "--to", path, "--library", library)
    assert outcome.code == 0, outcome.err
    assert path.read_bytes().startswith(begins)


def test_a_pdf_is_the_same_each_time(run: Run, library: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        run("export", "--point", PAY, "--to", tmp_path / name, "--library", library)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_looks_are_chosen(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "pay.md"
    looks = ("--layout", "list", "--citations", "harvard", "--context", "--accessed", "2020-05-03")
    assert run("export", "--point", PAY, "--to", path, *looks, "--library", library).code == 0
    text = path.read_text("utf-8")
    assert "(Accessed: 3 May 2020)" in text
    assert "**A ·" not in text
    assert "… Experts see this as a sign" in text


def test_a_blind_hand_out_hides_outlets_and_a_key_tells_them(
    run: Run, library: Path, tmp_path: Path
) -> None:
    path = tmp_path / "pay.md"
    call = ("export", "--point", PAY, "--to", path, "--force", "--library", library)
    assert run(*call, "--blind").code == 0
    assert "Polityka" not in path.read_text("utf-8")
    assert run(*call, "--blind", "with-key").code == 0
    assert "Outlet 1: Polityka (PL)" in path.read_text("utf-8")
    outcome = run("export", "--to", tmp_path / "x.bib", "--blind", "--library", library)
    assert outcome.code == 2
    assert "cannot be blind" in outcome.err


def test_takes_and_searches_go_out_too(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.md"
    assert run("export", "--search", "flour", "--to", path, "--library", library).code == 0
    assert "100,000 tonnes of flour" in path.read_text("utf-8")
    path = tmp_path / "takes.json"
    assert run("export", "--takes", 1, 2, "--to", path, "--library", library).code == 0
    assert [take["take"] for take in json.loads(path.read_text("utf-8"))["takes"]] == [1, 2]
    outcome = run("export", "--takes", 9999, "--to", tmp_path / "x.md", "--library", library)
    assert outcome.code == 2
    assert "9999" in outcome.err


def test_a_hand_out_is_merged_and_said_so(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "Anna.docx"
    run("export", "--point", PAY, "--to", path, "--library", library)
    planned = run("merge", path, "--dry-run", "--library", library)
    assert (planned.code, planned.out.split(":")[0]) == (0, f"Would merge into “{PAY}”")
    services = open_services(library)
    assert [one.name for one in services.pinning.comparisons()] == []
    services.close()
    outcome = run("merge", path, "--library", library)
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith(f"Merged into “{PAY}”: 9 new takes, 0 new notes, 0 already here")
    again = run("merge", path, "--library", library, "--json").data
    assert {each["fate"] for each in again["clippings"]} == {"same"}
    assert again["is_new"] is False


def test_a_conflict_shows_both_notes(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "Anna.json"
    services = open_services(library)
    board = services.pinning.new_comparison("Who pays?")
    (clipping,) = services.pinning.pin(board.id, "0" * 31 + "1", 1, 0).clippings
    services.pinning.set_note(board.id, clipping.id, "Theirs.")
    services.close()
    run("export", "Who pays?", "--to", path, "--library", library)
    services = open_services(library)
    services.pinning.set_note(board.id, clipping.id, "Mine.")
    services.close()
    outcome = run("merge", path, "--into", "who pays?", "--library", library)
    assert "1 conflict" in outcome.out
    assert "your note: Mine." in outcome.out
    assert "their note: Theirs." in outcome.out


def test_a_file_that_is_no_hand_out_is_refused(run: Run, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Notes")
    outcome = run("merge", path, "--library", library)
    assert outcome.code == 2
    assert "carries nothing to read back" in outcome.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
def test_a_full_disk_is_a_sentence(run: Run, library: Path) -> None:
    outcome = run("export", "--point", PAY, "--to", "/dev/full.md/x.md", "--library", library)
    assert outcome.code == 2
    assert "could not be written" in outcome.err


def test_a_wrong_link_is_answered_before_a_window_opens(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summit://take/abc"]) == 2
    assert "summit://take/12" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "library"),
    [
        (["summit://take/12"], None),
        (["--library", "folder", "summit://take/12"], Path("folder")),
    ],
)
def test_a_link_opens_the_window_at_its_take(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], library: Path | None
) -> None:
    opened: list[tuple[Path | None, int | None]] = []

    def run(library: Path | None, *, sample: bool, take: int | None) -> int:
        opened.append((library, take))
        return 0

    app = ModuleType("summit_reader.gui.app")
    vars(app)["run"] = run
    monkeypatch.setitem(sys.modules, "summit_reader.gui.app", app)
    assert main(arguments) == 0
    assert opened == [(library, 12)]
