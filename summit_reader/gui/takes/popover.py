"""A small window at a take: whose words, why, and what the reader can say to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.article import Article
from summit_reader.domain.take import Standing, Take
from summit_reader.gui.look import Look
from summit_reader.gui.takes.wording import reasons, trust
from summit_reader.gui.widgets.grounds import paint_sheet
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.wording import chain_versions, quoted, role_name, speaker_name, tr

WIDTH = 380
GAP = 6
SHOWN = 140
"""Characters of the take that the popover repeats, so that there is no doubt which one it is."""
STANDINGS = {
    Standing.PROPOSED: "Proposed",
    Standing.CONFIRMED: "Confirmed",
    Standing.REJECTED: "Rejected",
}
STANDING_ICONS = {
    Standing.PROPOSED: "circle-dashed",
    Standing.CONFIRMED: "check",
    Standing.REJECTED: "x",
}


class TakePopover(QFrame):
    """Shows one take; Esc, or a click elsewhere, closes it.

    The buttons tell what is asked about `take`; `more` are actions for the menu behind them.
    """

    confirm_asked = Signal()
    reject_asked = Signal()
    edit_asked = Signal()

    def __init__(self, look: Look, parent: QWidget, more: Sequence[QAction]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self.take: Take | None = None
        self.setAccessibleName(self.tr("Why this take"))
        self._speaker = Label(look, "uib", wrapped=True)
        self._description = Label(look, "micro", "ink2", wrapped=True)
        self._words = Label(look, "quote", wrapped=True)
        self._chain = Label(look, "micro", "ink2", wrapped=True)
        self._standing_icon = QLabel()
        self._standing = Label(look, "micro", "ink2")
        self._why = QVBoxLayout()
        self._why.setSpacing(4)
        self.confirm = self._button("check", self.tr("&Confirm"), self.confirm_asked.emit)
        self.reject = self._button("x", self.tr("&Reject"), self.reject_asked.emit)
        self.edit = self._button("pencil", self.tr("&Speaker…"), self.edit_asked.emit)
        self.more = QToolButton()
        look.icons.put(self.more, "more")
        self.more.setAccessibleName(self.tr("More about this take"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addActions(list(more))
        menu.triggered.connect(self.hide)
        self.more.setMenu(menu)
        self._arrange()

    def show_take(self, take: Take, article: Article, place: QRect) -> None:
        """Show `take` beside its words, which are at `place` on the screen."""
        self.take = take
        hidden = self._look.names.hides(take.outlet)
        take = self._look.names.take(take)
        voice = take.speaker
        name = speaker_name(voice) if voice is not None else take.outlet.name
        described = voice.description if voice is not None else ""
        self._speaker.setText(name)
        self._description.setText(" · ".join(filter(None, (described, role_name(take)))))
        words = quoted(take)
        self._words.setText(words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…")
        self._chain.setText(chain_versions(take, article)[1])
        self._standing.setText(tr(STANDINGS[take.standing]))
        side = self._look.type.px(14)
        icon = STANDING_ICONS[take.standing]
        ratio = self.devicePixelRatioF()
        self._standing_icon.setPixmap(self._look.icons.pixmap(icon, "ink2", side, ratio))
        # The reasons print the words that name the speaker, as the text itself does.
        told = [*reasons(take, article), *filter(None, (trust(take),))] if not hidden else []
        self._tell(told)
        self.confirm.setEnabled(take.standing is not Standing.CONFIRMED)
        self.reject.setEnabled(take.standing is not Standing.REJECTED)
        self.setAccessibleDescription(" ".join((name + ".", *told)))
        self._place(place)
        self.show()
        first = self.confirm if self.confirm.isEnabled() else self.edit
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sheet(self, self._look)

    def _tell(self, sentences: Sequence[str]) -> None:
        while (item := self._why.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.deleteLater()
        for sentence in sentences:
            label = Label(self._look, "ui", wrapped=True)
            label.setText(sentence)
            self._why.addWidget(label)

    def _place(self, place: QRect) -> None:
        width = self._look.type.px(WIDTH)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        self.resize(width, height)
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        below = place.bottom() + GAP
        if below + height > room.bottom():
            below = max(place.top() - GAP - height, room.top())
        left = min(max(place.left(), room.left()), room.right() - width)
        self.move(QPoint(left, below))

    def _arrange(self) -> None:
        standing = QHBoxLayout()
        standing.setSpacing(4)
        standing.addWidget(self._standing_icon)
        standing.addWidget(self._standing)
        head = QHBoxLayout()
        head.addWidget(self._speaker, 1)
        head.addLayout(standing)
        head.setAlignment(standing, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.confirm, self.reject, self.edit):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._description)
        column.addWidget(self._chain)
        column.addSpacing(4)
        column.addWidget(self._words)
        column.addSpacing(6)
        column.addLayout(self._why)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _button(self, icon: str, text: str, asked: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        self._look.icons.put(button, icon)
        button.setAutoDefault(True)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _=False: asked())
        return button
