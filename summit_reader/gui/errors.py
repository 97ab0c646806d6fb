"""What the reader sees when something goes wrong: a sentence, or a report that can be copied."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from summit_reader import __version__
from summit_reader.domain.errors import SummitError
from summit_reader.gui.wording import error_sentence, tr


def report_text(error: BaseException) -> str:
    """Versions and trace of an error; no text of an article is in it."""
    # Not at the top: every start would wait for what hardly one needs.
    import platform  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    versions = (
        f"Summit Reader {__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, PySide6 {pyside_version}, {platform.platform()}"
    )
    return versions + "\n\n" + "".join(traceback.format_exception(error))


def details_text(error: SummitError) -> str:
    """What lay behind an error that was to be expected; empty where its sentence says it all."""
    return report_text(error) if error.__cause__ or error.__context__ else ""


def show_error(error: BaseException, parent: QWidget | None) -> QMessageBox:
    """Tell of an error without stopping anything; what there is to know of it can be copied.

    One that is our mistake lets the reader choose whether to go on.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Summit Reader"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error_sentence(error))
    if isinstance(error, SummitError):
        _offer(box, tr("Copy details"), details_text(error))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    else:
        box.setInformativeText(
            tr(
                "Nothing you saved is lost, and what you typed is kept. You can go on; if "
                "something looks wrong afterwards, close the program and start it again. "
                "Please send the report along."
            )
        )
        _offer(box, tr("Copy report"), report_text(error))
        if parent is not None:
            leave = box.addButton(tr("Close the program"), QMessageBox.ButtonRole.DestructiveRole)
            leave.clicked.connect(parent.window().close)
        go_on = box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
    box.open()
    return box


def _offer(box: QMessageBox, name: str, text: str) -> None:
    if not text:
        return
    box.setDetailedText(text)
    copy = box.addButton(name, QMessageBox.ButtonRole.ActionRole)
    # A button of a message box closes it: this one is for reading on.
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))


class UnexpectedErrors(QObject):
    """Brings what nobody caught, on whatever thread, before the reader.

    `keep` is called first: what was typed is handed on to the library before anything is asked.
    """

    _raised = Signal(object)

    def __init__(self, parent: QWidget, keep: Callable[[], None]) -> None:
        super().__init__(parent)
        self._parent, self._keep = parent, keep
        self._told: QMessageBox | None = None
        self._raised.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def release(self) -> None:
        """Give the hooks back: the window is closing."""
        sys.excepthook, threading.excepthook = self._hooks

    def _tell(self, error: BaseException) -> None:
        if self._told is not None:
            return  # a mistake in what is painted comes again with every painting
        self._keep()
        self._told = show_error(error, self._parent)
        self._told.finished.connect(self._on_answered)

    def _on_answered(self) -> None:
        self._told = None

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._hooks[0](kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._raised.emit(error)

    def _on_thread_exception(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self._raised.emit(hook.exc_value)
