"""The page of the grid: what is shown above, the table, and what signs mean below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.grid import GridColumn
from summit_reader.gui.folding import Fold, fold_at
from summit_reader.gui.grid.contents import GridContents
from summit_reader.gui.grid.model import GridModel, Place
from summit_reader.gui.grid.view import GridView
from summit_reader.gui.grid.wording import LEGEND
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.legend import Legend
from summit_reader.gui.widgets.page_heads import button_text, hairline, menu_button
from summit_reader.gui.wording import ABSENCE_ICONS, counted, outlets_counted, tr

LEAST = 2
"""Cells that a comparison needs."""


class GridPage(Ground):
    """Knows what stands where; the flow behind it asks the library."""

    compared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "window")
        self.model = GridModel(self, look.names)
        self.view = GridView(self.model, look)
        self.scopes, self.orders = QMenu(self), QMenu(self)
        self.scope = menu_button(look, tr("Whole library"), "library", self.scopes)
        self.outlets = menu_button(look, tr("Outlets"), "filter", None)
        self.order = menu_button(look, tr("Order"), "order", self.orders)
        self.buttons = (self.scope, self.outlets, self.order)
        self._title = ElidedLabel(look, "head")
        self._title.setText(tr("Who speaks to which point"))
        self._counts = ElidedLabel(look, "micro", "ink2")
        self._empty = Label(look, "read", "ink2", wrapped=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._names = ElidedLabel(look, "ui")
        self._names.setFont(look.type.font("uib"))
        self._names.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.compare = QPushButton(tr("Compare"))
        self.compare.setDefault(True)
        self.compare.setAutoDefault(False)
        self.compare.clicked.connect(self.compared)
        self.view.compared.connect(self.compared)
        self.view.chosen.connect(self.show_chosen)
        self.legend = Legend(
            look, [(ABSENCE_ICONS[absence], tr(text)) for absence, text in LEGEND.items()]
        )
        self._arrange()
        self.show_chosen()

    def show_contents(self, contents: GridContents, columns: list[GridColumn]) -> None:
        """Show these columns; the current cell stays the current one, if it is there."""
        here = self.view.currentIndex()
        place = self.model.place(here) if here.isValid() else None
        self.model.show(contents, columns)
        self._show_place(place)
        rows, everyone = len(contents.grid.rows), len(contents.grid.columns)
        points = counted(rows, "{n} point", "{n} points")
        shown = tr("{shown} of {all} shown").format(
            shown=len(columns), all=outlets_counted(everyone)
        )
        self._counts.setText(
            f"{points} · {outlets_counted(everyone) if len(columns) == everyone else shown}"
        )
        scope = contents.story.title if contents.story is not None else tr("Whole library")
        metrics = self.scope.fontMetrics()
        room = self._look.type.px(210)
        shown_scope = metrics.elidedText(scope, Qt.TextElideMode.ElideRight, room)
        self.scope.setText(button_text(shown_scope))
        self.scope.setToolTip(scope)
        self.scope.setAccessibleName(tr("Scope: {0}").format(scope))
        self._say_empty(rows, len(columns), in_story=contents.story is not None)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Say which cells a comparison would open."""
        names = [place.outlet for place in self.model.chosen]
        self.compare.setEnabled(len(names) >= LEAST)
        if not names:
            self._names.setText(tr("Choose two cells: Space or Ctrl+click"))
        elif len(names) < LEAST:
            self._names.setText(tr("{0} and another cell").format(names[0]))
        else:
            rest, last = ", ".join(names[:-1]), names[-1]
            self._names.setText(tr("{0} and {1}").format(rest, last))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = fold_at(self.width(), self._look.type.em) >= Fold.NARROW
        style = Qt.ToolButtonStyle
        for button in self.buttons:
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
        self._counts.setVisible(not narrow)
        self.legend.setVisible(fold_at(self.width(), self._look.type.em) <= Fold.MEDIUM)

    def _show_place(self, place: Place | None) -> None:
        index = self.model.index_of(place) if place is not None else self.model.index(0, 0)
        if not index.isValid():
            index = self.model.index(0, 0)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _say_empty(self, rows: int, columns: int, *, in_story: bool) -> None:
        if rows and columns:
            self._stack.setCurrentWidget(self.view)
            return
        if not rows and in_story:
            text = tr("No point has a take in this story yet.")
        elif not rows:
            text = tr("There are no points yet. Ctrl+Shift+N makes one: a question on which "
                      "takes are set side by side.")  # fmt: skip
        else:
            text = tr("Every outlet is hidden. “Outlets” above shows them again.")
        self._empty.setText(text)
        self._stack.setCurrentWidget(self._empty)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 4)
        head.setSpacing(8)
        for label in (self._title, self._counts):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            head.addWidget(label)
        head.addStretch(1)
        for button in self.buttons:
            head.addWidget(button)
        table = QWidget()
        self._stack = QStackedLayout(table)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 12, 6)
        foot.setSpacing(12)
        foot.addWidget(self.legend, 7)
        foot.addWidget(self._names, 3)
        foot.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(table, 1)
        column.addWidget(hairline(self._look))
        column.addLayout(foot)
