"""Making PDFs in a process of its own: laying pages out needs Qt, which only the window knows.

The process is our own program, started anew. It is given the markup on its standard input and
writes the PDF to its standard output.
"""

from __future__ import annotations

import json
import logging
import subprocess
from collections.abc import Sequence
from dataclasses import asdict

from summit_reader.domain.hand_out_errors import PrintingFailed
from summit_reader.export.paper import Paper
from summit_reader.own_program import UNSEEN, environment

_LOG = logging.getLogger(__name__)

_PATIENCE = 300
"""Seconds after which the process is given up; five hundred takes need three."""
_PDF = b"%PDF-"
_STEADY = {"QT_HASH_SEED": "0"}
"""Else fonts are written in another order each time, and the same paper makes other bytes."""


def print_in_process(command: Sequence[str], paper: Paper) -> bytes:
    """The PDF that `command`, our own program, makes of the paper.

    Raises:
        PrintingFailed: if it cannot be started, or makes none.
    """
    try:
        ended = subprocess.run(  # noqa: S603 - our own program
            command,
            input=json.dumps(asdict(paper)).encode("ascii"),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env=environment() | _STEADY,
            creationflags=UNSEEN,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintingFailed(reason=str(error)) from error
    if ended.returncode or not ended.stdout.startswith(_PDF):
        _LOG.error("printing failed: %s", ended.stderr.decode("utf-8", "replace"))
        raise PrintingFailed(reason=f"the process that prints ended with {ended.returncode}")
    return ended.stdout


def paper_in(request: bytes) -> Paper:
    """What `print_in_process` gives the process on its standard input.

    Raises:
        ValueError: if it is something else.
    """
    try:
        return Paper(**json.loads(request))
    except TypeError as error:
        raise ValueError(*error.args) from error
