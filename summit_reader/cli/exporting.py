"""`export`: write a comparison or a point as a hand-out."""

from __future__ import annotations

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.status import Status
from summit_reader.domain.comparison import Comparison
from summit_reader.domain.errors import ExportProblem
from summit_reader.export.characters import one_line


def add_export(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "export",
        purpose="write a hand-out",
        description="Write a comparison, or all takes on a point, as a page or as Markdown.",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "comparison", nargs="?", help="its name or number (default: the one last worked on)"
    )
    what.add_argument("--point", metavar="QUESTION", help="all takes on this point instead")
    parser.add_argument(
        "--to", required=True, metavar="FILE", type=path_named, help="ends in .html or .md"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    parser.set_defaults(run=export)


def export(call: Call) -> int:
    """Write the hand-out; an older file of that name is replaced only by force."""
    path = call.arguments.to
    if path.exists() and not call.arguments.force:
        raise ExportProblem(path=str(path), reason="it is there already (--force replaces it)")
    with call.services() as services:
        if call.arguments.point is None:
            services.exporting.write(_comparison(services, call.arguments.comparison).id, path)
        else:
            point = services.comparing.point_named(call.arguments.point)
            services.exporting.write_point(services.comparing.view(point.id), path)
    call.screen.data({"written": str(path)})
    call.screen.show(one_line(f"Written: {path}"))
    return Status.FINE


def _comparison(services: Services, name: str | None) -> Comparison:
    return services.pinning.current() if name is None else services.exporting.comparison_named(name)
