"""The takes on the chosen point, under its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import PointView
from summit_reader.domain.proposal import PointProposals
from summit_reader.domain.take import Take
from summit_reader.gui.look import Look
from summit_reader.gui.takes.delegate import TakeDelegate
from summit_reader.gui.takes.model import ProposalRow, Row, TakeListModel, TakeRow, TextRow
from summit_reader.gui.takes.staying import number_among_proposals, row_again
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.opening import OpeningView, point_step_buttons
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import point_head_line, takes_counted, texts_counted


class TakesPane(Ground):
    """A point's title, its counts and its takes; in narrower windows it steps through points."""

    take_opened = Signal(object, bool)
    text_opened = Signal(int, bool)
    point_stepped = Signal(int)
    proposal_opened = Signal(object, bool)
    proposal_judged = Signal(object, bool)
    move_asked = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper_alt")
        self.model = TakeListModel(self, look.names)
        self.view = OpeningView("paper_alt")
        self.view.setModel(self.model)
        self._delegate = TakeDelegate(self.view, look)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Takes"))
        self.view.opened.connect(self._on_opened)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.view.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.model.move_asked.connect(self.move_asked)
        self._delegate.judged.connect(self.proposal_judged)
        self._point_id = 0
        # What was chosen before the point was listed anew, until its proposals are there too.
        self._staying: tuple[Row, int] | None = None
        self._title = Label(look, "point", wrapped=True)
        self._counts = Label(look, "micro", "ink2")
        self._number = Label(look, "caps", "ink2")
        self._bar = self._stepper(look)
        head = QVBoxLayout()
        head.setContentsMargins(14, 14, 14, 10)
        head.setSpacing(6)
        head.addWidget(self._bar)
        head.addWidget(self._title)
        head.addWidget(self._counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view)

    def show_point(self, view: PointView, number: int, count: int) -> None:
        """Show a point: the `number`-th of `count`; listed anew, it keeps what is chosen in it."""
        chosen, rows = self.current(), self._rows()
        again = view.summary.point.id == self._point_id and self.view.hasFocus()
        self._point_id, self._staying = view.summary.point.id, None
        if again and chosen is not None:
            at = self.view.currentIndex().row()
            self._staying = chosen, number_among_proposals(rows, at)
        self.model.show_point(view)
        if self._staying is None:
            self.view.scrollToTop()
        self._choose_again()
        self._title.setText(view.summary.point.question)
        self._counts.setText(point_head_line(view.summary))
        self._number.setText(self.tr("Point {0} of {1}").format(number, count))

    def show_proposals(self, found: PointProposals) -> None:
        """Show what outlets may have on the point, below what they have."""
        self.model.show_proposals(found)
        self._choose_again()
        self._staying = None

    def current(self) -> Row | None:
        """The row that is chosen."""
        row: Row | None = self.view.currentIndex().data(VALUE)
        return row

    def show_outlet(
        self, outlet: OutletRef, texts: Sequence[Source], takes: Sequence[Take]
    ) -> None:
        """Show the texts of one outlet and all it says."""
        self._point_id, self._staying = 0, None
        self.model.show_outlet(texts, takes)
        self.view.scrollToTop()
        self._title.setText(self._look.names.outlet(outlet).name)
        counts = [takes_counted(len(takes))]
        if texts:
            counts.insert(0, texts_counted(len(texts)))
        self._counts.setText(" · ".join(counts))
        self._number.setText(self.tr("Outlet"))

    def clear(self) -> None:
        """List nothing: another library is open."""
        self.model.show_outlet((), ())
        for label in (self._title, self._counts, self._number):
            label.setText("")

    def fold_points(self, folded: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Show the step buttons, where the list of points is folded away."""
        self._bar.setVisible(folded)

    def choose_take(self, take_id: int) -> None:
        """Select a take, if it is in the list, and bring it into view.

        While a point is being listed anew, what the reader has chosen in it stays chosen.
        """
        row = self.model.row_of(take_id)
        if row is not None and (self._staying is None or not self.view.hasFocus()):
            self.view.setCurrentIndex(self.model.index(row))

    def mark_sides(self, sides: dict[int, Side]) -> None:
        """Tell which takes the panes show."""
        self.model.mark_sides(sides)

    def open_quotes(self, opened: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Show every quotation whole, or its first lines."""
        self._delegate.opened = opened
        self.view.scheduleDelayedItemsLayout()

    def _rows(self) -> list[Row]:
        return [self.model.index(at).data(VALUE) for at in range(self.model.rowCount())]

    def _choose_again(self) -> None:
        if self._staying is not None:
            row = row_again(self._rows(), *self._staying)
            if row is not None:
                self.view.setCurrentIndex(self.model.index(row))

    def _on_opened(self, row: Row, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        if isinstance(row, TakeRow):
            self.take_opened.emit(row.take, across)
        elif isinstance(row, ProposalRow):
            self.proposal_opened.emit(row.proposal, across)
        elif isinstance(row, TextRow):
            self.text_opened.emit(row.source.article_id, across)

    def _stepper(self, look: Look) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._number)
        row.addStretch(1)
        for button in point_step_buttons(look, self.point_stepped.emit):
            row.addWidget(button)
        bar.hide()
        return bar
