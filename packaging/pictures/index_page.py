"""The page that shows the pictures, by screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pictures.looks import Look
from pictures.screens import Sitting

HEAD = """# Every screen in every look

Drawn by `make screenshots`, which also writes this page: the real window on the sample library and
on texts made for it. A picture that is worse than the one before is a defect.
"""
WIDTH = 300


def index_page(folder: Path, sittings: Sequence[Sitting], looks: Sequence[Look]) -> str:
    """The page as Markdown; pictures that are not in the folder are passed over."""
    parts = [HEAD]
    for sitting in sittings:
        parts.append(f"## {sitting.title}\n")
        for screen in sitting.screens:
            drawn = [look for look in looks if (folder / file_name(screen.name, look)).exists()]
            if drawn:
                parts.append(f"### {screen.title}\n")
                parts += [_linked(screen.name, look) for look in drawn]
                parts.append("")
    return "\n".join(parts)


def file_name(screen: str, look: Look) -> str:
    """The name of the file of a screen in a look."""
    return f"{screen}-{look.name}.webp"


def _linked(screen: str, look: Look) -> str:
    name = file_name(screen, look)
    return f'[<img src="{name}" width="{WIDTH}" alt="{look.title}" title="{look.title}">]({name})'
