from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.compare.collation import collated
from summit_reader.domain.collation import Tie, Verdict, Version
from summit_reader.domain.comparison import Source
from summit_reader.export.versions import Mark, runs_of
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.versions.dialog import VersionsDialog
from summit_reader.gui.versions.listing import VersionListModel
from summit_reader.gui.versions.marks import Legend, mark_format
from summit_reader.gui.versions.text import VersionText
from summit_reader.gui.versions.wording import verdict_line
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side

SHOWER = "not going to shower him with money"
D = TypeVar("D", bound=QDialog)
MakeVersion = Callable[..., tuple[Version, Source]]


@pytest.fixture
def make_version(sample: Services) -> MakeVersion:
    """Some take of the sample as another version of these words."""

    def made(words: str, tie: Tie = Tie.SAME_WORDS) -> tuple[Version, Source]:
        take = sample.reading.take(1)
        version = Version(take, tie, collated(words, take.text))
        return version, sample.reading.source(take.article_id)

    return made


def lines(text: VersionText, word: str) -> tuple[bool, bool]:
    """Whether the word is struck through, and whether it is underlined."""
    made = text.document().find(word).charFormat()
    return made.fontStrikeOut(), made.fontUnderline()


def test_differences_are_told_by_lines_and_not_by_colour_alone(look: Look) -> None:
    made = [mark_format(mark, Side.B, look, "read") for mark in Mark]
    drawn = {(one.fontStrikeOut(), one.underlineStyle(), one.fontWeight()) for one in made}
    assert len(drawn) == len(Mark)


def test_what_is_left_out_stands_struck_through_in_its_place(look: Look, qtbot: QtBot) -> None:
    text = VersionText(Side.A, look)
    qtbot.addWidget(text)
    collation = collated("We will close the harbour now.", "We will never close the harbour.")
    text.show_runs(runs_of(collation, first=True))
    assert text.toPlainText() == "We will never close the harbour now."
    assert lines(text, "never") == (True, False)
    assert lines(text, "now") == (False, True)
    assert lines(text, "will") == (False, False)
    assert "[left out: never]" in text.accessibleDescription()
    assert "[only here: now]" in text.accessibleDescription()


def test_words_are_counted_on_both_sides() -> None:
    line = verdict_line(collated("We will pay for it today", "We will never, I swear, pay for it"))
    assert line == "Words left out · A leaves out 3 words · B leaves out 1 word"
    assert verdict_line(collated("We pay", "We pay")) == "Word for word"
    assert verdict_line(collated("One thing", "Another matter")) == "Different words"


def test_versions_stand_under_what_ties_them(make_version: MakeVersion, qtbot: QtBot) -> None:
    model = VersionListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    model.show([make_version("x"), make_version("y"), make_version("z", Tie.SAME_SPEAKER)])
    texts = [model.index(row).data() for row in range(model.rowCount())]
    assert (texts[0], texts[3]) == ("The same words", "The same speaker")
    assert "eurotopics (DE). The same speaker. Different words" in texts[4]
    chosen = [
        bool(model.flags(model.index(row)) & Qt.ItemFlag.ItemIsSelectable) for row in range(5)
    ]
    assert chosen == [False, True, True, False, True]


def opened_dialog(window: MainWindow, kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: window.findChild(kind) is not None)
    dialog = window.findChild(kind)
    assert dialog is not None
    return dialog


def test_from_a_take_to_the_same_speaker_in_another_outlet(
    opened: MainWindow, qtbot: QtBot
) -> None:
    services = opened.session.services
    assert services is not None
    lankov = next(
        take
        for take in services.recognising.takes_of(services.recognising.named("Lankov").id)
        if SHOWER in take.text
    )
    opened.rooms.show_pair()
    opened.desk.open_take(lankov, Side.A)
    qtbot.waitUntil(lambda: opened.desk.take_in(Side.A) == lankov)
    opened.actions_["versions"].trigger()
    dialog = opened_dialog(opened, VersionsDialog, qtbot)
    row = dialog.view.currentIndex().data(VALUE)
    assert (row.version.tie, row.version.take.outlet.name) == (Tie.SAME_SPEAKER, "The Week")
    assert row.version.collation.verdict is Verdict.DIFFERENT
    legend = dialog.findChild(Legend)
    assert legend is not None
    assert legend.isHidden()
    assert SHOWER in dialog.panes[Side.A].text.toPlainText()
    assert "my enemy" in dialog.panes[Side.B].text.toPlainText()
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.desk.take_in(Side.B) == row.version.take)
    assert opened.desk.take_in(Side.A) == lankov


def test_without_a_take_or_a_version_a_sentence_says_so(paired: MainWindow, qtbot: QtBot) -> None:
    services = paired.session.services
    assert services is not None
    alone = next(
        take
        for text in services.reading.texts()
        for take in services.reading.takes_in(text.article_id)
        if not services.collating.versions(take.id)
    )
    paired.desk.open_take(alone, Side.A)
    qtbot.waitUntil(lambda: paired.desk.take_in(Side.A) == alone)
    paired.rooms.pair.focus_side(Side.A)
    paired.actions_["versions"].trigger()
    qtbot.waitUntil(lambda: "No other text" in paired.toast.accessibleName())
    paired.desk.clear()
    paired.actions_["versions"].trigger()
    assert "Open a take first" in paired.toast.accessibleName()
