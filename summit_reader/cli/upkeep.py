"""`reindex` and `doctor`: keep a library in order, and see whether it is."""

from __future__ import annotations

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.domain.errors import LibraryProblem, LibraryReadOnly, LibraryTooNew, NotALibrary
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted


def add_reindex(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "reindex",
        purpose="build the search index again",
        description="Build the search index again from the texts. Nothing else is touched.",
    )
    parser.set_defaults(run=reindex)


def add_doctor(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "doctor",
        purpose="check the library",
        description="Check the library and its index. Exit code 1 means that something is wrong.",
    )
    parser.set_defaults(run=doctor)


def reindex(call: Call) -> int:
    """Rebuild the index and say how many texts it holds."""
    with call.services(bulk=False) as services, call.screen.progress("Indexing") as report:
        texts = services.upkeep.rebuild(report)
    call.screen.data({"indexed": texts})
    call.screen.show(f"{counted(texts, 'text')} indexed.")
    return Status.FINE


def doctor(call: Call) -> int:
    """Print every check; 1 if one of them failed, or the library cannot even be opened."""
    try:
        with call.services() as services:
            rows = [
                (finding.check, finding.ok, finding.detail)
                for finding in services.upkeep.findings()
            ]
    except (NotALibrary, LibraryTooNew, LibraryReadOnly):
        raise  # nothing to mend in them: the wrong folder, the wrong program, the wrong rights
    except LibraryProblem as problem:
        rows = [("library", False, str(problem))]
    call.screen.data(
        {"findings": [{"check": check, "ok": ok, "detail": detail} for check, ok, detail in rows]}
    )
    table = plain_table(head=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for check, ok, detail in rows:
        table.add_row("ok" if ok else "TROUBLE", one_line(check), one_line(detail))
    call.screen.show(table)
    return Status.FINE if all(ok for _, ok, _ in rows) else Status.TROUBLE_FOUND
