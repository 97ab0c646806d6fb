"""Whether the files of an index are as they were written."""

from __future__ import annotations

import os
from pathlib import Path

from summit_reader.index.errors import BrokenIndex
from summit_reader.index.manifest import (
    Fingerprint,
    Manifest,
    latest_generation,
    latest_manifest,
    table_path,
)

_Stamp = tuple[int, int, int]


class Soundness:
    """Which files were read through and found sound; shared by all who read the index.

    A file is read once. After that its size and times tell whether anybody touched it, so that one
    may ask before every search: a mapped file that was cut short would end the whole process.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sound: dict[str, _Stamp] = {}
        self._read: tuple[int, _Stamp, Manifest] | None = None

    def manifest(self, generation: int) -> Manifest:
        """The manifest of `generation`, read anew if its file looks new.

        Raises:
            FileNotFoundError: if there is none.
            BrokenIndex: as `Manifest.read`.
        """
        stamp = _stamp(str(table_path(self._folder, generation)))
        known = self._read
        if known is not None and known[:2] == (generation, stamp):
            return known[2]
        manifest = Manifest.read(self._folder, generation)
        self._read = generation, stamp, manifest
        return manifest

    def check(self, manifest: Manifest) -> None:
        """Look at every file of the manifest, and read those through that look new.

        Raises:
            BrokenIndex: if one is missing, cannot be read, or is not as it was written.
        """
        for name, fingerprint in manifest.files.items():
            path = os.path.join(self._folder, name)  # noqa: PTH118 - before every search
            try:
                stamp = _stamp(path)
                if self._sound.get(name) == stamp:
                    continue
                is_intact = Fingerprint.of(path) == fingerprint
            except OSError as error:
                raise BrokenIndex(self._folder, f"{name} cannot be read") from error
            if not is_intact:
                raise BrokenIndex(self._folder, f"{name} is damaged")
            self._sound[name] = stamp
            for gone in self._sound.keys() - manifest.files.keys():
                self._sound.pop(gone, None)

    def verify(self) -> None:
        """Check every file of the generation that was committed last.

        Raises:
            BrokenIndex: if one is missing or damaged.
        """
        while True:
            generation = latest_generation(self._folder)
            try:
                self.check(latest_manifest(self._folder))
            except BrokenIndex:
                if latest_generation(self._folder) == generation:
                    raise
                # Another process committed, and cleared away what we were reading.
            else:
                return


def _stamp(path: str) -> _Stamp:
    found = os.stat(path)  # noqa: PTH116 - as above
    return found.st_ino, found.st_size, found.st_mtime_ns
