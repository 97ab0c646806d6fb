"""Searching as the reader types, with nothing but the keyboard."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from summit_reader.domain.search import Hit, Scope
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.search import live
from summit_reader.gui.search.completions import CompletionList
from summit_reader.gui.settings import Settings
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side

NewWindow = Callable[[], MainWindow]


@pytest.fixture
def searching(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the cursor in the search field."""
    opened.activateWindow()
    opened.actions_["search"].trigger()
    qtbot.waitUntil(opened.field.hasFocus)
    return opened


def completions(window: MainWindow) -> CompletionList:
    found = window.findChild(CompletionList)
    assert isinstance(found, CompletionList)
    return found


def offered(window: MainWindow) -> list[str]:
    shown = completions(window)
    return [row.completion.text for row in shown.model.rows] if shown.isVisible() else []


def key(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.field, key)


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def wait_for(window: MainWindow, query: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.rooms.results.query == query)


def current_hit(window: MainWindow) -> Hit:
    hit = window.rooms.results.view.currentIndex().data(VALUE).hit
    assert isinstance(hit, Hit)
    return hit


def test_a_field_is_completed_with_the_librarys_names(searching: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(searching.field, "flour ou")
    qtbot.waitUntil(lambda: offered(searching) == ["outlet:"])
    key(searching, Qt.Key.Key_Tab)
    assert searching.field.text() == "flour outlet:"
    qtbot.waitUntil(lambda: "AFP" in offered(searching))
    QTest.keyClicks(searching.field, "pol")
    qtbot.waitUntil(lambda: offered(searching) == ["Polityka", '"World Politics Review"'])
    key(searching, Qt.Key.Key_Down)
    key(searching, Qt.Key.Key_Return)
    assert searching.field.text() == "flour outlet:Polityka "
    assert searching.field.hasFocus()
    wait_for(searching, "flour outlet:Polityka ", qtbot)
    assert searching.rooms.previews, "Enter took the completion and opened nothing"


def test_typing_goes_on_whatever_is_offered(searching: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(searching.field, "has:")
    qtbot.waitUntil(lambda: "take" in offered(searching))
    QTest.keyClicks(searching.field, "take kim")
    assert searching.field.text() == "has:take kim"
    qtbot.waitUntil(lambda: not offered(searching))
    key(searching, Qt.Key.Key_Down)
    wait_for(searching, "has:take kim", qtbot)


def test_escape_puts_away_first_the_completions_then_the_search(
    searching: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(searching.field, "in:")
    qtbot.waitUntil(lambda: "removed" in offered(searching))
    key(searching, Qt.Key.Key_Escape)
    assert (offered(searching), searching.field.text()) == ([], "in:")
    key(searching, Qt.Key.Key_Escape)
    assert searching.field.text() == ""


def test_enter_opens_the_hit_where_no_completion_was_chosen(
    searching: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(searching.field, "speaker:lan")
    qtbot.waitUntil(lambda: offered(searching) == ['"Andrei Lankov"'])
    wait_for(searching, "speaker:lan", qtbot)
    key(searching, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(searching.desk.sides()) == 1)
    assert searching.field.text() == "speaker:lan"


def test_a_completion_stands_in_place_of_what_was_typed_in_the_middle(
    searching: MainWindow, qtbot: QtBot
) -> None:
    searching.field.setText("🌍 ")
    QTest.keyClicks(searching.field, "outlet:po kim")
    for _ in range(4):
        key(searching, Qt.Key.Key_Left)
    key(searching, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: "Polityka" in offered(searching))
    key(searching, Qt.Key.Key_Tab)
    assert searching.field.text() == "🌍 outlet:Polityka kim"


def test_codes_say_what_they_mean(searching: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(searching.field, "language:")
    qtbot.waitUntil(lambda: offered(searching) == ["en"])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert completions(searching).model.index(0).data(role) == "en, English, 5 texts"


def test_a_fault_is_told_at_its_characters_and_goes_when_they_change(
    searching: MainWindow, qtbot: QtBot
) -> None:
    field = searching.field
    plain = field.grab().toImage()
    QTest.keyClicks(field, "kim date:2019-13 p")
    qtbot.waitUntil(lambda: "there is no month 13" in field.accessibleDescription())
    marked = field.grab().toImage()
    red = searching.look.theme.colour("danger").name()
    colours = {
        marked.pixelColor(x, y).name()
        for x in range(marked.width())
        for y in range(marked.height())
    }
    assert red in colours
    assert red not in {plain.pixelColor(x, 20).name() for x in range(plain.width())}
    QTest.keyClicks(field, "utin")
    assert "there is no month 13" in field.accessibleDescription()
    field.setText("kim date:2019-1")
    assert field.accessibleDescription() == ""


def test_what_is_not_finished_yet_is_told_at_enter_only(
    searching: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(searching.field, "kim (putin")
    wait_for(searching, "kim (putin", qtbot)
    assert searching.field.accessibleDescription() == ""
    key(searching, Qt.Key.Key_Return)
    assert searching.field.accessibleDescription() == "“(”: this bracket is not closed."


def test_a_query_that_cannot_be_read_is_marked(searching: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(searching.field, "***a OR *")
    qtbot.waitUntil(lambda: "cannot begin with" in searching.field.accessibleDescription())
    interface = QAccessible.queryAccessibleInterface(searching.field)
    assert "***a" in interface.text(QAccessible.Text.Description)


def test_results_stay_while_nothing_new_is_asked(searching: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(searching.field, "flour")
    wait_for(searching, "flour", qtbot)
    model = searching.rooms.results.model
    emptied: list[int] = []
    for signal in (model.rowsRemoved, model.modelReset):
        signal.connect(lambda *_: emptied.append(model.rowCount()))
    searching.field.setText('"')
    QTest.keyClicks(searching.field, "f")
    wait_for(searching, '"f', qtbot)
    searching.field.setText("flour")
    wait_for(searching, "flour", qtbot)
    assert model.rowCount() > 0


def test_only_the_newest_question_is_answered(searching: MainWindow, qtbot: QtBot) -> None:
    answered: list[str] = []
    searching.search._live.found.connect(lambda results: answered.append(results.query))
    for query in ("k", "ki", "kim"):
        searching.field.setText(query)
    wait_for(searching, "kim", qtbot)
    after: list[int] = []
    searching.session.read(lambda _: 1, after.append)
    qtbot.waitUntil(lambda: after == [1])
    assert answered == ["kim"]


def test_a_hit_the_reader_chose_stays_chosen(searching: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(searching.field, "sanction")
    wait_for(searching, "sanction", qtbot)
    first = current_hit(searching)
    key(searching, Qt.Key.Key_Down)
    key(searching, Qt.Key.Key_Down)
    chosen = current_hit(searching)
    assert chosen.source != first.source
    resets: list[int] = []
    searching.rooms.results.model.modelReset.connect(lambda: resets.append(1))
    QTest.keyClicks(searching.field, "s")
    wait_for(searching, "sanctions", qtbot)
    assert current_hit(searching).source == chosen.source
    assert resets == []


def test_without_a_choice_the_best_hit_is_chosen(searching: MainWindow, qtbot: QtBot) -> None:
    for query in ("kim", "kim flour", "sanctions"):
        searching.field.setText(query)
        wait_for(searching, query, qtbot)
        assert searching.rooms.results.view.currentIndex().row() == 0


def test_the_end_of_the_list_fetches_the_next_page(
    searching: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "FIRST_PAGE", 2)
    monkeypatch.setattr(live, "NEXT_PAGE", 1)
    results = searching.rooms.results
    QTest.keyClicks(searching.field, "kim")
    wait_for(searching, "kim", qtbot)

    def articles() -> int:
        return len({row.hit.article_id for row in results.model.rows})

    def has_all() -> bool:
        key(searching, Qt.Key.Key_PageDown)
        return articles() == results.total

    assert articles() == 2
    qtbot.waitUntil(has_all)
    assert results.total == 5
    assert searching.field.hasFocus()


def test_scopes_change_by_key_and_the_results_with_them(
    searching: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(searching.field, "flour")
    wait_for(searching, "flour", qtbot)
    everywhere = searching.rooms.results.model.rowCount()
    key(searching, Qt.Key.Key_F7)
    assert searching.rooms.results.chips.scope is Scope.QUOTES
    qtbot.waitUntil(lambda: searching.rooms.results.model.rowCount() != everywhere)
    QTest.keyClick(searching.field, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: searching.rooms.results.model.rowCount() == everywhere)
    assert searching.field.hasFocus()


def test_facets_are_reached_and_ticked_by_key_and_keep_their_place(
    searching: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(searching.field, "kim")
    wait_for(searching, "kim", qtbot)
    facets = searching.rooms.facets
    qtbot.waitUntil(facets.isVisible)
    searching.actions_["facets"].trigger()
    qtbot.waitUntil(facets.view.hasFocus)
    QTest.keyClick(facets.view, Qt.Key.Key_Down)
    QTest.keyClick(facets.view, Qt.Key.Key_Down)
    chosen = facets.view.currentIndex().data(VALUE).count
    QTest.keyClick(facets.view, Qt.Key.Key_Space)
    wait_for(searching, f"kim {chosen.clause}", qtbot)
    assert searching.rooms.results.total == chosen.count
    row = facets.view.currentIndex().data(VALUE)
    assert (row.count.value, row.ticked) == (chosen.value, True)
    QTest.keyClick(facets.view, Qt.Key.Key_Space)
    wait_for(searching, "kim", qtbot)


def test_earlier_searches_come_with_the_down_key(searching: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(searching.field, "flour")
    wait_for(searching, "flour", qtbot)
    key(searching, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: searching.rooms.pair.panes[Side.A].content is not None)
    searching.actions_["search"].trigger()
    searching.field.clear()

    key(searching, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: offered(searching) == ["flour"])
    key(searching, Qt.Key.Key_Return)
    assert searching.field.text() == "flour"
    wait_for(searching, "flour", qtbot)


def test_spellings_are_told_apart_if_the_reader_wants_and_it_is_remembered(
    searching: MainWindow, qtbot: QtBot, new_window: NewWindow, settings: Settings
) -> None:
    results = searching.rooms.results
    searching.field.setText("denuclearization")
    wait_for(searching, "denuclearization", qtbot)
    assert not results._similar.isVisible()
    searching.actions_["both_spellings"].trigger()
    qtbot.waitUntil(results._similar.isVisible)
    assert not settings.both_spellings
    searching.close()
    assert not new_window().actions_["both_spellings"].isChecked()


def test_results_are_grouped_as_the_reader_wants(
    searching: MainWindow, qtbot: QtBot, new_window: NewWindow
) -> None:
    searching.field.setText("sanctions")
    wait_for(searching, "sanctions", qtbot)
    rows = searching.rooms.results.model.rows
    outlets = [row.hit.outlet.id for row in rows if row.group]
    assert len(outlets) == len(set(outlets))
    searching.actions_["group_by_article"].trigger()
    rows = searching.rooms.results.model.rows
    articles = [row.hit.article_id for row in rows if row.group]
    assert len(articles) == len(set(articles)) == searching.rooms.results.total
    searching.close()
    assert new_window().actions_["group_by_article"].isChecked()


def test_saved_searches_and_results_follow_an_import(
    searching: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    searching.field.setText("flour")
    wait_for(searching, "flour", qtbot)
    searching.search.save()
    saved = searching.rooms.sidebar.saved
    qtbot.waitUntil(lambda: saved.rowCount() == 2)
    before, found = saved.rows[1].total, searching.rooms.results.total
    path = tmp_path / "flour.txt"
    path.write_text("Mills reopen\n\nThe mills of the valley grind flour again, owners say.\n")
    searching.settings.preview_imports = False
    searching.importing.import_names([str(path)])
    qtbot.waitUntil(lambda: saved.rows[1].total == before + 1)
    qtbot.waitUntil(lambda: searching.rooms.results.total == found + 1)
    for dialog in searching.findChildren(QFileDialog):
        dialog.reject()


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_the_list_of_results_is_exported(
    searching: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    path = tmp_path / f"results{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    searching.field.setText("sanctions")
    wait_for(searching, "sanctions", qtbot)
    searching.actions_["export_results"].trigger()
    qtbot.waitUntil(path.exists)
    text = path.read_text(encoding="utf-8")
    listed = (
        list(csv.DictReader(text.splitlines())) if suffix == ".csv" else json.loads(text)["results"]
    )
    assert len(listed) == searching.rooms.results.total
    ids = {row.hit.article_id for row in searching.rooms.results.model.rows}
    assert {int(row["article_id"]) for row in listed} == ids


def test_without_results_there_is_nothing_to_export(
    searching: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        pytest.fail("a file was asked for")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", refused)
    searching.actions_["export_results"].trigger()
    assert "nothing" in searching.toast.accessibleName() or searching.toast.isVisible()


def test_a_hit_in_removed_text_opens_its_article(searching: MainWindow, qtbot: QtBot) -> None:
    searching.field.setText("in:removed")
    wait_for(searching, "in:removed", qtbot)
    hit = current_hit(searching)
    assert hit.removed
    role = Qt.ItemDataRole.AccessibleTextRole
    index = searching.rooms.results.view.currentIndex()
    assert index.data(role).endswith("(removed text)")
    key(searching, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: searching.rooms.pair.panes[Side.A].content is not None)
    content = searching.rooms.pair.panes[Side.A].content
    assert content is not None
    assert content.article.id == hit.article_id
