"""Rebuilding the index from the window: progress, stopping, failing, and while all else goes on."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from summit_reader.domain.errors import DiskFull
from summit_reader.domain.progress import CancelToken, Progress, Report
from summit_reader.gui.indexing import Indexing
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.session import LibrarySession
from summit_reader.services.upkeep import Upkeep


class Builder:
    """Stands for the process that builds the index; waits until it may go on."""

    def __init__(self) -> None:
        self.begun, self.may_end = Event(), Event()
        self.problem: Exception | None = None

    def __call__(self, report: Report, token: CancelToken) -> int:
        report(Progress(1, 5, "100 %p herrings"))
        self.begun.set()
        with token.telling(self.may_end.set):
            self.may_end.wait()
        token.checkpoint()
        if self.problem is not None:
            raise self.problem
        return 5


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Builds every index from now on."""
    built = Builder()
    plain = Upkeep.__init__

    def init(self: Upkeep, *arguments: object, **keywords: object) -> None:
        plain(self, *arguments, **keywords)  # type: ignore[arg-type]  # as they came
        self._elsewhere, self._bulk = built, 0

    monkeypatch.setattr(Upkeep, "__init__", init)
    return built


def test_progress_is_shown_and_the_library_stays_in_use(
    builder: Builder, opened: MainWindow, qtbot: QtBot
) -> None:
    indexing, said = opened.indexing, list[int]()
    indexing.finished.connect(said.append)
    opened.actions_["reindex"].trigger()
    opened.actions_["reindex"].trigger()  # once is enough
    qtbot.waitUntil(builder.begun.is_set)
    qtbot.waitUntil(lambda: indexing.underway.bar.value() == 1)
    assert indexing.underway.isVisible()
    assert indexing.underway.bar.maximum() == 5
    written: list[str] = []
    opened.session.write(lambda s: s.searching.remember("flour"), lambda _: written.append("kept"))
    qtbot.waitUntil(lambda: written == ["kept"])
    found: list[int] = []
    opened.session.read(lambda s: s.searching.search("flour").total, found.append)
    qtbot.waitUntil(lambda: found == [1])
    builder.may_end.set()
    qtbot.waitUntil(lambda: said == [5])
    assert not indexing.underway.isVisible()


def test_it_is_stopped_by_its_button(builder: Builder, opened: MainWindow, qtbot: QtBot) -> None:
    indexing = opened.indexing
    opened.actions_["reindex"].trigger()
    qtbot.waitUntil(builder.begun.is_set)
    with qtbot.waitSignal(indexing.stopped):
        indexing.underway.stop.click()
    qtbot.waitUntil(builder.may_end.is_set)
    assert not indexing.underway.isVisible()
    builder.begun.clear()
    builder.may_end.clear()
    indexing.rebuild()  # and may be asked for again
    qtbot.waitUntil(builder.begun.is_set)


def test_a_full_disk_is_told(builder: Builder, opened: MainWindow, qtbot: QtBot) -> None:
    opened.indexing.failed.disconnect()
    builder.problem = DiskFull(Path("index"), reason="No space left on device")
    builder.may_end.set()
    with qtbot.waitSignal(opened.indexing.failed) as told:
        opened.actions_["reindex"].trigger()
    assert told.args == [builder.problem]
    assert not opened.indexing.underway.isVisible()


def test_closing_the_window_stops_it(builder: Builder, opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["reindex"].trigger()
    qtbot.waitUntil(builder.begun.is_set)
    assert opened.close()
    assert builder.may_end.is_set()


def test_another_library_stops_it(
    builder: Builder, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.actions_["reindex"].trigger()
    qtbot.waitUntil(builder.begun.is_set)
    with qtbot.waitSignal(opened.session.opened):
        opened.session.open(tmp_path / "other", create=True)
    qtbot.waitUntil(builder.may_end.is_set)
    assert not opened.indexing.underway.isVisible()


def test_an_index_that_takes_long_is_mended_after_the_library_is_open(
    builder: Builder, sample_copy: Path, qtbot: QtBot
) -> None:
    for path in (sample_copy / "index").iterdir():
        path.unlink()
    session = LibrarySession()
    indexing = Indexing(session, None)
    with qtbot.waitSignal(session.opened):
        session.open(sample_copy)
    qtbot.waitUntil(builder.begun.is_set)
    session.close()
    indexing.underway.deleteLater()
