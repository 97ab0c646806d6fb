"""Pictures of every screen into docs/pictures, in light and dark.

    python packaging/screenshots.py [FOLDER]

Drives the real window on a fresh sample library, offscreen unless a display is set.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QSize, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from summit_reader.bootstrap import make_sample  # noqa: E402
from summit_reader.domain.comparison import Colour  # noqa: E402
from summit_reader.domain.errors import EmptyFile  # noqa: E402
from summit_reader.domain.importing import Failure, ImportReport  # noqa: E402
from summit_reader.domain.relation import Relation  # noqa: E402
from summit_reader.gui.app import application, make_window  # noqa: E402
from summit_reader.gui.grid.model import Place  # noqa: E402
from summit_reader.gui.intake.report import ImportReportDialog  # noqa: E402
from summit_reader.gui.main_window import MainWindow  # noqa: E402
from summit_reader.gui.settings import Settings  # noqa: E402
from summit_reader.gui.takes.model import ProposalRow  # noqa: E402
from summit_reader.gui.theme import ThemeChoice  # noqa: E402
from summit_reader.gui.widgets.rows import VALUE  # noqa: E402
from summit_reader.gui.widgets.sides import Side  # noqa: E402

WIDE, SMALL = QSize(1280, 800), QSize(1024, 700)
PAIR = (Side.A, Side.B)
WAIT_MS = 20_000
MY_TAKE = "Both sides agree there was an ask; nobody quoted here says Moscow agreed to it."
NOTE = "Flour, not money. Is there a Russian answer anywhere?"


def until(condition: Callable[[], bool], what: str) -> None:
    """Let the window work until `condition` holds."""
    deadline = QDeadlineTimer(WAIT_MS)
    while not condition():
        if deadline.hasExpired():
            message = f"waited in vain for {what}"
            raise TimeoutError(message)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    for _ in range(5):
        QApplication.processEvents()


class Studio:
    """Takes the pictures of one theme."""

    def __init__(self, folder: Path, theme: ThemeChoice, scratch: Path) -> None:
        self._folder, self._theme, self._scratch = folder, theme, scratch
        self._app = application()

    def take_all(self) -> None:
        """Every screen."""
        with self._window("Sample library") as window:
            self._first_run(window)
            self._compare(window)
            self._pin(window)
            self._panes(window)
            self._search(window)
            self._proposals(window)
            self._grid(window)
            self._stories(window)
            self._coverage(window)
            self._board(window)
            self._report(window)
        with self._window("Empty") as window:
            until(lambda: window.contents is not None, "the empty library")
            self._grab(window, "empty")

    def _first_run(self, window: MainWindow) -> None:
        until(lambda: window.desk.view is not None and bool(window.board.comparison), "the sample")
        until(window.rooms.sidebar.point_view.hasFocus, "the first point")
        self._grab(window, "first-run")

    def _compare(self, window: MainWindow) -> None:
        QTest.keyClick(window.rooms.sidebar.point_view, Qt.Key.Key_Return)
        until(lambda: len(window.desk.sides()) == len(PAIR), "the pair")
        self._grab(window, "compare")

    def _pin(self, window: MainWindow) -> None:
        for count, side in enumerate(PAIR, start=1):
            window.rooms.pair.focus_side(side)
            window.actions_["pin"].trigger()
            until(partial(self._has_pinned, window, count), "the pin")
        window.toast.hide()
        window.rooms.pair.focus_side(Side.A)
        comparison = window.board.comparison
        if comparison is not None:
            window.board.set_note(comparison.clippings[0].id, NOTE)
            window.board.set_my_take(MY_TAKE)
            window.board.rename("Who pays for the summit?")
        until(lambda: window.rooms.strip.my_take.toPlainText() == MY_TAKE, "My take")
        self._grab(window, "main")
        window.resize(SMALL)
        until(lambda: window.size() == SMALL, "the smaller window")
        window.rooms.pair.level()
        self._grab(window, "main-1024")
        window.resize(WIDE)
        until(lambda: window.size() == WIDE, "the larger window")

    def _panes(self, window: MainWindow) -> None:
        window.actions_["add_pane"].trigger()
        until(lambda: len(window.desk.sides()) == len(PAIR) + 1, "the third pane")
        self._grab(window, "panes")
        window.actions_["blind"].trigger()
        window.toast.hide()
        self._grab(window, "blind")
        window.actions_["blind"].trigger()
        window.actions_["differences"].trigger()
        dialog = window.compare.differences.dialog
        until(lambda: dialog is not None and bool(dialog.table.toPlainText()), "differences")
        if dialog is not None:
            self._grab(dialog, "differences")
            dialog.close()
        window.actions_["close_pane"].trigger()
        window.rooms.pair.focus_side(Side.A)
        window.toast.hide()

    def _search(self, window: MainWindow) -> None:
        window.field.setFocus()
        QTest.keyClicks(window.field, "sanctions")
        until(lambda: window.rooms.results.model.rowCount() > 0, "results")
        QTest.keyClick(window.field, Qt.Key.Key_Return)
        until(lambda: bool(window.rooms.pair.panes[Side.A].content.hits), "the hit")  # type: ignore[union-attr]
        self._grab(window, "search")
        window.search.leave()

    def _proposals(self, window: MainWindow) -> None:
        takes, count = window.rooms.takes, window.rooms.takes.model.rowCount
        window.rooms.sidebar.step_point(2)
        proposed = partial(self._row_of, window, ProposalRow)
        until(lambda: proposed() is not None, "what is proposed")
        takes.view.setCurrentIndex(takes.model.index(proposed() or 0))
        takes.view.scrollTo(takes.model.index(count() - 1))
        takes.view.scrollTo(takes.view.currentIndex())
        takes.view.setFocus()
        self._grab(window, "proposals")

    def _grid(self, window: MainWindow) -> None:
        window.actions_["grid"].trigger()
        page = window.pages.grid.page
        until(lambda: page.model.rowCount() > 0, "the grid")
        point = page.model.row(0).point.id
        for outlet in ("Polityka", "South China Morning Post"):
            page.view.setCurrentIndex(page.model.index_of(Place(point, outlet)))
            QTest.keyClick(page.view, Qt.Key.Key_Space)
        self._grab(window, "grid")

    def _stories(self, window: MainWindow) -> None:
        window.actions_["stories"].trigger()
        texts = window.pages.stories.page.texts.rows
        until(lambda: bool(texts.rows) and bool(texts.rows[0].reason), "the reasons")
        self._grab(window, "stories")

    def _coverage(self, window: MainWindow) -> None:
        window.actions_["coverage"].trigger()
        until(lambda: window.pages.coverage.page.model.rowCount() > 0, "the picture")
        self._grab(window, "coverage")
        window.rooms.show_work()

    def _board(self, window: MainWindow) -> None:
        board = window.board
        board.set_titles(("Asking and giving", "Holding back"))
        if board.comparison is not None:
            one, other, *_ = board.comparison.clippings
            board.relate(one, other, Relation.ADDS)
            board.set_tags(one.id, ("aid", "to check"))
            board.set_colour(other.id, Colour.GREEN)
        window.actions_["board"].trigger()
        page = window.pages.board.page
        until(lambda: page.aside.sources.rowCount() > 0, "the sources")
        until(lambda: page.lists.rowCount() > 0, "the comparisons")
        self._grab(window, "board")
        window.resize(SMALL)
        until(lambda: window.size() == SMALL, "the smaller window")
        self._grab(window, "board-1024")
        window.resize(WIDE)
        until(lambda: window.size() == WIDE, "the larger window")
        window.rooms.show_work()

    @staticmethod
    def _row_of(window: MainWindow, kind: type) -> int | None:
        rows = window.rooms.takes.model
        found = (
            at for at in range(rows.rowCount()) if isinstance(rows.index(at).data(VALUE), kind)
        )
        return next(found, None)

    def _report(self, window: MainWindow) -> None:
        done: list[ImportReport] = []
        seeds = sorted((CHECKOUT / "seeds").glob("*.txt"))
        window.session.write(lambda s: s.importing.import_paths(seeds[:2]), done.append)
        until(lambda: bool(done), "the import")
        missing = Failure(Path("notes.txt"), EmptyFile("notes.txt"))
        report = ImportReport(done[0].imported, (missing, *done[0].failed))
        dialog = ImportReportDialog(report, window.look, window)
        dialog.show()
        until(dialog.isVisible, "the report")
        self._grab(dialog, "import-report")
        dialog.close()

    @staticmethod
    def _has_pinned(window: MainWindow, count: int) -> bool:
        return window.rooms.strip.model.rowCount() == count

    @contextmanager
    def _window(self, library: str) -> Iterator[MainWindow]:
        settings = self._scratch / f"{self._theme}.ini"
        store = Settings(QSettings(str(settings), QSettings.Format.IniFormat))
        store.theme = self._theme.value
        window = make_window(self._app, store)
        window.resize(WIDE)
        window.show()
        folder = self._scratch / self._theme.value / library
        if library != "Empty":
            make_sample(folder)
        window.session.open(folder, create=True)
        until(lambda: window.session.services is not None, "the library")
        try:
            yield window
        finally:
            window.close()

    def _grab(self, widget: QWidget, name: str) -> None:
        until(lambda: True, "painting")
        path = self._folder / f"{name}-{self._theme}.png"
        widget.grab().save(str(path), "PNG", 0)  # 0 asks for the smallest file, not the worst
        print(path)


def main() -> int:
    """Take the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        with tempfile.TemporaryDirectory() as scratch:
            Studio(folder, theme, Path(scratch)).take_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
