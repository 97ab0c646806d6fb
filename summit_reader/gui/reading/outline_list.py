"""The outline of a text as a list to choose from: Return jumps, Esc stays."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from summit_reader.domain.passage import PassageKind
from summit_reader.gui.look import Look
from summit_reader.gui.palette.ranking import ranked
from summit_reader.gui.reading.outline import Heading
from summit_reader.gui.widgets.grounds import paint_sheet
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState, RowView
from summit_reader.gui.wording import tr

SIZE, MARGIN = (440, 460), 8
PADDING, INDENT, LINES = 5, 16, 3
KINDS = {
    PassageKind.HEADLINE: "Headline",
    PassageKind.SUBHEADING: "Heading",
    PassageKind.KEY_POINT: "Key point",
    PassageKind.OUTLET_LINE: "Outlet",
    PassageKind.TAKE_HEADLINE: "Heading",
    PassageKind.BODY: "Question",
}
"""What each kind of line is called, in English source text."""
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


def kind_name(heading: Heading) -> str:
    """What a line of the outline is."""
    return tr("Question") if heading.question else tr(KINDS[heading.kind])


class OutlineModel(ListModel[Heading]):
    """The lines of an outline."""

    def key(self, row: Heading) -> Hashable:
        return row.source

    def spoken(self, row: Heading) -> str:
        return f"{kind_name(row)}: {row.words}"


class OutlineDelegate(RowDelegate):
    """Draws what a line is, small, above its words, set in as far as it is deep."""

    def content_height(self, index: Index, width: int) -> float:
        row: Heading = index.data(VALUE)
        words = self.blocks.block(row.words, *self._face(row, width), lines=LINES)
        return words.height + self.look.type.line_height("micro") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: Heading = index.data(VALUE)
        left = box.left() + self._indent(row)
        height = self.look.type.line_height("micro")
        line = QRectF(left, box.top() + PADDING, box.right() - left, height)
        self.draw_line(painter, line, kind_name(row), "micro", "ink2")
        words = self.blocks.block(row.words, *self._face(row, box.width()), lines=LINES)
        self.draw(painter, words, QPointF(left, line.bottom()), "ink")

    def _face(self, row: Heading, width: float) -> tuple[str, float]:
        face = "listb" if row.kind is not PassageKind.KEY_POINT else "list"
        return face, width - self._indent(row)

    def _indent(self, row: Heading) -> int:
        return self.look.type.px(INDENT * row.depth)


class OutlineList(QDialog):
    """The lines of one text, narrowed by what is typed; `chosen` hands out the one to go to."""

    chosen = Signal(object)

    def __init__(self, look: Look, outline: tuple[Heading, ...], at: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._look, self._outline = look, outline
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Outline of this text"))
        self.resize(look.type.px(SIZE[0]), look.type.px(SIZE[1]))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Go to…"))
        self.field.setAccessibleName(self.tr("Narrow the outline"))
        self.model = OutlineModel(self)
        self.view = RowView("paper")
        self.view.setModel(self.model)
        self.view.setItemDelegate(OutlineDelegate(self.view, look))
        self.view.setAccessibleName(self.windowTitle())
        self.view.set_placeholder(self.tr("Nothing in the outline has these words."))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._go)
        self.field.installEventFilter(self)
        self.view.clicked.connect(lambda _: self._go())
        self.model.reset(outline)
        self._choose(at)
        self.field.setFocus()

    def popup_in(self, pane: QWidget) -> None:
        """Show it over the text of a pane, inside its window."""
        window = pane.window()
        room = window.rect()
        width = min(self.width(), room.width() - 24)
        self.resize(width, min(self.height(), room.height() - 120))
        # A list of three lines is not to stand in an empty sheet; rows need the width to be known.
        rows = sum(self.view.sizeHintForRow(row) for row in range(self.model.rowCount()))
        around = self.field.sizeHint().height() + 4 * MARGIN
        self.resize(width, min(self.height(), rows + around))
        at = pane.mapTo(window, QPoint((pane.width() - self.width()) // 2, 24))
        left = min(max(at.x(), 12), max(room.width() - self.width() - 12, 0))
        top = min(max(at.y(), 12), max(room.height() - self.height() - 12, 0))
        self.move(window.mapToGlobal(QPoint(left, top)))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sheet(self, self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._choose(self.view.currentIndex().row() + step)
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        self.model.change(ranked(text, [(row.words, row) for row in self._outline]))
        self._choose(0)

    def _choose(self, at: int) -> None:
        at = min(max(at, 0), self.model.rowCount() - 1)
        self.view.setCurrentIndex(self.model.index(at))
        self.view.scrollTo(self.view.currentIndex())

    def _go(self) -> None:
        row = self.view.currentIndex().data(VALUE)
        if isinstance(row, Heading):
            self.close()
            self.chosen.emit(row)
