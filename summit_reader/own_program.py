"""Our own program started anew, as a process beside this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Creation flags that keep Windows from opening a console for it."""
UNINTERRUPTED = UNSEEN | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""The same, and Ctrl+C is ours alone to hear; elsewhere a session of its own sees to that."""
UNHURRIED = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""Creation flag that lets a window go first on Windows; elsewhere `be_unhurried` sees to that."""
_NICENESS = 10
HAS_SESSIONS = sys.platform != "win32"


def be_unhurried() -> None:
    """Let other programs go first, a window of ours among them; what this one starts does too."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)


def environment() -> dict[str, str]:
    """Our environment, in which the new interpreter finds our package too."""
    # Where it lies, it may not look by itself.
    paths = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
