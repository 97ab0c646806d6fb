"""Work beside the window waits while the window is at work, and goes on when it is through."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from summit_reader.gui.precedence import Precedence
from summit_reader.store.database import Database
from summit_reader.store.properties import is_sample

FOREVER = 600.0
"""Seconds; what waits that long is not let go by the clock."""


@pytest.fixture
def precedence(qtbot: QtBot) -> Precedence:
    del qtbot  # there is an application
    return Precedence(patience=FOREVER)


@pytest.fixture
def beside(precedence: Precedence) -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool
        precedence.give()  # or the pool would wait for what still stands back


def test_nothing_stands_back_from_a_window_that_is_idle(
    precedence: Precedence, beside: ThreadPoolExecutor
) -> None:
    beside.submit(precedence.stand_back).result()


def test_work_goes_on_when_the_window_is_through(
    precedence: Precedence, beside: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    precedence.take()
    work = beside.submit(precedence.stand_back)
    assert not work.done()
    qtbot.waitUntil(work.done)


def test_a_window_that_waits_for_work_gives_way(
    precedence: Precedence, beside: ThreadPoolExecutor
) -> None:
    precedence.take()
    work = beside.submit(precedence.stand_back)
    assert not work.done()
    precedence.give()
    work.result()  # although no event is handled meanwhile


def test_what_a_window_is_sent_counts_as_its_work(
    precedence: Precedence, beside: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    window, seen = QWidget(), list[Future[None]]()
    qtbot.addWidget(window)
    precedence.watch(window)

    class Painted(QWidget):
        def paintEvent(self, _: object) -> None:  # noqa: N802 - Qt's name
            work = beside.submit(precedence.stand_back)
            seen.append(work)
            assert not work.done()

    Painted(window).show()
    window.show()
    qtbot.waitUntil(lambda: bool(seen) and all(work.done() for work in seen))


def test_a_database_stands_back_before_each_statement(sample_folder: Path) -> None:
    stood: list[bool] = []
    database = Database(sample_folder, stand_back=lambda: stood.append(True))
    with database.read() as work:
        before = len(stood)
        assert is_sample(work)
        assert len(stood) > before
    database.close()
