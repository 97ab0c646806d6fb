"""The command line starts before what only some of its commands need."""

from __future__ import annotations

import subprocess
import sys


def test_commands_are_known_without_the_library() -> None:
    code = (
        "import sys, summit_reader.cli.main;"
        "print(*sorted({'numpy', 'sqlalchemy', 'whoosh', 'PySide6'} & set(sys.modules)))"
    )
    told = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert told.stdout.split() == []
