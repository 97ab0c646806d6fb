"""The table one moves about in by keyboard or mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from summit_reader.gui.articles.arranging import Column
from summit_reader.gui.articles.delegate import ShelfDelegate
from summit_reader.gui.articles.model import ShelfModel
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.opening import ACROSS, is_alt_click
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.wording import tr

WIDTHS = {Column.FLAG: 44, Column.READ: 44, Column.OUTLET: 190, Column.DAY: 116, Column.TAKES: 64}
ROW = 28


class ShelfView(QTableView):
    """Enter or a double click opens; Delete asks to delete; Space and F flag; Escape leaves."""

    opened = Signal(int, bool)
    deletion_asked = Signal()
    flag_asked = Signal()
    left = Signal()

    def __init__(self, model: ShelfModel, look: Look) -> None:
        super().__init__()
        self._shelf, self._look = model, look
        self.setModel(model)
        self.setItemDelegate(ShelfDelegate(look, self))
        self.selectionModel().currentChanged.connect(lambda *_: self.viewport().update())
        self.setAccessibleName(tr("All texts"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        # Tens of thousands of rows of one height: none of them is measured.
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.hide()
        heads = self.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        heads.setAccessibleName(tr("Columns: choose one to sort by it"))
        self._placeholder = ""
        look.changed.connect(self._measure)
        self._measure()

    def chosen(self) -> list[int]:
        """The ids of the chosen articles, in their order; else that of the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self._shelf.rows[row].article_id for row in rows]

    def choose(self, article_id: int | None) -> None:
        """Make an article the current one; the first if it is not listed."""
        row = self._shelf.row_of(article_id) if article_id is not None else None
        if self._shelf.rows:
            self.setCurrentIndex(self._shelf.index(row or 0, Column.TITLE))

    def showEvent(self, event: QShowEvent) -> None:
        # Only now are the heads dressed, and know how wide their titles are.
        super().showEvent(event)
        self._widen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open(across=bool(event.modifiers() & ACROSS))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.deletion_asked.emit()
            case Qt.Key.Key_Space:
                self.flag_asked.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if is_alt_click(event):
            self._open(across=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(across=bool(event.modifiers() & ACROSS))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._shelf.rows:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            box = self.viewport().rect().adjusted(14, 12, -14, -12)
            painter.drawText(box, Qt.AlignmentFlag.AlignTop, self._placeholder)
            painter.end()

    def _open(self, *, across: bool) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.opened.emit(index.data(VALUE).article_id, across)

    def set_placeholder(self, text: str) -> None:
        """What the list says where it has no text."""
        self._placeholder = text
        self.viewport().update()

    def _measure(self) -> None:
        px = self._look.type.px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.horizontalHeader().setFont(self._look.type.font("micro", bold=True))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, px(width))
        self._widen()

    def _widen(self) -> None:
        """Give each column the width that its head has in this language, if it has less."""
        for column in WIDTHS:
            needed = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(self.columnWidth(column), needed))
