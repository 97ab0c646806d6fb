"""What's this: Shift+F1 explains what has the focus; the pointer asks with a click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWhatsThis, QWidget

from summit_reader.gui.help.explanations import WIDGETS, command_explanation, explanation

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class Explaining(QObject):
    """Gives widgets their explanations when somebody may ask: a start need not wait for them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._explained: WeakSet[QWidget] = WeakSet()
        window.actions_["whats_this"].triggered.connect(lambda _=False: self.explain_here())
        window.actions_["ask_by_click"].triggered.connect(lambda _=False: self.ask_by_click())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def explain_here(self) -> None:
        """Explain what has the focus; where nothing has, let the pointer ask."""
        explain(self._window)
        widget = QApplication.focusWidget() or self._window
        text = text_for(widget)
        if text:
            QWhatsThis.showText(_place(widget), text, widget)
        else:
            QWhatsThis.enterWhatsThisMode()

    def ask_by_click(self) -> None:
        """Let the next click ask."""
        explain(self._window)
        for name, action in self._window.actions_.all().items():
            _explain_command(name, action)
        QWhatsThis.enterWhatsThisMode()

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        # In a dialog it is Qt that hears the key, and asks the widget.
        top = now.window() if now is not None else None
        if top is not None and top is not self._window and top not in self._explained:
            self._explained.add(top)
            explain(top)


def explain(root: QWidget) -> list[str]:
    """Give everything unusual in `root` its explanation; the names of those that were found."""
    found = list(_unusual(root))
    for name, widget in found:
        widget.setWhatsThis(explanation(name))
    return [name for name, _ in found]


def text_for(widget: QWidget) -> str:
    """The explanation of a widget: that of its current row, its own, or of what it stands in."""
    if isinstance(widget, QAbstractItemView):
        said = widget.currentIndex().data(Qt.ItemDataRole.WhatsThisRole)
        if said:
            return str(said)
    here: QWidget | None = widget
    while here is not None:
        if here.whatsThis():
            return here.whatsThis()
        here = here.parentWidget()
    return ""


def _unusual(root: QWidget) -> Iterator[tuple[str, QWidget]]:
    attributes: dict[str, list[str]] = {}
    for name in WIDGETS:
        owner, dot, attribute = name.partition(".")
        attributes.setdefault(owner, []).append(attribute if dot else "")
    for widget in (root, *root.findChildren(QWidget)):
        for kind in type(widget).__mro__:
            for attribute in attributes.get(kind.__name__, ()):
                part = getattr(widget, attribute) if attribute else widget
                yield f"{kind.__name__}.{attribute}".rstrip("."), part


def _explain_command(name: str, action: QAction) -> None:
    if text := command_explanation(name):
        action.setWhatsThis(text)


def _place(widget: QWidget) -> QPoint:
    index = widget.currentIndex() if isinstance(widget, QAbstractItemView) else QModelIndex()
    if isinstance(widget, QAbstractItemView) and index.isValid():
        return widget.viewport().mapToGlobal(widget.visualRect(index).center())
    return widget.mapToGlobal(widget.rect().center())
