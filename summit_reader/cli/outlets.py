"""`outlets`: who is in the library."""

from __future__ import annotations

from rich.table import Table

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.status import Status
from summit_reader.export.characters import one_line


def add_outlets(add: AddCommand) -> None:
    """Describe the command."""
    parser = add("outlets", purpose="list the outlets", description="List the outlets by name.")
    parser.set_defaults(run=outlets)


def outlets(call: Call) -> int:
    """Print every outlet with how much of it is here; 1 if there is none."""
    with call.services() as services:
        summaries = services.reading.outlets()
    call.screen.data(
        {
            "outlets": [
                {
                    "name": summary.outlet.name,
                    "country": summary.outlet.country,
                    "texts": summary.articles,
                    "takes": summary.takes,
                }
                for summary in summaries
            ]
        }
    )
    if not summaries:
        call.screen.complain("There are no outlets in this library yet.")
        return Status.NOTHING_FOUND
    table = Table(box=None, padding=(0, 3, 0, 0), pad_edge=False)
    table.add_column("Outlet", overflow="fold")
    table.add_column("Country")
    table.add_column("Texts", justify="right")
    table.add_column("Takes", justify="right")
    for summary in summaries:
        outlet = summary.outlet
        counts = (str(summary.articles), str(summary.takes))
        table.add_row(one_line(outlet.name), one_line(outlet.country), *counts)
    call.screen.show(table)
    return Status.FINE
