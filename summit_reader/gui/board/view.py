"""The table of cards one moves about in: opening, dragging, dropping, all by key or mouse."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView

from summit_reader.domain.comparison import Card, Clipping, Comparison
from summit_reader.domain.relation import Relation
from summit_reader.gui.board.cards import CardDelegate
from summit_reader.gui.board.dropping import (
    Target,
    card_dragged,
    dropped_card,
    dropped_row,
    dropped_take,
    dropped_words,
    is_for_board,
    row_dragged,
    target_at,
)
from summit_reader.gui.board.head import ColumnHead
from summit_reader.gui.board.table import Between, BoardModel
from summit_reader.gui.board.wording import relation_word
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.opening import ACROSS
from summit_reader.gui.widgets.rows import VALUE, Index
from summit_reader.gui.wording import tr

CARD, BETWEEN = 236, 116
FRAME = 52
"""What a word between cards has around it: its icon, blanks and the frame."""
"""Least width of a card, and the room for a relation."""
SLICE_MS = 6
"""How long cards are measured at a stretch."""


class BoardView(QTableView):
    """Enter, a double click, or one on the way of its words goes to the sentence of a card.

    Between cards they ask for their relation.

    A card is dragged into a place, where it changes places with what stands there, or between two
    rows; what lies between columns drags its whole row. A take of a list becomes a card, as does
    text from elsewhere.
    """

    opened = Signal(object, bool)
    let_go = Signal(object)
    put = Signal(str, object)
    put_between = Signal(str, object)
    row_put = Signal(int, int)
    words_given = Signal(str, object, bool)
    take_given = Signal(int, object, bool)
    relation_asked = Signal(object, QPoint)
    chosen = Signal()
    left = Signal()

    def __init__(self, model: BoardModel, look: Look) -> None:
        super().__init__()
        self._board, self._look = model, look
        self._target: Target | None = None
        self._unmeasured = 0
        self._pressed = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._measure)
        self.setModel(model)
        self.head = ColumnHead(model, look)
        self.setHorizontalHeader(self.head)
        self.cards = CardDelegate(self, model, look)
        self.setItemDelegate(self.cards)
        self.setAccessibleName(tr("Board"))
        self.setProperty("ground", "paper_alt")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        look.changed.connect(self._lay_out)

    def show_board(self, board: Comparison | None) -> None:
        """Show the comparison; the chosen card stays chosen, wherever it went."""
        chosen, before = self.current_card(), self.currentIndex()
        place = (before.row(), before.column())
        self._board.show(board)
        self._lay_out()
        at = self._board.index_of(chosen.id) if chosen is not None else QModelIndex()
        if not at.isValid() and place[0] >= 0:
            row = min(place[0], self._board.rowCount() - 1)
            at = self._board.index(row, min(place[1], self._board.columnCount() - 1))
        if at.isValid() and at != self.currentIndex():
            self.setCurrentIndex(at)
        self.chosen.emit()

    def current_card(self) -> Card | None:
        """The card one stands on."""
        return self._board.card(self.currentIndex())

    def current_between(self) -> Between | None:
        """The two cards between which one stands."""
        return self._board.between(self.currentIndex())

    def choose(self, card_id: str) -> None:
        """Stand on a card."""
        index = self._board.index_of(card_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def open(self, index: QModelIndex, *, across: bool) -> None:
        """Go to the sentence of a card, or ask how two cards stand to each other."""
        value = index.data(VALUE)
        if isinstance(value, Between):
            corner = self.visualRect(index).center()
            self.relation_asked.emit(value, self.viewport().mapToGlobal(corner))
        elif value is not None:
            self.opened.emit(value, across)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.current_card()
        if event.matches(QKeySequence.StandardKey.Paste):
            words = dropped_words(QGuiApplication.clipboard().mimeData())
            self._give(words, Target(self._board.place(self.currentIndex()), False, self.rect()))
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.open(self.currentIndex(), across=bool(event.modifiers() & ACROSS))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if card is not None:
                self.let_go.emit(card)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            if self._board.card(index) is not None:
                self.open(index, across=bool(event.modifiers() & ACROSS))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            leads = self._leads_back(event.position().toPoint())
            shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        # Qt drags what is selected; here nothing is, and one stands on what was pressed.
        moved = event.position().toPoint() - self._pressed
        draggable = self.indexAt(self._pressed).flags() & Qt.ItemFlag.ItemIsDragEnabled
        if draggable and moved.manhattanLength() >= QApplication.startDragDistance():
            self.startDrag(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._board.between(index) is not None:
            self.open(index, across=False)
        elif self._leads_back(at) and self.indexAt(self._pressed) == index:
            self.open(index, across=bool(event.modifiers() & ACROSS))

    def _leads_back(self, at: QPoint) -> bool:
        """Whether a click there goes to the sentence: on the line that tells where it stands."""
        index = self.indexAt(at)
        card = self._board.card(index)
        return isinstance(card, Clipping) and self.cards.way_back(
            card, self.visualRect(index)
        ).contains(at)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    # --- drag and drop --------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.indexAt(self._pressed)
        card = self._board.card(index)
        drag = QDrag(self)
        box = self.visualRect(index)
        if card is not None:
            drag.setMimeData(card_dragged(card.id))
        else:
            drag.setMimeData(row_dragged(index.row()))
            box.setLeft(0)
            box.setWidth(self.viewport().width())
        drag.setPixmap(self.viewport().grab(box))
        drag.setHotSpot(self._pressed - box.topLeft())
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_board(event.mimeData()):
            super().dragEnterEvent(event)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        rows_only = dropped_row(event.mimeData()) is not None
        self._target = target_at(self, event.position().toPoint(), rows_only=rows_only)
        self.viewport().update()
        if self._target is not None and is_for_board(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._target = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        data, self._target = event.mimeData(), None
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        row = dropped_row(data)
        target = target_at(self, event.position().toPoint(), rows_only=row is not None)
        if target is None:
            return
        event.acceptProposedAction()
        if row is not None:
            to = target.place.row
            self.row_put.emit(row, to - 1 if to > row else to)
        elif card_id := dropped_card(data):
            (self.put_between if target.between else self.put).emit(card_id, target.place)
        elif (take_id := dropped_take(data)) is not None:
            self.take_given.emit(take_id, target.place, target.between)
        else:
            self._give(dropped_words(data), target)

    def _give(self, words: str, target: Target) -> None:
        if words:
            self.words_given.emit(words, target.place, target.between)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour: QColor = self._look.theme.colour("focus")
        if self._target.between:
            painter.fillRect(self._target.box, colour)
        else:
            painter.setPen(QPen(colour, 2))
            painter.drawRoundedRect(self._target.box.adjusted(2, 2, -2, -10), 6, 6)
        painter.end()

    # --- sizes ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    @property
    def card_width(self) -> int:
        """How wide the cards are now."""
        columns, px = (self._board.columnCount() + 1) // 2, self._look.type.px
        room = self.viewport().width() - (columns - 1) * self._between_width()
        return max(room // columns, px(CARD))

    def _lay_out(self) -> None:
        width, between = self.card_width, self._between_width()
        for column in range(self._board.columnCount()):
            wanted = between if column % 2 else width
            if self.columnWidth(column) != wanted:
                self.setColumnWidth(column, wanted)
        self._unmeasured = 0
        self._measure()

    def _between_width(self) -> int:
        """Room for the longest word that can stand between two cards, in its frame."""
        words = " ".join(map(relation_word, Relation)).split()
        advance = QFontMetricsF(self._look.type.font("micro", bold=True)).horizontalAdvance
        px = self._look.type.px
        return max(px(BETWEEN), round(max(map(advance, words))) + px(FRAME))

    def _measure(self) -> None:
        """Give rows their heights from above; what takes longer than a slice goes on afterwards."""
        clock, width = QElapsedTimer(), self.card_width
        clock.start()
        head, rows = self.verticalHeader(), self._board.rowCount()
        while self._unmeasured < rows and clock.elapsed() < SLICE_MS:
            row = self._unmeasured
            height = self.cards.row_height(row, width)
            if head.sectionSize(row) != height:
                head.resizeSection(row, height)
            self._unmeasured += 1
        if self._unmeasured < rows:
            self._timer.start()
        else:
            self._timer.stop()
