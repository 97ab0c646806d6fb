"""`import`: take files into the library, or show what they would come in as."""

from __future__ import annotations

from collections.abc import Iterable

from summit_reader import processes
from summit_reader.cli.call import Call
from summit_reader.cli.days import day_named
from summit_reader.cli.parser import AddCommand, name_given
from summit_reader.cli.previews import show_previews
from summit_reader.cli.status import Status
from summit_reader.domain.article import Hints
from summit_reader.domain.importing import Imported, ImportOrder, ImportReport
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted

_EPILOG = (
    "With --dry-run --json: {“articles”: [{file, format, outlet, headline, byline, date, language, "
    "text, removed: [{start, end, type, text}], takes: [as “takes --jsonl” has them]}], “failed”: "
    "[{file, reason}]}. Offsets count code points of the text as it was extracted."
)


_LISTED = 100
"""Texts that are listed one by one; of thousands the number says more, and `--json` has them."""


def add_import(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "import",
        purpose="take texts in",
        description="Take texts into the library. A file that cannot be read stops no other one.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "names",
        nargs="+",
        metavar="WHAT",
        type=name_given,
        help="a file, a folder, a pattern such as “texts/**/*.html”, a web address, "
        "or - for standard input",
    )
    parser.add_argument(
        "--as",
        dest="format",
        metavar="FORMAT",
        help="read everything as this format; without it, what a file holds decides",
    )
    parser.add_argument("--outlet", metavar="NAME", type=name_given, help="whose texts these are")
    parser.add_argument("--date", metavar="DAY", type=day_named, help="published on: 2019-04-25")
    parser.add_argument(
        "--columns",
        metavar="PART=COLUMN,…",
        help="which column of a table holds what: headline=Title,body=Text,published=Day; the "
        "parts are body, headline, standfirst, outlet, published, authors, url, language, section",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="show what would come in, with what was removed; no library is touched",
    )
    parser.set_defaults(run=import_texts)


def import_texts(call: Call) -> int:
    """Import everything that was named; 2 if something stayed outside.

    With `--dry-run` show it instead; 2 if nothing could be read.
    """
    # Not at the top: every command would wait for what reads all formats.
    from summit_reader.intake.asked import reader_asked  # noqa: PLC0415
    from summit_reader.intake.offers import offers_of  # noqa: PLC0415

    asked = call.arguments
    if asked.dry_run:
        reader = reader_asked(asked.format or "", asked.columns or "")
        offers = offers_of(asked.names)
        return show_previews(processes.previews_of(offers, _hints(call), reader), call.screen)
    return _import(call)


def _import(call: Call) -> int:
    asked = call.arguments
    processes.collect_seldom()
    order = ImportOrder(
        tuple(asked.names), asked.outlet or "", asked.date, asked.format or "", asked.columns or ""
    )
    with (
        call.services(own=True) as services,
        call.screen.progress("Importing") as report,
    ):
        outcome = services.importing.import_here(order, report)
    call.screen.data(_fields(outcome))
    for imported in outcome.imported[:_LISTED]:
        call.screen.show(_line(imported))
    if len(outcome.imported) > _LISTED:
        call.screen.show(f"… and {counted(len(outcome.imported) - _LISTED, 'text')} more")
    for failure in outcome.failed:
        call.screen.complain(str(failure.error))
    call.screen.show(_summary(outcome))
    return Status.BAD_INPUT if outcome.failed else Status.FINE


def _hints(call: Call) -> Hints:
    name = call.arguments.outlet
    return Hints(
        outlet=processes.outlet_named(name) if name else None, published=call.arguments.date
    )


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
