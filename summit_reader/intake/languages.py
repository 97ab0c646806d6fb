"""The languages the program knows, from a folder of TOML files."""

from __future__ import annotations

import tomllib
from pathlib import Path

from summit_reader.text.languages import Language, Languages

FIRST = "en"
"""The language that stands in for those the program does not know."""


def languages_at(folder: Path) -> Languages:
    """The languages of the files in `folder`, English first and the others by their codes.

    The files ship with the program, so a broken one is a defect and not the reader's problem.

    Raises:
        OSError: if a file cannot be opened.
        ValueError: if one is not TOML.
        KeyError: if one lacks a table.
    """
    found = []
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            found.append(Language.of(tomllib.load(file)))
    return Languages(tuple(sorted(found, key=lambda one: (one.code != FIRST, one.code))))
