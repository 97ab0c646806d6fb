"""What import-linter proves for the rooms, said once more of single imports and their places."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "summit_reader"
ROOMS = {
    "PySide6": "gui",
    "shiboken6": "gui",
    "sqlalchemy": "store",
    "alembic": "store",
    "whoosh": "index",
    "Stemmer": "index",
}


def imported_by(path: Path) -> set[str]:
    """Top-level names that a module imports anywhere, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("library", ROOMS)
def test_a_library_is_known_in_one_room_only(library: str) -> None:
    strangers = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] != ROOMS[library] and library in imported_by(path)
    ]
    assert strangers == []
