"""Reading in processes of their own: pure Python on every core, and a bad text takes none down.

Whatever a process does (hang, crash, use up its memory), it is the process that ends: what it was
at is then read once more, one text at a time, and the one that ends a process again stays outside.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import active_children, connection, get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TypeAlias

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import FileProblem
from summit_reader.domain.importing import Failure, Item
from summit_reader.domain.outlet import OutletRegister
from summit_reader.intake.offers import Offer
from summit_reader.intake.protocol import Reader
from summit_reader.services.readings import Reading, items_of, readings
from summit_reader.store.database import Database

MOST_PROCESSES = 4
"""Each holds its own copy of what the program knows of languages, some 100 MB."""

_AHEAD = 3
"""Tasks each process has, so that none waits while answers are being stored."""

_OBJECTS = 100_000
"""New objects after which Python looks for cycles: a text's are gone with it, and have none."""

_DEADLINE, _PACE = 120.0, 50_000
"""Seconds, and characters a second beside them, after which a task is given up. It is far more
than any text takes."""

Task: TypeAlias = Offer | Sequence[Item]
"""Something to read and break up, or what was read already."""

Equip = Callable[[], OutletRegister]
"""Tells a new process all it has to know of languages; gives the outlets the program knows."""


@dataclass(frozen=True)
class _Equipment:
    register: OutletRegister
    database: Database


_equipment: list[_Equipment] = []
"""What this process works with, once it is a process of a pool."""


class ReadingPool:
    """Processes that read for one import. `equip` must be found by name in a new process.

    `hints` and `reader` hold for everything that is offered.
    """

    def __init__(
        self,
        library: Path,
        equip: Equip,
        hints: Hints,
        reader: Reader | None,
        count: int | None = None,
    ) -> None:
        self._count = count or min(os.cpu_count() or 1, MOST_PROCESSES)
        self._start = partial(_begin, equip, library)
        self._read = partial(_read, hints, reader)
        self._executor = self._started()
        self._strangers = set(active_children())

    def answers(self, tasks: Iterable[Task]) -> Iterator[list[Reading]]:
        """What became of each task, in order. A task is taken up only when it can be begun."""
        pending: deque[tuple[Task, Future[list[Reading]]]] = deque()
        for task in tasks:
            pending.append((task, self._executor.submit(self._read, task)))
            if len(pending) >= _AHEAD * self._count:
                yield from self._first(pending)
        while pending:
            yield from self._first(pending)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._end(self._executor)

    def _first(self, pending: deque[tuple[Task, Future[list[Reading]]]]) -> Iterator[list[Reading]]:
        task, future = pending[0]
        try:
            answer = future.result(_deadline(task))
        except (BrokenProcessPool, TimeoutError):
            suspects = [each for each, _ in pending]
            pending.clear()
            yield from self._one_by_one(suspects)
            return
        pending.popleft()
        yield answer

    def _one_by_one(self, tasks: Iterable[Task]) -> Iterator[list[Reading]]:
        self._renew()
        for task in tasks:
            found: list[Reading] = []
            for single in [task] if not isinstance(task, Sequence) else [[one] for one in task]:
                try:
                    future = self._executor.submit(self._read, single)
                    found.extend(future.result(_deadline(single)))
                except (BrokenProcessPool, TimeoutError):
                    found.append(_given_up(single))
                    self._renew()
            yield found

    def _renew(self) -> None:
        self._end(self._executor)
        self._executor = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._count, get_context("spawn"), initializer=self._start)

    def _end(self, executor: ProcessPoolExecutor) -> None:
        executor.shutdown(wait=False, cancel_futures=True)
        for process in set(active_children()) - self._strangers:
            process.kill()
        executor.shutdown(wait=True)


def _deadline(task: Task) -> float:
    if not isinstance(task, Sequence):
        return _DEADLINE
    length = sum(len(item.source_text) for item in task if isinstance(item, RawArticle))
    return _DEADLINE + length / _PACE


def _given_up(task: Task) -> Failure:
    if not isinstance(task, Sequence):
        return Failure(Path(task.name), FileProblem(task.name))
    item = task[0]
    return item if isinstance(item, Failure) else Failure(Path(item.name), FileProblem(item.name))


def _begin(equip: Equip, library: Path) -> None:
    """Make this process one that reads."""
    with suppress(ValueError):  # Ctrl+C is the parent's to hear
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()
    _equipment[:] = [_Equipment(equip(), Database(library))]
    gc.set_threshold(_OBJECTS)
    gc.freeze()


def _follow_parent() -> None:
    """End with the parent: killed, it cannot say goodbye, and nobody would want the answers."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _read(hints: Hints, reader: Reader | None, task: Task) -> list[Reading]:
    (mine,) = _equipment
    items = task if isinstance(task, Sequence) else items_of(task, hints, reader)
    return readings(items, lambda: mine.register, mine.database)
