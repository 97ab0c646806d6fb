"""Commands of the window, each as a reader would give it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.domain.comparison import Clipping
from summit_reader.domain.point import PointSummary
from summit_reader.gui.intake.report import ImportReportDialog
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.settings import Settings
from summit_reader.gui.takes.model import TextRow
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side

NewWindow = Callable[[], MainWindow]
Control, Alt, Shift = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def outlet_in(window: MainWindow, side: Side) -> str:
    take = window.desk.take_in(side)
    return take.outlet.name if take else ""


def has_pinned(window: MainWindow, count: int) -> bool:
    return window.rooms.strip.model.rowCount() == count


def clippings(window: MainWindow) -> list[Clipping]:
    board = window.board.comparison
    return list(board.clippings) if board is not None else []


def point_on_show(window: MainWindow) -> PointSummary:
    assert window.desk.view is not None
    return window.desk.view.summary


def pin_both(window: MainWindow, qtbot: QtBot) -> None:
    for count, side in enumerate((Side.A, Side.B), start=1):
        window.rooms.pair.focus_side(side)
        window.actions_["pin"].trigger()
        qtbot.waitUntil(partial(has_pinned, window, count))
    window.rooms.pair.focus_side(Side.A)


def test_the_first_point_is_in_focus_and_its_pair_announced(opened: MainWindow) -> None:
    assert opened.rooms.previews
    assert "Polityka" in opened.rooms.preview.accessibleDescription()
    assert opened.rooms.notice.isVisible()


def test_next_outlet_leaves_the_other_pane_alone(paired: MainWindow, qtbot: QtBot) -> None:
    paired.rooms.pair.focus_side(Side.B)
    QTest.keyClick(paired, Qt.Key.Key_BracketRight, Control)
    qtbot.waitUntil(lambda: outlet_in(paired, Side.B) == "The Guardian")
    assert outlet_in(paired, Side.A) == "Polityka"
    QTest.keyClick(paired, Qt.Key.Key_BracketLeft, Control)
    qtbot.waitUntil(lambda: outlet_in(paired, Side.B) == "South China Morning Post")


def test_next_point_moves_both_panes(paired: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(paired, Qt.Key.Key_Down, Alt)
    qtbot.waitUntil(lambda: outlet_in(paired, Side.A) == "The Week")
    assert outlet_in(paired, Side.B) == "World Politics Review"
    QTest.keyClick(paired, Qt.Key.Key_Up, Alt)
    qtbot.waitUntil(lambda: outlet_in(paired, Side.A) == "Polityka")


def test_next_take_steps_through_the_point(paired: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(paired, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: outlet_in(paired, Side.A) == "South China Morning Post")
    QTest.keyClick(paired, Qt.Key.Key_F8, Shift)
    qtbot.waitUntil(lambda: outlet_in(paired, Side.A) == "Polityka")


def test_swap_exchanges_the_panes(paired: MainWindow) -> None:
    paired.actions_["swap"].trigger()
    assert outlet_in(paired, Side.A) == "South China Morning Post"
    assert outlet_in(paired, Side.B) == "Polityka"


def test_f6_goes_from_pane_to_pane_and_commands_follow(paired: MainWindow) -> None:
    panes = paired.rooms.pair.panes
    assert panes[Side.A].browser.hasFocus()
    QTest.keyClick(paired, Qt.Key.Key_F6)
    assert panes[Side.B].browser.hasFocus()
    assert paired.rooms.pair.side is Side.B
    assert panes[Side.B].accessibleName() == "Pane B, focused"
    assert panes[Side.A].accessibleName() == "Pane A"


def test_ctrl_enter_on_a_take_opens_it_across(paired: MainWindow, qtbot: QtBot) -> None:
    view = paired.rooms.takes.view
    view.setCurrentIndex(view.model().index(5, 0))
    QTest.keyClick(view, Qt.Key.Key_Return, Control)
    qtbot.waitUntil(lambda: outlet_in(paired, Side.B) == "The Guardian")
    assert outlet_in(paired, Side.A) == "Polityka"


def test_an_outlet_shows_all_it_says(opened: MainWindow, qtbot: QtBot) -> None:
    rooms = opened.rooms
    rooms.sidebar.filter.setText("polit")
    index = rooms.sidebar.outlet_view.model().index(0, 0)
    rooms.sidebar.outlet_view.activated.emit(index)
    qtbot.waitUntil(lambda: rooms.takes.model.rowCount() == 1)


def test_a_saved_search_is_kept_and_forgotten(opened: MainWindow, qtbot: QtBot) -> None:
    opened.field.setText("sanctions")
    qtbot.waitUntil(lambda: opened.rooms.results.model.rowCount() > 0)
    opened.actions_["save_search"].trigger()
    saved = opened.rooms.sidebar.saved
    qtbot.waitUntil(lambda: saved.rowCount() == 2)
    opened.rooms.sidebar.saved_view.setCurrentIndex(saved.index(1))
    opened.search.leave()
    opened.rooms.sidebar.saved_view.setFocus()
    QTest.keyClick(opened.rooms.sidebar.saved_view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: saved.rowCount() == 1)


def test_an_empty_result_says_what_to_do(opened: MainWindow, qtbot: QtBot) -> None:
    opened.field.setText("zeppelin")
    qtbot.waitUntil(lambda: not opened.rooms.results.view.isVisible())
    assert opened.rooms.results.model.rowCount() == 0
    opened.field.setText("")
    assert not opened.rooms.results.isVisible()


def test_pins_keep_their_notes_and_order_through_undo(paired: MainWindow, qtbot: QtBot) -> None:
    pin_both(paired, qtbot)
    board, strip = paired.board, paired.rooms.strip
    first, second = (clipping.id for clipping in clippings(paired))
    strip.view.setCurrentIndex(strip.model.index(0))
    strip.note.setPlainText("Flour, not money.")
    strip.note.keep()
    qtbot.waitUntil(lambda: clippings(paired)[0].note == "Flour, not money.")
    paired.actions_["move_right"].trigger()
    qtbot.waitUntil(lambda: [c.id for c in clippings(paired)] == [second, first])
    QTest.keyClick(strip.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: strip.model.rowCount() == 1)
    board.stack.undo()
    qtbot.waitUntil(lambda: strip.model.rowCount() == 2)
    board.stack.undo()
    qtbot.waitUntil(lambda: [c.id for c in clippings(paired)] == [first, second])
    assert clippings(paired)[0].note == "Flour, not money."


def test_my_take_is_kept_when_the_window_closes(
    paired: MainWindow, qtbot: QtBot, new_window: NewWindow
) -> None:
    pin_both(paired, qtbot)
    paired.rooms.strip.my_take.setPlainText("Nobody promised money.")
    services = paired.session.services
    assert services is not None
    library = services.library
    paired.close()
    again = new_window()
    again.open_library(library, sample=True)
    qtbot.waitUntil(lambda: again.rooms.strip.my_take.toPlainText() == "Nobody promised money.")
    assert again.rooms.strip.model.rowCount() == 2


def test_copying_one_quotation_names_its_whole_chain(paired: MainWindow, qtbot: QtBot) -> None:
    paired.rooms.pair.focus_side(Side.B)
    paired.actions_["copy_one"].trigger()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: "Andrei Lankov" in clipboard.text())
    assert "South China Morning Post" in clipboard.text()
    assert "a forum post" in clipboard.text()
    assert "n.d." in clipboard.text()


def test_dropped_files_are_imported_and_bad_ones_reported(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("“We will not pay,” said Ada Quill, the minister, on Monday.", encoding="utf-8")
    bad.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, bad)])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    opened.settings.preview_imports = False
    opened.dropEvent(drop)

    qtbot.waitUntil(lambda: opened.findChild(ImportReportDialog) is not None)
    dialog = opened.findChild(ImportReportDialog)
    assert isinstance(dialog, ImportReportDialog)
    lines = [dialog.lines.item(row).text() for row in range(dialog.lines.count())]
    assert "empty.txt" in lines[0]
    assert len(lines) == 2
    dialog.reject()
    qtbot.waitUntil(lambda: opened.contents is not None and opened.contents.summary.texts == 6)


def test_a_new_point_takes_the_take_on_show(
    paired: MainWindow, qtbot: QtBot, make_point: Callable[[MainWindow, str], None]
) -> None:
    make_point(paired, "Who is hungry?")
    qtbot.waitUntil(lambda: paired.rooms.sidebar.points.rowCount() == 7)
    qtbot.waitUntil(lambda: point_on_show(paired).point.question == "Who is hungry?")
    paired.actions_["add_to_point"].trigger()
    qtbot.waitUntil(lambda: point_on_show(paired).takes == 1)
    paired.actions_["refuse"].trigger()
    qtbot.waitUntil(lambda: point_on_show(paired).takes == 0)


def test_a_library_that_is_none_is_refused_and_the_old_one_stays(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    odd = tmp_path / "notes"
    odd.mkdir()
    (odd / "library.db").write_text("not a database, only a long enough text " * 40)
    opened.session.open(odd)
    qtbot.waitUntil(lambda: opened.findChild(QMessageBox) is not None)
    box = opened.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "notes" in box.text()
    box.reject()
    assert opened.session.services is not None
    assert opened.session.services.library.name == "Sample"


def test_an_empty_library_offers_three_ways_to_begin(
    new_window: NewWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = new_window()
    window.open_library(tmp_path / "New", sample=False)
    qtbot.waitUntil(window.rooms.empty.isVisible)
    assert [button.text().strip() for button in window.rooms.empty.buttons] == [
        "Import files…",
        "Paste text…",
        "Open sample library",
    ]
    assert not window.actions_["swap"].isEnabled()


@pytest.mark.parametrize(
    ("width", "shown"),
    [(1280, {"sidebar", "takes"}), (1024, {"takes"}), (760, {"bar"})],
)
def test_the_window_folds(paired: MainWindow, qtbot: QtBot, width: int, shown: set[str]) -> None:
    paired.resize(width, 700)
    parts = {
        "sidebar": paired.rooms.sidebar,
        "takes": paired.rooms.takes,
        "bar": paired.rooms.bar,
    }
    qtbot.waitUntil(lambda: {name for name, part in parts.items() if part.isVisible()} == shown)


def test_nonsense_in_the_settings_does_no_harm(new_window: NewWindow, settings: Settings) -> None:
    settings.store.setValue("look/theme", "mauve")
    settings.store.setValue("look/reading_size", "large")
    settings.store.setValue("window/geometry", "nonsense")
    window = new_window()
    assert window.look.theme.name == "light"


def test_larger_text_keeps_the_take_in_view(paired: MainWindow, qtbot: QtBot) -> None:
    pane = paired.rooms.pair.panes[Side.A]
    before = paired.look.type.reading_size
    for _ in range(6):
        paired.actions_["larger"].trigger()
    assert paired.look.type.reading_size == before + 6
    target = pane.target()
    assert target is not None
    qtbot.waitUntil(lambda: 0 <= pane.browser.visible_rect_of(target).top() < pane.height())
    paired.actions_["normal"].trigger()


def test_a_change_of_theme_repaints_what_is_open(paired: MainWindow) -> None:
    paired.actions_["theme_dark"].trigger()
    page = paired.rooms.pair.panes[Side.A].browser.viewport().grab().toImage()
    assert page.pixelColor(page.width() - 4, 4).lightness() < 60
    paired.actions_["theme_light"].trigger()
    page = paired.rooms.pair.panes[Side.A].browser.viewport().grab().toImage()
    assert page.pixelColor(page.width() - 4, 4).lightness() > 240


def test_the_window_comes_back_as_it_was_left(
    opened: MainWindow, qtbot: QtBot, new_window: NewWindow
) -> None:
    opened.resize(1280, 800)
    opened.rooms.columns.setSizes([560, 720])
    opened.rooms.columns.splitterMoved.emit(560, 1)
    opened.actions_["sidebar"].trigger()
    opened.resize(780, 640)  # no larger than the screen, which a restored window is held to
    opened.close()
    again = new_window()
    assert again.size() == QSize(780, 640)
    assert not again.actions_["sidebar"].isChecked()
    again.resize(1280, 800)
    qtbot.waitUntil(lambda: not again.rooms.folded)
    again.actions_["sidebar"].trigger()
    qtbot.waitUntil(lambda: again.rooms.columns.sizes()[0] == 560)


def test_the_point_that_was_open_is_chosen_again(
    paired: MainWindow, qtbot: QtBot, new_window: NewWindow
) -> None:
    QTest.keyClick(paired, Qt.Key.Key_Down, Alt)
    qtbot.waitUntil(lambda: point_on_show(paired).point.question == "Results or just optics?")
    services = paired.session.services
    assert services is not None
    library = services.library
    paired.close()
    again = new_window()
    again.open_library(library, sample=True)
    qtbot.waitUntil(lambda: again.desk.view is not None)
    assert point_on_show(again).point.question == "Results or just optics?"


def test_a_library_named_once_is_not_remembered(
    opened: MainWindow, qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    assert settings.library == ""
    opened.session.open(tmp_path / "Other", create=True)
    qtbot.waitUntil(lambda: settings.library == str(tmp_path / "Other"))


@pytest.mark.parametrize("name", ["keys", "about", "paste"])
def test_dialogs_open_and_close(opened: MainWindow, name: str) -> None:
    def reject_all() -> None:
        for dialog in opened.findChildren(QDialog):
            dialog.reject()

    QTimer.singleShot(0, reject_all)  # the about box waits for its answer
    opened.actions_[name].trigger()
    reject_all()
    assert not any(dialog.isVisible() for dialog in opened.findChildren(QDialog))


def test_an_outlets_texts_open_from_their_beginning(opened: MainWindow, qtbot: QtBot) -> None:
    rooms = opened.rooms
    rooms.sidebar.filter.setText("the week")
    rooms.sidebar.outlet_view.activated.emit(rooms.sidebar.outlet_view.model().index(0, 0))
    qtbot.waitUntil(lambda: isinstance(rooms.takes.model.index(0).data(VALUE), TextRow))
    rooms.takes.view.open(rooms.takes.model.index(0), across=True)
    pane = rooms.pair.panes[Side.B]
    qtbot.waitUntil(lambda: pane.content is not None)
    assert pane.content is not None
    assert pane.content.take is None
    assert pane.content.article.title == "Vladimir Putin meets Kim Jong Un: what they agreed"
    assert pane.browser.verticalScrollBar().value() == 0


def test_the_reader_says_whose_text_it_is(paired: MainWindow, qtbot: QtBot) -> None:
    pane = paired.rooms.pair.panes[Side.B]
    assert pane.content is not None
    paired.texts.set_outlet(pane.content.article.id, "Harbour Post")
    qtbot.waitUntil(lambda: outlet_in(paired, Side.B) == "Harbour Post")
    names = paired.rooms.sidebar.outlets
    qtbot.waitUntil(
        lambda: "Harbour Post" in [names.index(row).data() for row in range(names.rowCount())]
    )


def test_stepping_before_the_first_pair_opens_it(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["next_outlet"].trigger()
    qtbot.waitUntil(lambda: len(opened.desk.sides()) == 2)
    assert not opened.rooms.previews
