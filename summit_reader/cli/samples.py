"""`sample` and `demo`: the library of the five texts, to keep or to look at."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from summit_reader import bootstrap
from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.status import Status
from summit_reader.export.characters import one_line


def add_sample(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "sample",
        purpose="make a sample library",
        description="Make a library of the five sample texts in a new folder.",
    )
    parser.add_argument("folder", metavar="DIR", type=path_named, help="new or empty")
    parser.set_defaults(run=sample)


def add_demo(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "demo",
        purpose="open a throw-away sample in the window",
        description="Open a copy of the sample library in the window; it is deleted afterwards.",
    )
    parser.set_defaults(run=demo)


def sample(call: Call) -> int:
    """Make the sample library in the folder that was named."""
    folder: Path = call.arguments.folder
    with call.screen.progress("Making the sample library") as report:
        bootstrap.make_sample(folder, report)
    call.screen.data({"library": str(folder)})
    call.screen.show(one_line(f"Sample library: {folder}"))
    return Status.FINE


def demo(call: Call) -> int:
    """Open the window on a copy that does not outlive it; the window's exit code."""
    # Windows keeps files of a closed database locked for a moment; what is left, the system clears.
    with TemporaryDirectory(prefix="summit-reader-", ignore_cleanup_errors=True) as place:
        folder = Path(place) / "Sample library"
        with call.screen.progress("Making the sample library") as report:
            bootstrap.make_sample(folder, report)
        return call.window(folder, sample=True)
