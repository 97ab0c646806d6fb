"""`points`: the questions on which takes are set side by side, and what could be asked besides."""

from __future__ import annotations

from argparse import ArgumentTypeError

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.numbers import number_named
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.domain.point import PointSummary
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted

_WITH_PHRASE = 2


def add_points(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "points",
        purpose="list the points, make and change them",
        description="List the points to compare on, or change them first.",
        epilog="A second phrase says in other words what a vague question means; it is looked for, "
        "too. What `--suggest` prints are words that several outlets share.",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--add",
        nargs="+",
        metavar=("QUESTION", "PHRASE"),
        help="make a point, with a second phrase",
    )
    what.add_argument(
        "--rename", nargs=2, metavar=("QUESTION", "NEW"), help="put a point otherwise"
    )
    what.add_argument(
        "--phrase",
        nargs=2,
        metavar=("QUESTION", "WORDS"),
        help="set the second phrase, “” for none",
    )
    what.add_argument(
        "--move", nargs=2, metavar=("QUESTION", "PLACE"), help="put a point elsewhere"
    )
    what.add_argument("--remove", metavar="QUESTION", help="forget a point; its takes stay")
    what.add_argument("--suggest", action="store_true", help="print words that outlets share")
    parser.add_argument(
        "--story", type=number_named, metavar="NUMBER", help="with --suggest, only in this story"
    )
    parser.set_defaults(run=points)


def points(call: Call) -> int:
    """Change the points if asked to, then print all of them in their order; 1 if there is none."""
    asked = call.arguments
    if asked.story is not None and not asked.suggest:
        call.screen.complain("--story goes with --suggest.")
        return Status.BAD_INPUT
    if asked.add and len(asked.add) > _WITH_PHRASE:
        call.screen.complain("--add takes a question and one phrase; put each between marks.")
        return Status.BAD_INPUT
    with call.services() as services:
        if asked.suggest:
            return _suggest(call, services)
        try:
            _change(call, services)
        except ValueError as error:
            call.screen.complain(f"Nothing was changed: {error}.")
            return Status.BAD_INPUT
        summaries = services.comparing.points()
    call.screen.data({"points": [_fields(summary) for summary in summaries]})
    if not summaries:
        call.screen.complain("There are no points in this library yet.")
        return Status.NOTHING_FOUND
    table = plain_table()
    table.add_column("Point", overflow="fold")
    for heading in ("Takes", "Outlets", "Texts"):
        table.add_column(heading, justify="right")
    for summary in summaries:
        counts = (summary.takes, summary.outlets, summary.texts)
        table.add_row(_named(summary), *map(str, counts))
    call.screen.show(table)
    return Status.FINE


def _change(call: Call, services: Services) -> None:
    asked, comparing = call.arguments, services.comparing
    if asked.add:
        comparing.add_point(*asked.add)
    elif asked.rename:
        question, new = asked.rename
        comparing.rename_point(comparing.point_named(question).id, new)
    elif asked.phrase:
        question, words = asked.phrase
        comparing.set_second_phrase(comparing.point_named(question).id, words)
    elif asked.move:
        question, place = asked.move
        services.deciding.move_point(comparing.point_named(question).id, _place(place))
    elif asked.remove:
        comparing.remove_point(comparing.point_named(asked.remove).id)


def _place(text: str) -> int:
    try:
        return number_named(text) - 1
    except ArgumentTypeError as error:
        raise ValueError(error) from error


def _suggest(call: Call, services: Services) -> int:
    found = services.proposing.chips(call.arguments.story)
    call.screen.data(
        {
            "suggestions": [
                {"words": chip.words, "outlets": chip.outlets, "texts": chip.texts}
                for chip in found
            ]
        }
    )
    if not found:
        call.screen.complain("No two outlets here share a word of which a point could be made.")
        return Status.NOTHING_FOUND
    for chip in found:
        outlets, texts = counted(chip.outlets, "outlet"), counted(chip.texts, "text")
        call.screen.show(one_line(f"{chip.words}: {outlets}, {texts}"))
    return Status.FINE


def _named(summary: PointSummary) -> str:
    phrase = summary.point.second_phrase
    return one_line(f"{summary.point.question}  ({phrase})" if phrase else summary.point.question)


def _fields(summary: PointSummary) -> dict[str, object]:
    return {
        "question": summary.point.question,
        "second_phrase": summary.point.second_phrase,
        "takes": summary.takes,
        "outlets": summary.outlets,
        "texts": summary.texts,
    }
