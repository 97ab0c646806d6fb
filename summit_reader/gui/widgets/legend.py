"""What signs mean: icons with a few words, in as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.mirroring import alignment, turn_for, upright

ICON, GAP, BETWEEN = 15, 6, 18


class Legend(QWidget):
    """Entries of an icon and a text; a screen reader hears all of them as the description."""

    def __init__(self, look: Look, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._look, self._entries = look, entries
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(". ".join(text for _, text in entries))
        look.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].bottom()) if places else 0

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setFont(self._look.type.font("micro"))
        painter.setPen(self._look.theme.colour("ink2"))
        icon, ratio = self._look.type.px(ICON), self.devicePixelRatioF()
        places = self._places(self.width())
        off = max((self.height() - places[-1].bottom()) / 2, 0.0) if places else 0.0
        for (name, text), place in zip(self._entries, places, strict=True):
            box = place.translated(0, off)
            pixmap = self._look.icons.pixmap(name, "ink2", icon, ratio)
            painter.drawPixmap(QPointF(box.left(), box.center().y() - icon / 2), pixmap)
            words = box.adjusted(icon + GAP, 0, 0, 0)
            with upright(painter, words) as turned:
                painter.drawText(words, alignment(turned=turned), text)
        painter.end()

    def _places(self, width: int) -> list[QRectF]:
        metrics = QFontMetricsF(self._look.type.font("micro"))
        icon, height = self._look.type.px(ICON), self._look.type.line_height("micro") + 2
        places: list[QRectF] = []
        left = top = 0.0
        for _, text in self._entries:
            wide = icon + GAP + metrics.horizontalAdvance(text) + 1
            if left and left + wide > width:
                left, top = 0.0, top + height
            places.append(QRectF(left, top, wide, height))
            left += wide + BETWEEN
        return places
