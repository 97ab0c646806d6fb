"""Blind reading: outlets are hidden until the reader reveals them, one or all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from summit_reader.domain.take import Take
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.wording import counted, outlet_line, quoted, voice_line

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class BlindReading(QObject):
    """Connects the actions of blind reading, and says in the tool bar that it is on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._names = window, window.look.names
        actions = window.actions_
        # The style leaves hardly any room between icon and text.
        actions["blind"].setIconText(f" {self.tr('Blind')}")
        button = QToolButton()
        button.setDefaultAction(actions["blind"])
        button.setToolButtonStyle(window.tools.toolButtonStyle())
        window.tools.toolButtonStyleChanged.connect(button.setToolButtonStyle)
        self._sign = window.tools.insertWidget(actions["pin"], button)
        self._sign.setVisible(False)
        actions["blind"].toggled.connect(self._set_blind)
        actions["reveal"].triggered.connect(lambda _=False: self.reveal())
        actions["reveal_all"].triggered.connect(lambda _=False: self._reveal_all())
        self._enable()

    def reveal(self) -> None:
        """Name the outlet that the focused pane shows."""
        content = self._window.rooms.pair.focused_pane.content
        if content is None:
            return
        outlet = content.take.outlet if content.take is not None else content.article.outlet
        self._names.reveal([outlet])
        side = self._window.rooms.pair.side.name
        self._window.toast.say(self.tr("Pane {0}: {1}").format(side, outlet_line(outlet)))

    def _reveal_all(self) -> None:
        self._names.reveal_all()
        self._window.toast.say(self.tr("The outlets met so far are named; others stay hidden."))

    def _set_blind(self, blind: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._names.set_blind(blind)
        self._sign.setVisible(blind)
        self._enable()
        said = self.tr("Blind reading: outlets have numbers until you reveal them.")
        self._window.toast.say(said if blind else self.tr("Outlets are named again."))

    def _enable(self) -> None:
        self._window.actions_.enable(("reveal", "reveal_all"), self._names.blind)


def copy_blind(takes: Sequence[Take], names: OutletNames) -> str:
    """Put quotations on the clipboard without what would tell whose they are; what was done."""
    lines = []
    for take in map(names.take, takes):
        source = dict.fromkeys((voice_line(take), take.outlet.name))
        lines.append(f"{quoted(take)}\n{', '.join(source)}")
    QGuiApplication.clipboard().setText("\n\n".join(lines))
    return counted(
        len(takes), "{n} quotation copied without its outlet.", "{n} quotations copied blind."
    )
