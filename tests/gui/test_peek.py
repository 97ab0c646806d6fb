"""Looking at what stands around a take without opening its text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
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
from summit_reader.gui.peek.context import AROUND, WITHIN, context_of
from summit_reader.gui.peek.popover import PeekPopover
from summit_reader.gui.takes.model import TakeRow
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side


def article_of(*paragraphs: str) -> Article:
    text, passages = "", []
    for words in paragraphs:
        span = Span(len(text), len(text) + len(words))
        passages.append(Passage(PassageKind.BODY, span, span))
        text += words + "\n"
    cleaned = CleanedText(text, (Piece(Span(0, len(text)), text),))
    metadata = Metadata(OutletProfile("The Tide"))
    return Article(1, OutletRef(1, "The Tide"), metadata, cleaned, tuple(passages), ())


def test_the_paragraphs_before_and_after_stand_around_the_words(qapp: object) -> None:
    article = article_of("First one.", "He said “no 🌍 boats” twice.", "Last one.")
    at = article.cleaned.text.index("no 🌍 boats")
    context = context_of(article, [Span(at, at + 10)], OutletNames())
    assert context is not None
    assert (context.before, context.after) == ("First one.", "Last one.")
    assert [mark.of(context.words) for mark in context.marks] == ["no 🌍 boats"]


def test_at_the_ends_of_a_text_there_is_one_side_only(qapp: object) -> None:
    article = article_of("Only one.")
    context = context_of(article, [Span(0, 4)], OutletNames())
    assert context is not None
    assert (context.before, context.words, context.after) == ("", "Only one.", "")
    assert context_of(article, [Span(500, 510)], OutletNames()) is None


@given(
    st.integers(0, 6_000), st.integers(1, 3_000), st.integers(0, 6_000), st.integers(0, 2_000),
)  # fmt: skip
def test_however_long_a_paragraph_is_the_words_are_in_what_is_shown(
    before: int, length: int, after: int, beside: int
) -> None:
    article = article_of("x " * beside, "a" * before + "b" * length + "c" * after, "y " * beside)
    at = 2 * beside + 1 + before
    context = context_of(article, [Span(at, at + length)], OutletNames())
    assert context is not None
    shown = "".join(mark.of(context.words) for mark in context.marks)
    assert set(shown) == {"b"}
    assert len(context.words) <= 2 * WITHIN + 2
    assert max(len(context.before), len(context.after)) <= AROUND + 1


def choose_take(window: MainWindow) -> TakeRow:
    view, model = window.rooms.takes.view, window.rooms.takes.model
    rows = [model.index(number) for number in range(model.rowCount())]
    index = next(one for one in rows if isinstance(one.data(VALUE), TakeRow))
    view.setFocus()
    view.setCurrentIndex(index)
    found = index.data(VALUE)
    assert isinstance(found, TakeRow)
    return found


def peeked(window: MainWindow, qtbot: QtBot) -> PeekPopover:
    window.actions_["peek"].trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(PeekPopover)))
    return next(one for one in window.findChildren(PeekPopover) if one.isVisible())


def test_peeking_at_a_take_opens_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    row = choose_take(opened)
    popover = peeked(opened, qtbot)
    assert row.take.segments[0] in popover.text.toPlainText()
    assert opened.rooms.previews
    QTest.keyClick(popover.text, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert opened.rooms.pair.panes[Side.A].content is None


def test_return_opens_what_was_looked_at(opened: MainWindow, qtbot: QtBot) -> None:
    row = choose_take(opened)
    QTest.keyClick(peeked(opened, qtbot).text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.desk.take_in(Side.A) is not None)
    shown = opened.desk.take_in(Side.A)
    assert shown is not None
    assert shown.id == row.take.id


def test_a_hit_of_a_search_can_be_looked_at(opened: MainWindow, qtbot: QtBot) -> None:
    opened.field.setText("sanctions")
    results = opened.rooms.results
    qtbot.waitUntil(lambda: results.model.rowCount() > 0)
    results.view.setFocus()
    results.view.setCurrentIndex(results.model.index(0))
    assert "sanction" in peeked(opened, qtbot).text.toPlainText().casefold()


def test_blind_peeking_does_not_name_the_outlet(opened: MainWindow, qtbot: QtBot) -> None:
    opened.look.names.set_blind(True)
    choose_take(opened)
    popover = peeked(opened, qtbot)
    assert popover.title.text().startswith("Outlet ")


def test_without_a_row_nothing_is_looked_at(opened: MainWindow) -> None:
    opened.actions_["peek"].trigger()
    assert opened.findChildren(PeekPopover) == []


def test_from_the_search_field_the_hit_at_hand_is_looked_at(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.field.setFocus()
    opened.field.setText("sanctions")
    qtbot.waitUntil(lambda: opened.rooms.results.model.rowCount() > 0)
    assert opened.field.hasFocus()
    assert "sanction" in peeked(opened, qtbot).text.toPlainText().casefold()
