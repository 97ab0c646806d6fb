"""How running text is set: face, line height, measure, direction, and large sizes."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import open_services
from summit_reader.domain.article import Article
from summit_reader.gui.app import remembered_style
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.reading.browser import ArticleBrowser
from summit_reader.gui.reading.preferences import ReadingPreferences
from summit_reader.gui.settings import Settings
from summit_reader.gui.tokens import tokens
from summit_reader.gui.typography import SANS, ReadingStyle, Typography
from summit_reader.gui.widgets.sides import Side
from tests.gui.conftest import NewWindow
from tests.gui.test_reading import show_text

TEXT = "Ferry\n\nThe boats sail again on Monday.\n\nالعبارة تبحر غدا من الميناء.\n\nThe end.\n"
HEBREW = "Ferry\n\nהמעבורת תפליג מחר מהנמל.\n\nThe end of it.\n"


def article_of(tmp_path: Path, text: str) -> Article:
    services = open_services(tmp_path / "Library", create=True)
    services.importing.import_text(text, "ferry")
    article = services.reading.article(1)
    services.close()
    return article


@pytest.fixture
def browser(look: Look, qtbot: QtBot) -> ArticleBrowser:
    made = ArticleBrowser(look)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.mark.parametrize("text", [TEXT, HEBREW])
def test_each_paragraph_runs_its_own_way(
    browser: ArticleBrowser, tmp_path: Path, text: str
) -> None:
    browser.show_article(article_of(tmp_path, text))
    width = browser.viewport().width()
    block, directions = browser.document().firstBlock(), set()
    while block.isValid():
        line = block.layout().lineAt(0)
        words = line.naturalTextRect()
        directions.add(block.textDirection())
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            assert words.left() > width / 3, "set at the right"
        block = block.next()
    assert directions == {Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft}


def test_the_shipped_sans_and_a_family_of_the_system(qapp: object) -> None:
    type_ = Typography()
    assert type_.font("read").families()[0] == tokens().families["serif"][0]
    type_.set_reading_style(ReadingStyle(SANS))
    assert type_.font("lead").families()[0] == tokens().families["sans"][0]
    assert type_.font("quote").families()[0] == tokens().families["serif"][0]
    type_.set_reading_style(ReadingStyle("No such family"))
    assert type_.font("read").families()[:2] == ["No such family", tokens().families["serif"][0]]


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        (ReadingStyle("", 9.0, 7), ReadingStyle("", 2.0, 40)),
        (ReadingStyle("", -1.0, 9000), ReadingStyle("", 1.0, 100)),
        (ReadingStyle("", math.nan, 60), ReadingStyle("", 1.0, 60)),
        (ReadingStyle("", math.inf, 60), ReadingStyle("", 2.0, 60)),
    ],
)
def test_a_style_is_held_within_limits(
    qapp: object, asked: ReadingStyle, held: ReadingStyle
) -> None:
    type_ = Typography()
    type_.set_reading_style(asked)
    assert type_.reading_style == held


def test_headings_grow_with_the_text_but_not_outside_it(qapp: object) -> None:
    type_ = Typography()
    before = type_.font("head").pixelSize()
    type_.set_reading_size(32)
    assert before < type_.text_font("head").pixelSize() < 2 * before
    assert type_.text_font("outlet").pixelSize() >= type_.font("read").pixelSize()
    assert type_.text_font("micro").pixelSize() == 2 * type_.font("micro").pixelSize()
    assert type_.font("head").pixelSize() == before
    assert type_.text_line_height("read") == 2 * tokens().faces["read"].line


def test_preferences_work_at_once_and_are_remembered(
    look: Look, settings: Settings, qtbot: QtBot
) -> None:
    page = ReadingPreferences(look, settings)
    qtbot.addWidget(page)
    plain = look.type.line_height("read")
    page.spacing.setValue(150)
    assert look.type.line_height("read") == round(1.5 * plain)
    page.measure.setValue(50)
    page.size_.setValue(20)
    page.family.setCurrentIndex(page.family.findData(SANS))
    page.family.activated.emit(page.family.currentIndex())
    assert look.type.reading_style == ReadingStyle(SANS, 1.5, 50)
    assert remembered_style(settings) == look.type.reading_style
    assert settings.reading_size == 20
    page.scale.setValue(200)
    assert settings.text_scale == 2.0
    look.type.set_reading_size(24)
    assert page.size_.value() == 24, "changed from elsewhere"
    page.reset.click()
    assert settings.text_scale == 1.0
    assert look.type.reading_style == ReadingStyle()
    assert remembered_style(settings) == ReadingStyle()
    assert look.type.reading_size == tokens().faces["read"].size


@pytest.mark.parametrize(("kept", "scale"), [(2.0, 2.0), (0.1, 1.0), (50.0, 2.0), (math.nan, 1.0)])
def test_the_text_of_the_window_grows_at_the_next_start(
    new_window: NewWindow, settings: Settings, kept: float, scale: float
) -> None:
    settings.text_scale = kept
    window = new_window()
    assert window.look.type.scale == scale
    assert window.look.type.font("ui").pixelSize() == round(tokens().faces["ui"].size * scale)


def test_the_measure_narrows_the_text(browser: ArticleBrowser, look: Look, tmp_path: Path) -> None:
    browser.show_article(article_of(tmp_path, TEXT))
    look.type.set_reading_style(ReadingStyle(measure=68))
    browser.relayout()
    wide = browser.viewport().width()
    look.type.set_reading_style(ReadingStyle(measure=40))
    browser.relayout()
    assert browser.viewport().width() < wide


def test_larger_text_keeps_the_place_that_is_read(opened: MainWindow, qtbot: QtBot) -> None:
    pane = show_text(opened, qtbot, Side.A)
    QTest.keyClick(pane.browser, Qt.Key.Key_Space)
    before = pane.place_left()
    assert before is not None
    opened.actions_["larger"].trigger()
    after = pane.place_left()
    assert after is not None
    assert abs(after - before) < 120, "within a line or two"
