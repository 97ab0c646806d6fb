"""What a kind of hostile file is: how it is made, and what may become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summit_reader.domain.errors import FileProblem

Make = Callable[[], bytes]


@dataclass(frozen=True)
class Kind:
    """One kind of hostile file.

    `problems` are the errors of which each that is reported must be one; `holds` is what the texts
    that come out of it together must contain. One of the two at least is said of every kind.
    `needs_deadline` says that only the worker's deadline ends it, so that no test reads it.
    """

    name: str
    make: Make
    problems: tuple[type[FileProblem], ...] = ()
    holds: str = ""
    needs_deadline: bool = False
