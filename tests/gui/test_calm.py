"""Nothing that takes long happens on the thread that paints, and no error costs a word."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import LibraryBusy, MissingFile
from summit_reader.gui.endings import NAME, EndLog, EndNotice
from summit_reader.gui.errors import UnexpectedErrors, show_error
from summit_reader.gui.main_window import MainWindow

Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Guarded:
    """A service that notes every call made on the thread of the window."""

    def __init__(self, service: object, calls: list[str]) -> None:
        self._service, self._calls = service, calls

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._service, name)
        if not callable(found):
            return found

        def called(*arguments: Any, **named: Any) -> Any:
            if threading.current_thread() is threading.main_thread():
                self._calls.append(f"{type(self._service).__name__}.{name}")
            return found(*arguments, **named)

        return called


@pytest.fixture
def calls_of_the_window(opened: MainWindow) -> list[str]:
    """Every call of a service that the window makes itself, from now on."""
    calls: list[str] = []
    services = opened.session.services
    assert services is not None
    plain = {"library", "is_sample", "_opened"}
    guarded: dict[str, Any] = {
        each.name: Guarded(getattr(services, each.name), calls)
        for each in fields(Services)
        if each.name not in plain
    }
    opened.session._services = replace(services, **guarded)
    return calls


def test_no_service_is_called_on_the_thread_that_paints(
    opened: MainWindow, calls_of_the_window: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    rooms = opened.rooms
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            f"Title {number}\n\n“We will not pay,” said Ann Ash."
        )
    opened.settings.preview_imports = False
    opened.importing.import_names([str(tmp_path / f"{number}.txt") for number in range(3)])
    opened.indexing.rebuild()
    QTest.keyClick(rooms.sidebar.point_view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened.desk.sides()) == 2)
    QTest.keyClick(opened, Qt.Key.Key_D, Control)
    qtbot.waitUntil(lambda: rooms.strip.model.rowCount() == 1)
    QTest.keyClicks(opened.field, "flour")
    qtbot.waitUntil(lambda: rooms.results.query == "flour")
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    opened.rooms.strip.my_take.setPlainText("A bad harvest.")
    opened.rooms.strip.keep_texts()
    QTest.keyClick(opened, Qt.Key.Key_C, Control | Shift)
    for name in (
        "next_point", "next_outlet", "next_take", "swap", "same_point", "differences",
        "why_take", "people", "versions", "back", "forward", "export", "palette",
    ):  # fmt: skip
        opened.actions_[name].trigger()
    for name in ("grid", "stories", "coverage", "inbox"):
        opened.actions_[name].trigger()
        opened.grab()
    qtbot.waitUntil(lambda: opened.contents is not None and opened.contents.summary.texts == 8)
    opened.board.stack.undo()
    assert opened.session.finish() == []
    opened.rooms.show_work()
    assert calls_of_the_window == []


def button(box: QMessageBox, name: str) -> QAbstractButton:
    return next(one for one in box.buttons() if one.text().replace("&", "") == name)


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def test_an_expected_error_offers_what_lies_behind_it(opened: MainWindow) -> None:
    box = show_error(caused(LibraryBusy(Path("Mine")), OSError("database is locked")), opened)
    assert "in use by another program" in box.text()
    button(box, "Copy details").click()
    assert "database is locked" in QGuiApplication.clipboard().text()
    assert box.isVisible(), "copying is no answer"


def test_an_error_that_says_it_all_offers_no_more(opened: MainWindow) -> None:
    box = show_error(MissingFile("x.txt"), opened)
    assert [one.text().replace("&", "") for one in box.buttons()] == ["Close"]
    assert not box.detailedText()


def raised() -> ValueError:
    return ValueError("seven")


def test_after_an_unexpected_error_one_can_go_on(opened: MainWindow) -> None:
    box = show_error(raised(), opened)
    assert box.defaultButton() is box.escapeButton() is button(box, "Go on")
    button(box, "Go on").click()
    assert opened.isVisible()


def test_after_an_unexpected_error_the_program_can_be_closed(opened: MainWindow) -> None:
    button(show_error(raised(), opened), "Close the program").click()
    assert not opened.isVisible()


def test_what_was_typed_is_kept_before_anything_is_asked(opened: MainWindow, qtbot: QtBot) -> None:
    errors = UnexpectedErrors(opened, opened.rooms.strip.keep_texts)
    try:
        opened.rooms.strip.my_take.setPlainText("Written a moment ago.")
        errors._tell(raised())
        errors._tell(raised())
        assert len([one for one in opened.findChildren(QMessageBox) if one.isVisible()]) == 1
        assert opened.session.finish() == []
        services = opened.session.services
        assert services is not None
        assert services.pinning.current().my_take == "Written a moment ago."
    finally:
        errors.release()


@pytest.fixture(autouse=True)
def _own_handler() -> Iterator[None]:
    """What the tests themselves have faults handled by is put back."""
    was_on = faulthandler.is_enabled()
    yield
    if was_on and sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)


def test_a_run_that_ends_well_leaves_nothing_to_tell(tmp_path: Path) -> None:
    log = EndLog(tmp_path / "data")
    assert log.begin() == ""
    assert (tmp_path / "data" / NAME).exists()
    log.end()
    assert not (tmp_path / "data" / NAME).exists()


def test_the_traces_of_a_fall_are_told_once(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"Fatal Python error: Segmentation fault\xff\n")
    for expected in ("Fatal Python error: Segmentation fault\ufffd", ""):
        log = EndLog(tmp_path)
        assert log.begin() == expected
        log.end()


def test_a_folder_that_takes_no_file_has_no_log(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    log = EndLog(tmp_path / "file" / "data")
    assert log.begin() == ""
    log.end()


def test_the_notice_hands_out_the_report_and_goes(opened: MainWindow, qtbot: QtBot) -> None:
    notice = EndNotice(opened.look, "Fatal Python error")
    opened.rooms.put_above(notice)
    qtbot.waitUntil(notice.isVisible)
    notice.acted.emit()
    assert QGuiApplication.clipboard().text() == "Fatal Python error"
    assert not notice.isVisible()
