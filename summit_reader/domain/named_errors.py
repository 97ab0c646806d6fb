"""Errors by their names: how one process tells another what went wrong."""

from __future__ import annotations

from typing import TypeVar

# Loaded so that their errors can be found.
from summit_reader.domain import fetch_errors, file_errors, hand_out_errors  # noqa: F401
from summit_reader.domain.errors import SummitError

E = TypeVar("E", bound=SummitError)


def error_named(name: str, family: type[E]) -> type[E]:
    """The error of a family that is called so, in whichever loaded module; else the family.

    >>> from summit_reader.domain.errors import FileProblem
    >>> error_named("EncryptedFile", FileProblem).__name__
    'EncryptedFile'
    >>> error_named("DiskFull", FileProblem).__name__
    'FileProblem'
    """
    kinds = [family]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    return next((kind for kind in kinds if kind.__name__ == name), family)
