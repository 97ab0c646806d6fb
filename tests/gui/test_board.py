"""The pin board when things go wrong: slow writes, failed writes, another library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import make_sample, open_services
from summit_reader.domain.arrangement import in_turn
from summit_reader.domain.comparison import Clipping, Comparison
from summit_reader.domain.errors import LibraryBusy
from summit_reader.gui.board.edits import Edit, noted, rearranged, unpinned
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side
from summit_reader.services.pinning import Pinning


def shown(window: MainWindow) -> tuple[Clipping, ...]:
    board = window.board.comparison
    return board.clippings if board is not None else ()


def kept(window: MainWindow) -> Comparison:
    services = window.session.services
    assert services is not None
    return services.pinning.current()


def refuse(*_: object) -> Comparison:
    raise LibraryBusy(Path("Library"))


@pytest.fixture
def busy(paired: MainWindow) -> Callable[[], None]:
    """Keeps the writing thread busy until it is called."""
    gate = Event()
    paired.session.write(lambda _: gate.wait(20), lambda _: None)
    return gate.set


def test_a_late_answer_takes_nothing_off_the_screen(
    paired: MainWindow, qtbot: QtBot, busy: Callable[[], None]
) -> None:
    strip = paired.rooms.strip
    paired.actions_["pin"].trigger()
    assert len(shown(paired)) == 1
    strip.my_take.setPlainText("ab")
    strip.my_take.keep()
    busy()
    qtbot.waitUntil(lambda: kept(paired).my_take == "ab")
    QTest.keyClicks(strip.my_take, "c")
    assert "ab" in strip.my_take.words
    strip.my_take.keep()
    qtbot.waitUntil(lambda: kept(paired).my_take == strip.my_take.words)


def test_a_pin_that_cannot_be_kept_is_told_and_taken_back(
    paired: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pinning, "pin", refuse)
    paired.actions_["pin"].trigger()
    qtbot.waitUntil(lambda: paired.findChild(QMessageBox) is not None)
    qtbot.waitUntil(lambda: shown(paired) == ())
    assert not paired.rooms.pair.panes[Side.A].header.pin.isChecked()
    assert not paired.board.stack.canUndo()


def test_words_that_cannot_be_kept_stay_in_sight(
    paired: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    paired.actions_["pin"].trigger()
    monkeypatch.setattr(Pinning, "set_my_take", refuse)
    field = paired.rooms.strip.my_take
    QTest.keyClicks(field, "Nobody promised money.")
    field.keep()
    qtbot.waitUntil(lambda: paired.findChild(QMessageBox) is not None)
    monkeypatch.undo()
    paired.rooms.pair.focus_side(Side.B)
    paired.actions_["pin"].trigger()
    qtbot.waitUntil(lambda: len(kept(paired).clippings) == 2)
    assert field.words == "Nobody promised money."
    QTest.keyClicks(field, "!")
    field.keep()
    qtbot.waitUntil(lambda: kept(paired).my_take == "Nobody promised money.!")


def test_what_is_typed_before_a_switch_goes_into_the_library_it_was_typed_in(
    paired: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    services = paired.session.services
    assert services is not None
    old = services.library
    paired.actions_["pin"].trigger()
    QTest.keyClicks(paired.rooms.strip.my_take, "Flour.")
    make_sample(tmp_path / "Other")
    paired.session.open(tmp_path / "Other")
    qtbot.waitUntil(lambda: paired.board.comparison is not None and not shown(paired))
    assert paired.rooms.strip.my_take.words == ""
    qtbot.waitUntil(lambda: paired.rooms.takes.model.rowCount() > 0)
    with_words = open_services(old)
    assert with_words.pinning.current().my_take == "Flour."
    with_words.close()


def test_a_window_that_cannot_keep_an_edit_stays_open(
    paired: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    paired.actions_["pin"].trigger()
    monkeypatch.setattr(Pinning, "set_my_take", refuse)
    QTest.keyClicks(paired.rooms.strip.my_take, "Unsaved.")
    assert not paired.close()
    assert paired.isVisible()
    qtbot.waitUntil(lambda: paired.findChild(QMessageBox) is not None)
    assert paired.rooms.strip.my_take.words == "Unsaved."
    monkeypatch.undo()
    services = paired.session.services
    assert services is not None
    assert paired.close()
    again = open_services(services.library)
    assert again.pinning.current().my_take == "Unsaved."
    again.close()


def test_undo_of_a_notice_is_gone_after_the_next_edit(paired: MainWindow) -> None:
    paired.actions_["pin"].trigger()
    assert paired.toast.isVisible()
    paired.rooms.strip.my_take.setPlainText("Flour.")
    paired.rooms.strip.my_take.keep()
    assert not paired.toast.isVisible()


def test_f2_writes_on_the_take_in_the_focused_pane(paired: MainWindow, qtbot: QtBot) -> None:
    for side in (Side.A, Side.B):
        paired.rooms.pair.focus_side(side)
        paired.actions_["pin"].trigger()
    paired.rooms.pair.focus_side(Side.A)
    paired.rooms.pair.panes[Side.A].browser.setFocus()
    paired.actions_["edit_note"].trigger()
    QTest.keyClicks(paired.rooms.strip.note, "for A")
    paired.rooms.strip.note.keep()
    qtbot.waitUntil(lambda: [c.note for c in kept(paired).clippings] == ["for A", ""])


def test_no_break_spaces_survive(paired: MainWindow, qtbot: QtBot) -> None:
    paired.actions_["pin"].trigger()
    field = paired.rooms.strip.my_take
    field.setPlainText("«\N{NO-BREAK SPACE}Oui\N{NO-BREAK SPACE}»\nnon")
    field.keep()
    qtbot.waitUntil(
        lambda: kept(paired).my_take == "«\N{NO-BREAK SPACE}Oui\N{NO-BREAK SPACE}»\nnon"
    )


def test_a_click_on_a_card_opens_it_once(paired: MainWindow) -> None:
    paired.actions_["pin"].trigger()
    opened: list[bool] = []
    strip = paired.rooms.strip
    strip.clipping_opened.connect(lambda _, across: opened.append(across))
    centre = strip.view.visualRect(strip.model.index(0)).center()
    QTest.mouseClick(strip.view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    alt = Qt.KeyboardModifier.AltModifier
    QTest.mouseClick(strip.view.viewport(), Qt.MouseButton.LeftButton, alt, centre)
    assert opened == [False, True]


def test_steps_on_the_value_match_the_library(paired: MainWindow, qtbot: QtBot) -> None:
    for side in (Side.A, Side.B):
        paired.rooms.pair.focus_side(side)
        paired.actions_["pin"].trigger()
    qtbot.waitUntil(lambda: len(kept(paired).clippings) == 2)
    services = paired.session.services
    assert services is not None
    before = kept(paired)
    first, second = before.clippings

    def made(board: Comparison, edit: Edit) -> Comparison:
        """Both ways of the edit, held against the library; what it comes to."""
        assert edit.do.shown is not None
        assert edit.undo.shown is not None
        after = edit.do.shown(board)
        assert edit.do.kept(services) == after
        assert edit.undo.kept(services) == edit.undo.shown(after) == board
        return edit.do.kept(services)

    now = made(before, rearranged(before, in_turn(before, first.id, 1)))
    now = made(now, noted(now, second, "n"))
    made(now, unpinned(now, first))
