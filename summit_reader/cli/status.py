"""What a command leaves behind for scripts."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """Exit codes. Two is also what argparse uses for a wrong call; 130 is a shell's for Ctrl+C."""

    FINE = 0
    NOTHING_FOUND = 1
    TROUBLE_FOUND = 1
    BAD_INPUT = 2
    INTERRUPTED = 130
