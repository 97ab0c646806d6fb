"""Stories in the window: shown as proposals, decided by the reader, taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QInputDialog
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import open_services
from summit_reader.domain.article import Hints
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.story import Story
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.stories.choice import StoryChoice
from summit_reader.gui.stories.listing import StoryListModel
from summit_reader.gui.stories.page import StoryPage
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.sides import Side

DAY = date(2019, 4, 25)
TEXTS = (
    ("The Tide", "Council closes the harbour", DAY,
     "The town council voted on Monday to close the old harbour for good and sell the quay."),
    ("The Tide", "Frost kills apple blossoms", DAY,
     "Late frost has killed the blossoms of apple and cherry trees in every orchard inland."),
    ("Harbour Post", "Harbour closed by council", DAY,
     "On Monday the council voted to close the town's harbour and to sell the old quay."),
    ("Harbour Post", "Apple blossoms killed by frost", DAY,
     "Apple and cherry blossoms were killed by late frost in the orchards, farmers say."),
    ("Radio Coast", "A quiet evening", None, "Nothing of the sort was ever heard of here."),
)  # fmt: skip


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A library with two stories and a text in none."""
    folder = tmp_path / "Town"
    services = open_services(folder, create=True)
    for outlet, title, day, text in TEXTS:
        hints = Hints(outlet=OutletProfile(outlet), headline=title, published=day)
        services.importing.import_text(f"{title}\n\n{text}\n", title, hints)
    services.close()
    return folder


@pytest.fixture
def page(window: MainWindow, town: Path, qtbot: QtBot) -> StoryPage:
    window.open_library(town, sample=False)
    session = window.session
    qtbot.waitUntil(lambda: session.services is not None and session.services.library == town)
    window.actions_["stories"].trigger()
    page = window.pages.stories.page
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    qtbot.waitUntil(page.view.hasFocus)
    return page


def listed(page: StoryPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def choose(page: StoryPage, words: str) -> None:
    row = next(row for row, text in enumerate(listed(page)) if words in text)
    page.view.setCurrentIndex(page.model.index(row))


def texts(page: StoryPage) -> list[str]:
    rows = page.texts.rows
    return [rows.index(row).data() for row in range(rows.rowCount())]


def undo(page: StoryPage) -> None:
    toast = next(toast for toast in page.findChildren(Toast) if toast.isVisible())
    button = toast.findChild(QAbstractButton)
    assert button is not None
    button.click()


def test_proposals_are_marked_and_come_first(page: StoryPage) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    assert listed(page) == [
        "Proposed",
        "Frost kills apple blossoms. Proposed. 2 texts · 2 outlets · 25 Apr 2019",
        "Council closes the harbour. Proposed. 2 texts · 2 outlets · 25 Apr 2019",
        "In no story",
        "1 text in no story",
    ]


def test_every_text_says_why_it_is_there(page: StoryPage, qtbot: QtBot) -> None:
    choose(page, "harbour")
    # The reasons are asked for once the list has settled on the story.
    qtbot.waitUntil(lambda: "“harbour”" in texts(page)[0])
    assert texts(page)[0].startswith("The Tide. Council closes the harbour. 25 Apr 2019. Shares “")
    qtbot.waitUntil(lambda: texts(page)[1].endswith("· same day as another"))


def test_an_accepted_story_is_the_readers_until_that_is_taken_back(
    window: MainWindow, page: StoryPage, qtbot: QtBot
) -> None:
    choose(page, "harbour")
    window.actions_["accept_story"].trigger()
    qtbot.waitUntil(lambda: "Yours" in listed(page))
    assert page.story is not None
    assert page.story.title == "Council closes the harbour"
    assert texts(page)[0].endswith("You put it here")
    undo(page)
    qtbot.waitUntil(lambda: "Yours" not in listed(page))


def test_a_story_gets_a_name(
    window: MainWindow, page: StoryPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, "harbour")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("The quay", True))
    window.actions_["rename_story"].trigger()
    qtbot.waitUntil(lambda: any(line.startswith("The quay. Yours") for line in listed(page)))
    window.board.stack.undo()
    qtbot.waitUntil(lambda: not any("The quay" in line for line in listed(page)))
    window.board.stack.redo()
    qtbot.waitUntil(lambda: any("The quay" in line for line in listed(page)))


def test_two_stories_become_one(window: MainWindow, page: StoryPage, qtbot: QtBot) -> None:
    choose(page, "harbour")
    window.actions_["merge_story"].trigger()
    choice = page.findChild(StoryChoice)
    assert choice is not None
    QTest.keyClicks(choice.filter, "frost")
    QTest.keyClick(choice.filter, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(texts(page)) == 4)
    assert page.story is not None
    assert not page.story.is_proposal
    undo(page)
    qtbot.waitUntil(lambda: len(page.stories) == 2)


def test_a_text_is_taken_out(window: MainWindow, page: StoryPage, qtbot: QtBot) -> None:
    choose(page, "harbour")
    window.actions_["split_story"].trigger()
    assert len(page.stories) == 2
    page.texts.setCurrentIndex(page.texts.rows.index(1))
    window.actions_["split_story"].trigger()
    qtbot.waitUntil(lambda: len(page.stories) == 3)
    assert "Harbour closed by council. Yours. 1 text · 1 outlet · 25 Apr 2019" in listed(page)
    window.board.stack.undo()
    qtbot.waitUntil(lambda: len(page.stories) == 2)


def test_a_text_in_no_story_is_put_into_one(
    window: MainWindow, page: StoryPage, qtbot: QtBot
) -> None:
    choose(page, "in no story")
    assert page.story is None
    window.actions_["move_to_story"].trigger()
    assert page.findChild(StoryChoice) is None
    page.texts.setCurrentIndex(page.texts.rows.index(0))
    window.actions_["move_to_story"].trigger()
    choice = page.findChild(StoryChoice)
    assert choice is not None
    choice.accept()
    qtbot.waitUntil(lambda: page.model.row_of(None, 5) is not None and len(texts(page)) == 3)
    assert page.story is not None
    undo(page)
    qtbot.waitUntil(lambda: "1 text in no story" in listed(page))


def test_texts_open_in_the_panes(window: MainWindow, page: StoryPage, qtbot: QtBot) -> None:
    choose(page, "harbour")
    page.texts.setCurrentIndex(page.texts.rows.index(0))
    QTest.keyClick(page.texts, Qt.Key.Key_Return)
    pane = window.rooms.pair.panes[Side.A]
    qtbot.waitUntil(lambda: pane.content is not None)
    assert not page.isVisible()
    # Coming back chooses the story of the text that was open.
    window.actions_["stories"].trigger()
    qtbot.waitUntil(lambda: page.story is not None and "harbour" in page.story.title)


def test_a_click_with_alt_opens_a_text_across(
    window: MainWindow, page: StoryPage, qtbot: QtBot
) -> None:
    choose(page, "harbour")
    spot = page.texts.visualRect(page.texts.rows.index(0)).center()
    left, alt = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
    QTest.mouseClick(page.texts.viewport(), left, alt, spot)
    panes = window.rooms.pair.panes
    qtbot.waitUntil(lambda: panes[Side.B].content is not None)
    assert panes[Side.A].content is None


def test_the_grid_is_set_to_a_story(window: MainWindow, page: StoryPage, qtbot: QtBot) -> None:
    choose(page, "harbour")
    window.actions_["story_grid"].trigger()
    grid = window.pages.grid.page
    qtbot.waitUntil(lambda: "Council closes" in grid.scope.accessibleName())
    assert grid.isVisible()


def test_the_filter_finds_titles_and_outlets(page: StoryPage) -> None:
    QTest.keyClicks(page.filter, "apple")
    assert [story.title for story in page.stories] == ["Frost kills apple blossoms"]
    page.filter.setText("no such thing")
    assert page.stories == []
    assert page.story is None


def test_a_story_of_nothing_is_no_row() -> None:
    model = StoryListModel()
    model.show([])
    assert (model.rowCount(), model.row_of(1)) == (0, None)
    model.show([Story(1, "Named", ())])
    assert model.row_of(1) == 1
