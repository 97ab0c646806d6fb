"""A look and settings of their own for each test; the palette is set, for offscreen has none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
import shiboken6
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services, make_sample, open_services
from summit_reader.domain.comparison import Comparison
from summit_reader.domain.importing import ImportReport
from summit_reader.gui.app import application, make_window
from summit_reader.gui.board.commands import BoardFlow
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.points.dialog import PointDialog
from summit_reader.gui.settings import Settings
from summit_reader.gui.theme import Theme, ThemeChoice
from summit_reader.gui.typography import Typography
from summit_reader.gui.widgets.sides import Side
from tests.gui.two_texts import HARBOUR, ISLAND

NewWindow = Callable[[], MainWindow]


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def look(qapp: QApplication, request: pytest.FixtureRequest) -> Look:
    theme = Theme()
    theme.choose(qapp, request.param)
    return Look(theme, Typography())


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample library that nobody writes to."""
    folder = tmp_path_factory.mktemp("libraries") / "Sample"
    make_sample(folder)
    return folder


@pytest.fixture
def sample_copy(sample_folder: Path, tmp_path: Path) -> Path:
    """A sample library of one's own."""
    return Path(shutil.copytree(sample_folder, tmp_path / "Sample"))


@pytest.fixture
def sample(sample_copy: Path) -> Iterator[Services]:
    """The services on a sample library of one's own."""
    services = open_services(sample_copy)
    yield services
    services.close()


@pytest.fixture
def new_window(qapp: QApplication, settings: Settings) -> Iterator[NewWindow]:
    """Makes and shows windows, all with the same settings; deletes them at the end.

    Every window that lives on costs the next one its style sheet.
    """
    windows: list[MainWindow] = []

    def made() -> MainWindow:
        windows.append(make_window(qapp, settings))
        windows[-1].show()
        return windows[-1]

    yield made
    for window in windows:
        window.close()
        shiboken6.delete(window)


@pytest.fixture
def window(new_window: NewWindow, sample_copy: Path) -> MainWindow:
    """The real window, opening a sample library of its own."""
    made = new_window()
    made.resize(1280, 800)
    made.open_library(sample_copy, sample=True)
    return made


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with its lists filled and the first point in focus."""
    qtbot.waitUntil(lambda: window.desk.view is not None and window.board.comparison is not None)
    qtbot.waitUntil(window.rooms.sidebar.point_view.hasFocus)
    return window


@pytest.fixture
def paired(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window after the first Enter."""
    QTest.keyClick(opened.rooms.sidebar.point_view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened.desk.sides()) == 2)
    return opened


@pytest.fixture
def board_page(opened: MainWindow, qtbot: QtBot) -> BoardFlow:
    """The page of the comparison, open on four takes in two rows."""

    def pin(services: Services) -> Comparison:
        board = services.pinning.current()
        for number in range(4):
            board = services.pinning.pin(board.id, str(uuid4()), number + 1, number % 2)
        return board

    def is_there() -> bool:
        board = opened.board.comparison
        return board is not None and len(board.cards) == 4

    opened.session.write(pin, opened.board.show_kept)
    qtbot.waitUntil(is_there)
    opened.actions_["board"].trigger()
    made = opened.pages.board
    qtbot.waitUntil(lambda: made.page.lists.rowCount() > 0)
    return made


@pytest.fixture
def beside(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Two reports on one happening in panes A and B, and what they have on the same thing."""
    paths = {"Harbour Post": HARBOUR, "Island Mail": ISLAND}
    done: list[ImportReport] = []
    for name, text in paths.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        opened.session.write(partial(_imported, path=path), done.append)
    qtbot.waitUntil(lambda: len(done) == len(paths))
    ids = [report.imported[0].article_id for report in done]
    for article_id, name in zip(ids, paths, strict=True):
        opened.session.write(partial(_credited, article_id=article_id, name=name), lambda _: None)
    opened.rooms.show_pair()
    for article_id, side in zip(ids, (Side.A, Side.B), strict=True):
        opened.desk.open_text(article_id, side)
    panes = opened.rooms.pair.panes
    qtbot.waitUntil(lambda: all(pane.content is not None for pane in panes.values()))
    qtbot.waitUntil(lambda: opened.compare.alignments.of(ids[0], ids[1]) is not None)
    opened.rooms.pair.focus_side(Side.A)
    return opened


def _imported(services: Services, path: Path) -> ImportReport:
    return services.importing.import_paths([path])


def _credited(services: Services, article_id: int, name: str) -> None:
    services.correcting.set_outlet(article_id, name)


@pytest.fixture
def make_point() -> Callable[[MainWindow, str], None]:
    """Types a question into the dialog that the command opens."""

    def made(window: MainWindow, question: str) -> None:
        window.actions_["new_point"].trigger()
        dialog = next(one for one in window.findChildren(PointDialog) if one.isVisible())
        dialog.question.setText(question)
        dialog.accept()

    return made
