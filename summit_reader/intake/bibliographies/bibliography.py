"""Bibliographies as articles: the text attached to each entry, with what the entry states."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileProblem, MissingFile
from summit_reader.domain.file_errors import (
    DamagedFile,
    NoTextAttached,
    NothingInside,
    OutsideFolder,
)
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.bibliographies.entry import Entry
from summit_reader.intake.bibliographies.formats import (
    entries_of_bibtex,
    entries_of_csl,
    entries_of_ris,
)
from summit_reader.intake.encodings import text_of
from summit_reader.intake.files import bytes_of
from summit_reader.intake.parts import stating
from summit_reader.intake.protocol import Within

_HEAD = 65_536
_CSL_MARK = re.compile(rb'"(?:container-title|issued|citation-key|date-parts|URL|DOI)"\s{0,9}:')
_CSL_TYPE = re.compile(
    rb'"type"\s{0,9}:\s{0,9}"(?:article|webpage|book|chapter|report|thesis|post|speech|interview'
    rb"|legislation|broadcast|document|paper|personal)",
)
_RIS_MARK = re.compile(rb"(?:^|\n)TY  - [A-Z]")
_BIBTEX_MARK = re.compile(
    rb"(?:^|\n)\s{0,20}@(?:article|book|booklet|inbook|incollection|inproceedings|misc|online"
    rb"|techreport|report|unpublished|thesis|phdthesis|comment|string|preamble)\s{0,9}[{(]",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|tiff?)$", re.IGNORECASE)


@dataclass(frozen=True)
class BibliographyReader(ABC):
    """The texts attached to the entries; an entry without any is a failure that says so.

    `within` reads the attached files.
    """

    within: Within

    format: ClassVar[str] = ""
    media_type: ClassVar[str] = ""

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The articles of the files that the entries name, beside or below this one only.

        Raises:
            DamagedFile: if it cannot be read.
            NothingInside: if it has no entries.
        """
        try:
            entries = list(self.entries_of(text_of(content, hints.charset)))
        except (ValueError, RecursionError, TypeError, LookupError, AttributeError) as error:
            raise DamagedFile(name) from error
        if not entries:
            raise NothingInside(name)
        folder = _folder_of(name, content)
        for entry in entries:
            yield from self._articles(name, folder, entry, hints)

    @abstractmethod
    def entries_of(self, text: str) -> Iterator[Entry]:
        """The entries that `text` lists."""

    def _articles(
        self, name: str, folder: Path | None, entry: Entry, hints: Hints
    ) -> Iterator[Item]:
        part = f"{name}#{entry.key}"
        found = False
        problem: FileProblem = NoTextAttached(part)
        for file in entry.files:
            if folder is None or _PICTURE.search(file):
                continue
            try:
                path = _beside(folder, file)
                for item in self.within(bytes_of(path), str(path), hints):
                    found = True
                    yield stating(item, entry.imprint)
            except FileProblem as raised:
                problem = raised if not isinstance(raised, OutsideFolder) else OutsideFolder(part)
            if found:
                return  # of a page and the PDF made of it, one is enough
        yield Failure(Path(part), problem)


class CslReader(BibliographyReader):
    """Bibliographies in CSL-JSON."""

    format = "csl-json"
    media_type = "application/vnd.citationstyles.csl+json"

    def accepts(self, content: bytes) -> bool:
        """Whether it is JSON with the fields and types of CSL."""
        head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
        return (
            head.startswith((b"[", b"{"))
            and _CSL_TYPE.search(head) is not None
            and _CSL_MARK.search(head) is not None
        )

    def entries_of(self, text: str) -> Iterator[Entry]:
        """The items that the array lists."""
        return entries_of_csl(text)


class RisReader(BibliographyReader):
    """Bibliographies in RIS."""

    format = "ris"
    media_type = "application/x-research-info-systems"

    def accepts(self, content: bytes) -> bool:
        """Whether an entry begins near the top."""
        return _RIS_MARK.search(content[:1_024].lstrip(b"\xef\xbb\xbf")) is not None

    def entries_of(self, text: str) -> Iterator[Entry]:
        """The records from TY to ER."""
        return entries_of_ris(text)


class BibtexReader(BibliographyReader):
    """Bibliographies in BibTeX or BibLaTeX."""

    format = "bibtex"
    media_type = "application/x-bibtex"

    def accepts(self, content: bytes) -> bool:
        """Whether an entry begins near the top."""
        return _BIBTEX_MARK.search(content[:4_096].lstrip(b"\xef\xbb\xbf")) is not None

    def entries_of(self, text: str) -> Iterator[Entry]:
        """The entries, strings and comments aside."""
        return entries_of_bibtex(text)


BIBLIOGRAPHIES: tuple[type[CslReader | RisReader | BibtexReader], ...] = (
    CslReader,
    RisReader,
    BibtexReader,
)


def _folder_of(name: str, content: bytes) -> Path | None:
    """Where the file lies; None if it is none, such as a paste or a part of an archive."""
    path = Path(name)
    try:
        if path.is_file() and bytes_of(path) == content:
            return path.parent.resolve()
    except (OSError, ValueError, FileProblem):
        pass
    return None


def _beside(folder: Path, file: str) -> Path:
    """The file that an entry names, if it lies in `folder` or below it.

    Raises:
        OutsideFolder: if it lies elsewhere, be it by a link.
        MissingFile: if no file can be called that.
    """
    if file.lower().startswith("file:"):
        file = unquote(urlsplit(file).path)
    try:
        path = (folder / file.replace("\\", "/")).resolve()
        inside = path.is_relative_to(folder)
    except (OSError, ValueError, RuntimeError) as error:
        raise MissingFile(file) from error
    if not inside:
        raise OutsideFolder(file)
    return path
