from __future__ import annotations

import ast
import os
import re
import stat
from pathlib import Path

import pytest

import bootstrap
import commands

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_bootstrap_can_be_read_by_a_python_that_is_too_old_for_us() -> None:
    source = Path(bootstrap.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))


@pytest.mark.skipif(os.name == "nt", reason="programs are found by their suffix there")
def test_the_newest_python_on_the_path_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("python3.9", "python3.11", "python3.13"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.newer_python() == str(tmp_path / "python3.13")


def test_no_python_is_found_where_all_are_too_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "python3.9").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.newer_python() is None


@pytest.mark.parametrize("arguments", [[], ["dance"], ["--help"]])
def test_an_unknown_command_is_answered_with_the_known_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(arguments) == commands.USAGE_ERROR
    answer = capsys.readouterr().err
    assert all(command in answer for command in commands.COMMANDS)


def test_every_command_of_the_makefile_exists() -> None:
    called = re.findall(r"^\t@\$\(BOOTSTRAP\) ([a-z]+)", MAKEFILE, re.MULTILINE)
    assert set(called) == set(commands.COMMANDS)


def test_every_script_of_the_makefile_exists() -> None:
    scripts = re.findall(r"\$\(BOOTSTRAP\) script (\S+)", MAKEFILE)
    assert scripts
    assert [script for script in scripts if not (ROOT / script).is_file()] == []


def test_ci_runs_the_test_command_of_the_readme_and_returns_its_result() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec make test"
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bit")
def test_ci_can_be_run() -> None:
    assert (ROOT / ".ci" / "run").stat().st_mode & stat.S_IXUSR
