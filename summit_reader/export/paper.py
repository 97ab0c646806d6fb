"""A hand-out in the small part of HTML that Qt lays out, for printing and for the preview.

Everything in it is made here; words are escaped, and nothing is fetched: there are no pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from summit_reader.export.characters import neutral, runs_right_to_left
from summit_reader.export.inline import Inline
from summit_reader.export.sheet import Block, Cell, Grid, PageBreak, Paragraph, Part

_HEADINGS = {Part.TITLE: "h1", Part.HEADING: "h2"}


def paper_of(blocks: tuple[Block, ...]) -> str:
    """The blocks as markup; each paragraph has its part as its class."""
    return "".join(_blocks(blocks))


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
    head = "".join(
        f'<td width="{width}"><p class="{Part.DETAIL.value}"><b>{_shown(name)}</b></p></td>'
        for width, name in zip(widths, grid.head, strict=bool(grid.head))
    ) if grid.head else ""
    head = f"<thead><tr>{head}</tr></thead>" if head else ""
    rows = "".join(f"<tr>{_cells(row, widths)}</tr>" for row in grid.rows)
    return f'<table width="100%" cellspacing="0" cellpadding="6">{head}{rows}</table>'


def _cells(row: tuple[Cell, ...], widths: list[str]) -> str:
    return "".join(
        f'<td width="{width}" valign="top">{"".join(map(_paragraph, cell))}</td>'
        for cell, width in zip(row, widths, strict=True)
    )


def _paragraph(paragraph: Paragraph, *, broken: bool = False) -> str:
    tag = _HEADINGS.get(paragraph.part, "p")
    turned = ' dir="rtl"' if runs_right_to_left(paragraph.text) else ""
    page = ' style="page-break-before:always"' if broken else ""
    words = "".join(map(_run, paragraph.runs))
    return f'<{tag} class="{paragraph.part.value}"{turned}{page}>{words}</{tag}>'


def _run(run: Inline) -> str:
    words = _shown(run.text).replace("\n", "<br>").replace("  ", "&nbsp; ")
    if run.link:
        return f'<a href="{_shown(run.link)}">{words}</a>'
    if run.bold:
        return f"<b>{words}</b>"
    return f"<i>{words}</i>" if run.italic else words


def _shown(text: str) -> str:
    return escape(neutral(text))
