"""The program as it is on its first day: no settings, no library but the one it makes itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from summit_reader.gui.app import application, make_window
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.settings import Settings

from .hands import Keyboard, Mouse


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return application()


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a first launch, its sample library open."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = make_window(qapp, Settings(store))
    made.show()
    made.activateWindow()
    made.open_library(None, sample=False)
    qtbot.waitUntil(lambda: made.desk.view is not None, timeout=30_000)
    qtbot.waitUntil(made.rooms.sidebar.point_view.hasFocus)
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def keyboard(window: MainWindow) -> Keyboard:
    return Keyboard(window)


@pytest.fixture
def mouse(window: MainWindow) -> Mouse:
    return Mouse(window)


@pytest.fixture
def desk_folder(tmp_path: Path) -> Path:
    """A folder of the reader's own."""
    folder = tmp_path / "Desk"
    folder.mkdir()
    return folder
