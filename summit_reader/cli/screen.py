"""Where a command's answers go: for people through rich, for programs as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.table import Table

from summit_reader.cli.encoding import forgiving
from summit_reader.domain.progress import Progress, Report, silent
from summit_reader.domain.spans import Span
from summit_reader.export.characters import one_line

_PIPED_WIDTH = 100


class Screen:
    """Standard output and standard error of one command.

    With `as_json` only `data` prints on standard output, else only `show` does, so that a command
    can offer both without asking which is wanted.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._out = forgiving(sys.stdout)
        self._err = forgiving(sys.stderr)
        self._console = _console(self._out)

    def show(self, *parts: RenderableType) -> None:
        """Print `parts` for people, each on lines of its own."""
        if self._as_json:
            return
        # Rendered here and written by us: rich ends the program by itself at a broken pipe.
        with self._console.capture() as captured:
            for part in parts:
                self._console.print(part)
        self._out.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))
        self._out.flush()

    def data(self, value: object) -> None:
        """Print `value` as one JSON document."""
        if not self._as_json:
            return
        text = json.dumps(value, ensure_ascii=False, indent=2)
        try:
            text.encode(self._out.encoding or "utf-8")
        except UnicodeEncodeError:
            text = json.dumps(value, indent=2)
        self._out.write(f"{text}\n")
        self._out.flush()

    def write(self, text: str) -> None:
        """Print `text` as it is, whatever else is asked for."""
        self._out.write(text)
        self._out.flush()

    def complain(self, sentence: str) -> None:
        """Print a sentence on standard error."""
        self._err.write(f"{one_line(sentence)}\n")
        self._err.flush()

    def point_at(self, line: str, span: Span) -> None:
        """Print a line on standard error with a mark under some of its characters."""
        if line == one_line(line):  # else other characters are printed than are counted
            mark = " " * span.start + "^" * max(1, len(span))
            self._err.write(f"{line}\n{mark}\n")
            self._err.flush()

    @contextmanager
    def progress(self, what: str) -> Iterator[Report]:
        """A report that draws a bar on standard error, if somebody is there to see it."""
        if not self._err.isatty():
            yield silent
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        bars = Bars(*columns, console=_console(self._err), transient=True)
        bar = bars.add_task(what, total=None)

        def report(progress: Progress) -> None:
            bars.start()  # not before there is something to tell
            bars.update(bar, completed=progress.done, total=progress.total)

        try:
            yield report
        finally:
            bars.stop()


def indented(part: RenderableType) -> Padding:
    """What stands below a heading, two columns further in."""
    return Padding(part, (0, 0, 0, 2))


def plain_table(*, gap: int = 3, head: bool = True, wide: bool = False) -> Table:
    """An empty table without lines, its columns `gap` blanks apart.

    `head` prints the names of its columns; `wide` takes the whole width of the screen.
    """
    return Table(box=None, padding=(0, gap, 0, 0), pad_edge=False, show_header=head, expand=wide)


def _console(stream: TextIO) -> Console:
    terminal = stream.isatty()
    return Console(
        file=stream,
        force_terminal=terminal,
        width=None if terminal else _PIPED_WIDTH,
        markup=False,  # headlines may hold square brackets
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
