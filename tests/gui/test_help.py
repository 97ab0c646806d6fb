"""Help: F1 opens the topic of the place, a search finds topics, both languages have them all."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from summit_reader.gui.help.topics import NAMES, Topic, found, topics
from summit_reader.gui.help.window import HelpWindow
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.translation import SPOKEN, Language
from summit_reader.shipped import resources_folder

ENGLISH = topics(Language.ENGLISH)


@pytest.fixture
def help_(look: Look, opened: MainWindow) -> HelpWindow:
    window = HelpWindow(look, ENGLISH, opened)
    window.show()
    return window


def shown(window: MainWindow) -> HelpWindow:
    return next(one for one in window.findChildren(HelpWindow) if one.isVisible())


@pytest.mark.parametrize("language", SPOKEN)
def test_every_topic_is_there_with_a_title(language: Language) -> None:
    assert [topic.name for topic in topics(language)] == list(NAMES)
    assert all(topic.title and topic.text.startswith("# ") for topic in topics(language))
    files = {path.stem for path in (resources_folder() / "help" / language.value).glob("*.md")}
    assert files == set(NAMES)


@pytest.mark.parametrize("language", SPOKEN)
def test_links_lead_to_topics_only(language: Language) -> None:
    for topic in topics(language):
        assert set(re.findall(r"\]\(([^)]*)\)", topic.text)) <= set(NAMES), topic.name


def test_a_search_finds_topics_with_all_words_titles_first() -> None:
    assert found("pin board", ENGLISH)[0].name == "board"
    assert found("zebra", ENGLISH) == []
    assert found("", ENGLISH) == list(ENGLISH)
    one, two = Topic("a", "A", "# A\nlock"), Topic("b", "Lock", "# Lock")
    assert found("LOCK", (one, two)) == [two, one]


def test_typing_shows_the_best_topic(help_: HelpWindow) -> None:
    help_.field.setText("backup damaged")
    assert help_.topic == "backups"
    assert "damaged" in help_.page.toPlainText()
    help_.field.setText("zebra")
    assert help_.topic == ""
    assert help_.page.toPlainText() == "No topic has these words."


def test_a_link_turns_to_its_topic_and_nothing_is_fetched(help_: HelpWindow) -> None:
    help_.page.anchorClicked.emit(QUrl("export"))
    assert help_.topic == "export"
    help_.page.anchorClicked.emit(QUrl("https://example.org/takes"))
    assert help_.topic == "export"
    assert help_.page.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_f1_opens_the_topic_of_the_place(paired: MainWindow, qtbot: QtBot) -> None:
    paired.rooms.sidebar.point_view.setFocus()
    paired.actions_["help"].trigger()
    assert shown(paired).topic == "points"
    shown(paired).close()
    paired.rooms.pair.focused_pane.browser.setFocus()
    assert paired.commands.help.topic_here() == "compare"
    paired.rooms.strip.view.setFocus()
    assert paired.commands.help.topic_here() == "board"
    paired.actions_["grid"].trigger()
    qtbot.waitUntil(paired.pages.grid.page.view.hasFocus)
    assert paired.commands.help.topic_here() == "grid"


def test_escape_closes_it(help_: HelpWindow, qtbot: QtBot) -> None:
    assert not help_.isModal()
    assert not help_.findChildren(QDialogButtonBox)
    with qtbot.waitSignal(help_.rejected):
        QTest.keyClick(help_, Qt.Key.Key_Escape)
