"""What is offered for import: files, whatever lies in folders, addresses, standard input."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import MissingFile
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.files import SIZE_LIMIT, insist_on_size
from summit_reader.intake.protocol import Reader
from summit_reader.intake.reader import articles_at, articles_in

if TYPE_CHECKING:
    from summit_reader.intake.fetching import Fetches, FetchSettings

STANDARD_INPUT = "-"
"""The word that stands for standard input."""

_WEB = ("http://", "https://")

MOST_FILES = 200_000
"""Files of a folder that are looked at: more is a mistake, such as the root of a disk."""


class Offer(Protocol):
    """Something that articles can be read from; it may be sent to another process."""

    @property
    def name(self) -> str:
        """What the reader knows it by: a path, an address."""

    def items(self, hints: Hints, reader: Reader | None) -> Iterator[Item]:
        """The articles in it, with `hints`; read by `reader` if one was asked for.

        Raises:
            SummitError: if nothing can be read.
        """


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file on disk."""

    path: Path

    @property
    def name(self) -> str:
        """Its path, as it was named."""
        return str(self.path)

    def items(self, hints: Hints, reader: Reader | None) -> Iterator[Item]:
        """The articles in it."""
        return articles_at(self.path, hints, reader)


@dataclass(frozen=True, slots=True)
class OfferedBytes:
    """Bytes that came without a file."""

    name: str
    content: bytes

    def items(self, hints: Hints, reader: Reader | None) -> Iterator[Item]:
        """The articles in them."""
        insist_on_size(self.name, len(self.content), SIZE_LIMIT)
        return articles_in(self.content, self.name, hints, reader)


@dataclass(frozen=True, slots=True)
class OfferedAddress:
    """What lies at a web address; nothing is asked of the network before it is read."""

    name: str
    settings: FetchSettings | None = None
    fetcher: Fetches | None = None

    def items(self, hints: Hints, reader: Reader | None) -> Iterator[Item]:
        """The articles that lie there now."""
        # Not at the top: most imports ask nothing of the network, and loading it takes a while.
        from summit_reader.intake.fetching import FetchSettings, fetched  # noqa: PLC0415

        settings = self.settings or FetchSettings()
        content, address, said = fetched(self.name, settings, self.fetcher)
        told = replace(hints, url=hints.url or said.url, charset=said.charset)
        return articles_in(content, address, told, reader)


def offers_of(words: Iterable[str], stream: BinaryIO | None = None) -> Iterator[Offer | Failure]:
    """What the words of a command line name, each file once, in order.

    A word is a web address, a file, a folder (every file below it, hidden ones aside), a pattern
    with `*`, `?` or `[` that nothing is called by (`**` goes through folders), or “-”: what
    `stream`, else standard input, holds. A word that names nothing is a failure among them.
    """
    seen: set[Path] = set()
    for word in words:
        if word == STANDARD_INPUT:
            yield OfferedBytes(word, (stream or sys.stdin.buffer).read(SIZE_LIMIT + 1))
        elif word.startswith(_WEB):
            yield OfferedAddress(word)
        else:
            yield from _offered_files(word, seen)


def _offered_files(word: str, seen: set[Path]) -> Iterator[Offer | Failure]:
    for path in _files(word):
        if path is None:
            yield Failure(Path(word), MissingFile(word))
        elif path not in seen:
            seen.add(path)
            yield OfferedFile(path)


def _files(word: str) -> Iterator[Path | None]:
    path = Path(word)
    if _is_folder(path):
        yield from _below(path)
    elif glob.has_magic(word) and not os.path.lexists(path):
        found = sorted(glob.iglob(word, recursive=True))  # noqa: PTH207 - a pattern may be absolute
        if not found:
            yield None
        for name in found:
            if _is_folder(Path(name)):
                yield from _below(Path(name))
            else:
                yield Path(name)
    else:
        yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a NUL: said when it is read
        return False


def _below(folder: Path) -> Iterator[Path]:
    """The files in the folder and the folders in it, in order; links to folders lead nowhere."""
    count = 0
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                count += 1
                if count > MOST_FILES:
                    return
                yield Path(place, name)
