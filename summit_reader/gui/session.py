"""The open library, asked and changed off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from summit_reader.bootstrap import Services, make_sample, open_services
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.narrowing.filters import Filters
from summit_reader.gui.precedence import Precedence
from summit_reader.gui.tasks import TaskRunner

T = TypeVar("T")
READERS = 2
"""One searcher each; more would only wait for the interpreter lock."""
FETCHERS = 2
"""So that a page can be fetched while feeds are asked."""


class LibrarySession(QObject):
    """Hands work to the services of the library that is open, in the order it was asked for.

    Writes go through one thread, so that they keep their order and need no lock; building the index
    has another, so that no edit waits for it. What was asked of one library is never answered after
    another has been opened. `filters` are what the library is narrowed to while it is open.
    """

    opening = Signal()
    opened = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self.filters = Filters(self)
        self._closed = False
        self._long: list[CancelToken] = []
        self._built: list[CancelToken] = []
        self._fetching: list[CancelToken] = []
        self.precedence = Precedence(self)
        """Of the window before the work that is done here for it."""
        self._pools = [ThreadPoolExecutor(count) for count in (READERS, 1, 1)]
        self._reads, self._writes, self._builds = (TaskRunner(pool, self) for pool in self._pools)
        self._web = ThreadPoolExecutor(FETCHERS)
        self._fetches = TaskRunner(self._web, self)

    @property
    def services(self) -> Services | None:
        """The services of the open library; None before it is open."""
        return self._services

    def open(self, library: Path, *, sample: bool = False, create: bool = False) -> None:
        """Open a library in the place of the one that is open; `opened` or `refused` follows.

        `opening` is told first, while the one that is open can still take edits. `sample` makes the
        sample library first if it is not there yet.
        """
        self.opening.emit()

        def work(_: CancelToken) -> Services:
            if sample and not library.exists():
                make_sample(library)
            return open_services(
                library, create=create, bulk=False, stand_back=self.precedence.stand_back
            )

        self._writes.run(work, done=self._on_opened, failed=self.refused.emit)

    def read(
        self,
        work: Callable[[Services], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> CancelToken | None:
        """Ask the services something; None where no library is open."""
        return self._run(self._reads, lambda services, _: work(services), done, failed)

    def read_cancellable(
        self,
        work: Callable[[Services, CancelToken], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> CancelToken | None:
        """Ask something that looks at its token between steps: nobody may want it by then."""
        return self._run(self._reads, work, done, failed)

    def write(
        self,
        work: Callable[[Services], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> CancelToken | None:
        """Change something; changes happen in the order they were asked for."""
        return self._run(self._writes, lambda services, _: work(services), done, failed)

    def write_cancellable(
        self,
        work: Callable[[Services, CancelToken], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> CancelToken | None:
        """Change something that takes long and looks at its token between steps."""
        token = self._run(self._writes, work, done, failed)
        if token is not None:
            self._long.append(token)
        return token

    def build(
        self,
        work: Callable[[Services, CancelToken], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> CancelToken | None:
        """Make something of the library that it can do without, beside all reads and writes."""
        token = self._run(self._builds, work, done, failed)
        if token is not None:
            self._built.append(token)
        return token

    def apart(
        self,
        work: Callable[[CancelToken], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do what needs no open library, between the writes to the one that may be open."""
        if not self._closed:
            self._writes.run(work, done=done, failed=failed)

    def fetch(
        self,
        work: Callable[[Services, CancelToken], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> CancelToken | None:
        """Do what waits for servers, beside all reads and writes; nothing waits for it."""
        token = self._run(self._fetches, work, done, failed)
        if token is not None:
            self._fetching.append(token)
        return token

    def finish(self) -> list[BaseException]:
        """Stop long work at its next step and wait for every edit; what could not be kept."""
        for token in self._long:
            token.cancel()
        self._long.clear()
        self._stop_building()
        self.precedence.give()
        self._builds.finish()  # what failed there costs nothing: it can be built again
        return self._writes.finish()

    def close(self) -> None:
        """Finish the writes that were asked for, drop the reads, and close the library."""
        self._closed = True
        self._stop_fetching()
        self.finish()
        self._pools[0].shutdown(wait=True, cancel_futures=True)
        for pool in self._pools[1:]:
            pool.shutdown(wait=True)
        # A server may let us wait for a minute; what it answers then is not looked at any more.
        self._web.shutdown(wait=False, cancel_futures=True)
        if self._services is not None:
            self._services.close()
            self._services = None

    def _run(
        self,
        runner: TaskRunner,
        work: Callable[[Services, CancelToken], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None,
    ) -> CancelToken | None:
        services = self._services
        if services is None or self._closed:
            return None

        def told(result: T) -> None:
            self.precedence.take()
            if self._services is services:
                done(result)

        def refused(error: BaseException) -> None:
            if self._services is services:
                (failed or self.failed.emit)(error)

        return runner.run(lambda token: work(services, token), done=told, failed=refused)

    def _stop_building(self) -> None:
        for token in self._built:
            token.cancel()
        self._built.clear()

    def _stop_fetching(self) -> None:
        for token in self._fetching:
            token.cancel()
        self._fetching.clear()

    def _on_opened(self, services: Services) -> None:
        if self._closed:
            services.close()
            return
        before, self._services = self._services, services
        self.filters.forget()
        if before is not None:
            self._stop_building()
            self._stop_fetching()

            def close(_: CancelToken) -> None:
                # Behind the writes, and the build, that are under way. A read holds what it needs.
                self._pools[2].submit(before.close).result()

            self._writes.run(close, done=lambda _: None, failed=self.failed.emit)
        self.opened.emit()
