"""What the reader can say to takes in the window, and take back through the one undo stack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import open_services
from summit_reader.domain.article import Hints
from summit_reader.domain.correction import Attributed
from summit_reader.domain.importing import Imported, ImportReport
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Standing, Take, Voice, VoiceKind
from summit_reader.gui.intake.report import ImportReportDialog
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.reading.browser import ArticleBrowser
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.takes.attribution import AttributionDialog
from summit_reader.gui.takes.set_aside import SetAsideDialog
from summit_reader.gui.widgets.sides import Side

NewWindow = Callable[[], MainWindow]


@pytest.fixture
def reading(paired: MainWindow) -> MainWindow:
    """The window with an expert's take in the pane that listens."""
    paired.rooms.pair.panes[Side.B].browser.setFocus()
    assert paired.rooms.pair.side is Side.B
    return paired


def pane_of(window: MainWindow) -> ReadingPane:
    return window.rooms.pair.focused_pane


def shown(window: MainWindow) -> Take:
    take = window.desk.take_in(window.rooms.pair.side)
    assert take is not None
    return take


def in_text(window: MainWindow, take_id: int) -> bool:
    content = pane_of(window).content
    return content is not None and take_id in {take.id for take in content.others}


def select(window: MainWindow, words: str) -> None:
    browser = pane_of(window).browser
    cursor = browser.document().find(words)
    assert not cursor.isNull()
    browser.setTextCursor(cursor)


def dialog_of(kind: type[AttributionDialog]) -> AttributionDialog | None:
    """The dialog that is open."""
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind)), None)


def opened_dialog(qtbot: QtBot) -> AttributionDialog:
    qtbot.waitUntil(lambda: dialog_of(AttributionDialog) is not None)
    dialog = dialog_of(AttributionDialog)
    assert dialog is not None
    return dialog


def undo(window: MainWindow) -> None:
    window.board.stack.undo()


def test_the_popover_says_why_and_takes_the_keyboard(reading: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(reading, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    popover = reading.commands.takes.popover
    assert popover.isVisible()
    assert popover.take == shown(reading)
    assert "“said” stands" not in popover.accessibleDescription()
    assert "follows with “said”" in popover.accessibleDescription()
    assert popover.confirm.hasFocus()
    QTest.keyClick(popover.confirm, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_a_take_is_confirmed_and_that_is_taken_back(reading: MainWindow, qtbot: QtBot) -> None:
    reading.actions_["why_take"].trigger()
    QTest.keyClick(reading.commands.takes.popover.confirm, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown(reading).standing is Standing.CONFIRMED)
    assert reading.board.stack.undoText() == "Confirm take"
    undo(reading)
    qtbot.waitUntil(lambda: shown(reading).standing is Standing.PROPOSED)
    reading.board.stack.redo()
    qtbot.waitUntil(lambda: shown(reading).standing is Standing.CONFIRMED)


def test_a_rejected_take_leaves_text_and_list_until_undone(
    reading: MainWindow, qtbot: QtBot
) -> None:
    take = shown(reading)
    rows = reading.rooms.takes.model.rowCount()
    # What was set apart comes after the text, and makes its viewport lower.
    qtbot.waitUntil(pane_of(reading).apart.isVisible)
    bar = pane_of(reading).browser.verticalScrollBar()
    before = bar.value()
    reading.actions_["reject_take"].trigger()
    qtbot.waitUntil(lambda: not in_text(reading, take.id))
    qtbot.waitUntil(lambda: reading.rooms.takes.model.rowCount() == rows - 1)
    assert reading.desk.take_in(Side.B) is None
    assert bar.value() == before
    undo(reading)
    qtbot.waitUntil(lambda: in_text(reading, take.id))
    qtbot.waitUntil(lambda: reading.rooms.takes.model.rowCount() == rows)


def test_the_words_are_credited_to_somebody_else(reading: MainWindow, qtbot: QtBot) -> None:
    before = shown(reading)
    reading.actions_["attribute_take"].trigger()
    dialog = opened_dialog(qtbot)
    assert dialog.speaker.currentText() == "Andrei Lankov"
    assert dialog.description.text() == "veteran North Korea analyst"
    dialog.speaker.setCurrentText("Mia Quill")
    dialog.description.setText("historian")
    dialog.accept()
    qtbot.waitUntil(lambda: shown(reading).speaker != before.speaker)
    assert shown(reading).speaker == Voice("Mia Quill", VoiceKind.PERSON, "historian")
    undo(reading)
    qtbot.waitUntil(lambda: shown(reading) == before)


def test_nothing_happens_if_nothing_was_put_otherwise(reading: MainWindow, qtbot: QtBot) -> None:
    reading.actions_["attribute_take"].trigger()
    opened_dialog(qtbot).accept()
    assert not reading.board.stack.canUndo()


def test_a_selection_becomes_a_take(reading: MainWindow, qtbot: QtBot) -> None:
    select(reading, "increase Russia’s regional clout")
    reading.actions_["mark_take"].trigger()
    dialog = opened_dialog(qtbot)
    assert dialog.outlet.currentText() == "South China Morning Post"
    dialog.accept()
    qtbot.waitUntil(lambda: shown(reading).text == "increase Russia’s regional clout")
    made = shown(reading)
    assert (made.origin, made.standing) == (Origin.MARKED, Standing.CONFIRMED)
    undo(reading)
    qtbot.waitUntil(lambda: not in_text(reading, made.id))
    reading.board.stack.redo()
    qtbot.waitUntil(lambda: in_text(reading, made.id))


def test_without_a_selection_the_window_says_what_to_do(reading: MainWindow) -> None:
    pane_of(reading).browser.moveCursor(QTextCursor.MoveOperation.Start)
    reading.actions_["mark_take"].trigger()
    assert reading.toast.isVisible()
    assert "Select" in reading.toast.accessibleName()
    reading.toast.hide()
    reading.actions_["respan_take"].trigger()
    assert reading.toast.isVisible()


def test_words_are_changed_split_and_merged(reading: MainWindow, qtbot: QtBot) -> None:
    before = shown(reading)
    select(reading, "Kim understands Russians")
    reading.actions_["respan_take"].trigger()
    qtbot.waitUntil(lambda: shown(reading).text == "Kim understands Russians")
    select(reading, "Russians")
    reading.actions_["split_take"].trigger()
    qtbot.waitUntil(lambda: shown(reading).text == "Kim understands")
    reading.actions_["merge_take"].trigger()
    qtbot.waitUntil(lambda: shown(reading).text == "Kim understands Russians")
    for words in ("Kim understands", "Kim understands Russians", before.text):
        undo(reading)
        qtbot.waitUntil(lambda words=words: shown(reading).text == words)  # type: ignore[misc]
    assert shown(reading) == before


def test_a_step_that_cannot_be_made_never_comes_on_the_stack(
    reading: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(
        "summit_reader.gui.main_window.show_error", lambda error, _: told.append(error)
    )
    pane_of(reading).browser.moveCursor(QTextCursor.MoveOperation.Start)
    reading.actions_["split_take"].trigger()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "split" in str(told[0])
    assert not reading.board.stack.canUndo()


def test_a_step_that_cannot_be_taken_back_empties_the_stack(
    reading: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(
        "summit_reader.gui.main_window.show_error", lambda error, _: told.append(error)
    )
    take = shown(reading)
    reading.actions_["confirm_take"].trigger()
    qtbot.waitUntil(lambda: shown(reading).standing is Standing.CONFIRMED)
    services = reading.session.services
    assert services is not None
    services.correcting.attribute(take.id, Attributed(None, "", Role.EDITORIAL))
    undo(reading)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert not reading.board.stack.canUndo()
    assert not reading.board.stack.canRedo()


def middle_of(browser: ArticleBrowser, positions: Span) -> QPoint:
    return browser.visible_rect_of(positions).center().toPoint()


def test_a_click_on_marked_words_opens_the_popover(reading: MainWindow, qtbot: QtBot) -> None:
    pane = pane_of(reading)
    target = pane.target()
    assert target is not None
    first_line = Span(target.start, target.start + 10)
    browser = pane.browser
    browser.viewport().repaint()
    spot = middle_of(browser, first_line)
    QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    popover = reading.commands.takes.popover
    assert popover.isVisible()
    assert popover.take == shown(reading)
    popover.hide()
    margin = QPoint(6, spot.y())
    QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=margin)
    assert popover.isVisible()


def test_open_quotes_show_whole_quotations_and_tint_every_take(reading: MainWindow) -> None:
    view = reading.rooms.takes.view
    browser = pane_of(reading).browser
    content = pane_of(reading).content
    assert content is not None
    index = reading.rooms.takes.model.index(2)
    closed = view.sizeHintForIndex(index).height()
    assert not any(mark.opened for mark in browser._marks)
    reading.actions_["open_quotes"].trigger()
    assert view.sizeHintForIndex(index).height() > closed
    others = [mark for mark in browser._marks if mark.side is None]
    assert others
    assert all(mark.opened for mark in others)
    reading.actions_["open_quotes"].trigger()
    assert view.sizeHintForIndex(index).height() == closed
    assert not any(mark.opened for mark in browser._marks)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for key, opened in ((Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)):
        for _ in range(2):
            QTest.keyClick(browser, key, held)
            assert (view.sizeHintForIndex(index).height() > closed) is opened
            assert reading.actions_["open_quotes"].isChecked() is opened


def test_the_menu_of_a_text_is_about_the_take_under_it(reading: MainWindow, qtbot: QtBot) -> None:
    pane = pane_of(reading)
    content = pane.content
    assert content is not None
    document = pane.browser.shown
    assert document is not None
    other = next(take for take in content.others if take.text.startswith("Russia wants"))
    (place, *_) = document.positions(other.anchor.segments[0])
    pane.browser.scroll_to(place.start)
    spot = middle_of(pane.browser, Span(place.start, place.start + 6))
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, spot, pane.browser.viewport().mapToGlobal(spot)
    )
    QApplication.sendEvent(pane.browser.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    reading.actions_["reject_take"].trigger()
    menu.close()
    qtbot.waitUntil(lambda: not in_text(reading, other.id))
    assert in_text(reading, shown(reading).id)


def test_the_caret_lets_the_keyboard_select(reading: MainWindow) -> None:
    browser = pane_of(reading).browser
    browser.moveCursor(QTextCursor.MoveOperation.Start)
    browser.setFocus()
    reading.actions_["caret"].trigger()
    right = Qt.Key.Key_Right
    for _ in range(3):
        QTest.keyClick(browser, right, Qt.KeyboardModifier.ShiftModifier)
    assert len(browser.textCursor().selectedText()) == 3
    words = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(browser, right, words)
    assert len(browser.textCursor().selectedText()) > 3, "the key moves no card here"
    reading.actions_["caret"].trigger()
    assert not browser.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_rejected_take_is_brought_back_from_the_list(reading: MainWindow, qtbot: QtBot) -> None:
    take = shown(reading)
    reading.actions_["reject_take"].trigger()
    qtbot.waitUntil(lambda: not in_text(reading, take.id))
    reading.actions_["set_aside"].trigger()
    (dialog,) = reading.findChildren(SetAsideDialog)
    qtbot.waitUntil(lambda: dialog.rejected_view.count() == 1)
    assert not dialog.link.isEnabled()
    dialog.back.click()
    qtbot.waitUntil(lambda: in_text(reading, take.id))
    qtbot.waitUntil(lambda: dialog.rejected_view.count() == 0)


def test_another_library_puts_the_list_away(
    reading: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    reading.actions_["set_aside"].trigger()
    (dialog,) = reading.findChildren(SetAsideDialog)
    assert dialog.isVisible()
    reading.session.open(tmp_path / "Other", create=True)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_every_text_can_be_read_anew(reading: MainWindow, qtbot: QtBot) -> None:
    before = shown(reading)
    reading.actions_["refresh_takes"].trigger()
    qtbot.waitUntil(lambda: "5 texts read anew" in reading.toast.accessibleName())
    assert shown(reading) == before


TEXT = "Ferry\n\n“The boats sail again on Monday,” said Ada Byrne.\n\nThe union 🌍 is glad.\n"


def test_a_lost_take_is_linked_to_other_words(
    new_window: NewWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    hints = Hints(outlet=OutletProfile("The Tide"), url="https://tide.example/ferry")
    services = open_services(tmp_path / "Library", create=True)
    services.importing.import_text(TEXT, "ferry", hints)
    (take,) = services.reading.takes_in(1)
    services.correcting.confirm(take.id)
    services.importing.import_text(TEXT.replace("The boats sail", "Boats sail"), "ferry", hints)
    services.close()
    window = new_window()
    window.open_library(tmp_path / "Library", sample=False)
    qtbot.waitUntil(lambda: window.contents is not None)
    window.actions_["set_aside"].trigger()
    (dialog,) = window.findChildren(SetAsideDialog)
    qtbot.waitUntil(lambda: dialog.lost_view.count() == 1)
    dialog.link.click()
    assert "select" in window.toast.accessibleName()
    dialog.show_text.click()
    qtbot.waitUntil(lambda: pane_of(window).content is not None)
    content = pane_of(window).content
    assert content is not None
    assert content.at is not None
    assert content.at.of(content.article.cleaned.source) == "Boats sail again on Monday,"
    select(window, "Boats sail again on Monday,")
    dialog.link.click()
    qtbot.waitUntil(lambda: dialog.lost_view.count() == 0)
    services = open_services(tmp_path / "Library")
    linked = services.reading.take(take.id)
    services.close()
    assert (linked.text, linked.lost) == ("Boats sail again on Monday,", False)


def test_an_import_that_loses_takes_says_where_they_are(reading: MainWindow, qtbot: QtBot) -> None:
    renewed = Imported(
        "a.txt", 1, "Ferry", "The Tide", takes=2, removed=0, known=True, renewed=True
    )
    report = ImportReport((replace(renewed, lost=2), replace(renewed, article_id=2)), ())
    reading.importing.finished.emit(report)
    assert "2 takes have lost their words" in reading.toast.accessibleName()
    lines = ImportReportDialog(report, reading.look, reading).lines
    said = [lines.item(row).text() for row in range(lines.count())]
    assert ["2 takes lost" in line for line in said] == [True, False]
    assert all("read anew" in line for line in said)


def test_with_the_caret_on_the_take_at_the_cursor_is_meant(
    reading: MainWindow, qtbot: QtBot
) -> None:
    select(reading, "miracles")
    assert reading.commands.takes._target() == shown(reading)
    reading.actions_["caret"].trigger()
    reading.actions_["why_take"].trigger()
    take = reading.commands.takes.popover.take
    assert take is not None
    assert "miracles" in take.text
    reading.commands.takes.popover.hide()
