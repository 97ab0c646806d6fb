"""A second start: the first window comes forward."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from summit_reader.gui.first_window import FirstWindow, _door, _wanted
from summit_reader.gui.main_window import MainWindow


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[FirstWindow]:
    first = FirstWindow(tmp_path / "data")
    assert first.is_first()
    first.listen()
    yield first
    first.close()


def second_start(folder: Path, library: Path | None, qtbot: QtBot) -> str:
    """What a second program in the same folder says of itself: whether it is first, and heard."""
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from summit_reader.gui.first_window import FirstWindow; app = QCoreApplication([]);"
        "named = [Path(word) for word in sys.argv[2:]] or [None];"
        "second = FirstWindow(Path(sys.argv[1]));"
        "print(second.is_first(), second.hand_over(named[0], 12))"
    )
    words = [str(folder), *([str(library)] if library else [])]
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program, *words], stdout=subprocess.PIPE, text=True
    ) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
        assert process.stdout is not None
        return process.stdout.read().strip()


@pytest.mark.parametrize("library", [None, Path("somewhere/Über uns").absolute()])
def test_a_second_start_hands_over(
    first: FirstWindow, tmp_path: Path, qtbot: QtBot, library: Path | None
) -> None:
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        assert second_start(tmp_path / "data", library, qtbot) == "False True"
    assert asked.args == [library, 12]


def test_once_it_is_closed_the_next_is_first(tmp_path: Path, qapp: QApplication) -> None:
    one = FirstWindow(tmp_path)
    assert one.is_first()
    one.close()
    other = FirstWindow(tmp_path)
    assert other.is_first()
    other.close()


def test_nobody_hears_where_nobody_listens(tmp_path: Path, qapp: QApplication) -> None:
    assert not FirstWindow(tmp_path).hand_over(None)


def test_another_profile_is_another_window(first: FirstWindow, tmp_path: Path) -> None:
    other = FirstWindow(tmp_path / "elsewhere")
    assert other.is_first()
    other.close()
    assert _door(tmp_path / "data") != _door(tmp_path / "elsewhere")


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"7", b'{"library": 7, "take": true}', b"\xff\n", b"null"]
)
def test_nonsense_only_brings_it_forward(line: bytes) -> None:
    assert _wanted(line) == (None, None)


def test_a_half_line_does_no_harm(first: FirstWindow, tmp_path: Path, qtbot: QtBot) -> None:
    socket = QLocalSocket()
    socket.connectToServer(_door(tmp_path / "data"))
    assert socket.waitForConnected(1000)
    socket.write(b'{"libr')
    socket.flush()
    socket.disconnectFromServer()
    with qtbot.waitSignal(first.asked, timeout=20_000):
        assert second_start(tmp_path / "data", None, qtbot) == "False True"


def test_the_window_opens_what_it_is_asked_for(
    opened: MainWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    opened.showMinimized()
    with qtbot.waitSignal(opened.session.opened):
        opened.come_forward(sample_folder, None)
    assert not opened.isMinimized()
    services = opened.session.services
    assert services is not None
    assert services.library == sample_folder
    qtbot.waitUntil(lambda: opened.desk.view is not None)


def test_a_profile_holds_everything(tmp_path: Path) -> None:
    program = (
        "from summit_reader.__main__ import main; from summit_reader import bootstrap;"
        "main(['--profile', 'stick', 'points']);"
        "from summit_reader.gui.settings import Settings; s = Settings(); s.theme = 'dark';"
        "s.store.sync(); print(bootstrap.default_library())"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path / "home")},
    )
    assert done.stdout.splitlines()[-1] == str(tmp_path / "stick" / "Library")
    assert sorted(path.name for path in (tmp_path / "stick").iterdir()) == [
        "Sample library",
        "settings.ini",
    ]
    assert not (tmp_path / "home").exists()
