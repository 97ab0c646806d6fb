"""import, export, reindex, sample, demo, and which library a command uses."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summit_reader import bootstrap
from summit_reader.domain.progress import Report
from summit_reader.services.upkeep import Upkeep

Run = Callable[..., Any]
PAY = "Will Russia pay?"
TEXT = """Aid convoy reaches the border

The convoy of forty lorries reached the border on Friday with grain for the north.

“It is not much, but it will last us until the harvest,” said Ana Torres, the mayor of Puente Viejo.
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "convoy.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path, sample: Path) -> Path:
    return shutil.copytree(sample, tmp_path / "copy")


def test_a_text_comes_in_and_is_found(run: Run, text: Path, places: Path) -> None:
    outcome = run("import", text, "--json")
    assert outcome.code == 0
    imported = outcome.data["imported"][0]
    assert imported["title"] == "Aid convoy reaches the border"
    assert outcome.data["failed"] == []
    found = run("search", "lorries", "--json").data["results"]
    assert [result["article_id"] for result in found] == [imported["article_id"]]
    assert (places / "Library").is_dir()
    assert not (places / "Sample library").exists()


def test_one_bad_file_stops_no_other(run: Run, text: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing.txt"
    library = tmp_path / "mine"
    outcome = run("import", empty, missing, text, "--library", library, "--json")
    assert outcome.code == 2
    assert [imported["known"] for imported in outcome.data["imported"]] == [False]
    assert [failed["path"] for failed in outcome.data["failed"]] == [str(empty), str(missing)]
    assert f"“{empty}” is empty." in outcome.err
    again = run("import", text, "--library", library)
    assert again.code == 0
    assert again.out.endswith("1 text already here.\n")


def test_without_an_own_library_commands_answer_from_the_sample(run: Run, places: Path) -> None:
    assert run("points", "--json").data["points"][0]["question"] == PAY
    assert (places / "Sample library").is_dir()
    assert not (places / "Library").exists()


def test_a_point_goes_out_as_a_page(run: Run, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "pay.html"
    outcome = run("export", "--point", PAY, "--to", path, "--library", sample, "--json")
    assert outcome.code == 0
    assert outcome.data == {"written": str(path)}
    html = path.read_text("utf-8")
    assert html.startswith("<!doctype html>")
    assert html.index("100,000 tonnes of flour") < html.index("not going to shower him")


def test_the_current_comparison_goes_out(run: Run, library: Path, tmp_path: Path) -> None:
    services = bootstrap.open_services(library)
    comparison = services.pinning.new_comparison("Who pays?")
    pair = services.comparing.point_named(PAY).first_pair or ()
    for column, take_id in enumerate(pair):
        services.pinning.pin(comparison.id, f"clip-{column}", take_id, column)
    services.close()
    path = tmp_path / "board.md"
    for arguments in ([], ["who pays?"], [str(comparison.id)]):
        outcome = run("export", *arguments, "--to", path, "--library", library)
        assert outcome.code == 0, outcome.err
        words = path.read_text("utf-8")
        assert words.startswith("# Who pays?\n\n2 takes · 2 outlets · 2 texts\n")
        path.unlink()


def test_an_unknown_comparison_is_answered_with_those_there_are(
    run: Run, library: Path, tmp_path: Path
) -> None:
    run("export", "--to", tmp_path / "made.md", "--library", library)
    outcome = run("export", "Nope", "--to", tmp_path / "x.md", "--library", library)
    assert outcome.code == 2
    assert "“My comparison”" in outcome.err


def test_a_hand_out_of_no_kind_is_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "pay.xls"
    outcome = run("export", "--point", PAY, "--to", path, "--library", sample)
    assert outcome.code == 2
    assert ".html, .docx" in outcome.err
    assert not path.exists()


def test_a_comparison_and_a_point_at_once_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    assert run("export", "one", "--point", PAY, "--to", tmp_path / "x.md").code == 2


def test_the_index_is_built_again(run: Run, library: Path) -> None:
    before = run("search", "US", "--library", library, "--json").data
    outcome = run("reindex", "--library", library, "--json")
    assert (outcome.code, outcome.data) == (0, {"indexed": 5})
    assert run("search", "US", "--library", library, "--json").data == before


def test_an_interrupted_build_leaves_the_index_as_it_was(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    before = run("search", "US", "--library", library, "--json").data
    with monkeypatch.context() as patch:
        patch.setattr(Upkeep, "build", interrupted)
        outcome = run("reindex", "--library", library)
    assert (outcome.code, outcome.err) == (130, "Stopped on request.\n")
    assert run("search", "US", "--library", library, "--json").data == before


def test_a_broken_database_is_trouble_not_a_crash(run: Run, library: Path) -> None:
    for path in library.glob("library.db*"):
        path.unlink()
    (library / "library.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    outcome = run("doctor", "--library", library, "--json")
    assert outcome.code in {1, 2}
    assert "Traceback" not in outcome.err


def test_a_sample_for_keeps(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    outcome = run("sample", folder, "--json")
    assert (outcome.code, outcome.data) == (0, {"library": str(folder)})
    assert run("points", "--library", folder).code == 0
    again = run("sample", folder)
    assert again.code == 2
    assert "is not empty" in again.err


def test_the_demo_is_gone_when_the_window_closes(run: Run, window: Any) -> None:
    assert run("demo").code == 0
    ((library, sample, there),) = window.opened
    assert (sample, there) == (True, True)
    assert not library.parent.exists()


def test_ctrl_c_is_130(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(folder: Path, report: Report) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "make_sample", interrupted)
    outcome = run("sample", tmp_path / "new")
    assert (outcome.code, outcome.err) == (130, "Stopped on request.\n")
