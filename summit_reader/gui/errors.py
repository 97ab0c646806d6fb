"""What the reader sees when something goes wrong: a sentence, or a report that can be copied."""

from __future__ import annotations

import sys
import threading
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


def show_error(error: BaseException, parent: QWidget | None) -> QMessageBox:
    """Tell of an error without stopping anything: our mistakes come with a report to copy."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Summit Reader"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error_sentence(error))
    if not isinstance(error, SummitError):
        box.setInformativeText(tr("Nothing you saved is lost. Please send the report along."))
        box.setDetailedText(report_text(error))
        copy = box.addButton(tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report_text(error)))
        box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    return box


class UnexpectedErrors(QObject):
    """Brings what nobody caught, on whatever thread, before the reader."""

    _raised = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._raised.connect(
            lambda error: show_error(error, parent), Qt.ConnectionType.QueuedConnection
        )
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def release(self) -> None:
        """Give the hooks back: the window is closing."""
        sys.excepthook, threading.excepthook = self._hooks

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._hooks[0](kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._raised.emit(error)

    def _on_thread_exception(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self._raised.emit(hook.exc_value)
