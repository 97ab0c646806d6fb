"""What was set apart from a text: sections below the panes, restored and removed again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import LibraryBusy
from summit_reader.domain.passage import RemovedKind, RemovedRange
from summit_reader.domain.set_apart import ReaderComment, RelatedItem, SetApart
from summit_reader.domain.spans import Span
from summit_reader.gui.apart.rows import ApartRow, ApartRows, rows_of
from summit_reader.gui.apart.sections import ApartSections
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.widgets.sides import Side
from summit_reader.services.restoring import Restoring

PAGE = """Harbour to close for good

The town council met in a crowded hall on Monday evening to talk about the old harbour.

Subscribe now or lose it all. “The quay will rot by May,” said Ada Byrne in the hall.

“We will close the harbour for good,” said Ada Byrne, the mayor of the town. “Nobody will pay.”

Related stories
• The crane that never came
• Fishermen march on the hall

2 comments
Tom Reed says:
It was <b>closed</b> long ago.
Ann Lee says:
High time.
A walrus could have told you.
"""

RELATED, COMMENTS, REMOVED = range(3)


def services_of(window: MainWindow) -> Services:
    services = window.session.services
    assert services is not None
    return services


@pytest.fixture
def pane(paired: MainWindow, qtbot: QtBot) -> ReadingPane:
    """Pane A with a text that much was removed from."""
    (imported,) = services_of(paired).importing.import_text(PAGE, "page").imported
    pane = paired.rooms.pair.panes[Side.A]
    paired.desk.open_text(imported.article_id, Side.A)
    qtbot.waitUntil(lambda: pane.content is not None and pane.content.article.id > 5)
    qtbot.waitUntil(lambda: shown_buttons(pane) == ["Related 2", "Comments 2", "Removed 3"])
    return pane


def shown_buttons(pane: ReadingPane) -> list[str]:
    return [button.text() for button in pane.apart.buttons if button.isVisible()]


def rows(pane: ReadingPane) -> list[tuple[str, str]]:
    return [(row.about, row.words) for row in pane.apart.model.rows]


def text(pane: ReadingPane) -> str:
    return pane.browser.toPlainText()


def test_sections_are_closed_and_open_by_mouse(pane: ReadingPane) -> None:
    sections = pane.apart
    assert not sections.view.isVisible()
    QTest.mouseClick(sections.buttons[COMMENTS], Qt.MouseButton.LeftButton)
    assert sections.view.isVisible()
    assert rows(pane) == [
        ("Tom Reed", "It was <b>closed</b> long ago."),
        ("Ann Lee", "High time.\u2028A walrus could have told you."),
    ]
    QTest.mouseClick(sections.buttons[RELATED], Qt.MouseButton.LeftButton)
    assert [words for _, words in rows(pane)] == [
        "The crane that never came", "Fishermen march on the hall",
    ]  # fmt: skip
    assert [button.isChecked() for button in sections.buttons] == [True, False, False]
    QTest.mouseClick(sections.buttons[RELATED], Qt.MouseButton.LeftButton)
    assert not sections.view.isVisible()


def test_an_open_section_leaves_room_for_the_text(pane: ReadingPane) -> None:
    pane.apart.open(COMMENTS)
    assert 0 < pane.apart.view.height() <= pane.height() // 2


def test_by_keyboard_a_row_is_restored_and_removed_again(
    paired: MainWindow, pane: ReadingPane, qtbot: QtBot
) -> None:
    pane.browser.setFocus()
    paired.actions_["set_apart"].trigger()
    qtbot.waitUntil(pane.apart.view.hasFocus)
    assert pane.apart.opened == RELATED
    pane.apart.open(REMOVED)
    assert pane.apart.act.accessibleName() == "Restore"
    QTest.keyClick(pane.apart.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Subscribe now" in text(pane))
    qtbot.waitUntil(lambda: pane.apart.act.accessibleName() == "Remove again")
    assert pane.apart.opened == REMOVED
    assert pane.apart.view.hasFocus()
    assert rows(pane)[0][0] == "Promotion or newsletter box · shown in the text"
    QTest.keyClick(pane.apart.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Subscribe now" not in text(pane))
    QTest.keyClick(pane.apart.view, Qt.Key.Key_Escape)
    assert not pane.apart.view.isVisible()
    assert pane.apart.buttons[REMOVED].hasFocus()


def test_restoring_is_taken_back_and_made_again(
    paired: MainWindow, pane: ReadingPane, qtbot: QtBot
) -> None:
    assert pane.content is not None
    article_id = pane.content.article.id
    reading = services_of(paired).reading
    before = reading.takes_in(article_id)
    pane.apart.open(REMOVED)
    pane.apart.act.click()
    qtbot.waitUntil(lambda: len(reading.takes_in(article_id)) == len(before) + 1)
    assert paired.board.stack.undoText() == "Restore"
    qtbot.waitUntil(lambda: "rot by May" in text(pane))
    paired.board.stack.undo()
    qtbot.waitUntil(lambda: "rot by May" not in text(pane))
    assert reading.takes_in(article_id) == before
    paired.board.stack.redo()
    qtbot.waitUntil(lambda: "rot by May" in text(pane))
    assert len(reading.takes_in(article_id)) == len(before) + 1


def test_a_pane_on_a_take_that_goes_shows_its_text(
    paired: MainWindow, pane: ReadingPane, qtbot: QtBot
) -> None:
    assert pane.content is not None
    article_id = pane.content.article.id
    pane.apart.open(REMOVED)
    pane.apart.act.click()
    qtbot.waitUntil(lambda: "rot by May" in text(pane))
    takes = services_of(paired).reading.takes_in(article_id)
    paired.desk.open_take(next(one for one in takes if "rot" in one.text), Side.A)
    qtbot.waitUntil(lambda: paired.desk.take_in(Side.A) is not None)
    paired.board.stack.undo()
    qtbot.waitUntil(lambda: "rot by May" not in text(pane))
    assert paired.desk.take_in(Side.A) is None
    assert paired.findChild(QMessageBox) is None


def test_a_comment_is_restored_as_a_whole(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.apart.open(COMMENTS)
    pane.apart.view.setCurrentIndex(pane.apart.model.index(1))
    pane.apart.act.click()
    qtbot.waitUntil(lambda: "A walrus could have told you." in text(pane))
    assert "High time." in text(pane)
    qtbot.waitUntil(lambda: shown_buttons(pane) == ["Related 2", "Comments 1", "Removed 6"])


def test_what_cannot_be_restored_is_told(
    paired: MainWindow, pane: ReadingPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise LibraryBusy(Path("Library"))

    monkeypatch.setattr(Restoring, "restore", refuse)
    pane.apart.open(REMOVED)
    pane.apart.act.click()
    qtbot.waitUntil(lambda: paired.findChild(QMessageBox) is not None)
    assert not paired.board.stack.canUndo()


def test_a_comment_that_was_searched_for_is_shown_open(
    paired: MainWindow, pane: ReadingPane, qtbot: QtBot
) -> None:
    (article,) = services_of(paired).searching.search("walrus in:comments").articles
    paired.desk.open_hit(article.hits[0], Side.B, "walrus in:comments")
    other = paired.rooms.pair.panes[Side.B]
    qtbot.waitUntil(lambda: other.apart.opened == COMMENTS)
    assert "walrus" in other.apart.view.currentIndex().data()


def test_nothing_is_shown_where_nothing_is(
    paired: MainWindow, pane: ReadingPane, qtbot: QtBot
) -> None:
    (imported,) = services_of(paired).importing.import_text("The quay is open.", "bare").imported
    paired.desk.open_text(imported.article_id, Side.A)
    qtbot.waitUntil(pane.apart.isHidden)
    paired.actions_["set_apart"].trigger()
    assert paired.toast.accessibleName().startswith("Nothing was set apart")


def test_panes_that_change_places_take_their_sections_along(
    paired: MainWindow, pane: ReadingPane, qtbot: QtBot
) -> None:
    other = paired.rooms.pair.panes[Side.B]
    before = shown_buttons(other)
    paired.desk.swap()
    qtbot.waitUntil(lambda: shown_buttons(other) == ["Related 2", "Comments 2", "Removed 3"])
    qtbot.waitUntil(lambda: shown_buttons(pane) == before)


def test_every_section_says_what_it_is(qtbot: QtBot, look: Look) -> None:
    sections = ApartSections(look, "B")
    qtbot.addWidget(sections)
    row = ApartRow("", "words", (Span(0, 5),))
    sections.show_rows(ApartRows(comments=(row,)))
    sections.open(COMMENTS)
    assert sections.view.accessibleName() == "Comments beside the text in pane B: 1"
    interface = QAccessible.queryAccessibleInterface(sections.buttons[COMMENTS])
    assert interface.text(QAccessible.Text.Name) == "Comments beside the text in pane B: 1"
    assert sections.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "words"
    sections.show_rows(ApartRows())
    assert (sections.opened, sections.isHidden()) == (-1, True)


def test_a_narrow_pane_leaves_the_act_to_its_icon(qtbot: QtBot, look: Look) -> None:
    sections = ApartSections(look, "A")
    qtbot.addWidget(sections)
    section = (ApartRow("", "words", (Span(0, 5),)),)
    sections.show_rows(ApartRows(section, section, section))
    sections.open(REMOVED)
    for width, style in (
        (700, Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
        (330, Qt.ToolButtonStyle.ToolButtonIconOnly),
    ):
        sections.resize(width, 200)
        sections.show()
        assert sections.act.toolButtonStyle() is style
        assert sections.act.geometry().right() < width
    assert sections.act.accessibleName() == "Restore"


def test_rows_tell_what_they_are() -> None:
    source = "Sign up! A crane. Well. x"
    apart = SetApart(
        (RelatedItem("A crane.", Span(9, 17), "Briefing", "Ada Byrne", ranges=(Span(9, 17),)),),
        (ReaderComment("Well.", Span(18, 23), "Tom", "3 May", (Span(18, 23),)),),
        (RemovedRange(Span(0, 8), RemovedKind.PROMOTION, restored=True),),
    )
    rows = rows_of(apart, source)
    assert [row.about for row in (*rows.related, *rows.comments, *rows.removed)] == [
        "Briefing · Ada Byrne", "Tom · 3 May", "Promotion or newsletter box · shown in the text",
    ]  # fmt: skip
    assert rows.removed[0].words == "Sign up!"


@pytest.mark.parametrize("words", ["", "\u2029\n\r", "a" * 1_000_000, "\ud800x", "مرحبا\n" * 99])
def test_strange_words_are_drawn(qtbot: QtBot, look: Look, words: str) -> None:
    sections = ApartSections(look, "A")
    qtbot.addWidget(sections)
    apart = SetApart(comments=(ReaderComment(words, Span(0, 1), ranges=(Span(0, 1),)),))
    sections.show_rows(rows_of(apart, "x"))
    sections.open(COMMENTS)
    sections.fit_in(400)
    sections.resize(300, 300)
    sections.show()
    assert not sections.grab().isNull()
