"""Labels in the faces of the tokens; they follow the theme and shorten themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.mirroring import direction_of, set_direction
from summit_reader.gui.wording import plain_tip


class Label(QLabel):
    """Text in a face and a colour role."""

    def __init__(
        self,
        look: Look,
        face: str,
        role: str = "ink",
        *,
        wrapped: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._face, self._role = look, face, role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrapped)
        # The application's style sheet colours labels by this property, also those not shown yet.
        self.setProperty("role", role)
        look.type.changed.connect(self._set_face)
        self._set_face()

    def setText(self, text: str) -> None:
        super().setText(text)
        if text and QGuiApplication.isRightToLeft():
            # A name or a headline in other letters keeps its order, its full stop at its own end.
            self.setLayoutDirection(direction_of(text))

    def _set_face(self) -> None:
        self.setFont(self._look.type.font(self._face))


class ElidedLabel(Label):
    """One line that ends in an ellipsis where there is no room; the whole text is its name."""

    def __init__(self, look: Look, face: str, role: str = "ink") -> None:
        super().__init__(look, face, role)
        self._versions: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        self.set_versions((text,))

    def set_versions(self, versions: Sequence[str]) -> None:
        """Show the first of these texts that fits, fullest first; the first is the full text."""
        self._versions = tuple(versions)
        QLabel.setText(self, versions[0])
        self.setAccessibleName(versions[0])
        metrics = QFontMetrics(self.font())
        too_long = metrics.horizontalAdvance(versions[0]) > self.width()
        self.setToolTip(plain_tip(versions[0]) if too_long else "")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.theme.colour(self._role))
        box: QRect = self.contentsRect()
        metrics = painter.fontMetrics()
        fitting = (
            text for text in self._versions if metrics.horizontalAdvance(text) <= box.width()
        )
        shown = next(fitting, None) or metrics.elidedText(
            self._versions[-1], Qt.TextElideMode.ElideRight, box.width()
        )
        # The words find their own direction; where they stand is the window's matter.
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        if self.isRightToLeft():
            set_direction(painter, shown)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
