"""Long work in a process of its own, so that the window's interpreter stays free.

The process is our own program, started anew, which works the same frozen, from a checkout and on
Windows. It opens the library for itself, reads what is asked of it from its standard input, and
tells how far it is in lines of JSON on its standard output. It may be killed at any moment: a
replacement of the index counts only when it is whole, and so does an article.
"""

from __future__ import annotations

import json
import logging
import subprocess
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO, Any

from summit_reader.domain.errors import SummitError
from summit_reader.domain.named_errors import error_fields, error_in
from summit_reader.domain.progress import CancelToken, Progress, Report
from summit_reader.own_program import HAS_SESSIONS, UNHURRIED, UNINTERRUPTED, environment

_LOG = logging.getLogger(__name__)

_BETWEEN_LINES = 0.05
"""Seconds between two reports: as often as a bar is worth painting."""

Build = Callable[[Report, CancelToken], int]
"""Builds the index anew; gives the number of articles in it."""

Work = Callable[[Report, CancelToken], object]
"""Something long; gives what JSON can say."""


class ProcessFailed(Exception):
    """The process ended without having done its work; why is in the log."""


def build_in_process(command: Sequence[str], report: Report, token: CancelToken) -> int:
    """The number of articles in the index that `command` built; raises as `done_in_process`."""
    return int(done_in_process(command, "", report, token))


def done_in_process(command: Sequence[str], asked: str, report: Report, token: CancelToken) -> Any:  # noqa: ANN401 - JSON
    """What came of the work of `command`, which reads `asked` and ends in `tell`.

    Raises:
        Cancelled: if the token says so; the process is gone then.
        SummitError: what the process told.
        ProcessFailed: if it cannot be started, or dies.
    """
    try:
        process = _started(command)
    except OSError as error:
        raise ProcessFailed(str(error)) from error
    with process:
        try:
            with token.telling(process.kill):
                _ask(process, asked)
                results = _heard(process, report)
        except BaseException:
            process.kill()
            raise
    token.checkpoint()
    if not results:
        message = f"a process of our own ended with {process.returncode}"
        raise ProcessFailed(message)
    return results[0]


def tell(work: Work, stream: IO[str]) -> int:
    """Do the work, and tell `stream` how it goes; the exit code.

    A stream that nobody reads any more means that who asked is gone: the work is given up.
    """
    said_last = 0.0

    def report(progress: Progress) -> None:
        nonlocal said_last
        now = time.monotonic()
        if now - said_last >= _BETWEEN_LINES:
            said_last = now
            _say(stream, done=progress.done, total=progress.total, item=progress.item)

    try:
        result = work(report, CancelToken())
        _say(stream, result=result)
    except BrokenPipeError:
        return 1
    except SummitError as problem:
        _say(stream, **error_fields(problem))
        return 1
    except Exception:  # noqa: BLE001 - there is no other way for it to be heard of
        _say(stream, defect=traceback.format_exc())
        return 1
    return 0


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=environment(),
        # Ctrl+C is ours to hear: the process is ended when we are told to end it.
        start_new_session=HAS_SESSIONS,
        creationflags=UNINTERRUPTED | UNHURRIED,
    )


def _ask(process: subprocess.Popen[str], asked: str) -> None:
    if process.stdin is not None:
        with suppress(OSError), process.stdin:  # one that is gone already says so by its silence
            process.stdin.write(asked)


def _heard(process: subprocess.Popen[str], report: Report) -> list[Any]:
    """What the process tells, to its end; its result, nothing if it did not get there.

    Raises:
        SummitError: what the process told.
    """
    results = []
    for line in process.stdout or ():
        said = _line(line)
        if "done" in said:
            report(Progress(said["done"], said["total"], said["item"]))
        elif "result" in said:
            results.append(said["result"])
        elif "problem" in said:
            try:
                problem = error_in(said)
            except LookupError:
                _LOG.exception("a process of our own told of a problem that nobody knows")
                continue
            raise problem
        elif "defect" in said:
            _LOG.error("a process of our own failed: %s", said["defect"])
    return results


def _line(text: str) -> dict[str, Any]:
    """What a line says; nothing if it was cut off by the end of the process."""
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _say(stream: IO[str], **said: object) -> None:
    stream.write(json.dumps(said) + "\n")
    stream.flush()
