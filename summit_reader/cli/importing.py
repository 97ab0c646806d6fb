"""`import`: take files into the library."""

from __future__ import annotations

from collections.abc import Iterable

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.status import Status
from summit_reader.domain.importing import Imported, ImportReport
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted


def add_import(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "import",
        purpose="take texts in",
        description="Take texts into the library. A file that cannot be read stops no other one.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", type=path_named, help="a text file")
    parser.set_defaults(run=import_texts)


def import_texts(call: Call) -> int:
    """Import every file that was named; 2 if one stayed outside."""
    with (
        call.services(own=True) as services,
        call.screen.progress("Importing") as report,
    ):
        outcome = services.importing.import_paths(call.arguments.paths, report)
    call.screen.data(_fields(outcome))
    for imported in outcome.imported:
        call.screen.show(_line(imported))
    for failure in outcome.failed:
        call.screen.complain(str(failure.error))
    call.screen.show(_summary(outcome))
    return Status.BAD_INPUT if outcome.failed else Status.FINE


def _fields(outcome: ImportReport) -> dict[str, object]:
    return {
        "imported": [
            {
                "name": imported.name,
                "article_id": imported.article_id,
                "title": imported.title,
                "outlet": imported.outlet,
                "takes": imported.takes,
                "removed": imported.removed,
                "known": imported.known,
                "renewed": imported.renewed,
                "lost": imported.lost,
            }
            for imported in outcome.imported
        ],
        "failed": [
            {"path": str(failure.path), "error": str(failure.error)} for failure in outcome.failed
        ],
    }


def _line(imported: Imported) -> str:
    state = "already here" if imported.known else counted(imported.takes, "take")
    if imported.renewed:
        state = f"read anew, {counted(imported.takes, 'take')}"
    if imported.lost:
        state += f", {imported.lost} lost"
    return one_line(f"{imported.name}: {imported.title} ({imported.outlet}), {state}")


def _summary(outcome: ImportReport) -> str:
    known = sum(imported.known for imported in outcome.imported)
    facts: Iterable[tuple[int, str]] = (
        (len(outcome.imported) - known, "imported"),
        (known, "already here"),
        (len(outcome.failed), "left out"),
    )
    said = [f"{counted(count, 'text')} {what}" for count, what in facts if count]
    return f"{', '.join(said)}."
