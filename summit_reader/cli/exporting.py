"""`export`: write a comparison, a point, takes or what a search finds as a hand-out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.days import day_named
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.status import Status
from summit_reader.domain.comparison import Comparison
from summit_reader.domain.hand_out_errors import ExportProblem
from summit_reader.export.characters import one_line
from summit_reader.export.options import Arrangement, CitationStyle, Options

_MOST_RESULTS = 200
"""Articles of a search that go into one hand-out."""

_ENDINGS = "ends in .html, .docx, .odt, .pdf, .md, .csv, .json, .bib, .ris or .csl.json"


def add_export(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "export",
        purpose="write a hand-out",
        description="Write a comparison, all takes on a point, chosen takes or what a search finds "
        "as a page, a document, a table or a list of references. HTML, Word, Markdown and JSON "
        "hand-outs can be read back with `summit-reader merge`. A hand-out is not a backup.",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "comparison", nargs="?", help="its name or number (default: the one last worked on)"
    )
    what.add_argument("--point", metavar="QUESTION", help="all takes on this point instead")
    what.add_argument("--takes", metavar="N", nargs="+", type=int, help="these takes instead")
    what.add_argument("--search", metavar="QUERY", help="what this query finds instead")
    parser.add_argument("--to", required=True, metavar="FILE", type=path_named, help=_ENDINGS)
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    _add_looks(parser)
    parser.set_defaults(run=export)


def export(call: Call) -> int:
    """Write the hand-out; an older file of that name is replaced only by force."""
    path = call.arguments.to
    if path.exists() and not call.arguments.force:
        raise ExportProblem(path=str(path), reason="it is there already (--force replaces it)")
    with call.services() as services:
        comparison = _comparison(services, call.arguments)
        services.exporting.write(comparison, path, _options(call.arguments))
    call.screen.data({"written": str(path)})
    call.screen.show(one_line(f"Written: {path}"))
    return Status.FINE


def _add_looks(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--layout",
        choices=[str(each) for each in Arrangement],
        default=str(Arrangement.COLUMNS),
        help="columns beside each other, a table, or a list (default: columns)",
    )
    parser.add_argument(
        "--citations",
        choices=[str(each) for each in CitationStyle],
        default=str(CitationStyle.PLAIN),
        help="the style of the citations (default: plain)",
    )
    parser.add_argument(
        "--accessed",
        metavar="DATE",
        type=day_named,
        help="the day that some styles print beside an address, as 2019-04-25",
    )
    parser.add_argument("--context", action="store_true", help="the sentences around each take")
    parser.add_argument(
        "--blind",
        choices=("without-key", "with-key"),
        nargs="?",
        const="without-key",
        metavar="with-key",
        help="outlets, countries, bylines and links hidden; with-key tells them at the end",
    )


def _options(arguments: Namespace) -> Options:
    return Options(
        arrangement=Arrangement(arguments.layout),
        style=CitationStyle(arguments.citations),
        blind=arguments.blind is not None,
        key=arguments.blind == "with-key",
        context=arguments.context,
        accessed=arguments.accessed,
    )


def _comparison(services: Services, arguments: Namespace) -> Comparison:
    exporting = services.exporting
    if arguments.point is not None:
        point = services.comparing.point_named(arguments.point)
        return exporting.of_point(services.comparing.view(point.id))
    if arguments.takes is not None:
        return exporting.of_takes("Takes", arguments.takes)
    if arguments.search is not None:
        results = services.searching.search(arguments.search, _MOST_RESULTS)
        return exporting.of_results(results)
    if arguments.comparison is not None:
        return exporting.comparison_named(arguments.comparison)
    return services.pinning.current()
