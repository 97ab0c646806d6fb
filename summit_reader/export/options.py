"""How a hand-out is to look, and what it may tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CitationStyle(StrEnum):
    """The rules by which a citation is written; `PLAIN` is our own, a sentence with the chain."""

    PLAIN = "plain"
    CHICAGO = "chicago"
    APA = "apa"
    MLA = "mla"
    HARVARD = "harvard"


class Arrangement(StrEnum):
    """How takes stand on the page."""

    COLUMNS = "columns"
    TABLE = "table"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader chose.

    `blind` hides which outlets speak: names, countries, bylines, carriers and links; with `key`
    they are told at the end. `context` prints the sentences around each take. `accessed` is the day
    that some styles print beside an address; without it they print none.
    """

    arrangement: Arrangement = Arrangement.COLUMNS
    style: CitationStyle = CitationStyle.PLAIN
    blind: bool = False
    key: bool = False
    context: bool = False
    accessed: date | None = None
