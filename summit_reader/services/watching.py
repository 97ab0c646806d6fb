"""Watching a folder: what is put into it is taken in once it has been written to the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from summit_reader.domain.errors import MissingFile, NotAFolder
from summit_reader.domain.importing import ImportReport
from summit_reader.domain.progress import CancelToken
from summit_reader.services.importing import Importing

MOST_FILES = 100_000
"""Files that are looked at; a folder of more is not one that articles are put into."""

_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".swp", "~")


@dataclass(frozen=True, slots=True)
class _State:
    """What of a file changes while it is being written."""

    size: int
    modified: int


@dataclass
class FolderWatch:
    """Looks at a folder when it is told to; `look` is one look.

    A file is taken in when it has not changed from one look to the next, and again when it has
    changed since. What is in the library already costs no more than its reading.
    """

    folder: Path
    importing: Importing
    _seen: dict[Path, _State] = field(default_factory=dict)
    _taken: dict[Path, _State] = field(default_factory=dict)

    def look(self, token: CancelToken | None = None) -> ImportReport:
        """What came of the files that rest now and did not before.

        Raises:
            MissingFile: if the folder is not there.
            NotAFolder: if it is a file.
            Cancelled: if the token says so; what was taken in until then stays.
            LibraryProblem: if the library cannot be written.
        """
        now = dict(self._files())
        resting = [
            path
            for path, state in now.items()
            if state.size and self._seen.get(path) == state != self._taken.get(path)
        ]
        self._seen = now
        if not resting:
            return ImportReport((), ())
        report = self.importing.import_paths(resting, token=token)
        self._taken = {path: state for path, state in self._taken.items() if path in now}
        self._taken |= {path: now[path] for path in resting}
        return report

    def _files(self) -> Iterator[tuple[Path, _State]]:
        if not self.folder.exists():
            raise MissingFile(self.folder)
        if not self.folder.is_dir():
            raise NotAFolder(self.folder)
        count = 0
        for here, folders, names in os.walk(self.folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.startswith(".") or name.lower().endswith(_UNFINISHED):
                    continue
                path = Path(here, name)
                try:
                    status = path.stat()
                except OSError:
                    continue  # moved away meanwhile
                count += 1
                if count > MOST_FILES:
                    return
                yield path, _State(status.st_size, status.st_mtime_ns)
