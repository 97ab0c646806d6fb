from __future__ import annotations

import io
import json

import pytest
from rich.text import Text

from summit_reader.cli.screen import Screen
from summit_reader.domain.progress import Progress, silent


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_json_is_all_that_is_printed_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen(as_json=True)
    screen.show("for people")
    screen.data({"outlet": "Lidové noviny"})
    out = capsys.readouterr().out
    assert json.loads(out) == {"outlet": "Lidové noviny"}
    assert "Lidové" in out


def test_json_survives_an_ascii_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    Screen(as_json=True).data({"outlet": "Lidové “noviny”", "odd": "\udc80"})
    assert json.loads(raw.getvalue()) == {"outlet": "Lidové “noviny”", "odd": "\udc80"}


def test_people_get_no_json(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen(as_json=False)
    screen.data({"a": 1})
    screen.show("[bold] stays as it is", Text("styled", style="bold"))
    assert capsys.readouterr().out == "[bold] stays as it is\nstyled\n"


def test_a_pipe_is_a_hundred_wide_and_without_colours(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    Screen(as_json=False).show(Text("word " * 40, style="bold red"))
    lines = capsys.readouterr().out.splitlines()
    assert 90 <= max(map(len, lines)) <= 100
    assert "\x1b" not in "".join(lines)


def test_a_complaint_is_one_line_that_drives_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Screen(as_json=True).complain("“a\x1b[2J\nb” is empty.")
    captured = capsys.readouterr()
    assert captured.err == "“a[2J b” is empty.\n"
    assert captured.out == ""


def test_progress_is_for_terminals_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Screen(as_json=False).progress("Importing") as report:
        assert report is silent
    assert capsys.readouterr() == ("", "")
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", terminal)
    with Screen(as_json=False).progress("Importing") as report:
        report(Progress(2, 5, "one.txt"))
    assert "Importing" in terminal.getvalue()
    assert "2/5" in terminal.getvalue()
    assert capsys.readouterr().out == ""
