"""The commands of the bootstrap. The usual start finds all in place and costs a file or two."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import checks
import lockfile
import qt_libraries
from environment import RUN, TEST, Environment
from problem import SetupError
from system import ThisSystem

ROOT = Path(__file__).resolve().parent.parent
USAGE = "usage: bootstrap.py run|test|journeys|script|wheel|lock [arguments]"
USAGE_ERROR = 2


def main(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` begin with; the exit code."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(USAGE, file=sys.stderr)
        return USAGE_ERROR
    try:
        return command(arguments[1:])
    except SetupError as problem:
        print(problem, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. The next start goes on from here.", file=sys.stderr)
    return 1


def _run(arguments: Sequence[str]) -> int:
    environment = _installed(RUN)
    try:
        _provide_libraries(environment, shown=qt_libraries.needs_x11(os.environ))
    except SetupError as problem:
        if not arguments:
            raise
        # Most of what takes arguments opens no window and works all the same.
        print(problem, file=sys.stderr)
    return _become([environment.python, "-m", "summit_reader", *arguments])


def _test(arguments: Sequence[str]) -> int:
    environment = _installed(RUN, TEST)
    _provide_libraries(environment)
    tests = [environment.python, "-m", "pytest", *arguments]
    return checks.run(checks.of(environment), tests, ROOT)


def _journeys(arguments: Sequence[str]) -> int:
    environment = _installed(RUN, TEST)
    _provide_libraries(environment)
    tests = [environment.python, "-m", "pytest", "tests/journeys", *arguments]
    return checks.run({}, tests, ROOT)


def _script(arguments: Sequence[str]) -> int:
    environment = _installed(RUN, TEST)
    _provide_libraries(environment)
    return _become([environment.python, *arguments])


def _wheel(arguments: Sequence[str]) -> int:
    environment = _installed(RUN)
    command = [environment.python, "-m", "hatchling", "build", "--target=wheel", *arguments]
    return subprocess.call(command, cwd=ROOT)


def _lock(_: Sequence[str]) -> int:
    lockfile.make(ROOT)
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": _run,
    "test": _test,
    "journeys": _journeys,
    "script": _script,
    "wheel": _wheel,
    "lock": _lock,
}


def _installed(*parts: str) -> Environment:
    environment = Environment(ROOT, ThisSystem())
    environment.provide(*parts)
    return environment


def _provide_libraries(environment: Environment, *, shown: bool = False) -> None:
    libraries = "window libraries" if shown else "offscreen libraries"
    if not environment.has(libraries):
        needed = qt_libraries.WINDOW if shown else qt_libraries.OFFSCREEN
        qt_libraries.provide(needed, ThisSystem())
        environment.note(libraries)


def _become(command: list[str]) -> int:
    """Turn this process into `command`; on Windows, whose shells would not wait, run it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell wanted
    return subprocess.call(command)
