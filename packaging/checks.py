"""What must be in order before a change is handed in, the tests last: their summary has the end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from environment import Environment

Command = Sequence[str]


def of(environment: Environment) -> dict[str, Command]:
    """Every check but the tests, by name."""
    python = environment.python
    return {
        "ruff check": [python, "-m", "ruff", "check", "--quiet", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "--quiet", "."],
        "mypy": [python, "-m", "mypy", "--no-error-summary"],
        "import-linter": [environment.program("lint-imports")],
    }


def run(checks: Mapping[str, Command], tests: Command, folder: Path) -> int:
    """Run all in `folder`, also after a failure; the exit code of the first failure, else 0.

    A check is one line unless it finds something. The tests speak for themselves.
    """
    surroundings = _surroundings()
    failed = 0
    for name, command in checks.items():
        print(f"{name}: ", end="", flush=True)
        done = subprocess.run(
            command,
            cwd=folder,
            env=surroundings,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        print("failed" if done.returncode else "in order", flush=True)
        if done.returncode:
            print(done.stdout, flush=True)
        failed = failed or done.returncode
    tested = subprocess.call(tests, cwd=folder, env=surroundings)
    return failed or tested


def _surroundings() -> dict[str, str]:
    """The tests' own: no screen, and on Linux a locale in which Qt has nothing to warn of."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if sys.platform == "linux":
        surroundings["LC_ALL"] = "C.UTF-8"
    return surroundings
