"""How rows of a list are drawn: one delegate under all lists, wrapped text kept between paints."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from summit_reader.domain.spans import Span
from summit_reader.gui.look import Look
from summit_reader.gui.text_offsets import Utf16Offsets, utf16_length
from summit_reader.gui.widgets.mirroring import (
    alignment,
    is_mirrored,
    set_direction,
    turn,
    upright,
)

Index = QModelIndex | QPersistentModelIndex

VALUE = Qt.ItemDataRole.UserRole
"""The role under which every list model hands out the value behind a row."""

KEPT_LAYOUTS = 600
BAR = 3
RADIUS = 5
RING = 2


@dataclass(frozen=True)
class Block:
    """Text laid out to a width: what to draw, in how wide and tall a box."""

    layout: QTextLayout
    width: float
    height: float


class TextBlocks:
    """Wrapped texts, kept by what they were made of: laying out is dearer than drawing."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: OrderedDict[tuple[object, ...], Block] = OrderedDict()
        look.changed.connect(self._kept.clear)

    def block(
        self,
        text: str,
        face: str,
        width: float,
        *,
        lines: int = 1,
        bold: bool = False,
        marks: Sequence[Span] = (),
        cuts: Sequence[Span] = (),
    ) -> Block:
        """`text` in at most `lines` lines; the last is cut at a word and ends in an ellipsis.

        `marks` are set as hits, `cuts` are struck through: words that are left out here.
        """
        key = (text, face, round(width), lines, bold, tuple(marks), tuple(cuts))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        font = self._look.type.font(face, bold=bold)
        line_height = float(self._look.type.line_height(face))
        formats = self._formats(text, marks, self.hit_format())
        formats += self._formats(text, cuts, self._cut_format())
        block = self._made(text, font, line_height, width, lines, formats)
        self._kept[key] = block
        if len(self._kept) > KEPT_LAYOUTS:
            self._kept.popitem(last=False)
        return block

    def _made(
        self,
        text: str,
        font: QFont,
        line_height: float,
        width: float,
        lines: int,
        formats: list[QTextLayout.FormatRange],
    ) -> Block:
        layout, cut = _laid_out(text, font, width, lines, line_height, formats)
        if cut is not None:
            shown = text[: Utf16Offsets(text).code_points(cut)].rstrip(" ,;:.–—-") + "…"
            while cut and QFontMetricsF(font).horizontalAdvance(_last_line(layout, shown)) > width:
                shown = shown[:-1].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"
                if " " not in shown:
                    break
            layout, _ = _laid_out(shown, font, width, lines, line_height, formats)
        return Block(layout, width, line_height * layout.lineCount())

    def _formats(
        self, text: str, marks: Sequence[Span], marked: QTextCharFormat
    ) -> list[QTextLayout.FormatRange]:
        offsets = Utf16Offsets(text)
        formats = []
        for mark in marks:
            range_ = QTextLayout.FormatRange()
            units = offsets.span_units(mark)
            range_.start, range_.length = units.start, len(units)
            range_.format = marked
            formats.append(range_)
        return formats

    def hit_format(self) -> QTextCharFormat:
        """A matched word: bold, underlined and tinted, so that no one cue stands alone."""
        marked = QTextCharFormat()
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setFontUnderline(True)
        marked.setBackground(self._look.theme.colour("hit"))
        marked.setForeground(self._look.theme.colour("on_hit"))
        return marked

    def _cut_format(self) -> QTextCharFormat:
        cut = QTextCharFormat()
        cut.setFontStrikeOut(True)
        cut.setForeground(self._look.theme.colour("ink2"))
        return cut


def _laid_out(
    text: str,
    font: QFont,
    width: float,
    lines: int,
    line_height: float,
    formats: list[QTextLayout.FormatRange],
) -> tuple[QTextLayout, int | None]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.setFormats(formats)
    layout.beginLayout()
    cut = None
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, number * line_height + (line_height - line.height()) / 2))
        if number == lines - 1 and line.textStart() + line.textLength() < utf16_length(text):
            cut = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, cut


def _last_line(layout: QTextLayout, shown: str) -> str:
    start = layout.lineAt(layout.lineCount() - 1).textStart()
    return shown[Utf16Offsets(shown).code_points(start) :]


class RowDelegate(QStyledItemDelegate):
    """Draws the ground of a row (hover, selection, focus ring); subclasses fill it."""

    inset = 12
    left_margin = 4

    def __init__(self, view: QAbstractItemView, look: Look) -> None:
        super().__init__(view)
        self.look = look
        self.blocks = TextBlocks(look)
        self._view = view
        look.changed.connect(view.doItemsLayout)

    def content_height(self, index: Index, width: int) -> float:
        """Height of the content of a row `width` pixels wide, insets left out."""
        raise NotImplementedError

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        """Draw the content of the row into `box`."""
        raise NotImplementedError

    def sizeHint(self, option: Option, index: Index) -> QSize:
        width = self._view.viewport().width()
        height = self.content_height(index, width - 2 * self.inset)
        return QSize(width, round(height))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        state = RowState(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=self._view.hasFocus() and self._view.currentIndex() == index,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.face(painter, option)
        self._paint_ground(painter, option.rect, state)
        box = QRectF(option.rect).adjusted(self.inset, 0, -self.inset, 0)
        self.paint_content(painter, box, index, state)
        painter.restore()

    def colour(self, role: str) -> QColor:
        """A colour of the theme in force."""
        return self.look.theme.colour(role)

    @staticmethod
    def face(painter: QPainter, option: Option) -> None:
        """Turn the painter round where rows are read from the right; words find their own way."""
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if is_mirrored(option):
            turn(painter, QRectF(option.rect))

    def draw(self, painter: QPainter, block: Block, at: QPointF, role: str) -> float:
        """Draw a block in a colour role; returns where it ends."""
        painter.setPen(self.colour(role))
        with upright(painter, QRectF(at, QSizeF(block.width, block.height))):
            block.layout.draw(painter, at)
        return at.y() + block.height

    def draw_line(
        self, painter: QPainter, box: QRectF, text: str, face: str, role: str, *, bold: bool = False
    ) -> float:
        """Draw one elided line; returns its width."""
        font = self.look.type.font(face, bold=bold)
        painter.setFont(font)
        painter.setPen(self.colour(role))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, max(round(box.width()), 0)
        )
        with upright(painter, box) as turned:
            if turned:
                set_direction(painter, shown)
            painter.drawText(box, alignment(turned=turned), shown)
        return QFontMetricsF(font).horizontalAdvance(shown)

    def draw_at_end(self, painter: QPainter, box: QRectF, text: str) -> None:
        """Draw a few small words, such as a count, at the end of a line."""
        painter.setFont(self.look.type.font("micro"))
        painter.setPen(self.colour("ink2"))
        with upright(painter, box) as turned:
            if turned:
                set_direction(painter, text)
            painter.drawText(box, alignment(turned=turned, trailing=True), text)

    def _paint_ground(self, painter: QPainter, area: QRect, state: RowState) -> None:
        box = QRectF(area).adjusted(self.left_margin, 1, -self.left_margin, -1)
        if state.selected or state.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour("select" if state.selected else "hover"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if state.selected:
            bar = QRectF(box.left(), box.top() + 4, BAR, box.height() - 8)
            painter.fillRect(bar, self.colour("ink2"))
        if state.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colour("focus"), RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands in its list."""

    selected: bool
    hovered: bool
    focused: bool


class RowView(QListView):
    """A list whose rows are as tall as their text at the present width."""

    def __init__(self, ground: str) -> None:
        super().__init__()
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setTabKeyNavigation(False)
        # A list of thousands must not hold up the window: the rows in sight come first.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(25)
        # The application's style sheet colours lists by this property.
        self.setProperty("ground", ground)
        self._placeholder = ""

    def set_placeholder(self, text: str) -> None:
        """What an empty list says."""
        self._placeholder = text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Adjust alone leaves rows as tall as they were at the width before the last.
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._placeholder and self.model() is not None and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            box = self.viewport().rect().adjusted(12, 4, -12, -4)
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(box, flags, self._placeholder)
            painter.end()
