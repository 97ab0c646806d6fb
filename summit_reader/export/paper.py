"""A hand-out in the small part of HTML that Qt lays out, for printing and for the preview.

Everything in it is made here; words are escaped, and nothing is fetched: there are no pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from summit_reader.export.characters import neutral, runs_right_to_left
from summit_reader.export.inline import Inline
from summit_reader.export.sheet import Block, Cell, Grid, PageBreak, Paragraph, Part


@dataclass(frozen=True, slots=True)
class Paper:
    """Markup to be printed under a title; `is_wide` lays the page on its side."""

    markup: str
    title: str
    is_wide: bool = False


_WIDE = 3
"""Columns from which on the page lies on its side."""


def paper_of(blocks: tuple[Block, ...], title: str) -> Paper:
    """The blocks as markup; each paragraph has its part as its class."""
    is_wide = any(isinstance(block, Grid) and len(block.shares) >= _WIDE for block in blocks)
    return Paper("".join(_blocks(blocks)), title, is_wide)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    broken = False
    for block in blocks:
        if isinstance(block, PageBreak):
            broken = True
        elif isinstance(block, Grid):
            yield _grid(block)
        else:
            yield _paragraph(block, broken=broken)
            broken = False


def _grid(grid: Grid) -> str:
    widths = [f"{share:.0%}" for share in grid.shares]
    names = tuple((Paragraph(Part.DETAIL, (Inline(name, bold=True),)),) for name in grid.head)
    head = f"<thead><tr>{_cells(names, widths)}</tr></thead>" if names else ""
    rows = "".join(f"<tr>{_cells(row, widths)}</tr>" for row in grid.rows)
    return f'<table width="100%" cellspacing="0" cellpadding="6">{head}{rows}</table>'


def _cells(row: tuple[Cell, ...], widths: list[str]) -> str:
    return "".join(
        f'<td width="{width}" valign="top">{"".join(map(_paragraph, cell))}</td>'
        for cell, width in zip(row, widths, strict=True)
    )


def _paragraph(paragraph: Paragraph, *, broken: bool = False) -> str:
    turned = ' dir="rtl"' if runs_right_to_left(paragraph.text) else ""
    page = ' style="page-break-before:always"' if broken else ""
    words = "".join(map(_run, paragraph.runs))
    return f'<p class="{paragraph.part.value}"{turned}{page}>{words}</p>'


def _run(run: Inline) -> str:
    words = _shown(run.text).replace("\n", "<br>").replace("  ", "&nbsp; ")
    if run.link:
        return f'<a href="{_shown(run.link)}">{words}</a>'
    if run.bold:
        return f"<b>{words}</b>"
    return f"<i>{words}</i>" if run.italic else words


def _shown(text: str) -> str:
    return escape(neutral(text))
