"""How long work reports where it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Lock

from summit_reader.domain.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps; `item` names what is at hand."""

    done: int
    total: int
    item: str = ""


Report = Callable[[Progress], None]
"""What long work calls between its steps."""


def silent(_: Progress) -> None:
    """A report that nobody reads."""


class CancelToken:
    """Shared by who starts work and who does it."""

    def __init__(self) -> None:
        self._event = Event()
        self._lock = Lock()
        self._told: list[Callable[[], object]] = []

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint."""
        self._event.set()
        with self._lock:
            for tell in self._told:
                tell()

    @contextmanager
    def telling(self, tell: Callable[[], object]) -> Iterator[None]:
        """Call `tell` if somebody asks, or has asked, before the block is left.

        For work that waits and comes to no checkpoint; `tell` runs on the thread of who asks.
        """
        with self._lock:
            self._told.append(tell)
        try:
            if self._event.is_set():
                tell()
            yield
        finally:
            with self._lock:
                self._told.remove(tell)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked."""
        return self._event.is_set()

    def checkpoint(self) -> None:
        """Go on, or stop here.

        Raises:
            Cancelled: if somebody asked.
        """
        if self._event.is_set():
            raise Cancelled
