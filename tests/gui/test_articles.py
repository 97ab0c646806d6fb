from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.shelf import ArticleFacts, Deletion, ShelfRow
from summit_reader.gui.articles.arranging import Arrangement, Column, Scope, arranged
from summit_reader.gui.articles.bin_dialog import BinDialog
from summit_reader.gui.articles.facts_dialog import FactsDialog
from summit_reader.gui.articles.page import ShelfPage
from summit_reader.gui.articles.wording import deletion_detail, deletion_question
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side

TIDE = OutletRef(1, "Lidové noviny", "CZ")
POST = OutletRef(2, "Harbour Post", "US")


def row(article_id: int, title: str, outlet: OutletRef = TIDE, **facts: object) -> ShelfRow:
    told: dict[str, object] = {
        "language": "en", "day": None, "is_dated": False, "imported": date(2026, 1, 2),
        "takes": 0, "is_cut": False,
    }  # fmt: skip
    return ShelfRow(article_id, title, outlet, **told | facts)  # type: ignore[arg-type]


ROWS = (
    row(3, "beta", POST, takes=2, day=date(2020, 1, 1), is_flagged=True),
    row(2, "Alpha", is_read=True, story_id=7),
    row(1, "gamma", takes=1, day=date(2021, 1, 1), story_id=7),
)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (Arrangement(), [3, 2, 1]),
        (Arrangement(column=Column.TITLE), [2, 3, 1]),
        (Arrangement(column=Column.DAY, descending=True), [1, 3, 2]),
        (Arrangement(column=Column.TAKES), [2, 1, 3]),
        (Arrangement(column=Column.FLAG), [3, 2, 1]),
        (Arrangement(scope=Scope.UNREAD), [3, 1]),
        (Arrangement(scope=Scope.FLAGGED), [3]),
        (Arrangement(words="lidove G"), [1]),
        (Arrangement(words="nothing like it"), []),
        (Arrangement(texts=frozenset({2})), [2]),
        (Arrangement(story=7), [2, 1]),
    ],
)
def test_the_list_is_what_was_asked_for(asked: Arrangement, ids: list[int]) -> None:
    assert [each.article_id for each in arranged(ROWS, asked)] == ids


@given(st.text(), st.sampled_from([None, *Column]), st.booleans())
def test_nothing_that_is_typed_makes_rows_up(
    words: str,
    column: Column | None,
    descending: bool,  # noqa: FBT001 - hypothesis's
) -> None:
    found = arranged(ROWS, Arrangement(words, column=column, descending=descending))
    assert set(found) <= set(ROWS)
    assert len(found) == len(set(found))


def test_questions_name_what_goes() -> None:
    assert (
        deletion_question(Deletion("Polityka", 0, 1, 0, 0, is_outlet=True))
        == "Delete outlet Polityka and its 1 take?"
    )
    whole = Deletion("The Tide", 2, 3, 1, 2, is_outlet=True)
    assert deletion_question(whole) == "Delete outlet The Tide, its 2 texts and its 3 takes?"
    assert "2 takes leave their points. 1 clipping keeps its copy." in deletion_detail(whole)
    assert deletion_question(Deletion("A", 4, 1, 0, 0)) == "Delete 4 texts and their 1 take?"


@pytest.fixture
def page(opened: MainWindow, qtbot: QtBot) -> ShelfPage:
    """The list of all texts, filled."""
    opened.actions_["articles"].trigger()
    page = opened.shelf.flow.page
    qtbot.waitUntil(lambda: len(page.model.rows) == 5)
    return page


def test_a_text_is_opened_and_counts_as_read(
    opened: MainWindow, page: ShelfPage, qtbot: QtBot
) -> None:
    first = page.model.rows[0]
    assert not first.is_read
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    pane = opened.rooms.pair.focused_pane
    qtbot.waitUntil(
        lambda: pane.content is not None and pane.content.article.id == first.article_id
    )
    qtbot.waitUntil(lambda: opened.shelf.flow.rows[first.article_id].is_read)
    opened.actions_["articles"].trigger()
    qtbot.waitUntil(lambda: page.isVisible() and page.model.rows[0].is_read)
    opened.actions_["toggle_read"].trigger()
    qtbot.waitUntil(lambda: not page.model.rows[0].is_read)
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: page.model.rows[0].is_read)


def test_a_click_with_alt_opens_across(opened: MainWindow, page: ShelfPage, qtbot: QtBot) -> None:
    row = page.model.rows[2]
    spot = page.view.visualRect(page.model.index(2, 2)).center()
    left, alt = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
    QTest.mouseClick(page.view.viewport(), left, alt, spot)
    panes = opened.rooms.pair.panes
    qtbot.waitUntil(lambda: panes[Side.B].content is not None)
    shown = panes[Side.B].content
    assert shown is not None
    assert shown.article.id == row.article_id
    assert panes[Side.A].content is None


def test_flags_filters_and_sorting(opened: MainWindow, page: ShelfPage, qtbot: QtBot) -> None:
    chosen = page.model.rows[0].article_id
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.model.rows[0].is_flagged)
    page.scope.setCurrentIndex(page.scope.findData(Scope.FLAGGED))
    qtbot.waitUntil(lambda: [each.article_id for each in page.model.rows] == [chosen])
    page.scope.setCurrentIndex(0)
    QTest.keyClicks(page.filter, "kim putin")
    qtbot.waitUntil(lambda: 0 < len(page.model.rows) < 5)
    page.filter.clear()
    qtbot.waitUntil(lambda: len(page.model.rows) == 5)
    page.sort_by(Column.TAKES)
    takes = [each.takes for each in arranged(page.model.rows, Arrangement(column=Column.TAKES))]
    qtbot.waitUntil(lambda: [each.takes for each in page.model.rows] == takes[::-1])
    opened.actions_["only_outlet"].trigger()
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)
    (chip,) = opened.rooms.filters.chips.buttons
    chip.click()
    qtbot.waitUntil(lambda: len(page.model.rows) == 5)


def test_a_deleted_text_lies_in_the_bin_and_comes_back(
    opened: MainWindow, page: ShelfPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def sure(box: QMessageBox) -> None:
        asked.append(box.text())
        next(each for each in box.buttons() if each.text() == "Delete").click()

    monkeypatch.setattr(QMessageBox, "exec", sure)
    title = page.model.rows[0].title
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.model.rows) == 4)
    assert f"Delete “{title}” and its 12 takes?" in asked[0]
    opened.actions_["bin"].trigger()
    dialog = opened.findChild(BinDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1)
    assert dialog.model.rows[0].name == title
    dialog.restore.click()
    qtbot.waitUntil(lambda: len(page.model.rows) == 5 and not dialog.model.rows)
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: len(page.model.rows) == 4)
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: len(page.model.rows) == 5)
    dialog.reject()


def test_facts_are_put_right(opened: MainWindow, page: ShelfPage, qtbot: QtBot) -> None:
    opened.actions_["edit_article"].trigger()
    qtbot.waitUntil(lambda: opened.findChild(FactsDialog) is not None)
    dialog = opened.findChild(FactsDialog)
    assert dialog is not None
    dialog.headline.setText("Another headline")
    dialog.published.setText("yesterday")
    dialog.accept()
    assert dialog.isVisible()
    dialog.published.setText("2019-04-25")
    dialog.accept()
    qtbot.waitUntil(lambda: page.model.rows[0].title == "Another headline")
    assert page.model.rows[0].day == date(2019, 4, 25)
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: page.model.rows[0].title != "Another headline")


def test_a_blank_outlet_is_refused(look: Look, opened: MainWindow) -> None:
    dialog = FactsDialog(ArticleFacts("AFP"), look, opened)
    put: list[object] = []
    dialog.put.connect(put.append)
    dialog.outlet.setText(" ")
    dialog.accept()
    assert put == []
    dialog.reject()


def test_rows_are_spoken(page: ShelfPage) -> None:
    index = page.model.index(0, Column.TITLE)
    spoken = page.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert "AFP" in spoken
    assert "12 takes" in spoken
    assert "unread" in spoken
    interface = QAccessible.queryAccessibleInterface(page.view)
    assert interface.text(QAccessible.Text.Name) == "All texts"


def test_columns_and_order_are_remembered(
    opened: MainWindow, page: ShelfPage, qtbot: QtBot, new_window: Callable[[], MainWindow]
) -> None:
    page.view.setColumnWidth(Column.OUTLET, 222)
    page.sort_by(Column.TAKES)
    services = opened.session.services
    assert services is not None
    library = services.library
    opened.close()
    again = new_window()
    again.open_library(library, sample=True)
    qtbot.waitUntil(lambda: again.desk.view is not None)
    again.actions_["articles"].trigger()
    fresh = again.shelf.flow.page
    assert fresh.view.columnWidth(Column.OUTLET) == 222
    assert (fresh.column, fresh.descending) == (Column.TAKES, True)
    qtbot.waitUntil(lambda: len(fresh.model.rows) == 5)
    takes = [row.takes for row in fresh.model.rows]
    assert takes == sorted(takes, reverse=True)


def test_what_is_no_arrangement_changes_nothing(page: ShelfPage) -> None:
    widths = [page.view.columnWidth(column) for column in Column]
    page.restore(QByteArray(b"nonsense"))
    page.restore(QByteArray())
    assert [page.view.columnWidth(column) for column in Column] == widths
    assert page.column is None
