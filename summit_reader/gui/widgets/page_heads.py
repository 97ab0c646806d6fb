"""What stands above a page: buttons with menus, and the hairlines that divide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.wording import unmarked

T = TypeVar("T")


def hairline(look: Look) -> QWidget:
    """One pixel that divides."""
    line = Ground(look, "rule")
    line.setFixedHeight(1)
    return line


def menu_button(look: Look, text: str, icon: str, menu: QMenu | None) -> QToolButton:
    """A button with a small triangle that opens a menu, or a list."""
    button = QToolButton()
    button.setText(button_text(text))
    button.setAccessibleName(text)
    button.setToolTip(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(QSize(look.type.px(18), look.type.px(18)))
    look.icons.put(button, icon)
    if menu is not None:
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def button_text(text: str) -> str:
    """The words of such a button; the style leaves hardly any room between icon and text."""
    return f" {text.replace('&', '&&')}  ▾"


def fill_choices(
    menu: QMenu, choices: Sequence[tuple[T, str]], chosen: T, choose: Callable[[T], None]
) -> None:
    """Offer these values by their texts, the chosen one ticked; `choose` is told another."""
    menu.clear()
    group = QActionGroup(menu)
    for value, text in choices:
        action = QAction(unmarked(text), group)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _=False, value=value: choose(value))
        menu.addAction(action)
