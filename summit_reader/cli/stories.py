"""`stories`: the happenings that several texts cover, as proposed and as decided."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from summit_reader.cli.call import Call
from summit_reader.cli.numbers import number_named
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import indented
from summit_reader.cli.status import Status
from summit_reader.domain.comparison import Source
from summit_reader.domain.story import Story
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted

if TYPE_CHECKING:
    from summit_reader.services.gathering import Gathering


def add_stories(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "stories",
        purpose="list the stories that several texts cover",
        description="List the stories with their texts; a story is a proposal until you say so.",
        epilog="What you merge, split or rename is never overruled. Numbers are in the list.",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--find", action="store_true", help="propose stories for all texts anew")
    what.add_argument(
        "--merge", nargs=2, metavar=("A", "B"), type=number_named, help="make two stories one"
    )
    what.add_argument(
        "--split",
        nargs="+",
        metavar="NUMBER",
        type=number_named,
        help="a story, and the texts that are to be another one",
    )
    what.add_argument("--rename", nargs=2, metavar=("STORY", "NAME"), help="name a story")
    parser.set_defaults(run=stories)


def stories(call: Call) -> int:
    """Decide if asked to, then print the stories; 1 if there is none."""
    asked = call.arguments
    if asked.split and len(asked.split) == 1:
        call.screen.complain("--split needs a story and at least one of its texts.")
        return Status.BAD_INPUT
    with call.services() as services:
        try:
            _decide(call, services.gathering)
        except ValueError as error:
            call.screen.complain(f"Nothing was changed: {error}.")
            return Status.BAD_INPUT
        found = services.gathering.stories()
    call.screen.data({"stories": [_fields(story) for story in found]})
    if not found:
        call.screen.complain("No two texts here are on the same story.")
        return Status.NOTHING_FOUND
    for story in found:
        call.screen.show(*_shown(story), "")
    return Status.FINE


def _decide(call: Call, gathering: Gathering) -> None:
    asked = call.arguments
    if asked.find:
        gathering.gather()
    elif asked.merge:
        gathering.merge(*asked.merge)
    elif asked.split:
        story_id, *texts = asked.split
        gathering.split(story_id, texts)
    elif asked.rename:
        number, name = asked.rename
        try:
            story_id = number_named(number)
        except ArgumentTypeError as error:
            raise ValueError(error) from error
        gathering.rename(story_id, name)


def _shown(story: Story) -> tuple[Text | Padding, ...]:
    texts, outlets = counted(len(story.articles), "text"), counted(story.outlets, "outlet")
    state = "  proposed" if story.is_proposal else ""
    head = Text(overflow="fold")
    head.append(f"{story.id}  ", "dim")
    head.append(one_line(story.title), "bold")
    head.append(f"  {texts}, {outlets}{state}", "dim")
    lines = [
        indented(Text(one_line(_named(article.source)), overflow="fold"))
        for article in story.articles
    ]
    return head, *lines


def _named(source: Source) -> str:
    day = source.metadata.published
    parts = (source.metadata.outlet.name, source.title, day.isoformat() if day else "no date")
    return f"{source.article_id}  " + ", ".join(parts)


def _fields(story: Story) -> dict[str, object]:
    return {
        "story_id": story.id,
        "title": story.title,
        "proposed": story.is_proposal,
        "outlets": story.outlets,
        "texts": [
            {
                "article_id": article.source.article_id,
                "outlet": article.source.metadata.outlet.name,
                "title": article.source.title,
                "decided_by": article.decided_by.value,
            }
            for article in story.articles
        ],
    }
