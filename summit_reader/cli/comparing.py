"""`compare`: two outlets on a point side by side, or all points against all outlets."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from rich.table import Table
from rich.text import Text

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.grid import show_grid
from summit_reader.cli.numbers import number_named
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Point, PointTake
from summit_reader.domain.take import Take
from summit_reader.export.chain import chain_line, described, links, speakers
from summit_reader.export.characters import one_line
from summit_reader.export.citation import citation_of
from summit_reader.export.quotation import Quotation, quotation_of, thesis_of
from summit_reader.export.wording import outlet_named

_PAIR = 2


class _Column(NamedTuple):
    outlet: OutletRef
    takes: tuple[Take, ...]


class _Printed(NamedTuple):
    """A take as both answers, the table and the JSON, tell it."""

    take: Take
    speaker: str
    quotation: Quotation
    thesis: str
    chain: tuple[str, ...]
    citation: str


def add_compare(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "compare",
        purpose="set two outlets side by side",
        description="Set what two outlets carry on a point side by side, with full citations.",
    )
    parser.add_argument("point", nargs="?", help="the question, as `summit-reader points` lists it")
    parser.add_argument(
        "--outlets",
        nargs="+",
        metavar="NAME",
        help="two outlets by name or alias (default: the point's first pair); with --grid, any",
    )
    parser.add_argument(
        "--grid", action="store_true", help="every point against every outlet, instead of a point"
    )
    parser.add_argument(
        "--story",
        type=number_named,
        metavar="NUMBER",
        help="with --grid, judge outlets by what they have in this story",
    )
    parser.set_defaults(run=compare)


def compare(call: Call) -> int:
    """Print two outlets' takes on a point beside each other; 1 if the point has none."""
    asked = call.arguments
    if asked.grid and asked.point is None:
        return show_grid(call)
    wrong = asked.grid or asked.point is None or asked.story is not None
    if wrong or (asked.outlets and len(asked.outlets) != _PAIR):
        call.screen.complain(
            "compare needs a point and two outlets, or --grid, --story too, without a point."
        )
        return Status.BAD_INPUT
    with call.services() as services:
        point = services.comparing.point_named(call.arguments.point)
        if call.arguments.outlets:
            columns = [_takes_by(services, point, name) for name in call.arguments.outlets]
        else:
            columns = _first_pair(services, point)
        printed = [[_printed(services, take) for take in column.takes] for column in columns]
    outlets = [column.outlet for column in columns]
    call.screen.data(
        {
            "point": point.question,
            "columns": [
                {
                    "outlet": outlet.name,
                    "country": outlet.country,
                    "takes": [_fields(take) for take in takes],
                }
                for outlet, takes in zip(outlets, printed, strict=True)
            ],
        }
    )
    if not columns:
        call.screen.complain(f"There is no take on “{point.question}” yet.")
        return Status.NOTHING_FOUND
    call.screen.show(Text(one_line(point.question), style="bold"), "", _table(outlets, printed))
    return Status.FINE


def _takes_by(services: Services, point: Point, name: str) -> _Column:
    takes = [one.take for one in services.comparing.takes_of(point.question, name)]
    pair = point.first_pair or ()
    takes.sort(key=lambda take: take.id not in pair)
    return _Column(takes[0].outlet, tuple(takes))


def _first_pair(services: Services, point: Point) -> list[_Column]:
    """The pair the point names; without one, the first takes of the first two outlets."""
    shown = services.comparing.view(point.id).takes
    if point.first_pair:
        pair = [services.reading.take(take_id) for take_id in point.first_pair]
    else:
        pair = list(_firsts(shown).values())[:2]
    return [_Column(take.outlet, (take,)) for take in pair]


def _firsts(shown: tuple[PointTake, ...]) -> dict[int, Take]:
    firsts: dict[int, Take] = {}
    for on_point in shown:
        firsts.setdefault(on_point.take.outlet.id, on_point.take)
    return firsts


def _printed(services: Services, take: Take) -> _Printed:
    source = services.reading.source(take.article_id)
    voices = speakers(take.chain)
    return _Printed(
        take=take,
        speaker=described(voices[0], unless=take.outlet.name) if voices else "",
        quotation=quotation_of(take, source),
        thesis=thesis_of(take, source),
        chain=links(take, source),
        citation=str(citation_of(take, source)),
    )


def _fields(printed: _Printed) -> dict[str, object]:
    take = printed.take
    return {
        "take_id": take.id,
        "article_id": take.article_id,
        "kind": take.kind.value,
        "role": take.role.value,
        "speaker": printed.speaker,
        "headline": take.headline,
        "text": take.text,
        "quotation": str(printed.quotation),
        "thesis": take.thesis,
        "chain": printed.chain,
        "citation": printed.citation,
    }


def _table(outlets: list[OutletRef], columns: list[list[_Printed]]) -> Table:
    table = plain_table(wide=True)
    for outlet in outlets:
        table.add_column(outlet_named(outlet), ratio=1, overflow="fold")
    for row in zip_longest(*columns):
        table.add_row(*(_cell(printed) if printed else "" for printed in row))
    return table


def _cell(printed: _Printed) -> Text:
    take = printed.take
    voice = " · ".join(filter(None, (take.role.value, printed.speaker)))
    blocks = (
        ((voice, "italic"), (one_line(take.headline), "bold")),
        ((str(printed.quotation), ""),),
        ((printed.thesis, "dim"), (chain_line(printed.chain), "dim"), (printed.citation, "dim")),
    )
    cell = Text(overflow="fold")
    for block in blocks:
        for words, style in block:
            if words:
                cell.append(f"{words}\n", style)
        cell.append("\n")
    return cell
