"""The left column: points, outlets with a filter, saved searches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QSplitter, QVBoxLayout, QWidget

from summit_reader.domain.outlet import OutletSummary
from summit_reader.domain.point import PointSummary
from summit_reader.domain.proposal import Chip
from summit_reader.domain.search import SavedSearch
from summit_reader.gui.look import Look
from summit_reader.gui.points.chips import ChipRow
from summit_reader.gui.sidebar.outlets import OutletDelegate, OutletListModel
from summit_reader.gui.sidebar.points import PointDelegate, PointListModel
from summit_reader.gui.sidebar.saved import SavedSearchDelegate, SavedSearchModel
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.wording import tr


class SectionHead(QWidget):
    """A section's name in spaced capitals, its count at the right."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 6)
        name = Label(look, "caps", "ink2")
        name.setText(title)
        self._count = Label(look, "micro", "ink2")
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(self._count)

    def set_count(self, count: int, of_all: int = 0) -> None:
        """Show how many there are, and of how many if those are more."""
        shown = QLocale().toString(count)
        whole = QLocale().toString(of_all)
        self._count.setText(tr("{0} of {1}").format(shown, whole) if of_all > count else shown)


class Sidebar(Ground):
    """Three lists; every choice is told as a signal."""

    point_chosen = Signal(int)
    point_opened = Signal(int)
    outlet_opened = Signal(int)
    search_opened = Signal(str)
    search_forgotten = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "window")
        self.points = PointListModel(self)
        self.outlets = OutletListModel(self)
        self.saved = SavedSearchModel(self)
        self.point_view = RowView("window")
        self.point_view.setModel(self.points)
        self.point_view.setItemDelegate(PointDelegate(self.point_view, look))
        self.point_view.setAccessibleName(self.tr("Points"))
        self.point_view.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.point_view.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.chips = ChipRow(look)
        self.chips.setAccessibleName(self.tr("Suggested points"))
        self.chips.hide()
        self.point_view.set_placeholder(
            self.tr("A point is a question on which takes are compared. Ctrl+Shift+N makes one.")
        )
        self.outlet_view = RowView("window")
        self.outlet_view.setModel(self.outlets)
        self.outlet_view.setItemDelegate(OutletDelegate(self.outlet_view, look))
        self.outlet_view.setAccessibleName(self.tr("Outlets"))
        self.saved_view = RowView("window")
        self.saved_view.setModel(self.saved)
        self.saved_view.setItemDelegate(SavedSearchDelegate(self.saved_view, look))
        self.saved_view.setAccessibleName(self.tr("Saved searches"))
        self.filter = FilterField(self.tr("Filter outlets"), self.outlets.narrow)
        self.funnel = QAction(self.tr("Filter by outlet or date"), self.filter)
        look.icons.put(self.funnel, "filter", "ink2")
        self.filter.addAction(self.funnel, QLineEdit.ActionPosition.LeadingPosition)
        self._point_head = SectionHead(look, self.tr("Points"))
        self._outlet_head = SectionHead(look, self.tr("Outlets"))
        self._saved_head = SectionHead(look, self.tr("Saved"))
        self._arrange()
        self._connect()

    def show_points(self, points: Sequence[PointSummary]) -> None:
        """Show the points; the chosen one stays chosen."""
        current = self.current_point()
        self.points.show(points)
        self._point_head.set_count(len(points))
        QTimer.singleShot(0, self, self._share_room)
        if current is not None:
            self.choose_point(current)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Offer words that several outlets share as points."""
        self.chips.show_chips(chips)
        QTimer.singleShot(0, self, self._share_room)

    def show_outlets(self, outlets: Sequence[OutletSummary], everyone: int) -> None:
        """Show these outlets of so many."""
        self.outlets.show(outlets)
        self._outlet_head.set_count(len(outlets), everyone)

    def show_saved(self, searches: Sequence[SavedSearch]) -> None:
        """Show the saved searches; the section takes no more room than they need."""
        self.saved.show(searches)
        self._saved_part.setVisible(bool(searches))
        rows = sum(self.saved_view.sizeHintForRow(row) for row in range(len(searches)))
        self._saved_part.setMaximumHeight(self._saved_head.sizeHint().height() + rows + 10)
        QTimer.singleShot(0, self, self._share_room)

    def current_point(self) -> int | None:
        """Id of the chosen point."""
        index = self.point_view.currentIndex()
        return index.data(VALUE).point.id if index.isValid() else None

    def choose_point(self, point_id: int) -> None:
        """Choose a point without being told of it by a signal of opening."""
        row = self.points.row_of(point_id)
        if row is not None:
            self.point_view.setCurrentIndex(self.points.index(row))

    def step_point(self, by: int) -> None:
        """Choose and open the next or previous point, round the ends."""
        count = self.points.rowCount()
        if count:
            row = max(self.point_view.currentIndex().row(), 0)
            for _ in range(count):
                row = (row + by) % count
                if not self.point_view.isRowHidden(row):
                    break
            self.point_view.setCurrentIndex(self.points.index(row))
            self.point_opened.emit(self.points.index(row).data(VALUE).point.id)

    def _arrange(self) -> None:
        points = _section(self._point_head, self.point_view, foot=self.chips)
        outlets = _section(self._outlet_head, self.outlet_view, self.filter)
        self._saved_part = _section(self._saved_head, self.saved_view)
        self._saved_part.setVisible(False)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for part, stretch in ((points, 5), (outlets, 3), (self._saved_part, 0)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self._splitter = splitter

    def _share_room(self) -> None:
        """Give the points what they need, up to two thirds; the outlets get the rest."""
        rows = range(self.points.rowCount())
        wanted = sum(self.point_view.sizeHintForRow(row) for row in rows)
        wanted += self._point_head.sizeHint().height() + 12
        if not self.chips.isHidden():
            wanted += self.chips.height() + 14
        saved = self._saved_part.maximumHeight() if self._saved_part.isVisible() else 0
        room = max(self.height() - saved, 1)
        points = min(wanted, room * 2 // 3)
        self._splitter.setSizes([points, room - points, saved])

    def _connect(self) -> None:
        chosen = self.point_view.selectionModel().currentChanged
        chosen.connect(self._on_point_current)
        self.point_view.activated.connect(
            lambda index: self.point_opened.emit(index.data(VALUE).point.id)
        )
        self.point_view.clicked.connect(
            lambda index: self.point_opened.emit(index.data(VALUE).point.id)
        )
        self.outlet_view.activated.connect(self._on_outlet)
        self.outlet_view.clicked.connect(self._on_outlet_clicked)
        self.saved_view.activated.connect(
            lambda index: self.search_opened.emit(index.data(VALUE).query)
        )
        self.saved_view.clicked.connect(
            lambda index: self.search_opened.emit(index.data(VALUE).query)
        )
        forget = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.saved_view)
        forget.setContext(Qt.ShortcutContext.WidgetShortcut)
        forget.activated.connect(self.forget_search)
        remove = QAction(self.tr("Remove saved search"), self.saved_view)
        remove.triggered.connect(self.forget_search)
        self.saved_view.addAction(remove)
        self.saved_view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _on_outlet(self, index: QModelIndex) -> None:
        row = index.data(VALUE)
        if isinstance(row, OutletSummary):
            self.outlet_opened.emit(row.outlet.id)

    def _on_outlet_clicked(self, index: QModelIndex) -> None:
        # With Ctrl or Shift more than one is being chosen, and none is to be opened.
        if len(self.outlet_view.selectionModel().selectedIndexes()) == 1:
            self._on_outlet(index)

    def _on_point_current(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.point_chosen.emit(current.data(VALUE).point.id)

    def forget_search(self) -> None:
        """Ask to forget the saved search that is chosen."""
        index = self.saved_view.currentIndex()
        if index.isValid():
            self.search_forgotten.emit(index.data(VALUE).id)


def _section(
    head: QWidget,
    view: QListView,
    field: QWidget | None = None,
    foot: QWidget | None = None,
) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(0)
    column.addWidget(head)
    if field is not None:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 6)
        row.addWidget(field)
        column.addLayout(row)
    column.addWidget(view)
    if foot is not None:
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(foot)
        column.addLayout(row)
    return part
