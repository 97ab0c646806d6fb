from __future__ import annotations

import sys
from pathlib import Path

import pytest

import checks


def leaving(code: int, and_also: str = "") -> list[str]:
    """A command that ends with `code`."""
    return [sys.executable, "-c", f"import os, pathlib; {and_also}\nraise SystemExit({code})"]


def test_all_in_order_is_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checks.run({"one": leaving(0), "two": leaving(0)}, leaving(0), tmp_path) == 0
    assert capsys.readouterr().out == "one: in order\ntwo: in order\n"


def test_everything_runs_after_a_failure_and_the_first_one_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    failing = {
        "one": leaving(3, "print('a finding')"),
        "two": leaving(4, "pathlib.Path('two').touch()"),
    }
    tests = leaving(0, "pathlib.Path('tests').touch()")
    assert checks.run(failing, tests, tmp_path) == 3
    assert {path.name for path in tmp_path.iterdir()} == {"two", "tests"}
    assert "one: failed\na finding\n" in capsys.readouterr().out


def test_failing_tests_fail_the_whole(tmp_path: Path) -> None:
    assert checks.run({"one": leaving(0)}, leaving(5), tmp_path) == 5


def test_nothing_is_shown_on_a_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    noting = "pathlib.Path('platform').write_text(os.environ['QT_QPA_PLATFORM'])"
    checks.run({}, leaving(0, noting), tmp_path)
    assert (tmp_path / "platform").read_text(encoding="utf-8") == "offscreen"
