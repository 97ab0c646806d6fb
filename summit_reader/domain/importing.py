"""What came of an import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from summit_reader.domain.article import RawArticle
from summit_reader.domain.errors import SummitError


@dataclass(frozen=True, slots=True)
class Imported:
    """A text that is in the library now; `known` if it was there before.

    A known one that has changed is `renewed`; `lost` counts the takes whose words it has no more.
    """

    name: str
    article_id: int
    title: str
    outlet: str
    takes: int
    removed: int
    known: bool = False
    renewed: bool = False
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that stayed outside, and why."""

    path: Path
    error: SummitError


Item: TypeAlias = RawArticle | Failure
"""An article, or which part of a file stayed outside and why: one bad part stops no other."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every file that was offered, on one of two lists."""

    imported: tuple[Imported, ...]
    failed: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What is to be imported, as it can be handed to another process.

    `names` are files, folders, patterns and addresses; the rest holds for all of them. `format` is
    the short name of a reader, empty where what a file holds decides; `columns` says which column
    of a table holds what ("headline=Title,body=Text"), empty where their names tell.
    """

    names: tuple[str, ...]
    outlet: str = ""
    published: date | None = None
    format: str = ""
    columns: str = ""


@dataclass(frozen=True, slots=True)
class LibrarySummary:
    """What the status bar says of a library."""

    name: str
    texts: int
    outlets: int
    takes: int
    is_sample: bool
