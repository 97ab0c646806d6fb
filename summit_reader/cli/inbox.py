"""`feeds inbox`, `feeds keep`, `feeds dismiss`: what feeds brought, and what becomes of it."""

from __future__ import annotations

from argparse import ArgumentParser, BooleanOptionalAction

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.numbers import number_named
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.status import Status
from summit_reader.domain.feed import InboxItem
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted


def add_inbox(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "inbox",
        purpose="list what feeds brought",
        description="List the new items, the latest first. Nothing of it is in the library yet.",
    )
    parser.add_argument("feed", nargs="?", metavar="FEED", help="only those of this feed")
    parser.set_defaults(run=inbox)


def add_keep(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "keep",
        purpose="take items into the library",
        description="Take items of the inbox into the library as articles.",
    )
    _add_which(parser)
    parser.add_argument(
        "--full-text",
        action=BooleanOptionalAction,
        help="whether the pages are fetched (default: as each feed is set)",
    )
    parser.set_defaults(run=keep)


def add_dismiss(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "dismiss",
        purpose="put items away",
        description="Put items of the inbox away. Their feeds do not bring them again.",
    )
    _add_which(parser)
    parser.set_defaults(run=dismiss)


def inbox(call: Call) -> int:
    """Print what waits; 1 if nothing does."""
    name = call.arguments.feed
    with call.services() as services:
        feed_id = services.following.named(name).id if name else None
        items = services.sifting.waiting(feed_id)
    call.screen.data({"items": [_fields(item) for item in items]})
    if not items:
        call.screen.complain("Nothing waits in the inbox.")
        return Status.NOTHING_FOUND
    for item in items:
        day = f"{item.published:%Y-%m-%d}" if item.published else "no date"
        call.screen.show(one_line(f"{item.id}  {day}  {item.feed}: {_headline(item)}"))
    return Status.FINE


def keep(call: Call) -> int:
    """Take items in; 1 if none was there to take."""
    with call.services() as services, call.screen.progress("Keeping") as report:
        items = _asked_for(call, services)
        outcome = services.sifting.keep(
            [item.id for item in items], full_text=call.arguments.full_text, report=report
        )
    by_id = {item.id: item for item in items}
    call.screen.data(
        {
            "kept": [
                {
                    **_fields(by_id[each.item_id]),
                    "article_id": each.article_id,
                    "added": each.added,
                    "takes": each.takes,
                    "full_text": str(each.full_text) if each.full_text else None,
                }
                for each in outcome.kept
            ]
        }
    )
    for each in outcome.kept:
        said = counted(each.takes, "take") if each.added else "already here"
        call.screen.show(one_line(f"{_headline(by_id[each.item_id])}: {said}"))
        if each.full_text:
            call.screen.complain(str(each.full_text))
    call.screen.show(f"{counted(len(outcome.kept), 'article')} kept.")
    return Status.FINE if outcome.kept else Status.NOTHING_FOUND


def dismiss(call: Call) -> int:
    """Put items away; 1 if none was there."""
    with call.services() as services:
        items = services.sifting.dismiss([item.id for item in _asked_for(call, services)])
    call.screen.data({"dismissed": [_fields(item) for item in items]})
    call.screen.show(f"{counted(len(items), 'item')} dismissed.")
    return Status.FINE if items else Status.NOTHING_FOUND


def _add_which(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "items", nargs="*", default=[], type=number_named, metavar="ITEM", help="its number"
    )
    which.add_argument("--all", action="store_true", help="everything that waits")
    which.add_argument("--feed", metavar="FEED", help="everything that waits of this feed")


def _asked_for(call: Call, services: Services) -> tuple[InboxItem, ...]:
    asked = call.arguments
    if asked.feed:
        return services.sifting.waiting(services.following.named(asked.feed).id)
    if asked.all:
        return services.sifting.waiting()
    return tuple(services.sifting.item(number) for number in asked.items)


def _headline(item: InboxItem) -> str:
    return item.headline or item.opening[:80]


def _fields(item: InboxItem) -> dict[str, object]:
    return {
        "id": item.id,
        "feed": item.feed,
        "headline": item.headline,
        "byline": item.byline,
        "published": item.published.isoformat() if item.published else None,
        "link": item.link,
        "opening": item.opening,
    }
