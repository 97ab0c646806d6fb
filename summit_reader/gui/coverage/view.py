"""The picture as a table one moves about in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QTableView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from summit_reader.gui.coverage.model import TimelineModel
from summit_reader.gui.coverage.painting import NAME, TimelinePainter
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.opening import ACROSS
from summit_reader.gui.widgets.rows import RING, VALUE, Index
from summit_reader.gui.widgets.table_heads import Corner, TableHead
from summit_reader.gui.wording import tr

WIDEST = 2
"""Times its least width that a column takes at most, where there is room."""

SCROLL_BAR = 14


class TimelineView(QTableView):
    """Arrows move, Enter or a double click opens what a cell holds; `opened` hands it out."""

    opened = Signal(object, bool)
    left = Signal()

    def __init__(self, model: TimelineModel, look: Look) -> None:
        super().__init__()
        self._timeline, self.drawing = model, TimelinePainter(look)
        self.corner = Corner(look, self, tr("Outlet"))
        self.setModel(model)
        self.setHorizontalHeader(_StretchHead(model, self.drawing))
        self.setVerticalHeader(_LaneHead(model, self.drawing))
        self.setItemDelegate(_CellDelegate(self, model, self.drawing))
        self.setAccessibleName(tr("Coverage over time"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        scroll = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setHorizontalScrollMode(scroll)
        self.setVerticalScrollMode(scroll)
        look.changed.connect(self.fit)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give rows and columns the sizes they have at the present text size."""
        self.verticalHeader().setDefaultSectionSize(self.drawing.lane_height)
        stretches = len(self._timeline.timeline.stretches)
        head = self.verticalHeader().sizeHint().width() + self.drawing.undated_width
        room = (self.width() - head - SCROLL_BAR) // max(stretches, 1)
        least = self.drawing.cell_width
        self.horizontalHeader().setDefaultSectionSize(min(max(room, least), WIDEST * least))
        if columns := self._timeline.columnCount():
            needed = self.horizontalHeader().sectionSizeHint(columns - 1)
            self.setColumnWidth(columns - 1, max(self.drawing.undated_width, needed))
        self.updateGeometries()
        self.corner.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open(self.currentIndex(), across=bool(event.modifiers() & ACROSS))
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            self._open(index, across=bool(event.modifiers() & ACROSS))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._repaint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._timeline.columnCount():
            self.setCurrentIndex(self._timeline.index(0, 0))
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.verticalHeader().updateGeometry()
            self.fit()
        self.corner.place()

    def _open(self, index: QModelIndex, *, across: bool) -> None:
        if index.isValid() and (covered := index.data(VALUE)):
            self.opened.emit(covered, across)

    def _repaint(self) -> None:
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.viewport().update()


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, view: TimelineView, model: TimelineModel, drawing: TimelinePainter) -> None:
        super().__init__(view)
        self._view, self._timeline, self._drawing = view, model, drawing

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, count = QRectF(option.rect), len(self._timeline.covered(index))
        undated = self._timeline.is_undated(index.column())
        self._drawing.paint_cell(painter, box, count, self._timeline.timeline.most, undated=undated)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._drawing.look.theme.colour("focus"), RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 3, 3)
        painter.restore()


class _StretchHead(TableHead):
    def __init__(self, model: TimelineModel, drawing: TimelinePainter) -> None:
        super().__init__(Qt.Orientation.Horizontal, drawing.look)
        self._timeline, self._drawing = model, drawing

    def sizeHint(self) -> QSize:
        return QSize(0, self._drawing.head_height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        box = QRectF(rect)
        self.paint_ground(painter, box, current=self.is_current(section), across=True)
        self._drawing.paint_stretch(painter, box, self._timeline, section)
        painter.restore()


class _LaneHead(TableHead):
    def __init__(self, model: TimelineModel, drawing: TimelinePainter) -> None:
        super().__init__(Qt.Orientation.Vertical, drawing.look)
        self._timeline, self._drawing = model, drawing

    def sizeHint(self) -> QSize:
        view = self.parentWidget()
        most = view.width() * 2 // 5 if view is not None and view.width() else 10_000
        return QSize(min(self.look.type.px(NAME), max(most, 1)), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        box, lane = QRectF(rect), self._timeline.lane(section)
        self.paint_ground(painter, box, current=self.is_current(section), across=False)
        self._drawing.paint_lane(painter, box, lane.name, lane.total)
        painter.restore()
