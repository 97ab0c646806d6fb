"""What setting up asks of the operating system; tests put a made-up one in its place."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol


class System(Protocol):
    """The machine, as far as setting up touches it."""

    def is_linux(self) -> bool:
        """Whether shared objects are looked for by the names Linux gives them."""
        ...

    def is_root(self) -> bool:
        """Whether packages may be installed without asking for a password."""
        ...

    def has_program(self, name: str) -> bool:
        """Whether `name` is on PATH."""
        ...

    def has_module(self, name: str) -> bool:
        """Whether the running Python can import `name`."""
        ...

    def loads(self, library: str) -> bool:
        """Whether the dynamic linker finds `library` and all that it needs."""
        ...

    def run(self, command: Sequence[str]) -> int:
        """The exit code of `command`; of what it says only complaints are shown."""
        ...

    def output(self, command: Sequence[str]) -> str:
        """What `command` prints; nothing if it fails."""
        ...


class ThisSystem:
    """The machine we run on."""

    def is_linux(self) -> bool:
        """As `System` says."""
        return sys.platform == "linux"

    def is_root(self) -> bool:
        """As `System` says; Windows knows no root."""
        return hasattr(os, "geteuid") and os.geteuid() == 0

    def has_program(self, name: str) -> bool:
        """As `System` says."""
        return shutil.which(name) is not None

    def has_module(self, name: str) -> bool:
        """As `System` says, also of a module that was installed a moment ago."""
        importlib.invalidate_caches()
        return importlib.util.find_spec(name) is not None

    def loads(self, library: str) -> bool:
        """As `System` says."""
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    def run(self, command: Sequence[str]) -> int:
        """As `System` says."""
        return subprocess.call(command, stdout=subprocess.DEVNULL)

    def output(self, command: Sequence[str]) -> str:
        """As `System` says."""
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        return done.stdout if done.returncode == 0 else ""
