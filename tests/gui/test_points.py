"""Points in the window: made from what stands there, filled with what is proposed, ordered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.domain.point import PointOrigin
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.points.dialog import PointDialog
from summit_reader.gui.points.origins import words_from
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.takes.model import AbsentRow, ProposalRow, TakeListModel, TakeRow
from summit_reader.gui.widgets.dragging import dragged, dropped
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side

WANTS = "What does Putin want?"
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def point_id(services: Services, question: str) -> int:
    return services.comparing.point_named(question).id


@pytest.fixture
def model(sample: Services) -> TakeListModel:
    made = TakeListModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.QtTest)
    id_ = point_id(sample, WANTS)
    made.show_point(sample.comparing.view(id_))
    made.show_proposals(sample.proposing.for_point(id_))
    return made


def rows_of(model: TakeListModel, kind: type) -> list[int]:
    count = range(model.rowCount())
    return [row for row in count if isinstance(model.index(row).data(VALUE), kind)]


def test_proposals_stand_between_the_takes_and_the_absent(model: TakeListModel) -> None:
    takes, found, absent = (rows_of(model, kind) for kind in (TakeRow, ProposalRow, AbsentRow))
    assert max(takes) < min(found) <= max(found) < min(absent)
    head = model.index(min(found) - 1)
    assert head.data() == "Proposed"
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_proposal_says_how_sure_it_is_and_why(model: TakeListModel) -> None:
    spoken = [model.index(row).data(SPOKEN) for row in rows_of(model, ProposalRow)]
    assert all(text.startswith("Proposed. ") for text in spoken)
    weak = [
        row for row in rows_of(model, ProposalRow) if model.index(row).data(VALUE).proposal.is_weak
    ]
    assert weak
    assert "Weak, " in model.index(weak[0]).data(SPOKEN)
    assert any("names: Putin" in text for text in spoken)


def test_who_may_have_something_is_not_called_silent(model: TakeListModel) -> None:
    proposing = {
        model.index(row).data(VALUE).proposal.outlet for row in rows_of(model, ProposalRow)
    }
    silent = [
        text
        for row in rows_of(model, AbsentRow)
        if (text := model.index(row).data()) and "Silent" in text
    ]
    assert all("no take found" in text for text in silent)
    named = {text.split(" (")[0] for text in silent}
    assert not named & {outlet.name for outlet in proposing}


def test_proposals_of_another_point_are_not_shown(sample: Services, model: TakeListModel) -> None:
    before = model.rowCount()
    model.show_proposals(sample.proposing.for_point(point_id(sample, "Where is China?")))
    assert model.rowCount() == before
    model.show_outlet((), ())
    model.show_proposals(sample.proposing.for_point(point_id(sample, WANTS)))
    assert model.rowCount() == 0


@pytest.fixture
def proposed(paired: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window at a point with proposals, the first of them chosen."""
    paired.rooms.sidebar.step_point(2)
    model = paired.rooms.takes.model
    qtbot.waitUntil(lambda: shown(paired) == WANTS and bool(rows_of(model, ProposalRow)))
    choose_first(paired)
    return paired


def shown(window: MainWindow) -> str:
    return window.desk.view.summary.point.question if window.desk.view is not None else ""


def choose_first(window: MainWindow) -> ProposalRow:
    view, model = window.rooms.takes.view, window.rooms.takes.model
    view.setFocus()
    view.setCurrentIndex(model.index(rows_of(model, ProposalRow)[0]))
    row = window.rooms.takes.current()
    assert isinstance(row, ProposalRow)
    return row


def takes_on(window: MainWindow) -> list[int]:
    return [each.take.id for each in window.desk.view.takes] if window.desk.view else []


def words(window: MainWindow) -> set[str]:
    model = window.rooms.takes.model
    found = [model.index(row).data(VALUE).proposal for row in rows_of(model, ProposalRow)]
    return {proposal.part.text for proposal in found}


def test_what_is_accepted_is_on_the_point_until_that_is_taken_back(
    proposed: MainWindow, qtbot: QtBot
) -> None:
    before, row = takes_on(proposed), choose_first(proposed)
    proposed.actions_["accept_proposal"].trigger()
    qtbot.waitUntil(lambda: len(takes_on(proposed)) == len(before) + 1)
    qtbot.waitUntil(lambda: bool(words(proposed)))
    assert row.proposal.part.text not in words(proposed)
    proposed.board.stack.undo()
    qtbot.waitUntil(lambda: takes_on(proposed) == before)
    proposed.board.stack.redo()
    qtbot.waitUntil(lambda: len(takes_on(proposed)) == len(before) + 1)


def test_what_is_refused_is_not_proposed_again(proposed: MainWindow, qtbot: QtBot) -> None:
    text = choose_first(proposed).proposal.part.text
    proposed.actions_["refuse_proposal"].trigger()
    qtbot.waitUntil(lambda: bool(words(proposed)) and text not in words(proposed))
    proposed.board.stack.undo()
    qtbot.waitUntil(lambda: text in words(proposed))


def test_what_is_accepted_stays_chosen_and_next_to_what_is_refused_the_next(
    proposed: MainWindow, qtbot: QtBot
) -> None:
    takes = proposed.rooms.takes

    def texts() -> list[str]:
        rows = [takes.model.index(row).data(VALUE) for row in rows_of(takes.model, ProposalRow)]
        return [row.proposal.part.text for row in rows]

    before, refused = texts(), choose_first(proposed).proposal
    proposed.actions_["refuse_proposal"].trigger()
    qtbot.waitUntil(lambda: bool(texts()) and refused.part.text not in texts())
    row = takes.current()
    assert isinstance(row, ProposalRow)
    assert row.proposal.part.text == texts()[0] != before[0]
    proposed.actions_["accept_proposal"].trigger()
    accepted = row.proposal
    qtbot.waitUntil(lambda: isinstance(takes.current(), TakeRow))
    qtbot.waitUntil(lambda: bool(texts()) and accepted.part.text not in texts())
    chosen = takes.current()
    assert isinstance(chosen, TakeRow)
    assert chosen.take.article_id == accepted.part.article_id
    assert accepted.take is None or accepted.take.id == chosen.take.id
    assert takes.view.hasFocus()


def test_a_proposal_is_judged_with_the_mouse(proposed: MainWindow, qtbot: QtBot) -> None:
    before, view = takes_on(proposed), proposed.rooms.takes.view
    choose_first(proposed)
    view.scrollTo(view.currentIndex())
    box = QRectF(view.visualRect(view.currentIndex()))
    spot = QPoint(round(box.right()) - 14 - 36, round(box.top()) + 7 + 12)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: len(takes_on(proposed)) == len(before) + 1)


def test_a_proposal_opens_where_it_stands(proposed: MainWindow, qtbot: QtBot) -> None:
    part = choose_first(proposed).proposal.part
    QTest.keyClick(
        proposed.rooms.takes.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    pane = proposed.rooms.pair.panes[Side.B]
    qtbot.waitUntil(lambda: pane.content is not None and pane.content.article.id == part.article_id)


def test_takes_are_ordered_by_key(paired: MainWindow, qtbot: QtBot) -> None:
    before = takes_on(paired)
    view = paired.rooms.takes.view
    view.setFocus()
    view.setCurrentIndex(paired.rooms.takes.model.index(0))
    paired.actions_["move_down"].trigger()
    qtbot.waitUntil(lambda: takes_on(paired)[:2] == [before[1], before[0]])
    paired.board.stack.undo()
    qtbot.waitUntil(lambda: takes_on(paired) == before)


def test_points_are_ordered_by_key_and_by_dragging(opened: MainWindow, qtbot: QtBot) -> None:
    model = opened.rooms.sidebar.points

    def questions() -> list[str]:
        return [model.index(row).data() for row in range(3)]

    before = questions()
    opened.rooms.sidebar.point_view.setCurrentIndex(model.index(0))
    opened.actions_["move_down"].trigger()
    qtbot.waitUntil(lambda: questions() == [before[1], before[0], before[2]])
    data = model.mimeData([model.index(0)])
    move = Qt.DropAction.MoveAction
    assert not model.dropMimeData(data, move, 3, 0, QModelIndex())
    qtbot.waitUntil(lambda: questions() == [before[0], before[2], before[1]])


def test_a_take_is_dropped_among_the_takes(model: TakeListModel, qtbot: QtBot) -> None:
    takes = [model.index(row).data(VALUE).take.id for row in rows_of(model, TakeRow)]
    data, move = model.mimeData([model.index(0)]), Qt.DropAction.MoveAction
    with qtbot.waitSignal(model.move_asked) as asked:
        model.dropMimeData(data, move, model.rowCount(), 0, QModelIndex())
    assert asked.args == [takes[0], len(takes) - 1]
    assert not model.index(rows_of(model, ProposalRow)[0]).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_only_numbers_of_its_kind_are_dropped() -> None:
    assert dropped("a/b", dragged("a/b", 7)) == 7
    assert dropped("a/b", dragged("a/c", 7)) is None
    odd = QMimeData()
    odd.setData("a/b", b"\xff7")
    assert dropped("a/b", odd) is None


def dialog_of(window: MainWindow) -> PointDialog:
    return next(one for one in window.findChildren(PointDialog) if one.isVisible())


def test_a_point_is_made_with_a_second_phrase(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["new_point"].trigger()
    dialog = dialog_of(opened)
    assert not dialog.ok.isEnabled()
    qtbot.waitUntil(lambda: bool(dialog.chips.buttons))
    chip = dialog.chips.buttons[0]
    words = chip.text()
    chip.click()
    assert dialog.question.text() == words
    dialog.question.setText("Is it hungry?")
    chip.click()
    assert dialog.phrase.text() == words
    qtbot.waitUntil(lambda: bool(dialog._found.text()))
    dialog.accept()
    qtbot.waitUntil(lambda: shown(opened) == "Is it hungry?")
    assert opened.desk.view is not None
    assert opened.desk.view.summary.point.second_phrase == words


def test_a_point_is_put_otherwise_and_back(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["edit_point"].trigger()
    dialog = dialog_of(opened)
    assert dialog.question.text() == "Will Russia pay?"
    dialog.question.setText("Who pays?")
    dialog.accept()
    qtbot.waitUntil(lambda: shown(opened) == "Who pays?")
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: shown(opened) == "Will Russia pay?")


def test_a_removed_point_comes_back_with_its_takes(opened: MainWindow, qtbot: QtBot) -> None:
    model = opened.rooms.sidebar.points
    opened.actions_["remove_point"].trigger()
    qtbot.waitUntil(lambda: model.rowCount() == 5)
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: model.rowCount() == 6)
    assert model.index(0).data(SPOKEN) == "Will Russia pay? 9 takes · 6 outlets"


def test_a_point_is_made_from_words_in_the_window(paired: MainWindow, qtbot: QtBot) -> None:
    def asked(name: str) -> str:
        paired.actions_[name].trigger()
        dialog = dialog_of(paired)
        question = dialog.question.text()
        dialog.reject()
        return question

    paired.rooms.pair.focus_side(Side.A)
    assert asked("point_from_headline") == "Kim begging for flour"
    assert asked("point_from_thesis")
    browser = paired.rooms.pair.focused_pane.browser
    cursor = browser.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    browser.setTextCursor(cursor)
    assert asked("point_from_selection")
    paired.field.setText("flour OR aid")
    assert "flour" in asked("point_from_search")


def test_without_words_no_dialog_opens(paired: MainWindow) -> None:
    paired.rooms.pair.focus_side(Side.B)
    paired.actions_["point_from_thesis"].trigger()
    assert not [one for one in paired.findChildren(PointDialog) if one.isVisible()]
    assert paired.toast.isVisible()


def test_the_question_above_the_take_is_its_heading(sample: Services) -> None:
    found = {}
    for text in sample.reading.texts():
        article = sample.reading.article(text.article_id)
        content = PaneContent(article)
        found[article.outlet.name] = words_from(PointOrigin.HEADING, content, "", "")
    assert all(not words or words.rstrip().endswith("?") for words in found.values())
    assert words_from(PointOrigin.HEADLINE, None, "", "") == ""
    assert words_from(PointOrigin.SELECTION, None, "these words", "") == "these words"
