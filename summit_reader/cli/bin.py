"""`bin`: what was deleted, brought back or deleted for good."""

from __future__ import annotations

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted


def add_bin(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "bin",
        purpose="list what was deleted, bring it back, or empty the bin",
        description="List what lies in the bin. It stays there until the bin is emptied.",
        epilog="`summit-reader article N --restore-from-bin` brings a text back.",
    )
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--restore-outlet", metavar="NAME", help="bring an outlet back, whole")
    steps.add_argument("--empty", action="store_true", help="delete everything in the bin for good")
    parser.set_defaults(run=list_bin)


def list_bin(call: Call) -> int:
    """List the bin, bring an outlet back, or empty it; 1 if there is nothing in it."""
    asked = call.arguments
    with call.services() as services:
        lying = services.shelving.binned()
        if asked.empty:
            count = services.shelving.empty_bin()
            call.screen.data({"deleted": len(lying), "texts": count})
            call.screen.show(f"Deleted for good: {counted(count, 'text')}.")
            return Status.FINE
        if asked.restore_outlet:
            name = asked.restore_outlet.casefold()
            found = [each for each in lying if each.outlet_id and each.name.casefold() == name]
            if not found:
                call.screen.complain(f"There is no outlet “{asked.restore_outlet}” in the bin.")
                return Status.NOTHING_FOUND
            services.shelving.take_out(outlet_id=found[0].outlet_id)
            call.screen.data({"restored": found[0].name})
            call.screen.show(f"“{one_line(found[0].name)}” is back.")
            return Status.FINE
    call.screen.data(
        {
            "bin": [
                {
                    "name": each.name,
                    "article": each.article_id or None,
                    "outlet": each.outlet_id or None,
                    "texts": each.texts,
                    "takes": each.takes,
                    "deleted": each.binned.isoformat(),
                }
                for each in lying
            ]
        }
    )
    if not lying:
        call.screen.complain("The bin is empty.")
        return Status.NOTHING_FOUND
    table = plain_table()
    table.add_column("Number", justify="right")
    table.add_column("What", overflow="fold")
    table.add_column("With it")
    table.add_column("Deleted", no_wrap=True)
    for each in lying:
        number = str(each.article_id) if each.article_id else "outlet"
        takes = counted(each.takes, "take")
        held = takes if each.article_id else f"{counted(each.texts, 'text')}, {takes}"
        table.add_row(number, one_line(each.name), held, f"{each.binned:%Y-%m-%d %H:%M}")
    call.screen.show(table)
    return Status.FINE
