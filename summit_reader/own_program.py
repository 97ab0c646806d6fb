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
HAS_SESSIONS = sys.platform != "win32"


def environment() -> dict[str, str]:
    """Our environment, in which the new interpreter finds our package too."""
    # Where it lies, it may not look by itself.
    paths = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
