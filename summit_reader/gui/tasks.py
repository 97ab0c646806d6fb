"""Work off the GUI thread, and its answer back on it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, wait
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from summit_reader.domain.errors import Cancelled
from summit_reader.domain.progress import CancelToken

T = TypeVar("T")


class TaskRunner(QObject):
    """Submits work to an executor and calls back on the thread that owns the runner."""

    _delivered = Signal(object)

    def __init__(self, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._outstanding: set[Future[Any]] = set()
        # Queued on purpose: a future that is already done calls back on the submitting thread, and
        # an automatic connection would then answer before `run` has returned.
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[CancelToken], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> CancelToken:
        """Start `work`; cancelling the returned token also silences both callbacks."""
        token = CancelToken()

        def settle(future: Future[T]) -> None:
            self._outstanding.discard(future)
            if token.cancelled or future.cancelled():
                return
            error = future.exception()
            if error is None:
                done(future.result())
            elif not isinstance(error, Cancelled):
                failed(error)

        def deliver(future: Future[T]) -> None:
            try:
                self._delivered.emit(lambda: settle(future))
            except RuntimeError:  # the window is gone, and nobody is left to answer to
                return

        future = self._executor.submit(_unless_cancelled, work, token)
        self._outstanding.add(future)
        future.add_done_callback(deliver)
        return token

    def finish(self) -> list[BaseException]:
        """Wait for all that was started; what failed of it and was not told yet."""
        wait(self._outstanding)
        errors = [future.exception() for future in self._outstanding if not future.cancelled()]
        return [error for error in errors if error and not isinstance(error, Cancelled)]

    @Slot(object)
    def _deliver(self, callback: Callable[[], Any]) -> None:
        callback()


class Latest:
    """Of several pieces of work of one kind only the newest may answer."""

    def __init__(self) -> None:
        self._token: CancelToken | None = None

    def replace(self, token: CancelToken | None) -> None:
        """Make `token` the newest; the one before it falls silent."""
        if self._token is not None:
            self._token.cancel()
        self._token = token


def _unless_cancelled(work: Callable[[CancelToken], T], token: CancelToken) -> T:
    token.checkpoint()
    return work(token)
