"""The numbers behind the look: colour roles, type sizes and spaces, read from the tokens file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from summit_reader.gui.resources import resource


@dataclass(frozen=True, slots=True)
class Face:
    """How a kind of text is set; lengths in px at 100 % text."""

    family: str
    size: float
    line: float
    weight: int
    italic: bool = False
    caps: bool = False
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything the tokens file says that code asks for."""

    palettes: dict[str, dict[str, str]]
    qpalette: dict[str, str]
    families: dict[str, list[str]]
    faces: dict[str, Face]
    icons: dict[str, str]
    layout: dict[str, int]


@cache
def tokens() -> Tokens:
    """The shipped tokens."""
    tables: dict[str, Any] = tomllib.loads(resource("themes/tokens.toml").decode())
    fonts = tables["font"]
    return Tokens(
        palettes=tables["palette"],
        qpalette=tables["qpalette"],
        families={name: fonts[name] for name in ("serif", "display", "sans")},
        faces={name: Face(**face) for name, face in tables["type"].items()},
        icons=tables["icon"]["name"],
        layout={name: int(value) for name, value in tables["layout"].items()},
    )
