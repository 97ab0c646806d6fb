"""The picture of coverage over time: reached by keyboard, spoken, exported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from summit_reader.compare.timeline import timeline_of
from summit_reader.domain.hand_out_errors import ExportProblem
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.timeline import Covered, LaneKind
from summit_reader.gui.coverage.model import TimelineModel
from summit_reader.gui.coverage.page import CoveragePage
from summit_reader.gui.coverage.painting import TimelinePainter
from summit_reader.gui.coverage.picture import Picture
from summit_reader.gui.coverage.wording import stretch_lines
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side

Key = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
TIDE, POST = OutletRef(1, "The Tide"), OutletRef(2, "Harbour <Post>")


@pytest.fixture
def model() -> TimelineModel:
    made = TimelineModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.QtTest)
    days = (date(2018, 12, 31), date(2019, 1, 2), None)
    covered = [Covered(at, f"Text {at}", TIDE, day) for at, day in enumerate(days)]
    made.show(timeline_of([*covered, Covered(9, "Text 9", POST)], LaneKind.OUTLETS))
    return made


def test_a_cell_says_whose_and_when(model: TimelineModel) -> None:
    spoken = [model.index(0, column).data(SPOKEN) for column in range(model.columnCount())]
    assert spoken == [
        "The Tide. 31 Dec 2018: 1 text",
        "The Tide. 1 Jan 2019: Nothing",
        "The Tide. 2 Jan 2019: 1 text",
        "The Tide. No date: 1 text",
    ]
    assert model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole) == "The Tide: Text 2"
    assert model.headerData(1, Qt.Orientation.Vertical) == "Harbour <Post>"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None


def test_the_year_stands_where_it_is_new(model: TimelineModel) -> None:
    assert [stretch_lines(model.timeline, at) for at in range(3)] == [
        ("31 Dec", "2018"),
        ("1 Jan", "2019"),
        ("2 Jan", ""),
    ]


def test_the_picture_becomes_a_png(model: TimelineModel, look: Look, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    picture = Picture(model, TimelinePainter(look), "Coverage over time · Texts")
    picture.write(path)
    image = QImage(str(path))
    assert image.width() == 2 * picture.size.width()
    assert image.text("Title") == "Coverage over time · Texts"
    assert image.text("Description") == "The Tide: 3 texts. Harbour <Post>: 1 text"
    colours = {image.pixelColor(x, 200).name() for x in range(0, image.width(), 2)}
    assert look.theme.colour("ink2").name() in colours


def test_the_picture_becomes_an_svg(model: TimelineModel, look: Look, tmp_path: Path) -> None:
    path = tmp_path / "picture.svg"
    Picture(model, TimelinePainter(look), "A <title> & more").write(path)
    assert QSvgRenderer(str(path)).isValid()
    root = ET.parse(path).getroot()  # noqa: S314  # we have just written it
    texts = {"".join(node.itertext()).strip() for node in root.iter() if "text" in node.tag}
    assert {"A <title> & more", "Harbour <Post>", "No date", "31 Dec"} <= texts
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "A <title> & more"


def test_what_cannot_be_written_is_told(model: TimelineModel, look: Look, tmp_path: Path) -> None:
    picture = Picture(model, TimelinePainter(look), "x")
    with pytest.raises(ExportProblem, match="could not be written"):
        picture.write(tmp_path / "nowhere" / "picture.png")
    empty = TimelineModel()
    Picture(empty, TimelinePainter(look), "Nothing").write(tmp_path / "empty.svg")
    assert QSvgRenderer(str(tmp_path / "empty.svg")).isValid()


@pytest.fixture
def page(opened: MainWindow, qtbot: QtBot) -> CoveragePage:
    opened.actions_["coverage"].trigger()
    page = opened.pages.coverage.page
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    qtbot.waitUntil(page.view.hasFocus)
    return page


def pick(menu: QMenu, text: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_enter_opens_a_text(opened: MainWindow, page: CoveragePage, qtbot: QtBot) -> None:
    assert [page.model.lane(row).name for row in range(5)] == [
        "AFP", "eurotopics", "South China Morning Post", "The Week", "World Politics Review",
    ]  # fmt: skip
    QTest.keyClick(page.view, Key.Key_Down)
    QTest.keyClick(page.view, Key.Key_End)
    QTest.keyClick(page.view, Key.Key_Return)
    qtbot.waitUntil(lambda: opened.rooms.pair.panes[Side.A].content is not None)
    content = opened.rooms.pair.panes[Side.A].content
    assert content is not None
    assert content.article.outlet.name == "eurotopics"
    assert not page.isVisible()


def test_takes_are_counted_by_point_and_by_outlet(
    opened: MainWindow, page: CoveragePage, qtbot: QtBot
) -> None:
    pick(page.lanes, "By point")
    qtbot.waitUntil(lambda: page.model.lane(0).name == "Will Russia pay?")
    assert page.counted.accessibleName() == "Counted: Takes on every point"
    pick(page.counts, "Where is China?")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    pick(page.lanes, "By outlet")
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert page.model.index(0, 0).data(SPOKEN) == "AFP. No date: 1 take"
    pick(page.counts, "Texts")
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    QTest.keyClick(page.view, Key.Key_Escape)
    assert not page.isVisible()


def test_of_several_one_is_chosen_from_a_menu(
    opened: MainWindow, page: CoveragePage, qtbot: QtBot
) -> None:
    pick(page.counts, "Will Russia pay?")
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    row = next(r for r in range(6) if page.model.lane(r).name == "South China Morning Post")
    page.view.setCurrentIndex(page.model.index(row, page.model.columnCount() - 1))
    QTest.keyClick(page.view, Key.Key_Return)
    menu = next(menu for menu in page.view.findChildren(QMenu) if menu.isVisible())
    assert len(menu.actions()) == 4
    menu.actions()[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: opened.desk.take_in(Side.A) is not None)


def test_a_story_is_a_scope(opened: MainWindow, page: CoveragePage, qtbot: QtBot) -> None:
    title = "What do Kim and Putin want from their meeting?"
    pick(page.scopes, title)
    qtbot.waitUntil(lambda: page.scope.accessibleName() == f"Scope: {title}")
    assert page.model.rowCount() == 5
