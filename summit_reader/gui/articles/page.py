"""The page of all articles: a field to narrow it, what narrows it, and the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from summit_reader.domain.shelf import ShelfRow
from summit_reader.gui.actions import bare
from summit_reader.gui.articles.arranging import Column, Scope
from summit_reader.gui.articles.model import ShelfModel
from summit_reader.gui.articles.view import ShelfView
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.page_heads import hairline
from summit_reader.gui.widgets.scope_chips import ScopeChips
from summit_reader.gui.wording import texts_counted, tr

FIELD = 240


class ShelfPage(Ground):
    """`asked` tells that other articles are to be listed, or in another order.

    `rearranged` tells that the columns look otherwise.
    """

    asked = Signal()
    left = Signal()
    rearranged = Signal()

    def __init__(self, look: Look, buttons: Sequence[QAction], actions: Sequence[QAction]) -> None:
        super().__init__(look, "paper")
        self.model = ShelfModel(look, self)
        self.view = ShelfView(self.model, look)
        self.view.addActions(list(actions))
        self.view.left.connect(self.left)
        self.filter = FilterField(self.tr("Filter texts"), lambda _: self.asked.emit())
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("Which texts"))
        for scope, name in (
            (Scope.ALL, self.tr("All")),
            (Scope.UNREAD, self.tr("Unread")),
            (Scope.FLAGGED, self.tr("Flagged")),
        ):
            self.scope.addItem(name, scope)
        self.scope.currentIndexChanged.connect(lambda _: self.asked.emit())
        self.chips = ScopeChips(look)
        self.column: Column | None = None
        self.descending = False
        heads = self.view.horizontalHeader()
        heads.sectionClicked.connect(self._on_head)
        heads.sectionResized.connect(lambda *_: self.rearranged.emit())
        self._count = Label(look, "micro", "ink2")
        self._arrange(look, buttons)

    def arrangement(self) -> QByteArray:
        """How wide the columns are and by which one the list is sorted, to be remembered."""
        return self.view.horizontalHeader().saveState()

    def restore(self, arrangement: QByteArray) -> None:
        """Take up what `arrangement` gave; what is none changes nothing."""
        heads = self.view.horizontalHeader()
        if arrangement.isEmpty() or not heads.restoreState(arrangement):
            return
        section = heads.sortIndicatorSection()
        self.column = Column(section) if 0 <= section < len(Column) else None
        self.descending = heads.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder

    def show_rows(self, rows: Sequence[ShelfRow], of_all: int) -> None:
        """List these; what was chosen stays chosen."""
        chosen = self.view.chosen()
        scrolled = self.view.verticalScrollBar().value()
        self.model.show(rows)
        self.view.choose(chosen[0] if chosen else None)
        self.view.verticalScrollBar().setValue(scrolled)
        self.view.set_placeholder(
            tr("No text is like that.") if of_all else tr("No text yet. Ctrl+O takes files in.")
        )
        count = texts_counted(of_all)
        if len(rows) != of_all:
            count = tr("{0} of {1}").format(len(rows), count)
        self._count.setText(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sort_by(self, column: Column) -> None:
        """Sort by a column, the other way round if it is sorted by already, then no more."""
        first_down = column in {Column.DAY, Column.TAKES}
        if self.column is not column:
            self.column, self.descending = column, first_down
        elif self.descending is first_down:
            self.descending = not first_down
        else:
            self.column, self.descending = None, False
        order = Qt.SortOrder.DescendingOrder if self.descending else Qt.SortOrder.AscendingOrder
        section = -1 if self.column is None else int(self.column)
        self.view.horizontalHeader().setSortIndicator(section, order)
        self.rearranged.emit()
        self.asked.emit()

    def _on_head(self, section: int) -> None:
        self.sort_by(Column(section))

    def _arrange(self, look: Look, buttons: Sequence[QAction]) -> None:
        title = Label(look, "head")
        title.setText(self.tr("All texts"))
        self.filter.setMinimumWidth(1)
        self.filter.setMaximumWidth(look.type.px(FIELD))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(title)
        top.addWidget(self._count)
        top.addStretch(1)
        for action in buttons:
            button = QPushButton(bare(action.text()))
            button.setAutoDefault(False)
            button.clicked.connect(action.trigger)
            top.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.filter, 1)
        below.addWidget(self.scope)
        below.addWidget(self.chips, 2)
        below.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 10)
        head.setSpacing(10)
        head.addLayout(top)
        head.addLayout(below)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(hairline(look))
        page.addWidget(self.view, 1)
