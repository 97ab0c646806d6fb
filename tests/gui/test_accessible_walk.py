"""Every page and dialog through QAccessible, as a screen reader meets it: names and roles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow

PAGES = ("grid", "stories", "coverage", "inbox")
DIALOGS = (
    "keys", "palette", "people", "backups", "export", "paste", "new_point", "set_aside",
    "follow_feed", "preferences", "help",
)  # fmt: skip
Role = QAccessible.Role
NAMELESS = {
    Role.Client, Role.Pane, Role.Grouping, Role.Splitter, Role.ScrollBar, Role.Separator,
    Role.Border, Role.LayeredPane, Role.Window, Role.Whitespace, Role.Grip, Role.NoRole,
}  # fmt: skip
"""What holds other things together and says nothing itself."""
LARGEST = 3000
"""More than any page here has: a walk that goes on has lost its way."""


def met(root: QWidget) -> Iterator[QAccessibleInterface]:
    """What a screen reader comes to in `root`, itself first, as far as it is in sight."""
    waiting = [QAccessible.queryAccessibleInterface(root)]
    for _ in range(LARGEST):
        if not waiting:
            return
        one = waiting.pop()
        if not one.isValid() or one.state().invisible:
            continue
        yield one
        waiting += [one.child(number) for number in range(one.childCount())]
    pytest.fail("the walk does not end")


def silent(root: QWidget) -> list[str]:
    """What the keyboard comes to in `root` and that has no name or no role."""
    found = []
    for one in met(root):
        widget = one.object()
        takes_focus = isinstance(widget, QWidget) and bool(
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        within = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QComboBox)
        named = one.text(QAccessible.Text.Name).strip()
        if takes_focus and not within and not named and one.role() not in NAMELESS:
            found.append(f"{type(widget).__name__} {one.role().name}")
        if takes_focus and one.role() is Role.NoRole:
            found.append(f"{type(widget).__name__} has no role")
    return found


def shown(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_is_on_it(paired: MainWindow, name: str) -> None:
    paired.actions_[name].trigger()
    QApplication.processEvents()
    assert silent(paired) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_says_what_is_in_it(paired: MainWindow, qtbot: QtBot, name: str) -> None:
    paired.actions_[name].trigger()
    qtbot.waitUntil(lambda: bool(shown(paired)))
    dialog = shown(paired)[-1]
    assert silent(dialog) == []
    assert dialog.windowTitle()
    dialog.close()


def test_pairs_and_differences_say_what_they_are(beside: MainWindow) -> None:
    beside.actions_["same_point"].trigger()
    beside.actions_["differences"].trigger()
    QApplication.processEvents()
    assert silent(beside) == []


def test_results_say_what_they_are(paired: MainWindow, qtbot: QtBot) -> None:
    paired.field.setText("money")
    qtbot.waitUntil(lambda: paired.rooms.results.total > 0)
    assert silent(paired) == []


def test_a_field_without_a_name_is_found(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert len(silent(field)) == 1
    field.setAccessibleName("Filter")
    assert silent(field) == []
