"""`outlets`: who is in the library, what is known of one, and which of them are one."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Iterator

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.days import day_named
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.domain.errors import UnknownOutlet
from summit_reader.domain.outlet import Label
from summit_reader.domain.outlet_card import OutletCard
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted

_LONGEST = 160


def add_outlets(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "outlets",
        purpose="list the outlets, or show one; merge and split them, and label them",
        description="List the outlets by name; with NAME, print all that is known of one.",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="the outlet, by a name it goes by")
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument(
        "--merge",
        nargs=2,
        metavar=("A", "B"),
        help="make outlet B another name of outlet A, with all that is its own",
    )
    steps.add_argument(
        "--split",
        metavar="ALIAS",
        help="make another name of NAME an outlet of its own, with what was printed under it",
    )
    steps.add_argument(
        "--label",
        type=_label,
        metavar="AXIS=VALUE",
        help="say something of NAME, as in “ownership=state”",
    )
    steps.add_argument(
        "--delete", action="store_true", help="move NAME with its texts and takes to the bin"
    )
    parser.add_argument("--source", default="", help="where a label was found")
    parser.add_argument(
        "--date", type=day_named, metavar="YYYY-MM-DD", help="when a label was said"
    )
    parser.set_defaults(run=outlets)


def outlets(call: Call) -> int:
    """List the outlets, show one, or change one; 1 if there is none."""
    asked = call.arguments
    if asked.name is None and (asked.split or asked.label or asked.delete):
        call.screen.complain("Say which outlet: the name comes after `outlets`.")
        return Status.BAD_INPUT
    with call.services() as services:
        if asked.merge:
            return _merge(call, services, *asked.merge)
        if asked.name is None:
            return _listed(call, services)
        outlet_id = _found(services, asked.name)
        if asked.split:
            services.curating.split(outlet_id, asked.split)
            outlet_id = _found(services, asked.split)
        elif asked.label:
            axis, value = asked.label
            services.curating.label(outlet_id, Label(axis, value, asked.source, asked.date))
        elif asked.delete:
            return _delete(call, services, outlet_id)
        card = services.curating.card(outlet_id)
    return _print(call, card)


def _merge(call: Call, services: Services, name: str, other: str) -> int:
    one, two = _found(services, name), _found(services, other)
    if one == two:
        call.screen.complain(f"“{name}” and “{other}” are one outlet already.")
        return Status.BAD_INPUT
    services.curating.merge(one, two)
    return _print(call, services.curating.card(one))


def _delete(call: Call, services: Services, outlet_id: int) -> int:
    gone = services.shelving.deletion_of_outlet(outlet_id)
    services.shelving.delete_outlet(outlet_id)
    call.screen.data({"deleted": gone.name, "texts": gone.texts, "takes": gone.takes})
    what = f"{counted(gone.texts, 'text')} and {counted(gone.takes, 'take')}"
    call.screen.show(f"“{one_line(gone.name)}” is in the bin with {what}.")
    call.screen.show("`summit-reader bin` lists what is there and brings it back.")
    return Status.FINE


def _found(services: Services, name: str) -> int:
    outlet_id = services.curating.named(name)
    if outlet_id is None:
        raise UnknownOutlet(name=name)
    return outlet_id


def _print(call: Call, card: OutletCard) -> int:
    call.screen.data(_fields(card))
    outlet = card.outlet
    call.screen.show(one_line(outlet.profile.name), "")
    table = plain_table(head=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in _lines(card):
        table.add_row(name, one_line(value))
    call.screen.show(table, "")
    for each in card.takes:
        words = " … ".join(each.take.segments) or each.take.thesis
        cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
        call.screen.show(one_line(f"{each.take.id:>6}  {cut}"))
    return Status.FINE


def _lines(card: OutletCard) -> Iterator[tuple[str, str]]:
    outlet, profile = card.outlet, card.outlet.profile
    facts = (
        ("Other names", ", ".join(profile.aliases)),
        ("Country", profile.country),
        ("Language", profile.language),
        ("Kind", profile.kind.value),
        ("Owner", outlet.owner),
        ("Homepage", profile.homepage),
        *((f"Label: {one.axis}", _said(one)) for one in outlet.labels),
        ("Notes", outlet.notes),
    )
    yield from (fact for fact in facts if fact[1])
    counts = (
        counted(card.articles, "text"),
        counted(len(card.takes), "take"),
        counted(card.points, "point"),
        counted(card.clippings, "pinned take"),
    )
    yield "Here", ", ".join(counts)


def _said(label: Label) -> str:
    origin = ", ".join(filter(None, (label.source, label.dated.isoformat() if label.dated else "")))
    return f"{label.value} ({origin})" if origin else label.value


def _fields(card: OutletCard) -> dict[str, object]:
    outlet, profile = card.outlet, card.outlet.profile
    return {
        "outlet": outlet.id,
        "name": profile.name,
        "aliases": list(profile.aliases),
        "country": profile.country,
        "language": profile.language,
        "kind": profile.kind.value,
        "owner": outlet.owner,
        "homepage": profile.homepage,
        "labels": [
            {
                "axis": one.axis,
                "value": one.value,
                "source": one.source,
                "date": one.dated.isoformat() if one.dated else None,
            }
            for one in outlet.labels
        ],
        "notes": outlet.notes,
        "texts": card.articles,
        "points": card.points,
        "pinned": card.clippings,
        "takes": [
            {
                "take": each.take.id,
                "article": each.take.article_id,
                "title": each.source.title,
                "text": list(each.take.segments),
            }
            for each in card.takes
        ],
    }


def _listed(call: Call, services: Services) -> int:
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
    table = plain_table()
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


def _label(text: str) -> tuple[str, str]:
    axis, _, value = text.partition("=")
    if not axis.strip() or not value.strip():
        message = f"{text!r} is not an axis and a value such as ownership=state"
        raise ArgumentTypeError(message)
    return axis, value
