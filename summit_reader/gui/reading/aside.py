"""A line at the foot of a text that says something quietly."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.announcing import announce

ICON, GAP, MARGIN, FOOT = 14, 6, 12, 14
RADIUS = 5


class Aside(QWidget):
    """Lies over the foot of `host` and takes no room, so that no line of the text moves."""

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look, self._host, self._text = look, host, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        host.installEventFilter(self)
        look.changed.connect(self._place)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty if nothing is."""
        return self._text

    def say(self, text: str) -> None:
        """Say this, to a screen reader too; nothing for an empty text."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._place()
        announce(self._host, text)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.type.font("ui")).horizontalAdvance(self._text)
        icon = self._look.type.px(ICON)
        height = self._look.type.line_height("ui") + MARGIN
        return QSize(round(words + icon + GAP + 2 * MARGIN) + 1, round(height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self._look.theme, self._look.type.px(ICON)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("rule_strong"), 1))
        painter.setBrush(theme.colour("window"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        icon = self._look.icons.pixmap("silent", "ink2", side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(MARGIN, (self.height() - side) / 2), icon)
        painter.setFont(self._look.type.font("ui"))
        painter.setPen(theme.colour("ink"))
        words = QRectF(self.rect()).adjusted(MARGIN + side + GAP, 0, -MARGIN + 2, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()

    def _place(self) -> None:
        size = self.sizeHint().boundedTo(self._host.size())
        left = (self._host.width() - size.width()) // 2
        self.setGeometry(left, self._host.height() - size.height() - FOOT, *size.toTuple())
