"""The list "Same point": what the two texts in the panes have on the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout

from summit_reader.gui.look import Look
from summit_reader.gui.pairs.listing import PairDelegate, PairListModel
from summit_reader.gui.pairs.rows import PairRow
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.opening import OpeningView
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import counted


class PairsPane(Ground):
    """A head that names the two panes, and the list; Enter opens a pair in both."""

    pair_opened = Signal(object)
    left = Signal()

    def __init__(self, look: Look, actions: Sequence[QAction]) -> None:
        super().__init__(look, "paper_alt")
        self.model = PairListModel(self)
        self.view = OpeningView("paper_alt")
        self.view.setModel(self.model)
        self.view.setItemDelegate(PairDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Same point"))
        self.view.opened.connect(self._on_opened)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.view)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.left)
        title = Label(look, "point")
        title.setText(self.tr("Same point"))
        self._counts = Label(look, "micro", "ink2", wrapped=True)
        close = QToolButton()
        close.setProperty("compact", True)
        look.icons.put(close, "clear")
        close.setAccessibleName(self.tr("Close the list of pairs"))
        close.setToolTip(self.tr("Close the list of pairs (Esc)"))
        close.clicked.connect(self.left)
        first = QHBoxLayout()
        first.addWidget(title, 1)
        first.addWidget(close)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 6, 10, 6)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            foot.addWidget(button)
        foot.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 8, 8)
        head.setSpacing(4)
        head.addLayout(first)
        head.addWidget(self._counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def show_pairs(self, rows: Sequence[PairRow], sides: tuple[Side, Side]) -> None:
        """List the pairs of two panes; the one that was chosen stays chosen if it is there."""
        chosen = self.current()
        self.model.show(rows)
        self._placeholder("")
        one, other = (side.name for side in sides)
        found = counted(len(rows), "{n} pair", "{n} pairs")
        if rows:
            self._counts.setText(self.tr("Panes {0} and {1} · {2}").format(one, other, found))
        else:
            self._counts.setText(self.tr("Panes {0} and {1}").format(one, other))
            self._placeholder(
                self.tr("Nothing in {0} is likely to be on what {1} says.").format(one, other)
            )
        self.choose(chosen)

    def show_nothing(self, why: str) -> None:
        """List nothing, and say why."""
        self.model.clear()
        self._counts.setText("")
        self._placeholder(why)

    def current(self) -> PairRow | None:
        """The pair that is chosen."""
        row = self.view.currentIndex().data(VALUE)
        return row if isinstance(row, PairRow) else None

    def choose(self, row: PairRow | None) -> None:
        """Choose this pair, else the first."""
        keys = [self.model.key(each) for each in self.model.rows]
        at = keys.index(row.key) if row is not None and row.key in keys else self.model.first()
        self.view.setCurrentIndex(self.model.index(at))

    def _placeholder(self, why: str) -> None:
        self.view.set_placeholder(why)
        self.view.setAccessibleDescription(why)

    def _on_opened(self, row: object, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        if isinstance(row, PairRow):
            self.pair_opened.emit(row)
