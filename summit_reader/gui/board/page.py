"""The page of a comparison: its name, the cards in their columns, lists and texts beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.comparison import BoardSummary, Comparison
from summit_reader.gui.board.aside import BoardAside
from summit_reader.gui.board.lists import BoardListDelegate, BoardListModel, TagRow, tags_of
from summit_reader.gui.board.table import BoardModel
from summit_reader.gui.board.view import BoardView
from summit_reader.gui.board.wording import board_line, summary_of
from summit_reader.gui.folding import Fold, fold_at
from summit_reader.gui.look import Look
from summit_reader.gui.tokens import tokens
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.wording import tr, unmarked


class BoardPage(Ground):
    """Shows a `Comparison`; what the reader wants done with it is told by its parts."""

    board_chosen = Signal(int)
    board_wanted_back = Signal(int)
    choice_asked = Signal()

    def __init__(
        self,
        look: Look,
        *,
        tools: Sequence[QAction],
        board_actions: Sequence[QAction],
        card_actions: Sequence[QAction],
    ) -> None:
        super().__init__(look, "paper_alt")
        self.model = BoardModel(look.names, self)
        self.view = BoardView(self.model, look)
        self.view.addActions(list(card_actions))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.lists = BoardListModel()
        self.list_view = RowView("window")
        self.list_view.setModel(self.lists)
        self.list_view.setItemDelegate(BoardListDelegate(self.list_view, look))
        self.list_view.setAccessibleName(tr("Comparisons and tags"))
        self.list_view.setMinimumWidth(look.type.px(tokens().layout["points"]))
        self.list_view.setMaximumWidth(look.type.px(tokens().layout["points"]))
        self.list_view.activated.connect(self._choose)
        self.list_view.clicked.connect(self._choose)
        self.aside = BoardAside(look)
        self.aside.setFixedWidth(look.type.px(tokens().layout["board_side"]))
        self._summaries: tuple[BoardSummary, ...] = ()
        self._tag = ""
        self._is_narrowed = False
        self._board: Comparison | None = None
        self._title = ElidedLabel(look, "head")
        self._line = ElidedLabel(look, "micro", "ink2")
        self._menu = QMenu(self)
        self._board_actions = list(board_actions)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._tools = list(tools)
        self._arrange()

    def show_board(self, board: Comparison | None) -> None:
        """Show the comparison."""
        if (board.id if board else None) != (self._board.id if self._board else None):
            self._tag = ""
        self._board = board
        if board is None:
            self.aside.show_sources(())
        self._title.setText(board.name if board else "")
        self.view.show_board(board)
        self.aside.show_board(board)
        self._show_lists()
        self._narrow()

    def show_summaries(self, summaries: tuple[BoardSummary, ...]) -> None:
        """List these comparisons."""
        self._summaries = summaries
        self._show_lists()

    def show_tagged(self, tag: str) -> None:
        """Show only the cards with this tag, or with none all."""
        self._tag = tag
        self._show_lists()
        self._narrow()

    @property
    def summaries(self) -> tuple[BoardSummary, ...]:
        """The comparisons that are listed, those in the bin included."""
        return self._summaries

    @property
    def tag(self) -> str:
        """The tag whose cards alone are shown; empty if all are."""
        return self._tag

    def step_board(self, by: int) -> None:
        """Ask for the next comparison in the list, or the one before."""
        here = [one.id for one in self._summaries if not one.is_binned]
        if self._board is not None and self._board.id in here and len(here) > 1:
            at = here.index(self._board.id)
            self.board_chosen.emit(here[(at + by) % len(here)])

    def show_aside(self) -> None:
        """Show what stands beside the cards, also where the window is narrow."""
        self._aside_button.setChecked(True)
        self.aside.show()

    def stops(self) -> list[QWidget]:
        """Where the focus stops on its way from pane to pane."""
        return [self.list_view, self.view, *self.aside.stops()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold = fold_at(self.width(), self._look.type.em)
        self.list_view.setVisible(fold is Fold.WIDE)
        self._aside_button.setVisible(fold >= Fold.NARROW)
        self.aside.setVisible(fold < Fold.NARROW or self._aside_button.isChecked())
        style = Qt.ToolButtonStyle
        for button in self._worded:
            button.setToolButtonStyle(
                style.ToolButtonIconOnly
                if fold is not Fold.WIDE
                else style.ToolButtonTextBesideIcon
            )

    def _show_lists(self) -> None:
        board = self._board
        chosen = self.list_view.currentIndex().row()
        # What is shown of the open one is newer than the list.
        self.lists.show(
            [
                summary_of(board) if board is not None and one.id == board.id else one
                for one in self._summaries
            ],
            tags_of(board, self._tag),
            board.id if board else 0,
        )
        row = self.lists.row_of(board.id) if board else None
        at = chosen if self.list_view.hasFocus() and chosen >= 0 else row
        if at is not None and at < self.lists.rowCount():
            self.list_view.setCurrentIndex(self.lists.index(at))

    def _narrow(self) -> None:
        """Hide the rows without the tag; what is left out is said under the name."""
        board = self._board
        for row in range(self.model.rowCount() - 1 if self._tag or self._is_narrowed else 0):
            tagged = any(self._tag in card.tags for card in self.model.row_of_cards(row))
            self.view.setRowHidden(row, bool(self._tag) and not tagged)
        self._is_narrowed = bool(self._tag)
        line = board_line(board) if board else ""
        if self._tag:
            line = tr("Only rows tagged “{0}” · Enter on the tag shows all").format(self._tag)
        self._line.setText(line)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(VALUE)
        if isinstance(row, TagRow):
            self.show_tagged("" if row.is_chosen else row.tag)
        elif isinstance(row, BoardSummary) and row.is_binned:
            self.board_wanted_back.emit(row.id)
        elif isinstance(row, BoardSummary):
            self.board_chosen.emit(row.id)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for one in self._summaries:
            if one.is_binned:
                continue
            action = self._menu.addAction(unmarked(one.name))
            action.setCheckable(True)
            action.setChecked(self._board is not None and one.id == self._board.id)
            action.triggered.connect(lambda _=False, id_=one.id: self.board_chosen.emit(id_))
        self._menu.addSeparator()
        self._menu.addActions(self._board_actions)

    def _arrange(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(self._title)
        titles.addWidget(self._line)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 12, 8)
        head.setSpacing(4)
        head.addLayout(titles, 1)
        for label in (self._title, self._line):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head.addWidget(self._menu_button())
        self._worded: list[QToolButton] = []
        for action in self._tools:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().replace("&", ""))
            if action.objectName():
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                self._worded.append(button)
            head.addWidget(button)
        self._aside_button = QToolButton()
        self._aside_button.setCheckable(True)
        self._look.icons.put(self._aside_button, "my_take")
        self._aside_button.setAccessibleName(tr("My take and sources"))
        self._aside_button.setToolTip(tr("My take and sources"))
        self._aside_button.toggled.connect(self.aside.setVisible)
        head.addWidget(self._aside_button)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        framed = QHBoxLayout()
        framed.setContentsMargins(16, 0, 6, 0)
        framed.addWidget(self.view)
        column.addLayout(framed, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.list_view)
        page.addWidget(self._rule())
        page.addWidget(middle, 1)
        page.addWidget(self._rule())
        page.addWidget(self.aside)

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        self._look.icons.put(button, "outlet_menu")
        button.setMenu(self._menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(tr("Comparisons"))
        button.setToolTip(tr("Comparisons"))
        return button

    def _rule(self) -> QWidget:
        line = Ground(self._look, "rule")
        line.setFixedWidth(1)
        return line
