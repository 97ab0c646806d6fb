from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from summit_reader.gui.intake.preview_dialog import PreviewDialog
from summit_reader.gui.intake.report import ImportReportDialog
from summit_reader.gui.main_window import MainWindow

WORDS = "“We will not pay,” said Ada Quill, the minister, on {day}."


def texts(window: MainWindow) -> int:
    return window.contents.summary.texts if window.contents is not None else 0


def button(window: MainWindow, text: str) -> QPushButton:
    (found,) = (each for each in window.toast.findChildren(QPushButton) if each.text() == text)
    return found


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    names = []
    for day in ("Monday", "Tuesday"):
        path = tmp_path / f"{day}.txt"
        path.write_text(WORDS.format(day=day), encoding="utf-8")
        names.append(str(path))
    return names


@pytest.fixture
def imported(opened: MainWindow, qtbot: QtBot, files: list[str]) -> MainWindow:
    """The window just after two texts came straight in."""
    opened.settings.preview_imports = False
    opened.importing.import_names(files)
    qtbot.waitUntil(opened.toast.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: texts(opened) == 7)
    return opened


def test_an_import_that_went_well_is_a_quiet_notice(imported: MainWindow) -> None:
    assert imported.toast.accessibleName() == "2 texts taken in, 2 takes."
    assert imported.findChild(ImportReportDialog) is None
    button(imported, "Show").click()
    dialog = imported.findChild(ImportReportDialog)
    assert isinstance(dialog, ImportReportDialog)
    assert dialog.lines.count() == 2
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "2 texts taken in, 2 takes."
    assert len(copied) == 3
    dialog.reject()


def test_an_import_is_taken_back_and_made_again(imported: MainWindow, qtbot: QtBot) -> None:
    assert imported.board.stack.undoText() == "Import"
    button(imported, "Undo").click()
    qtbot.waitUntil(lambda: texts(imported) == 5)
    services = imported.session.services
    assert services is not None
    assert len(services.shelving.binned()) == 2
    imported.board.stack.redo()
    qtbot.waitUntil(lambda: texts(imported) == 7)
    assert services.shelving.binned() == ()
    imported.board.stack.undo()
    qtbot.waitUntil(lambda: texts(imported) == 5)


def test_what_was_here_already_is_no_step(
    imported: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    steps = imported.board.stack.count()
    imported.importing.import_names(files)
    qtbot.waitUntil(
        lambda: imported.toast.accessibleName() == "2 were here already.", timeout=20_000
    )
    assert imported.board.stack.count() == steps
    assert not button(imported, "Undo").isVisible()


def test_the_report_of_what_was_looked_at_comes_when_the_page_is_closed(
    opened: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    assert not opened.actions_["import_report"].isEnabled()
    opened.importing.import_names(files)
    qtbot.waitUntil(lambda: opened.findChild(PreviewDialog) is not None)
    dialog = opened.findChild(PreviewDialog)
    assert isinstance(dialog, PreviewDialog)
    qtbot.waitUntil(lambda: len(dialog.files.rows) == 2)
    qtbot.waitUntil(dialog.everything.isEnabled)
    dialog.everything.click()
    qtbot.waitUntil(lambda: texts(opened) == 7)
    qtbot.waitUntil(opened.toast.isVisible)
    assert opened.toast.accessibleName() == "2 texts taken in, 2 takes."
    opened.actions_["import_report"].trigger()
    assert opened.findChild(ImportReportDialog) is not None
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: texts(opened) == 5)


def test_the_notice_is_seen_on_every_page(imported: MainWindow) -> None:
    for page in ("articles", "grid", "stories", "coverage"):
        imported.actions_[page].trigger()
        imported.toast.say("Done.")
        assert imported.toast.isVisible()
        assert imported.rooms.rect().contains(imported.toast.geometry())
