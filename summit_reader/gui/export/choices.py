"""What the export dialog offers, in the reader's words, and what was chosen last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Comparison
from summit_reader.export.formats import Format
from summit_reader.export.options import Arrangement, CitationStyle, Options
from summit_reader.gui.settings import Settings

E = TypeVar("E", bound=StrEnum)

FORMATS = {
    Format.HTML: "Web page (one file)",
    Format.WORD: "Word document",
    Format.OPEN_DOCUMENT: "OpenDocument text",
    Format.PDF: "PDF",
    Format.MARKDOWN: "Markdown",
    Format.CSV: "Table for spreadsheets (CSV)",
    Format.JSON: "Data (JSON)",
    Format.BIBTEX: "References: BibTeX",
    Format.RIS: "References: RIS",
    Format.CSL: "References: CSL-JSON",
}
ARRANGEMENTS = {
    Arrangement.COLUMNS: "Columns beside each other",
    Arrangement.TABLE: "Table",
    Arrangement.LIST: "List",
}
STYLES = {
    CitationStyle.PLAIN: "Plain, with the whole chain",
    CitationStyle.CHICAGO: "Chicago (notes)",
    CitationStyle.APA: "APA, 7th edition",
    CitationStyle.MLA: "MLA, 9th edition",
    CitationStyle.HARVARD: "Harvard",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be handed out: what it is called, and how the library makes it."""

    name: str
    file_name: str
    made: Callable[[Services], Comparison]


def remembered(settings: Settings) -> tuple[Format, Options]:
    """The format and the options that were chosen last; blind is never remembered."""
    return (
        member(Format, settings.hand_out_format, Format.HTML),
        Options(
            arrangement=member(Arrangement, settings.hand_out_layout, Arrangement.COLUMNS),
            style=citation_style(settings),
            context=settings.hand_out_context,
        ),
    )


def remember(settings: Settings, kind: Format, options: Options) -> None:
    """Keep what was chosen."""
    settings.hand_out_format = kind.value
    settings.hand_out_layout = options.arrangement.value
    settings.hand_out_context = options.context
    settings.citation_style = options.style.value


def citation_style(settings: Settings) -> CitationStyle:
    """How citations are written, in hand-outs and on the clipboard."""
    return member(CitationStyle, settings.citation_style, CitationStyle.PLAIN)


def member(members: type[E], value: str, otherwise: E) -> E:
    """The member with that value; settings may have been written by another version."""
    return next((one for one in members if one.value == value), otherwise)
