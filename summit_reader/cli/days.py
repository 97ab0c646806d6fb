"""Days on the command line."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date


def day_named(text: str) -> date:
    """The day that stands there; argparse says so if there is none.

    Raises:
        ArgumentTypeError: if it is not written as ISO 8601 has it.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a day such as 2019-04-25"
        raise ArgumentTypeError(message) from None
