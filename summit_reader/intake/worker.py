"""A process of its own for what reads foreign bytes, which may hang, swell or crash without harm.

It is our own program, started anew, which works the same frozen, from a checkout and on Windows.
It is started when it is first needed, kept for the next file, and ended when it has been idle, when
this process ends, or when a file takes too long; what it says comes back as JSON, never as code.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import json
import logging
import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from summit_reader.domain.errors import FileProblem
from summit_reader.domain.file_errors import BreaksReader, TakesTooLong
from summit_reader.domain.named_errors import error_fields, error_in
from summit_reader.own_program import HAS_SESSIONS, UNINTERRUPTED, environment

_LOG = logging.getLogger(__name__)

SERVE = "--read-files"
"""The argument with which the program calls itself to be the process."""
DEADLINE = 9.5
"""Seconds that one file may take: with the ending of the process, no file takes more than ten."""
IDLE = 60.0
"""Seconds without a file after which the process is ended: it holds a hundred megabytes."""
MEMORY = 500 * 2**20
"""Bytes that the process may hold, where the system can see to it."""
_PATIENCE = 2.0
UNNAMED = Path()
"""Stands in the process for a file's name, which whoever asked puts into the error."""

Task = Callable[..., Any]
"""Takes the bytes of a file, and options by name; gives what JSON can say."""


class Worker:
    """One process at a time, used by one thread at a time; others wait for their turn.

    `deadline` is the seconds that one file may take, `process` what runs now, if anything does.
    """

    def __init__(self, deadline: float = DEADLINE, idle: float = IDLE) -> None:
        self.deadline = deadline
        self._idle = idle
        self._lock = threading.Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self._until_idle: threading.Timer | None = None

    def run(self, task: Task, content: bytes, name: str, **options: str) -> Any:  # noqa: ANN401 - JSON
        """What `task`, a function of a module, makes of `content`; `name` names it in errors.

        Raises:
            TakesTooLong: if it is not done before the deadline.
            BreaksReader: if the process breaks down over it.
            FileProblem: what the task raised, which must need no more than the name and facts.
        """
        ask = {"task": f"{task.__module__}:{task.__name__}", "size": len(content)} | {
            "options": options
        }
        with self._lock:
            self._rest()
            try:
                answer = self._answer(json.dumps(ask).encode() + b"\n", content, name)
            finally:
                self._wait_for_more()
        if "defect" in answer:
            _LOG.error("a file could not be read: %s", answer["defect"])
            raise BreaksReader(name)
        if "problem" in answer:
            raise _problem_in(answer, name)
        return answer["result"]

    def close(self) -> None:
        """End the process; the next file starts another."""
        with self._lock:
            self._rest()
            self._end()

    def _answer(self, ask: bytes, content: bytes, name: str) -> dict[str, Any]:
        process = self._running(name)
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        alarm = threading.Timer(self.deadline, give_up)
        alarm.daemon = True
        alarm.start()
        said = b""
        try:
            pipe_in, pipe_out = _pipes(process)
            pipe_in.write(ask)
            pipe_in.write(content)
            pipe_in.flush()
            said = pipe_out.readline()
        except OSError:
            pass  # it is gone: nothing was said
        finally:
            alarm.cancel()
        if said.endswith(b"\n") and not late.is_set():
            answer: dict[str, Any] = json.loads(said)
            return answer
        self._end()
        raise (
            TakesTooLong(name, seconds=round(self.deadline))
            if late.is_set()
            else BreaksReader(name)
        )

    def _running(self, name: str) -> subprocess.Popen[bytes]:
        if self.process is not None and self.process.poll() is not None:
            self._end()
        if self.process is None:
            try:
                self.process = _started()
            except OSError as error:
                _LOG.exception("the process that reads files could not be started")
                raise BreaksReader(name) from error
        return self.process

    def _end(self) -> None:
        process, self.process = self.process, None
        if process is None:
            return
        pipe_in, pipe_out = _pipes(process)
        with contextlib.suppress(OSError):
            pipe_in.close()  # an idle one ends by itself
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        pipe_out.close()

    def _wait_for_more(self) -> None:
        self._until_idle = threading.Timer(self._idle, self.close)
        self._until_idle.daemon = True
        self._until_idle.start()

    def _rest(self) -> None:
        if self._until_idle is not None:
            self._until_idle.cancel()
            self._until_idle = None


def worker() -> Worker:
    """The worker of this process, ended with it."""
    here = os.getpid()
    # A forked process has a copy of the pipes, but the worker is its parent's.
    with _making:
        if here not in _workers:
            _workers.clear()
            _workers[here] = Worker()
            atexit.register(_workers[here].close)
        return _workers[here]


_workers: dict[int, Worker] = {}
_making = threading.Lock()


def serve() -> int:
    """Be the process: read files from standard input until it ends; the exit code."""
    _limit_memory()
    # Not `sys.stdin`: a program built without a console has none, but has what it was given. And
    # whatever a library prints must not be taken for an answer.
    asked = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("r+b") as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)
    with asked, answers:
        for line in asked:
            ask = json.loads(line)
            content = asked.read(ask["size"])
            try:
                answers.write(json.dumps(_done(ask, content)).encode() + b"\n")
                answers.flush()
            except BrokenPipeError:
                return 1
    return 0


def _done(ask: dict[str, Any], content: bytes) -> dict[str, Any]:
    module, _, function = ask["task"].partition(":")
    try:
        task: Task = getattr(importlib.import_module(module), function)
        return {"result": task(content, **ask["options"])}
    except FileProblem as problem:
        return error_fields(problem)
    except (MemoryError, RecursionError):
        return error_fields(BreaksReader(UNNAMED))
    except Exception:  # noqa: BLE001 - there is no other way for it to be heard of
        return {"defect": traceback.format_exc()}


def _problem_in(answer: dict[str, Any], name: str) -> FileProblem:
    """What a task raised, with the name that the process was not told."""
    with contextlib.suppress(LookupError):
        problem = error_in(answer, path=name)
        if isinstance(problem, FileProblem):
            return problem
    return FileProblem(name)


def _started() -> subprocess.Popen[bytes]:
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        # -P: what lies in the folder one happens to stand in is nobody's module.
        program += ["-P", "-m", "summit_reader"]
    return subprocess.Popen(  # noqa: S603 - our own program
        [*program, SERVE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        # Ctrl+C is ours to hear: the process ends when its standard input does.
        start_new_session=HAS_SESSIONS,
        creationflags=UNINTERRUPTED,
    )


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        message = "a worker without pipes"
        raise OSError(message)
    return process.stdin, process.stdout


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, hard))
