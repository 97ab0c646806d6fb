"""What can go wrong inside the index that its user can mend without asking the reader."""

from __future__ import annotations

from pathlib import Path


class BrokenIndex(Exception):
    """The files of an index cannot be used: damaged, incomplete, or of another format.

    Not a `SummitError`: the index is a disposable copy, so the answer is a rebuild, not a message.
    """

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}")
        self.folder = folder
        self.reason = reason
