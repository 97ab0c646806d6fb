"""Comparisons into the bin, out of it, and out of the library for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMessageBox

from summit_reader.domain.comparison import BoardSummary
from summit_reader.gui.board.board import Board
from summit_reader.gui.board.wording import delete_question, erase_question, summary_of
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.wording import tr

if TYPE_CHECKING:
    from summit_reader.gui.board.page import BoardPage
    from summit_reader.gui.widgets.notices import Toast


class BoardBin(QObject):
    """Asks before anything goes, by its name and its count; Del in the list is about its row."""

    def __init__(
        self, board: Board, page: BoardPage, toast: Toast, actions: Sequence[QAction]
    ) -> None:
        super().__init__(page)
        self._board, self._page, self._toast = board, page, toast
        self._actions = list(actions)
        view = page.list_view
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete_chosen)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)

    def delete(self) -> None:
        """Ask whether the open comparison is to go; then put it into the bin."""
        if (board := self._board.comparison) is not None:
            self._page.aside.keep_texts()
            self._ask_delete(summary_of(board))

    def empty(self) -> None:
        """Ask whether all comparisons in the bin are to go for good; then delete them."""
        if binned := [one for one in self._page.summaries if one.is_binned]:
            self._ask_erase(binned)
        else:
            self._toast.say(tr("No comparison is in the bin."))

    def _delete_chosen(self) -> None:
        row = self._page.list_view.currentIndex().data(VALUE)
        if isinstance(row, BoardSummary):
            self._page.aside.keep_texts()
            (self._ask_erase([row]) if row.is_binned else self._ask_delete(row))

    def _show_menu(self, at: QPoint) -> None:
        view = self._page.list_view
        index = view.indexAt(at)
        row = index.data(VALUE) if index.isValid() else None
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(row, BoardSummary) and row.is_binned:
            menu.addAction(tr("Take out of the bin"), partial(self._board.take_out, row.id))
            menu.addAction(tr("Delete for good…"), partial(self._ask_erase, [row]))
            menu.addSeparator()
        elif isinstance(row, BoardSummary):
            menu.addAction(tr("Delete…"), partial(self._ask_delete, row))
            menu.addSeparator()
        menu.addActions(self._actions)
        menu.popup(view.viewport().mapToGlobal(at))

    def _ask_delete(self, one: BoardSummary) -> None:
        def sure() -> None:
            self._board.throw_away(one.id)
            self._toast.say(tr("“{0}” is in the bin.").format(one.name), self._board.stack.undo)

        kept = tr("It goes into the bin, from which it can be taken out again.")
        self._ask(delete_question(one), kept, tr("Delete"), sure)

    def _ask_erase(self, binned: Sequence[BoardSummary]) -> None:
        told = tr(
            "Nothing brings it back. What was done before can then no longer be undone, either."
        )
        ids = tuple(one.id for one in binned)
        verb = tr("Delete for good")
        self._ask(erase_question(binned), told, verb, partial(self._board.erase, ids))

    def _ask(self, question: str, detail: str, verb: str, sure: Callable[[], None]) -> None:
        box = QMessageBox(self._page.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(question)
        box.setInformativeText(detail)
        yes = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(lambda _: sure() if box.clickedButton() is yes else None)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
