"""Backups in the window: made at a start, listed with what they change, gone back to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from summit_reader.domain.backup import BackupReason
from summit_reader.gui.backups.dialog import BackupsDialog
from summit_reader.gui.main_window import MainWindow
from summit_reader.store.backups import back_up, backups_in

NewWindow = Callable[[], MainWindow]


def questions(window: MainWindow) -> list[str]:
    services = window.session.services
    assert services is not None
    return [summary.point.question for summary in services.comparing.points()]


@pytest.fixture
def folder(opened: MainWindow, sample_copy: Path, qtbot: QtBot) -> Path:
    """The open library's folder, once the backup of the start is made."""
    qtbot.waitUntil(lambda: len(backups_in(sample_copy)) == 1)
    return sample_copy


@pytest.fixture
def dialog(opened: MainWindow, folder: Path, qtbot: QtBot) -> BackupsDialog:
    dialog = opened.backups.show_backups()
    qtbot.waitUntil(dialog.restore.isEnabled)
    return dialog


def test_a_start_makes_a_backup(folder: Path) -> None:
    (backup,) = backups_in(folder)
    assert backup.reason is BackupReason.START


def test_the_list_says_what_going_back_changes(opened: MainWindow, dialog: BackupsDialog) -> None:
    assert "Texts: 5, the same" in dialog.changes.text()
    assert dialog.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert dialog.view.hasFocus() or not opened.isActiveWindow()


def test_going_back_undoes_what_was_done_since(
    opened: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    before = questions(opened)
    services = opened.session.services
    assert services is not None
    services.comparing.add_point("Who pays for the flour?")
    dialog = opened.backups.show_backups()
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert "Points: 7 now, 6 in the backup" in dialog.changes.text()
    with qtbot.waitSignal(opened.session.opened):
        QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert questions(opened) == before
    qtbot.waitUntil(lambda: opened.board.comparison is not None)
    assert backups_in(folder)[0].reason is not BackupReason.HAND
    qtbot.waitUntil(lambda: opened.desk.view is not None)


def test_one_more_is_made_by_hand(
    opened: MainWindow, dialog: BackupsDialog, folder: Path, qtbot: QtBot
) -> None:
    make = next(
        button for button in dialog.findChildren(QPushButton) if button.text() == "Back up now"
    )
    QTest.mouseClick(make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert backups_in(folder)[0].reason is BackupReason.HAND
    qtbot.waitUntil(dialog.restore.isEnabled)


def test_a_backup_that_cannot_be_read_says_so(
    opened: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    (backup,) = backups_in(folder)
    backup.path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    dialog = opened.backups.show_backups()
    qtbot.waitUntil(lambda: "cannot be read" in dialog.changes.text())
    assert not dialog.restore.isEnabled()


def test_a_library_goes_out_and_comes_in_as_one_file(
    opened: MainWindow,
    folder: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file, elsewhere = tmp_path / "summit", tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    with qtbot.waitSignal(opened.backups.said):
        opened.actions_["pack_library"].trigger()
    packed = file.with_suffix(".library")
    assert packed.is_file()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(packed), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(elsewhere))
    before = questions(opened)
    with qtbot.waitSignal(opened.session.opened):
        opened.actions_["unpack_library"].trigger()
    services = opened.session.services
    assert services is not None
    assert services.library == elsewhere
    assert questions(opened) == before
    qtbot.waitUntil(lambda: opened.board.comparison is not None)
    qtbot.waitUntil(lambda: opened.desk.view is not None)


def test_a_damaged_library_is_offered_its_backup(
    new_window: NewWindow, sample_copy: Path, qtbot: QtBot
) -> None:
    back_up(sample_copy, BackupReason.START)
    database = sample_copy / "library.db"
    database.write_bytes(database.read_bytes()[:6000])
    window = new_window()
    window.open_library(sample_copy, sample=False)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "is damaged" in box.text()
    back = next(button for button in box.buttons() if "Go back" in button.text())
    with qtbot.waitSignal(window.session.opened):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert len(questions(window)) == 6
    assert list(sample_copy.glob("damaged *.library"))
    qtbot.waitUntil(lambda: window.board.comparison is not None)
    qtbot.waitUntil(lambda: window.desk.view is not None)


def test_without_a_backup_the_damage_is_told(
    new_window: NewWindow, sample_copy: Path, qtbot: QtBot
) -> None:
    database = sample_copy / "library.db"
    database.write_bytes(database.read_bytes()[:6000])
    window = new_window()
    window.open_library(sample_copy, sample=False)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "is damaged" in box.text()
    assert not any("Go back" in button.text() for button in box.buttons())
