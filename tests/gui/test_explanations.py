"""What's this: everything unusual has an explanation, and each explanation something to explain."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

import summit_reader.gui
from summit_reader.gui.help.explaining import explain, text_for
from summit_reader.gui.help.explanations import COMMANDS, WIDGETS
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.rows import RowView

PAGES = ("grid", "stories", "coverage", "inbox", "articles", "board")
DIALOGS = (
    "keys", "palette", "people", "backups", "export", "paste", "new_point", "set_aside",
    "follow_feed", "preferences", "outlet_card", "bin", "details", "edit_article",
)  # fmt: skip
USUAL = (QPushButton,)
"""Buttons say in their own words what they do."""


def unexplained(root: QWidget) -> list[str]:
    """What the keyboard comes to in `root` and that nothing explains."""
    explain(root)
    return [
        f"{type(widget).__name__} “{widget.accessibleName()}”"
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.window() is root.window()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, USUAL)
        and not text_for(widget)
    ]


def attributes() -> dict[str, set[str]]:
    """Every class of the window with the attributes that it gives itself."""
    found: dict[str, set[str]] = {}
    for path in Path(summit_reader.gui.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name] = {
                    each.attr
                    for each in ast.walk(node)
                    if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store)
                }
    return found


def test_every_explanation_has_something_to_explain(opened: MainWindow) -> None:
    known = attributes()
    for name in WIDGETS:
        owner, dot, attribute = name.partition(".")
        assert owner in known, name
        assert not dot or attribute in known[owner], name
    assert not COMMANDS.keys() - opened.actions_.all().keys()


def test_the_lists_and_panes_are_explained(paired: MainWindow) -> None:
    assert unexplained(paired) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_explained(paired: MainWindow, name: str) -> None:
    paired.actions_[name].trigger()
    QApplication.processEvents()
    assert unexplained(paired) == []


def test_results_and_filters_are_explained(paired: MainWindow, qtbot: QtBot) -> None:
    paired.field.setText("money")
    qtbot.waitUntil(lambda: paired.rooms.results.total > 0)
    paired.actions_["only_outlet"].trigger()
    qtbot.waitUntil(paired.rooms.filters.isVisible)
    assert unexplained(paired) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_explained(paired: MainWindow, qtbot: QtBot, name: str) -> None:
    def shown() -> list[QDialog]:
        return [each for each in paired.findChildren(QDialog) if each.isVisible()]

    paired.actions_[name].trigger()
    qtbot.waitUntil(lambda: bool(shown()))
    dialog = shown()[-1]
    assert unexplained(dialog) == []
    dialog.close()


def test_what_is_unexplained_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    view = RowView("window")
    view.setParent(holder)
    view.setAccessibleName("Things")
    holder.show()
    assert unexplained(holder) == ["RowView “Things”"]
    holder.setWhatsThis("Things, and what they are.")
    assert unexplained(holder) == []


def test_shift_f1_explains_what_has_the_focus(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _, text, __: told.append(text))
    key = opened.actions_["whats_this"].shortcut()
    assert key.toString() == "Shift+F1"
    QTest.keyClick(
        opened.rooms.sidebar.point_view, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier
    )
    assert told == [WIDGETS["Sidebar.point_view"]]
    opened.rooms.sidebar.outlet_view.setFocus()
    opened.actions_["whats_this"].trigger()
    assert told[1:] == [WIDGETS["Sidebar.outlet_view"]]


def test_an_empty_cell_of_the_grid_says_what_it_means(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _, text, __: told.append(text))
    opened.actions_["grid"].trigger()
    view = opened.pages.grid.page.view
    qtbot.waitUntil(lambda: view.model().columnCount() > 1)
    silent = next(
        index
        for column in range(view.model().columnCount())
        if (index := view.model().index(0, column)).data(Qt.ItemDataRole.WhatsThisRole)
    )
    view.setCurrentIndex(silent)
    opened.actions_["whats_this"].trigger()
    assert told == [silent.data(Qt.ItemDataRole.WhatsThisRole)]


def test_the_pointer_asks_with_a_click(opened: MainWindow) -> None:
    opened.actions_["ask_by_click"].trigger()
    try:
        assert QWhatsThis.inWhatsThisMode()
        assert opened.actions_["grid"].whatsThis() == COMMANDS["grid"]
    finally:
        QWhatsThis.leaveWhatsThisMode()


def test_a_dialog_is_explained_when_the_focus_comes_to_it(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["backups"].trigger()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in opened.findChildren(QDialog)))
    dialog = next(each for each in opened.findChildren(QDialog) if each.isVisible())
    qtbot.waitUntil(lambda: bool(dialog.whatsThis()))
    dialog.close()
