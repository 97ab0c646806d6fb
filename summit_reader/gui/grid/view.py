"""The table one moves about in: choosing cells, opening them, all by keyboard or mouse."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from summit_reader.domain.grid import GridCell
from summit_reader.gui.grid.delegate import CellDelegate, cell_size
from summit_reader.gui.grid.headers import OutletHeader, PointHeader
from summit_reader.gui.grid.model import SIDE, GridModel
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.announcing import announce
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.rows import VALUE, Index
from summit_reader.gui.widgets.table_heads import Corner
from summit_reader.gui.wording import tr


class GridView(QTableView):
    """Space or Ctrl+click chooses a cell beside the others, a click alone just this one.

    Enter compares what is chosen, or opens the current cell where fewer than two are; with Ctrl it
    opens the current cell in the pane across. Escape lets go of what is chosen, then leaves.
    """

    compared = Signal()
    opened = Signal(object, bool)
    chosen = Signal()
    left = Signal()

    def __init__(self, model: GridModel, look: Look) -> None:
        super().__init__()
        self._grid, self._look = model, look
        self._corner = Corner(look, self, tr("Point × outlet"))
        self.setModel(model)
        self.setHorizontalHeader(OutletHeader(model, look))
        self.setVerticalHeader(PointHeader(model, look))
        self.setItemDelegate(CellDelegate(self, look))
        self.setAccessibleName(tr("Points against outlets"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(Ground(look, "paper"))
        self.setMouseTracking(True)
        scroll = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setHorizontalScrollMode(scroll)
        self.setVerticalScrollMode(scroll)
        look.changed.connect(self._resize_cells)
        self._resize_cells()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                across = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                if not across and len(self._grid.chosen) > 1:
                    self.compared.emit()
                else:
                    self._open(here, across=across)
            case Qt.Key.Key_Space if here.isValid():
                self._toggle(here)
            case Qt.Key.Key_Escape if self._grid.chosen:
                self._grid.choose(())
                self.chosen.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._toggle(index)
        else:
            self._grid.choose([self._grid.place(index)])
            self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            across = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._open(self.indexAt(event.position().toPoint()), across=across)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._grid.rowCount() and self._grid.columnCount():
            self.setCurrentIndex(self._grid.index(0, 0))
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.verticalHeader().updateGeometry()
            self.updateGeometries()
        self._corner.place()

    def _open(self, index: QModelIndex, *, across: bool) -> None:
        if not index.isValid():
            return
        cell: GridCell = index.data(VALUE)
        if cell.takes:
            self.opened.emit(self._grid.place(index), across)
        else:
            announce(self, tr("Nothing to open: {0}").format(index.data()))

    def _toggle(self, index: QModelIndex) -> None:
        cell: GridCell = index.data(VALUE)
        if not cell.takes:
            announce(self, tr("Nothing to compare: {0}").format(index.data()))
            return
        self._grid.toggle(index)
        side = index.data(SIDE)
        announce(self, tr("Chosen for pane {0}").format(side.name) if side is not None
                 else tr("No longer chosen"))  # fmt: skip
        self.chosen.emit()

    def _resize_cells(self) -> None:
        size = cell_size(self._look)
        self.horizontalHeader().setDefaultSectionSize(size.width())
        self.verticalHeader().setDefaultSectionSize(size.height())
        self.updateGeometries()
        self._corner.place()

    def _repaint(self) -> None:
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.viewport().update()
