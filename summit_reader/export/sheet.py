"""A hand-out as paragraphs and grids: what word processors and printers are given.

The blocks say what a paragraph is, never how it looks; each writer has one look for each part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from summit_reader.export.citation import Citation
from summit_reader.export.handout import Entry, HandOut
from summit_reader.export.inline import Inline
from summit_reader.export.options import Arrangement
from summit_reader.export.paragraphs import paragraphs


class Part(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    SUMMARY = "summary"
    HEADING = "heading"
    OUTLET = "outlet"
    VOICE = "voice"
    HEADLINE = "headline"
    CONTEXT = "context"
    QUOTATION = "quotation"
    REPORTED = "reported"
    DETAIL = "detail"
    NOTE = "note"
    PROSE = "prose"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line feed in a run begins a new line of it."""

    part: Part
    runs: tuple[Inline, ...]

    @property
    def text(self) -> str:
        """The words without their setting."""
        return "".join(run.text for run in self.runs)


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells beside and below each other; `shares` are the widths of the columns, 1.0 in all.

    `head` stands above the columns, on every page anew; columns of takes need no titles.
    """

    shares: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Paragraph | Grid | PageBreak

_TABLE_HEAD = ("", "Outlet", "Voice", "Words")
_TABLE_SHARES = (0.05, 0.17, 0.2, 0.58)


def blocks_of(sheet: HandOut) -> tuple[Block, ...]:
    """The hand-out from its title to its sources."""
    return tuple(_blocks(sheet))


def _blocks(sheet: HandOut) -> Iterator[Block]:
    yield _line(Part.TITLE, sheet.title)
    yield _line(Part.SUMMARY, sheet.summary)
    if sheet.rows:
        yield from _takes(sheet)
    if sheet.my_take:
        yield _line(Part.HEADING, "My take")
        yield from _prose(Part.PROSE, sheet.my_take)
    if sheet.key:
        # Whoever reads blind must be able to leave the key in the tray.
        yield PageBreak()
        yield _line(Part.HEADING, "Key")
        for mask, name in sheet.key:
            yield Paragraph(Part.SOURCE, (Inline(mask, bold=True), Inline(f": {name}")))
    if sheet.sources:
        yield _line(Part.HEADING, "Sources")
        for number, citation in enumerate(sheet.sources, start=1):
            yield _source(number, citation)


def _takes(sheet: HandOut) -> Iterator[Block]:
    if sheet.options.arrangement is Arrangement.TABLE:
        rows = tuple(map(_table_row, sheet.entries))
        yield Grid(_TABLE_SHARES, rows, _TABLE_HEAD)
    elif len(sheet.letters) > 1:
        shares = (1 / len(sheet.letters),) * len(sheet.letters)
        rows = tuple(tuple(map(_cell, row)) for row in sheet.rows)
        yield Grid(shares, rows, _heads(sheet))
    else:
        for entry in sheet.entries:
            yield from _cell(entry)


def _heads(sheet: HandOut) -> tuple[str, ...]:
    if not any(sheet.titles):
        return ()
    titled = zip(sheet.letters, sheet.titles, strict=True)
    return tuple(f"{letter}  {title}".rstrip() for letter, title in titled)


def _cell(entry: Entry | None) -> Cell:
    if entry is None:
        return ()
    letter = (Inline(f"{entry.letter}  ", bold=True),) if entry.letter else ()
    return (
        Paragraph(Part.OUTLET, (*letter, Inline(entry.outlet_line or "No source", bold=True))),
        _line(Part.VOICE, entry.voice),
        *_words(entry),
    )


def _table_row(entry: Entry) -> tuple[Cell, ...]:
    return (
        (_line(Part.DETAIL, str(entry.place)),),
        (Paragraph(Part.OUTLET, (Inline(entry.outlet_line, bold=True),)),),
        (_line(Part.VOICE, entry.voice),),
        tuple(_words(entry)),
    )


def _words(entry: Entry) -> Iterator[Paragraph]:
    if entry.headline:
        yield _line(Part.HEADLINE, entry.headline)
    if entry.context.before:
        yield _line(Part.CONTEXT, f"… {entry.context.before}")
    mark = (Inline(f" [{entry.number}]"),) if entry.number else ()
    part = Part.QUOTATION if entry.quotation.verbatim else Part.REPORTED
    yield Paragraph(part, (Inline(str(entry.quotation)), *mark))
    if entry.context.after:
        yield _line(Part.CONTEXT, f"{entry.context.after} …")
    for detail in (entry.chain, entry.thesis):
        if detail:
            yield _line(Part.DETAIL, detail)
    for said in entry.relations:
        yield Paragraph(Part.DETAIL, (Inline(said, bold=True),))
    if entry.note:
        yield from _prose(Part.NOTE, entry.note)
    if entry.marks:
        yield _line(Part.DETAIL, entry.marks)


def _prose(part: Part, text: str) -> Iterator[Paragraph]:
    for lines in paragraphs(text):
        yield _line(part, "\n".join(lines))


def _source(number: int, citation: Citation) -> Paragraph:
    return Paragraph(Part.SOURCE, (Inline(f"{number}. "), *citation.runs))


def _line(part: Part, text: str) -> Paragraph:
    return Paragraph(part, (Inline(text),))
