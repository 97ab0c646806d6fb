"""What the worker is asked to do in its tests; it imports this module by its name."""

from __future__ import annotations

import os
import sys
import threading

from summit_reader.domain.file_errors import PageTooLarge
from summit_reader.intake.worker import UNNAMED


def process(content: bytes) -> dict[str, int]:
    """Which process this is, and how much it was given."""
    return {"pid": os.getpid(), "size": len(content)}


def echo(content: bytes, charset: str = "") -> str:
    """The text of `content`."""
    return content.decode(charset or "utf-8")


def hang(_content: bytes) -> None:
    """Never come back."""
    threading.Event().wait()


def vanish(_content: bytes) -> None:
    """End the process, as a crash would."""
    os._exit(7)


def swell(_content: bytes) -> int:
    """Take more memory than there may be."""
    return len(bytearray(2**30))


def babble(_content: bytes) -> str:
    """Print something, as libraries do."""
    print("babble")  # noqa: T201 - the point
    sys.stdout.flush()
    os.write(1, b"babble\n")
    return "quiet"


def dig(content: bytes) -> None:
    """Go too deep."""
    dig(content)


def refuse(_content: bytes) -> None:
    """Say that the file cannot be read, and why."""
    raise PageTooLarge(UNNAMED, size=3, limit=2)


def stumble(_content: bytes) -> None:
    """Have a defect."""
    message = "a defect"
    raise KeyError(message)
