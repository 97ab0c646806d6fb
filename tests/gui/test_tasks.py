import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from summit_reader.domain.errors import Cancelled
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.tasks import Latest, TaskRunner


class InlineExecutor(Executor):
    """Does the work at once, on the calling thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  # whatever the work raises is the result
            future.set_exception(error)
        return future


@pytest.fixture(params=["inline", "threaded"])
def runner(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[TaskRunner]:
    executor = InlineExecutor() if request.param == "inline" else ThreadPoolExecutor(1)
    yield TaskRunner(executor)
    executor.shutdown(wait=True)


def never(answer: object) -> None:
    pytest.fail(f"called back with {answer!r}")


def test_the_answer_comes_back_on_the_gui_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    answers: list[tuple[int, bool]] = []
    runner.run(
        lambda _: 42,
        done=lambda value: answers.append(
            (value, threading.current_thread() is threading.main_thread())
        ),
        failed=never,
    )
    assert answers == []
    qtbot.waitUntil(lambda: answers == [(42, True)])


def test_a_failure_is_told(runner: TaskRunner, qtbot: QtBot) -> None:
    errors: list[BaseException] = []

    def fail(_: CancelToken) -> None:
        raise ValueError

    runner.run(fail, done=never, failed=errors.append)
    qtbot.waitUntil(lambda: [type(error) for error in errors] == [ValueError])


def test_cancelled_work_says_nothing(runner: TaskRunner, qtbot: QtBot) -> None:
    after: list[int] = []
    runner.run(lambda _: 1, done=never, failed=never).cancel()
    runner.run(lambda _: 2, done=after.append, failed=never)
    qtbot.waitUntil(lambda: after == [2])


def test_work_that_stops_at_a_checkpoint_is_no_failure(runner: TaskRunner, qtbot: QtBot) -> None:
    after: list[int] = []

    def stop(_: CancelToken) -> None:
        raise Cancelled

    runner.run(stop, done=never, failed=never)
    runner.run(lambda _: 2, done=after.append, failed=never)
    qtbot.waitUntil(lambda: after == [2])


def test_only_the_newest_answers(runner: TaskRunner, qtbot: QtBot) -> None:
    answers: list[int] = []
    latest = Latest()

    def told(number: int) -> Callable[[CancelToken], int]:
        return lambda _: number

    for number in range(5):
        latest.replace(runner.run(told(number), done=answers.append, failed=never))
    qtbot.waitUntil(lambda: answers == [4])
