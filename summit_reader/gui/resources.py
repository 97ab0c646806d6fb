"""Files that ship with the program: themes, fonts, icons."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from summit_reader.shipped import resources_folder


@cache
def resource(name: str) -> bytes:
    """Content of the shipped file `name`, a path relative to the resources folder."""
    return (resources_folder() / name).read_bytes()


def font_files() -> list[Path]:
    """The shipped faces, in a stable order."""
    return sorted((resources_folder() / "fonts").glob("*.ttf"))
