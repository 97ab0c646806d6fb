"""Notices: a bar above the work, and a line that offers to take something back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import ElidedLabel, Label

TOAST_MS = 6000
ICON = 18


class NoticeBar(QWidget):
    """One sentence on the colour of notes, with a button and a link."""

    acted = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, text: str, action: str, link: str) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(10)
        self._icon = QLabel()
        row.addWidget(self._icon)
        sentence = ElidedLabel(look, "ui")
        sentence.setText(text)
        row.addWidget(sentence, 1)
        button = QPushButton(action)
        button.clicked.connect(self.acted)
        row.addWidget(button)
        away = QPushButton(link)
        away.setFlat(True)
        away.clicked.connect(self.dismissed)
        row.addWidget(away)
        look.theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def _draw_icon(self) -> None:
        side, ratio = self._look.type.px(ICON), self.devicePixelRatioF()
        self._icon.setPixmap(self._look.icons.pixmap("notice", "ink2", side, ratio))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.colour("note"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.theme.colour("rule"))
        painter.end()


class Toast(QWidget):
    """A line at the foot of `host` that says what was done; it goes by itself."""

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look, self._host = look, host
        self._undo: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        self._label = Label(look, "ui", "on_solid")
        self._button = QPushButton(self.tr("Undo"))
        self._button.setFlat(True)
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self._on_undo)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show `text`, with an Undo button where there is something to take back."""
        self._undo = undo
        self._label.setText(text)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.theme.colour("solid"))
        painter.setPen(self._look.theme.colour("solid"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()

    def _place(self) -> None:
        left = (self._host.width() - self.width()) // 2
        self.move(max(left, 0), self._host.height() - self.height() - 16)

    def _on_undo(self) -> None:
        self.hide()
        if self._undo is not None:
            self._undo()

    def _restyle(self) -> None:
        ink = self._look.theme.colour("on_solid").name()
        self._button.setStyleSheet(f"QPushButton {{ color: {ink}; }}")
