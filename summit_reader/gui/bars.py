"""The tool bar above and the status bar below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolBar, QToolButton, QWidget

from summit_reader.domain.importing import LibrarySummary
from summit_reader.gui.actions import Actions
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.wording import outlets_counted, takes_counted, texts_counted, tr

TICK = 14
HEIGHT = 22
BUTTONS = {
    "import": "Import",
    "": "",
    "compare": "Compare",
    "swap": "Swap",
    "pin": "Pin",
    "filter": "Filter",
}


class ToolBar(QToolBar):
    """Shows its commands with words while there is room for them, else as icons alone.

    Left to Qt, the search field at the end would be what goes out of sight.
    """

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._narrow = False
        self._with_words = 0

    def fold(self, narrow: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Leave the words out, whatever room there is, or only where they do not fit."""
        self._narrow = narrow
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        style = Qt.ToolButtonStyle
        if self.toolButtonStyle() == style.ToolButtonTextBesideIcon:
            self._with_words = self._needed()
        fits = not self._narrow and self._with_words <= self.width()
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly
        )

    def _needed(self) -> int:
        parts = [self.widgetForAction(action) for action in self.actions() if action.isVisible()]
        edges = self.contentsMargins()
        taken = sum(max(part.minimumWidth(), part.minimumSizeHint().width()) for part in parts)
        between = layout.spacing() * len(parts) if (layout := self.layout()) is not None else 0
        return taken + edges.left() + edges.right() + between


def tool_bar(actions: Actions, lock: QToolButton, field: QWidget) -> ToolBar:
    """The few commands that are always in reach, and the search field at the right."""
    bar = ToolBar(tr("Tools"))
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setIconSize(lock.iconSize())
    for name, text in BUTTONS.items():
        if name:
            # The style leaves hardly any room between icon and text.
            actions[name].setIconText(f" {tr(text)}")
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
        if name == "swap":
            bar.addWidget(lock)
    bar.toolButtonStyleChanged.connect(lock.setToolButtonStyle)
    lock.setToolButtonStyle(bar.toolButtonStyle())
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(spring)
    bar.addWidget(field)
    return bar


class StatusBar(QStatusBar):
    """What the library holds, and that its index keeps up."""

    def __init__(self, look: Look, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._look = look
        self._counts = Label(look, "micro", "ink2")
        self._index = Label(look, "micro", "ink2")
        self._tick = QLabel()
        self._icon = ""
        look.theme.changed.connect(self._draw_icon)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self.setFixedHeight(look.type.px(HEIGHT))
        self.addWidget(self._counts, 1)
        for part in (*parts, self._tick, self._index):
            self.addPermanentWidget(part)

    def show_summary(self, summary: LibrarySummary, *, indexed: bool) -> None:
        """Show the counts of a library, and whether its index holds every change."""
        counts = (
            texts_counted(summary.texts),
            outlets_counted(summary.outlets),
            takes_counted(summary.takes),
            summary.name,
        )
        self._counts.setText(" · ".join(counts) if summary.texts else tr("Empty library"))
        self._index.setText(tr("Index up to date") if indexed else tr("Index behind: rebuild it"))
        self._icon = "verbatim" if indexed else "trouble"
        self._draw_icon()

    def _draw_icon(self) -> None:
        if self._icon:
            pixmap = self._look.icons.pixmap(
                self._icon, "ink2", self._look.type.px(TICK), self.devicePixelRatioF()
            )
            self._tick.setPixmap(pixmap)
