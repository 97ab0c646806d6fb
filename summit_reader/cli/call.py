"""One call of the program: what was asked, where to answer, on which library."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summit_reader import bootstrap
from summit_reader.bootstrap import Services
from summit_reader.cli.screen import Screen


class Window(Protocol):
    """Who opens the window; the command line itself knows no Qt."""

    def __call__(self, library: Path | None, *, sample: bool) -> int:
        """The exit code, once the window is closed."""
        ...


@dataclass(frozen=True, slots=True)
class Call:
    """The parsed arguments and what a command needs to carry them out."""

    arguments: Namespace
    screen: Screen
    window: Window

    @property
    def library(self) -> Path | None:
        """The library that was named, if any."""
        folder: Path | None = self.arguments.library
        return folder

    @contextmanager
    def services(self, *, own: bool = False, bulk: bool = True) -> Iterator[Services]:
        """The services of the named library, else of the usual one; closed at the end.

        The usual one is the reader's own library once it exists and the sample until then. With
        `own` it is the reader's own in any case, and made if it is missing: what is imported must
        not end up in the sample. `bulk` is as in `open_services`.
        """
        folder = self.library or (bootstrap.default_library() if own else self._usual_library())
        with self.screen.progress("Indexing") as report:
            services = bootstrap.open_services(folder, create=own, bulk=bulk, report=report)
        try:
            yield services
        finally:
            services.close()

    def _usual_library(self) -> Path:
        own = bootstrap.default_library()
        if own.exists():
            return own
        sample = bootstrap.sample_library()
        if not sample.exists():
            with self.screen.progress("Making the sample library") as report:
                bootstrap.make_sample(sample, report)
        return sample
