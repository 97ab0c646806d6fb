"""Putting a file where the reader wants it, wholly or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from summit_reader.domain.hand_out_errors import ExportProblem


def save(content: bytes, path: Path) -> None:
    """Put `content` at `path` by way of a file beside it, so that no half of it is ever seen.

    Raises:
        ExportProblem: if it cannot be written; what lay there before is untouched.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise ExportProblem(path=path, reason="something that is no file has that name")
        beside = target.with_name(f".summit-{uuid4().hex}.part")
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ExportProblem(path=path, reason=reason or str(error)) from error
    _keep_name(target.parent)


def _keep_name(folder: Path) -> None:
    # The new name lives in the folder, which has to reach the disk as well. Windows opens no
    # folders, and some network disks refuse: the file itself is safe by then.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
