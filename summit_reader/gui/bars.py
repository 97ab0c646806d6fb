"""The tool bar above and the status bar below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolBar, QToolButton, QWidget

from summit_reader.domain.importing import LibrarySummary
from summit_reader.gui.actions import Actions
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.wording import outlets_counted, takes_counted, texts_counted, tr

TICK = 14
HEIGHT = 22
BUTTONS = {"import": "Import", "": "", "compare": "Compare", "swap": "Swap", "pin": "Pin"}


def tool_bar(actions: Actions, lock: QToolButton, field: QWidget) -> QToolBar:
    """The few commands that are always in reach, and the search field at the right."""
    bar = QToolBar(tr("Tools"))
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
            pixmap = self._look.icons.pixmap(self._icon, "ink2", TICK, self.devicePixelRatioF())
            self._tick.setPixmap(pixmap)
