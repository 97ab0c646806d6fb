"""The way out of the program to where a text was published; never taken unasked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget


def web_address(text: str) -> QUrl | None:
    """The address of a web page, or None if `text` is none: nothing else is handed to a browser."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    is_web = url.isValid() and url.scheme().lower() in {"http", "https"}
    return url if is_web and url.host() else None


class Browsing(QObject):
    """Asks before it hands an address to the browser, and names the host it leads to."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, address: QUrl) -> QMessageBox:
        """Ask whether to open this; the question, which is already on the screen."""
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Open the original"))
        question.setText(self.tr("Open {0} in your browser?").format(address.host()))
        question.setInformativeText(
            self.tr("This program fetches nothing; your browser will ask {0} for\n{1}").format(
                address.host(), _shortened(address.toDisplayString())
            )
        )
        opens = question.addButton(
            QCoreApplication.translate("summit_reader", "&Open"), QMessageBox.ButtonRole.AcceptRole
        )
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(QMessageBox.StandardButton.Cancel)
        opens.clicked.connect(lambda: QDesktopServices.openUrl(address))
        question.finished.connect(question.deleteLater)
        question.open()
        return question


def _shortened(address: str) -> str:
    return address if len(address) <= SHOWN else address[:SHOWN] + "…"


SHOWN = 200
"""Characters of an address in the question."""
