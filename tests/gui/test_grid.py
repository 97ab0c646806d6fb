"""The table of points and outlets in the window, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.domain.point import Absence
from summit_reader.gui.grid.contents import GridContents, Order, contents_of, ordered
from summit_reader.gui.grid.model import SIDE, GridModel, Place
from summit_reader.gui.grid.outlets import NAME, OutletChoice
from summit_reader.gui.grid.page import GridPage
from summit_reader.gui.grid.patterns import Patterns
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
PAY = "Will Russia pay?"


@pytest.fixture
def contents(sample: Services) -> GridContents:
    return contents_of(sample, None, ())


@pytest.fixture
def model(contents: GridContents) -> GridModel:
    made = GridModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.QtTest)
    made.show(contents, contents.grid.columns)
    return made


def names(model: GridModel) -> list[str]:
    return [model.column(at).name for at in range(model.columnCount())]


def place(model: GridModel, question: str, outlet: str) -> Place:
    row = next(at for at in range(model.rowCount()) if model.row(at).point.question == question)
    return Place(model.row(row).point.id, outlet)


def test_empty_cells_say_why(model: GridModel) -> None:
    said = {
        outlet: model.index_of(place(model, PAY, outlet)).data()
        for outlet in ("World Politics Review", "Turun Sanomat", "eurotopics", "The Week")
    }
    assert said == {
        "World Politics Review": "Cut: at the paywall",
        "Turun Sanomat": "Excerpt only: via eurotopics",
        "eurotopics": "Silent: but carries 1 other",
        "The Week": "Silent: but carries 3 others",
    }


def test_a_cell_is_spoken_with_its_point_and_outlet(model: GridModel) -> None:
    index = model.index_of(place(model, PAY, "Polityka"))
    assert index.data(SPOKEN) == (
        "Will Russia pay? Polityka (PL): “Things are so bad that Kim has asked Russia for 100,000 "
        "tonnes of flour.” Editorial · via eurotopics"
    ).replace("” Editorial", "”. Editorial")
    model.toggle(index)
    assert index.data(SPOKEN).endswith(". Chosen for pane A")
    assert "Things are so bad" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_heads_count_outlets_and_independent_voices(model: GridModel) -> None:
    vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    assert model.headerData(0, vertical, SPOKEN) == f"{PAY} 6 outlets, 8 independent voices"
    at = names(model).index("World Politics Review")
    assert model.headerData(at, horizontal, SPOKEN) == (
        "World Politics Review (US). US · Cut at paywall. 2 takes"
    )
    assert model.headerData(99, horizontal) is None


def test_as_many_cells_are_chosen_as_there_are_panes(model: GridModel) -> None:
    cells = [model.index(row, col) for row in range(6) for col in range(15)]
    filled = [index for index in cells if model.cell(model.place(index)).takes]  # type: ignore[union-attr]
    for index in filled[: len(Side) + 1]:
        model.toggle(index)
    assert model.chosen == [model.place(index) for index in filled[1 : len(Side) + 1]]
    assert filled[0].data(SIDE) is None
    assert filled[1].data(SIDE) is Side.A
    model.toggle(filled[1])
    assert filled[2].data(SIDE) is Side.A


def test_what_is_empty_cannot_be_chosen(model: GridModel) -> None:
    model.toggle(model.index_of(place(model, PAY, "eurotopics")))
    model.choose([Place(99, "Polityka"), Place(1, "Nobody")])
    assert model.chosen == []


def test_what_is_chosen_stays_when_the_table_is_filled_anew(
    model: GridModel, contents: GridContents
) -> None:
    chosen = place(model, PAY, "Polityka")
    model.choose([chosen])
    model.show(contents, ordered(contents, Order.TAKES, ()))
    assert model.chosen == [chosen]
    assert model.index_of(chosen).data(SIDE) is Side.A
    model.show(contents, [each for each in contents.grid.columns if each.name != "Polityka"])
    assert model.chosen == []


def test_outlets_stand_by_name_by_takes_or_as_shuffled(contents: GridContents) -> None:
    def first(order: Order, shuffled: Sequence[str] = ()) -> list[str]:
        return [column.name for column in ordered(contents, order, shuffled)][:2]

    assert first(Order.NAME) == ["AFP", "BBC"]
    assert first(Order.TAKES) == ["South China Morning Post", "AFP"]
    assert first(Order.SHUFFLED, ["Polityka", "BBC"]) == ["Polityka", "BBC"]


def test_a_story_holds_its_own_points_and_outlets(sample: Services) -> None:
    (story,) = sample.gathering.stories()
    whole = contents_of(sample, None, ())
    inside = contents_of(sample, story.id, ())
    assert inside.grid == whole.grid
    texts = [each.source.article_id for each in story.articles]
    sample.gathering.split(story.id, texts[1:])
    sample.gathering.rename(story.id, "Press review")
    part = contents_of(sample, story.id, ["Le Monde", "AFP"])
    assert part.story is not None
    assert part.story.title == "Press review"
    columns = [column.name for column in part.grid.columns]
    assert columns == [
        "eurotopics", "Lidové noviny", "Polityka", "Tages-Anzeiger", "Turun Sanomat", "Le Monde",
        "AFP",
    ]  # fmt: skip
    # A point that other stories are about is left out, one that nobody speaks to yet is not.
    assert all(any(cell.takes for cell in row.cells) for row in part.grid.rows)
    sample.comparing.add_point("Who knew?")
    new = contents_of(sample, story.id, ()).grid.rows[-1]
    assert (new.point.question, new.outlets) == ("Who knew?", 0)
    assert contents_of(sample, 99, ()).story is None


@pytest.fixture
def page(opened: MainWindow, qtbot: QtBot) -> GridPage:
    opened.actions_["grid"].trigger()
    page = opened.pages.grid.page
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    qtbot.waitUntil(page.view.hasFocus)
    return page


def go_to(page: GridPage, question: str, outlet: str) -> None:
    page.view.setCurrentIndex(page.model.index_of(place(page.model, question, outlet)))


def test_arrows_move_and_choose_nothing(page: GridPage) -> None:
    page.view.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.view, Key.Key_Right)
    QTest.keyClick(page.view, Key.Key_Down)
    assert (page.view.currentIndex().row(), page.view.currentIndex().column()) == (1, 1)
    assert page.model.chosen == []
    assert not page.compare.isEnabled()


def test_two_cells_open_side_by_side(opened: MainWindow, page: GridPage, qtbot: QtBot) -> None:
    for outlet in ("Polityka", "Deutsche Welle"):
        go_to(page, PAY, outlet)
        QTest.keyClick(page.view, Key.Key_Space)
    assert page.compare.isEnabled()
    QTest.keyClick(page.view, Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened.desk.sides()) == 2)
    takes = [opened.desk.take_in(side) for side in (Side.A, Side.B)]
    assert [take.outlet.name for take in takes if take] == ["Polityka", "Deutsche Welle"]
    assert opened.desk.view is not None
    assert opened.desk.view.summary.point.question == PAY
    assert not page.isVisible()
    assert opened.rooms.pair.side is Side.A


def test_enter_opens_the_current_cell_and_control_enter_across(
    opened: MainWindow, page: GridPage, qtbot: QtBot
) -> None:
    go_to(page, "Where is China?", "AFP")
    QTest.keyClick(page.view, Key.Key_Return, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.desk.take_in(Side.B) is not None)
    take = opened.desk.take_in(Side.B)
    assert take is not None
    assert take.outlet.name == "AFP"
    assert opened.rooms.sidebar.current_point() == opened.desk.view.summary.point.id  # type: ignore[union-attr]


def test_an_empty_cell_opens_nothing(opened: MainWindow, page: GridPage) -> None:
    go_to(page, PAY, "eurotopics")
    QTest.keyClick(page.view, Key.Key_Return)
    assert page.isVisible()
    assert opened.desk.sides() == {}


def test_a_click_chooses_one_and_with_control_another(page: GridPage, qtbot: QtBot) -> None:
    def click(outlet: str, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        go_to(page, PAY, outlet)
        spot = page.view.visualRect(page.view.currentIndex()).center()
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(spot))

    click("CBS News")
    click("Polityka")
    assert [each.outlet for each in page.model.chosen] == ["Polityka"]
    click("AFP", Modifier.ControlModifier)
    assert [each.outlet for each in page.model.chosen] == ["Polityka", "AFP"]
    click("AFP", Modifier.ControlModifier)
    assert [each.outlet for each in page.model.chosen] == ["Polityka"]


def test_escape_lets_go_then_leaves(opened: MainWindow, page: GridPage) -> None:
    go_to(page, PAY, "Polityka")
    QTest.keyClick(page.view, Key.Key_Space)
    QTest.keyClick(page.view, Key.Key_Escape)
    assert page.model.chosen == []
    assert page.isVisible()
    QTest.keyClick(page.view, Key.Key_Escape)
    assert not page.isVisible()
    assert opened.rooms.sidebar.isVisible()


def test_the_points_list_is_one_key_away(opened: MainWindow, page: GridPage, qtbot: QtBot) -> None:
    opened.actions_["points"].trigger()
    qtbot.waitUntil(opened.rooms.sidebar.point_view.hasFocus)
    assert not page.isVisible()


def test_outlets_are_hidden_and_added(opened: MainWindow, page: GridPage, qtbot: QtBot) -> None:
    page.outlets.click()
    choice = page.findChild(OutletChoice)
    assert choice is not None
    with_takes = next(b for b in choice.findChildren(QPushButton) if b.text() == "&With takes")
    with_takes.click()
    assert "BBC" not in names(page.model)
    assert "eurotopics" not in names(page.model) or len(names(page.model)) == 14
    QTest.keyClicks(choice.name, "Le Monde")
    QTest.keyClick(choice.name, Key.Key_Return)
    qtbot.waitUntil(lambda: "Le Monde" in names(page.model))
    index = page.model.index(0, names(page.model).index("Le Monde"))
    assert index.data() == "Not in library"
    QTest.keyClicks(choice.filter, "polit")
    model = choice.view.model()
    assert [model.index(row, 0).data(NAME) for row in range(model.rowCount())] == [
        "Polityka",
        "World Politics Review",
    ]
    choice.close()


def test_a_new_point_gets_a_row(opened: MainWindow, page: GridPage, qtbot: QtBot) -> None:
    before = page.model.rowCount()
    opened.session.write(lambda s: s.comparing.add_point("Who knew?"), lambda _: opened.reload())
    qtbot.waitUntil(lambda: page.model.rowCount() == before + 1)
    assert page.isVisible()


def test_every_absence_but_silence_has_a_pattern(look: Look) -> None:
    images = {}
    for absence in Absence:
        image = QImage(150, 90, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        Patterns(look).paint(painter, QRectF(0, 0, 150, 90), absence)
        painter.end()
        images[absence] = bytes(image.constBits())
    assert len(set(images.values())) == len(Absence)
    assert set(images[Absence.SILENT]) == {255}
