"""Having links of other programs opened here: asked first, and told where it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from summit_reader.domain.errors import SummitError
from summit_reader.gui.wording import tr
from summit_reader.services.link_opening import LinkOpening


class LinkFlow(QObject):
    """Registers links, or takes that back; nothing is written before the reader has said so."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, opening: Callable[[], LinkOpening], window: QWidget) -> None:
        super().__init__(window)
        self._opening, self._window = opening, window

    def ask(self) -> None:
        """Ask whether links are to be opened with this program, or no more."""
        try:
            opening = self._opening()
        except SummitError as error:
            self.failed.emit(error)
            return
        registered = opening.is_registered()
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Links to takes"))
        if registered:
            box.setText(tr("Links to takes in other programs are opened here."))
            verb, carry_out = tr("Open them no more"), opening.remove
            told = tr("It is written in {0}, which is then taken back.")
        else:
            box.setText(tr("Open links to takes in other programs with Summit Reader?"))
            verb, carry_out = tr("Open links here"), opening.register
            told = tr("It is written, for your account only, in {0}.")
        box.setInformativeText(told.format(opening.place))
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        yes.clicked.connect(lambda: self._carry_out(carry_out, registered=registered))
        box.open()

    def _carry_out(self, change: Callable[[], None], *, registered: bool) -> None:
        try:
            change()
        except SummitError as error:
            self.failed.emit(error)
            return
        now = tr("Links are no longer opened here.") if registered else tr("Links are opened here.")
        self.said.emit(now)
