"""Beside the cards: the reader's own take, what is said of the chosen card, the sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.comparison import Card, Colour, Comparison
from summit_reader.gui.board.strip import KeptText
from summit_reader.gui.board.wording import COLOURS, SourceLine, colour_name
from summit_reader.gui.look import Look
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.page_heads import hairline
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowDelegate, RowState, RowView
from summit_reader.gui.wording import tr
from summit_reader.services.pinning import tidied

LINES = 2
SWATCH = 12


class SourceModel(ListModel[SourceLine]):
    """Numbered sources; a hidden outlet's has its number alone."""

    def __init__(self, names: OutletNames) -> None:
        super().__init__()
        self._names = names

    def key(self, row: SourceLine) -> str:
        return row.citation

    def shown(self, row: SourceLine) -> str:
        if self._names.hides(row.take.outlet):
            return self._names.outlet(row.take.outlet).name
        return row.citation

    def spoken(self, row: SourceLine) -> str:
        return tr("Source {0}: {1}").format(row.number, self.shown(row))


class SourceDelegate(RowDelegate):
    """A number and a citation."""

    inset = 4

    def content_height(self, index: Index, width: int) -> float:
        return self._words(index, width).height + 4

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        number = str(index.data(VALUE).number)
        line = QRectF(box.left(), box.top() + 2, 24, self.look.type.line_height("micro"))
        self.draw_line(painter, line, number, "micro", "ink2")
        words = self._words(index, round(box.width()))
        self.draw(painter, words, QPointF(box.left() + self.look.type.px(24), box.top() + 2), "ink")

    def _words(self, index: Index, width: int) -> Block:
        room = width - self.look.type.px(24)
        return self.blocks.block(str(index.data()), "micro", room, lines=LINES)


class BoardAside(Ground):
    """Shows a comparison and a card of it; says what the reader writes."""

    my_take_kept = Signal(str)
    note_kept = Signal(str, str)
    tags_kept = Signal(str, object)
    colour_kept = Signal(str, object)
    source_chosen = Signal(str)
    copy_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper")
        self._card: Card | None = None
        self._board_id: int | None = None
        self.my_take = KeptText(tr("My take"), tr("What do you make of it?"))
        self.note = KeptText(tr("Note on the chosen card"), tr("A note on this card"))
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(tr("Tags, divided by commas"))
        self.tags.setAccessibleName(tr("Tags of the chosen card"))
        self.colour = QComboBox()
        self.colour.setAccessibleName(tr("Colour of the chosen card"))
        self.sources = SourceModel(look.names)
        self.source_view = RowView("paper")
        self.source_view.setModel(self.sources)
        self.source_view.setItemDelegate(SourceDelegate(self.source_view, look))
        self.source_view.setAccessibleName(tr("Sources"))
        self._copy = QToolButton()
        self._copy.setText(tr(" Copy"))
        self._copy.setAccessibleName(tr("Copy the sources"))
        self._copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        look.icons.put(self._copy, "copy")
        self._arrange()
        self._fill_colours()
        self._set_faces()
        look.changed.connect(self._set_faces)
        look.theme.changed.connect(self._fill_colours)
        self._connect()

    def show_board(self, board: Comparison | None) -> None:
        """Show what the reader makes of it all."""
        another = (board.id if board else None) != self._board_id
        self._board_id = board.id if board else None
        self.my_take.show_text(board.my_take if board else "", another=another)

    def show_sources(self, sources: Sequence[SourceLine]) -> None:
        """Show these sources."""
        self.sources.change(sources)
        self._copy.setEnabled(bool(sources))

    def show_card(self, card: Card | None) -> None:
        """Show what is said of a card."""
        another = (card.id if card else None) != (self._card.id if self._card else None)
        if another:
            self.keep_texts()
        self._card = card
        for field in (self.note, self.tags, self.colour):
            field.setEnabled(card is not None)
        self.note.show_text(card.note if card else "", another=another)
        if another or not self.tags.isModified():
            self.tags.setText(", ".join(card.tags) if card else "")
        self.colour.blockSignals(True)
        chosen = list(Colour).index(card.colour) + 1 if card and card.colour else 0
        self.colour.setCurrentIndex(chosen)
        self.colour.blockSignals(False)

    def keep_texts(self) -> None:
        """Hand on what was typed and not yet kept."""
        self.my_take.keep()
        self.note.keep()
        self._keep_tags()

    def hold_texts(self) -> None:
        """Leave what was typed in sight: it could not be kept."""
        for field in (self.my_take, self.note):
            field.hold()

    def stops(self) -> list[QWidget]:
        """Where the focus stops on its way from pane to pane."""
        return [self.my_take, self.source_view]

    def _keep_tags(self) -> None:
        if self._card is not None and self.tags.isModified():
            self.tags.setModified(False)
            self.tags_kept.emit(self._card.id, tidied(self.tags.text().split(",")))

    def _keep_note(self, note: str) -> None:
        if self._card is not None:
            self.note_kept.emit(self._card.id, note)

    def _keep_colour(self, at: int) -> None:
        if self._card is not None:
            self.colour_kept.emit(self._card.id, list(Colour)[at - 1] if at > 0 else None)

    def _fill_colours(self) -> None:
        at = max(self.colour.currentIndex(), 0)
        self.colour.blockSignals(True)
        self.colour.clear()
        self.colour.addItem(tr("No colour"))
        for colour in Colour:
            self.colour.addItem(self._swatch(colour), colour_name(colour))
        self.colour.setCurrentIndex(at)
        self.colour.blockSignals(False)

    def _swatch(self, colour: Colour) -> QIcon:
        size = self._look.type.px(SWATCH)
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.colour(COLOURS[colour][1]))
        painter.drawEllipse(0, 0, size, size)
        painter.end()
        return QIcon(pixmap)

    def _set_faces(self) -> None:
        self.my_take.setFont(self._look.type.font("read"))
        self.note.setFont(self._look.type.font("ui"))
        for field in (self.tags, self.colour):
            field.setFont(self._look.type.font("ui"))
        self.note.setFixedHeight(self._look.type.px(58))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 14, 6)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.addWidget(self._icon("my_take"))
        head.addWidget(self._caps(tr("My take"), self.my_take), 1)
        column.addLayout(head)
        self.my_take.setProperty("bare", True)
        column.addWidget(self.my_take, 5)
        column.addWidget(hairline(self._look))
        column.addWidget(self._caps(tr("This card"), self.note))
        column.addWidget(self.note)
        column.addWidget(self.tags)
        column.addWidget(self.colour)
        column.addSpacing(5)
        column.addWidget(hairline(self._look))
        sources = QHBoxLayout()
        sources.addWidget(self._caps(tr("Sources"), self.source_view), 1)
        sources.addWidget(self._copy)
        column.addLayout(sources)
        column.addWidget(self.source_view, 4)

    def _caps(self, title: str, buddy: QWidget) -> Label:
        label = Label(self._look, "caps", "ink2")
        label.setText(title)
        label.setBuddy(buddy)
        return label

    def _icon(self, name: str) -> QLabel:
        label = QLabel()

        def draw() -> None:
            pixels = self._look.icons.pixmap(
                name, "ink2", self._look.type.px(15), self.devicePixelRatioF()
            )
            label.setPixmap(pixels)

        self._look.theme.changed.connect(draw)
        draw()
        return label

    def _connect(self) -> None:
        self.my_take.kept.connect(self.my_take_kept)
        self.note.kept.connect(self._keep_note)
        self.tags.editingFinished.connect(self._keep_tags)
        self.colour.currentIndexChanged.connect(self._keep_colour)
        self._copy.clicked.connect(self.copy_asked)
        for told in (self.source_view.activated, self.source_view.clicked):
            told.connect(lambda index: self.source_chosen.emit(index.data(VALUE).card_id))
