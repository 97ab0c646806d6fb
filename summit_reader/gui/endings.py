"""How the last run ended: what Python could still write down while the program fell is offered."""

from __future__ import annotations

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from PySide6.QtGui import QGuiApplication

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.notices import NoticeBar
from summit_reader.gui.wording import tr

NAME = "unexpected end.log"
MOST_CHARACTERS = 100_000
"""A trace of many threads is long; what is copied stays readable by who gets it."""


class EndLog:
    """The file that the traces of a program that falls are written to.

    Only one program at a time may keep it in a folder. A folder that takes no file has no log.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._file: TextIO | None = None

    def begin(self) -> str:
        """Keep a log from now on; what the run before left in it, empty if that ended well."""
        left = ""
        with suppress(OSError):
            left = self._path.read_text(encoding="utf-8", errors="replace")[:MOST_CHARACTERS]
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        return left.strip()

    def end(self) -> None:
        """The program ends as it should: nothing is left to be told."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with suppress(OSError):
            self._path.unlink()


class EndNotice(NoticeBar):
    """A line above the work that says so, and hands out the report; it goes when answered."""

    def __init__(self, look: Look, report: str) -> None:
        super().__init__(
            look,
            tr("The program ended unexpectedly the last time. What you had saved is here."),
            tr("Copy report"),
            tr("Dismiss"),
        )
        self._report = report
        self.acted.connect(self._copy)
        self.dismissed.connect(self.close)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.close()
