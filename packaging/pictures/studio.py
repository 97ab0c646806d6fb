"""Where pictures are taken: a real window on a library, and the wait until it is still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pictures.looks import Look
from summit_reader.bootstrap import Services
from summit_reader.gui.app import application, make_window
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side

WIDE = QSize(1280, 800)
WAIT_MS = 30_000
ROUNDS = 3
"""An answer may ask for another, and that for one more."""

W = TypeVar("W", bound=QWidget)


def until(condition: Callable[[], object], what: str) -> None:
    """Let the window work until `condition` holds; TimeoutError names what did not come."""
    deadline = QDeadlineTimer(WAIT_MS)
    while not condition():
        if deadline.hasExpired():
            message = f"waited in vain for {what}"
            raise TimeoutError(message)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    for _ in range(5):
        QApplication.processEvents()


class Studio:
    """One window on one library, in one look.

    `asked` is shown every question that waits for its answer, before it is answered.
    """

    def __init__(
        self, look: Look, scratch: Path, asked: Callable[[QWidget], None] = lambda _: None
    ) -> None:
        self.look, self.scratch = look, scratch
        self._asked = asked
        self.app = application()
        look.put(self.app)
        self.window: MainWindow

    @contextmanager
    def open(self, library: Path | None, *, create: bool = False) -> Iterator[None]:
        """A window on that library, if any, for as long as it is needed."""
        settings = self.look.settings(str(self.scratch / f"{self.look.name}.ini"))
        settings.store.clear()
        settings = self.look.settings(str(self.scratch / f"{self.look.name}.ini"))
        self.window = make_window(self.app, settings)
        self.window.resize(WIDE)
        self.window.show()
        if library is not None:
            self.window.session.open(library, create=create)
            until(lambda: self.window.contents is not None, "the library")
            until(lambda: self.window.board.comparison is not None, "the board")
            self.rest()
        try:
            yield
        finally:
            self.tidy()
            self.window.close()
            shiboken6.delete(self.window)

    @property
    def services(self) -> Services:
        """What the open library can do."""
        services = self.window.session.services
        if services is None:
            message = "no library is open"
            raise LookupError(message)
        return services

    def rest(self) -> None:
        """Wait until every edit is kept and every question answered, and all is painted."""
        session = self.window.session
        for _ in range(ROUNDS):
            told: list[int] = []
            session.write(lambda _: 1, told.append)
            for _ in range(2):
                session.read(lambda _: 1, told.append)
            if session.services is not None:
                until(lambda told=told: len(told) == ROUNDS, "rest")  # type: ignore[misc]
        for _ in range(5):
            QApplication.processEvents()

    def do(self, name: str) -> None:
        """Give a command and wait until it is carried out."""
        self.window.actions_[name].trigger()
        self.rest()

    def shown(self, kind: type[W]) -> W:
        """The one of that kind that is in sight; waits for it."""
        found: list[W] = []

        def look() -> bool:
            every = [*self.window.findChildren(kind), *QApplication.topLevelWidgets()]
            found[:] = [
                one
                for one in every
                if isinstance(one, kind) and getattr(one, "isVisible")()  # noqa: B009
            ]
            return bool(found)

        until(look, kind.__name__)
        self.rest()
        return found[-1]

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        size = QSize(width, height)
        self.window.resize(size)
        until(lambda: self.window.size() == size, "the size")
        if not self.window.rooms.previews:
            self.window.rooms.pair.level()
        self.rest()

    def show_text(self, title: str, side: Side = Side.A) -> None:
        """Show the text whose title begins so in a pane."""
        texts = self.services.reading.texts()
        article_id = next(one.article_id for one in texts if one.title.startswith(title))
        self.window.rooms.show_pair()
        self.window.desk.open_text(article_id, side)
        pane = self.window.rooms.pair.panes[side]
        until(
            lambda: pane.content is not None and pane.content.article.id == article_id, "the text"
        )
        self.window.rooms.pair.focus_side(side)
        self.rest()

    def type(self, field: QWidget, text: str) -> None:
        """Type into a field."""
        field.setFocus()
        QTest.keyClicks(field, text)
        self.rest()

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(widget, key)
        self.rest()

    def caught(self, ask: Callable[[], object]) -> QPixmap:
        """The picture of a question that waits for its answer; it is answered with no."""
        taken: list[QPixmap] = []
        timer = QTimer()
        timer.setInterval(30)
        timer.timeout.connect(partial(_answer, timer, taken, self._asked))
        timer.start()
        ask()
        until(lambda: taken, "the question")
        return taken[0]

    def above(self) -> list[QWidget]:
        """What stands over the window: dialogs, menus, small windows."""
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget is not self.window and widget.isVisible() and widget.isWindow()
        ]

    def whole(self) -> QPixmap:
        """The window with whatever small windows stand over it."""
        self.rest()
        picture = self.window.grab()
        painter = QPainter(picture)
        for widget in self.above():
            at = widget.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint())
            painter.drawPixmap(at, widget.grab())
        painter.end()
        return picture

    def tidy(self) -> None:
        """Close whatever stands over the window."""
        for widget in self.above():
            widget.close()
        self.window.activateWindow()
        until(self.window.isActiveWindow, "the window to come back")
        self.window.toast.hide()
        self.window.session.filters.clear()
        self.window.rooms.sidebar.outlets.group(None)
        self.rest()


def _answer(timer: QTimer, taken: list[QPixmap], asked: Callable[[QWidget], None]) -> None:
    asking = QApplication.activeModalWidget()
    if asking is None or not asking.isVisible():
        return
    timer.stop()
    for _ in range(5):
        QApplication.processEvents()
    asked(asking)
    taken.append(asking.grab())
    asking.close()
