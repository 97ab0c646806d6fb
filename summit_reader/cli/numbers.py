"""Numbers of takes, texts and stories on the command line."""

from __future__ import annotations

from argparse import ArgumentTypeError

_DIGITS = 15
"""Digits beyond which nothing stored has a number."""


def number_named(text: str) -> int:
    """The number that stands there; argparse says so if there is none.

    Raises:
        ArgumentTypeError: if it is not written in a few figures.
    """
    if not text.isdecimal() or len(text) > _DIGITS:
        message = f"{text!r} is not a number"
        raise ArgumentTypeError(message)
    return int(text)
