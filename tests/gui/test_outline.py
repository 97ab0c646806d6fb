"""The outline of a text: what is in it, and jumping from it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.domain.article import Article, Metadata
from summit_reader.domain.cleaned_text import CleanedText, Piece
from summit_reader.domain.outlet import OutletProfile, OutletRef
from summit_reader.domain.passage import Passage, PassageKind
from summit_reader.domain.spans import Span
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.reading.outline import heading_at, outline_of
from summit_reader.gui.reading.outline_list import OutlineList
from summit_reader.gui.widgets.sides import Side

Kind = PassageKind
PARTS = (
    (Kind.HEADLINE, "The Tide on the ferry"),
    (Kind.KEY_POINT, "The line closes in March"),
    (Kind.BODY, "The council has decided."),
    (Kind.SUBHEADING, "Who pays?"),
    (Kind.BODY, "Why was nobody asked?"),
    (Kind.BODY, "Nobody was asked. " * 30 + "Why?"),
    (Kind.BODY, ""),
)


def article() -> Article:
    text, passages = "", []
    for kind, words in PARTS:
        span = Span(len(text), len(text) + len(words))
        passages.append(Passage(kind, span, span))
        text += words + "\n"
    cleaned = CleanedText(text, (Piece(Span(0, len(text)), text),))
    metadata = Metadata(OutletProfile("The Tide"))
    return Article(1, OutletRef(1, "The Tide"), metadata, cleaned, tuple(passages), ())


def test_headings_questions_and_key_points_lead_through_a_text(qapp: object) -> None:
    outline = outline_of(article(), OutletNames())
    assert [(one.kind, one.words, one.depth, one.question) for one in outline] == [
        (Kind.HEADLINE, "The Tide on the ferry", 0, False),
        (Kind.KEY_POINT, "The line closes in March", 1, False),
        (Kind.SUBHEADING, "Who pays?", 1, True),
        (Kind.BODY, "Why was nobody asked?", 2, True),
    ]
    assert heading_at(outline, 0) == 0
    assert heading_at(outline, outline[2].source.start + 3) == 2
    assert heading_at(outline, 10_000) == 3


def test_blind_reading_hides_the_outlet_in_the_outline_too(qapp: object) -> None:
    names = OutletNames()
    names.set_blind(True)
    assert "Tide" not in outline_of(article(), names)[0].words


def test_return_jumps_to_the_chosen_line(opened: MainWindow, qtbot: QtBot) -> None:
    opened.rooms.show_pair()
    opened.desk.open_text(1, Side.A)
    pane = opened.rooms.pair.panes[Side.A]
    qtbot.waitUntil(lambda: pane.content is not None and pane.is_level)
    opened.actions_["outline"].trigger()
    (shown,) = opened.findChildren(OutlineList)
    last = shown.model.rows[-1]
    for _ in shown.model.rows:
        QTest.keyClick(shown.field, Qt.Key.Key_Down)
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert pane.place_left() == last.source.start
    assert not shown.isVisible()
    assert pane.browser.hasFocus()


def test_typing_narrows_the_outline(opened: MainWindow, qtbot: QtBot) -> None:
    opened.rooms.show_pair()
    opened.desk.open_text(1, Side.A)
    pane = opened.rooms.pair.panes[Side.A]
    qtbot.waitUntil(lambda: pane.content is not None and pane.is_level)
    opened.actions_["outline"].trigger()
    (shown,) = opened.findChildren(OutlineList)
    count = shown.model.rowCount()
    wanted = shown.model.rows[-1]
    QTest.keyClicks(shown.field, wanted.words.split()[0].strip("“”?.,"))
    assert 0 < shown.model.rowCount() < count
    shown.field.setText("zeppelin")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.isVisible(), "nothing to jump to"
    shown.close()


def test_a_pane_without_a_text_has_no_outline(opened: MainWindow) -> None:
    opened.rooms.show_pair()
    opened.actions_["outline"].trigger()
    assert opened.findChildren(OutlineList) == []
