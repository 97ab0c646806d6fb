"""Every format a hand-out goes out in, by the end of its file's name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    """A kind of file."""

    HTML = "html"
    WORD = "docx"
    OPEN_DOCUMENT = "odt"
    PDF = "pdf"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl-json"


SUFFIXES: dict[Format, tuple[str, ...]] = {
    Format.HTML: (".html", ".htm"),
    Format.WORD: (".docx",),
    Format.OPEN_DOCUMENT: (".odt",),
    Format.PDF: (".pdf",),
    Format.MARKDOWN: (".md", ".markdown"),
    Format.CSV: (".csv",),
    Format.JSON: (".json",),
    Format.BIBTEX: (".bib",),
    Format.RIS: (".ris",),
    Format.CSL: (".csl.json", ".csljson"),
}
"""How names of files of each format end, the usual way first."""

REFERENCES = frozenset({Format.BIBTEX, Format.RIS, Format.CSL})
"""Formats that hold the texts and not the takes."""

CARRYING = frozenset({Format.HTML, Format.WORD, Format.MARKDOWN, Format.JSON})
"""Formats that can be read back."""


def format_of(path: Path) -> Format | None:
    """The format that the name of a file says, if it says any.

    >>> format_of(Path("a.csl.json")), format_of(Path("a.JSON")), format_of(Path("a.xls"))
    (<Format.CSL: 'csl-json'>, <Format.JSON: 'json'>, None)
    """
    name = path.name.casefold()
    ends = sorted(
        (suffix for suffixes in SUFFIXES.values() for suffix in suffixes), key=len, reverse=True
    )
    end = next((suffix for suffix in ends if name.endswith(suffix) and name != suffix), None)
    return next((kind for kind, suffixes in SUFFIXES.items() if end in suffixes), None)
