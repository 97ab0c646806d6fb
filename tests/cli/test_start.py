"""How the program starts, seen from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from summit_reader import __version__
from summit_reader.__main__ import main

PROBE = """
import sys, types
opened = []
app = types.ModuleType("summit_reader.gui.app")
app.run = lambda library, *, sample, take: opened.append((library, sample)) or 0
sys.modules["summit_reader.gui.app"] = app
from summit_reader.__main__ import main
assert main({arguments!r}) == 0
heavy = {{"rich", "argparse", "sqlalchemy", "whoosh", "summit_reader.cli", "summit_reader.store"}}
print(repr(opened), sorted(heavy & set(sys.modules)))
"""


def program(
    *arguments: str, encoding: str = "utf-8", **changes: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, **changes}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "summit_reader", *arguments],
        capture_output=True,
        env=environment,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments", [[], ["--library", "folder"], ["--library=folder"]], ids=["bare", "two", "one"]
)
def test_the_window_opens_without_waiting_for_anything_else(arguments: list[str]) -> None:
    probe = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROBE.format(arguments=arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    folder = repr(Path("folder")) if arguments else "None"
    assert probe.stdout == f"[({folder}, False)] []\n"


def test_the_windows_exit_code_is_the_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(library: Path | None, *, sample: bool, take: int | None) -> int:
        return 3

    app = ModuleType("summit_reader.gui.app")
    vars(app)["run"] = run
    monkeypatch.setitem(sys.modules, "summit_reader.gui.app", app)
    assert main([]) == 3


@pytest.mark.parametrize("arguments", [["--library"], ["--library="], ["--json"], ["dance"]])
def test_a_wrong_call_says_how_it_is_done(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: summit-reader" in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"summit-reader {__version__}\n"


def test_an_ascii_terminal_gets_ascii(sample: Path) -> None:
    done = program(
        "compare", "Will Russia pay?", "--library", str(sample), encoding="ascii", LC_ALL="C"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    assert b'"Things are so bad that Kim has asked' in done.stdout


def test_an_ascii_terminal_gets_valid_json(sample: Path) -> None:
    done = program("outlets", "--json", "--library", str(sample), encoding="ascii", LC_ALL="C")
    names = [outlet["name"] for outlet in json.loads(done.stdout.decode("ascii"))["outlets"]]
    assert "Lidové noviny" in names


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_reader_that_has_seen_enough_is_no_error(sample: Path, options: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as broken:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "summit_reader", "search", "US", "--library", sample, *options],
            stdout=broken,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")
