"""The reader that somebody has asked for."""

from __future__ import annotations

from dataclasses import replace

from summit_reader.intake.chosen_columns import ChosenColumns
from summit_reader.intake.protocol import Reader
from summit_reader.intake.reader import reader_for
from summit_reader.intake.tables.chosen import columns_named
from summit_reader.intake.tables.table import TableReader


def reader_asked(format_: str = "", columns: str = "") -> Reader | None:
    """The reader of that format, with these columns; None where what a file holds decides.

    Raises:
        UnknownFormat: if no format is called that.
        UnknownColumn: if `columns` names no part of an article.
    """
    chosen = columns_named(columns) if columns else None
    reader = reader_for(format_) if format_ else None
    if chosen is None:
        return reader
    if isinstance(reader, TableReader):
        return replace(reader, columns=chosen)
    return reader or ChosenColumns(chosen)
