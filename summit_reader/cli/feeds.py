"""`feeds`: follow feeds, ask them what is new, and hand the list on."""

from __future__ import annotations

from argparse import ArgumentParser, BooleanOptionalAction
from pathlib import Path
from typing import TYPE_CHECKING

from summit_reader.cli.call import Call
from summit_reader.cli.inbox import add_dismiss, add_inbox, add_keep
from summit_reader.cli.parser import AddCommand, add_common_options, path_named
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.domain.errors import SummitError
from summit_reader.domain.feed import Feed, FeedCandidate, FeedOutcome, RefreshReport, Schedule
from summit_reader.domain.hand_out_errors import ExportProblem
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from summit_reader.bootstrap import Services

_SCHEDULES = [schedule.value for schedule in Schedule]
_TITLE = "Feeds of Summit Reader"


def add_feeds(add: AddCommand) -> None:
    """Describe the command and what can be done with it."""
    parser = add(
        "feeds",
        purpose="follow RSS, Atom and JSON feeds",
        description="Follow feeds. What they bring waits in the inbox until it is kept. "
        "A feed is asked when `refresh` says so, and never otherwise.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for describe in (
        _add_add, _add_list, _add_refresh, _add_set, _add_remove, _add_export,
        add_inbox, add_keep, add_dismiss,
    ):  # fmt: skip
        describe(_adding(commands))


def _adding(commands: _SubParsersAction[ArgumentParser]) -> AddCommand:
    def add(name: str, *, purpose: str, description: str) -> ArgumentParser:
        parser = commands.add_parser(
            name, help=purpose, description=description, allow_abbrev=False
        )
        add_common_options(parser)
        return parser

    return add


def _add_add(add: AddCommand) -> None:
    parser = add(
        "add",
        purpose="follow feeds",
        description="Follow the feed at an address, the feed that a page names, or all feeds of "
        "an OPML file. An address is asked at once; the feeds of a file only at `feeds refresh`.",
    )
    parser.add_argument("targets", nargs="+", metavar="URL|FILE", help="an address or OPML file")
    parser.add_argument("--outlet", default="", help="whose articles the feed brings")
    _add_wishes(parser)
    parser.set_defaults(run=_add)


def _add_list(add: AddCommand) -> None:
    parser = add("list", purpose="list the feeds", description="List the feeds with their state.")
    parser.set_defaults(run=_list)


def _add_refresh(add: AddCommand) -> None:
    parser = add(
        "refresh",
        purpose="ask feeds what is new",
        description="Ask these feeds, or all, and say what came of each. Feeds that have ended, "
        "and feeds whose server asked to wait, are not asked.",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("feeds", nargs="*", default=[], metavar="FEED", help=_FEED)
    which.add_argument("--due", action="store_true", help="only those that their schedule has due")
    parser.set_defaults(run=_refresh)


def _add_set(add: AddCommand) -> None:
    parser = add("set", purpose="say how a feed is followed", description="Change a feed.")
    parser.add_argument("feed", metavar="FEED", help=_FEED)
    parser.add_argument("--outlet", help="whose articles the feed brings")
    _add_wishes(parser)
    parser.set_defaults(run=_set)


def _add_remove(add: AddCommand) -> None:
    parser = add(
        "remove",
        purpose="follow a feed no longer",
        description="Follow feeds no longer. What was kept of them stays in the library.",
    )
    parser.add_argument("feeds", nargs="+", metavar="FEED", help=_FEED)
    parser.set_defaults(run=_remove)


def _add_export(add: AddCommand) -> None:
    parser = add(
        "export", purpose="write the list of feeds", description="Write the feeds as OPML."
    )
    parser.add_argument(
        "file", nargs="?", metavar="FILE", type=path_named, help="default: standard output"
    )
    parser.set_defaults(run=_export)


_FEED = "its number, address or title"


def _add_wishes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--schedule", choices=_SCHEDULES, help="how often an open window asks the feed by itself"
    )
    parser.add_argument(
        "--full-text",
        action=BooleanOptionalAction,
        help="whether the page is fetched when one of its items is kept",
    )


def _add(call: Call) -> int:
    said: list[dict[str, object]] = []
    status = Status.FINE
    with call.services(own=True) as services:
        for target in call.arguments.targets:
            try:
                if Path(target).is_file():
                    said += _follow_list(call, services, Path(target))
                else:
                    said += _follow(call, services, target)
            except SummitError as error:
                call.screen.complain(str(error))
                status = Status.BAD_INPUT
            except _Undecided:
                status = Status.BAD_INPUT
    call.screen.data({"feeds": said})
    return status


class _Undecided(Exception):
    """The reader has to choose first."""


def _follow(call: Call, services: Services, address: str) -> list[dict[str, object]]:
    from summit_reader.services.following import Wishes  # noqa: PLC0415 - loads the library

    asked = call.arguments
    wishes = Wishes(Schedule(asked.schedule or Schedule.OFF), bool(asked.full_text), asked.outlet)
    outcome = services.following.follow(address, wishes)
    if not isinstance(outcome, FeedOutcome):
        _offer(call, address, outcome)
        raise _Undecided
    feed = outcome.feed
    came = counted(outcome.new, "new item") if outcome.asked else "followed already"
    call.screen.show(one_line(f"{feed.id}  {feed.title} ({feed.outlet}): {came}. {feed.url}"))
    return [_fields(feed)]


def _offer(call: Call, address: str, candidates: tuple[FeedCandidate, ...]) -> None:
    call.screen.complain(f"{address} names {len(candidates)} feeds. Add one of them by address:")
    for candidate in candidates:
        call.screen.complain(f"  {candidate.url}  {candidate.title}")


def _follow_list(call: Call, services: Services, path: Path) -> list[dict[str, object]]:
    from summit_reader.intake.files import bytes_of  # noqa: PLC0415 - a start can do without

    added = services.following.follow_list(bytes_of(path), str(path))
    for feed in added:
        call.screen.show(one_line(f"{feed.id}  {feed.title or feed.url}: not asked yet"))
    call.screen.show(f"{counted(len(added), 'feed')} added. `feeds refresh` asks them.")
    return [_fields(feed) for feed in added]


def _list(call: Call) -> int:
    with call.services() as services:
        feeds = services.following.feeds()
    call.screen.data({"feeds": [_fields(feed) for feed in feeds]})
    if not feeds:
        call.screen.complain("No feeds are followed yet. `feeds add` with an address follows one.")
        return Status.NOTHING_FOUND
    table = plain_table(gap=2)
    for name in ("No.", "Feed", "New", "Schedule", "State"):
        table.add_column(
            name, overflow="fold", justify="right" if name in {"No.", "New"} else "left"
        )
    for feed in feeds:
        title = one_line(f"{feed.title or feed.url}\n{feed.url}".replace("\n", "  "))
        table.add_row(str(feed.id), title, str(feed.waiting), feed.schedule.value, _state(feed))
    call.screen.show(table)
    return Status.FINE


def _refresh(call: Call) -> int:
    asked = call.arguments
    with call.services() as services, call.screen.progress("Asking feeds") as report:
        if asked.due:
            outcome = services.polling.refresh_due(report)
        else:
            ids = [services.following.named(name).id for name in asked.feeds]
            outcome = services.polling.refresh(ids or None, report)
    _say(call, outcome)
    troubled = any(each.trouble for each in outcome.outcomes)
    return Status.TROUBLE_FOUND if troubled else Status.FINE


def _say(call: Call, report: RefreshReport) -> None:
    call.screen.data(
        {
            "feeds": [
                {**_fields(each.feed), "new": each.new, "known": each.known, "asked": each.asked}
                for each in report.outcomes
            ]
        }
    )
    for each in report.outcomes:
        title = each.feed.title or each.feed.url
        call.screen.show(one_line(f"{title}: {_came_of(each)}"))
    call.screen.show(f"{counted(len(report.outcomes), 'feed')}, {counted(report.new, 'new item')}.")


def _came_of(outcome: FeedOutcome) -> str:
    if outcome.trouble:
        return outcome.trouble.sentence
    facts = [counted(outcome.new, "new item")] if outcome.new else []
    if outcome.known:
        facts.append(f"{outcome.known} in the library already")
    if outcome.moved_from:
        facts.append(f"moved to {outcome.feed.url}")
    return ", ".join(facts) or "nothing new"


def _set(call: Call) -> int:
    asked = call.arguments
    with call.services() as services:
        feed = services.following.named(asked.feed)
        if asked.schedule is not None:
            feed = services.following.set_schedule(feed.id, Schedule(asked.schedule))
        if asked.full_text is not None:
            feed = services.following.set_full_text(feed.id, full_text=asked.full_text)
        if asked.outlet is not None:
            feed = services.following.set_outlet(feed.id, asked.outlet)
    call.screen.data(_fields(feed))
    pages = "pages are fetched" if feed.full_text else "the feed's own text"
    call.screen.show(one_line(f"{feed.title} ({feed.outlet}): {feed.schedule.value}, {pages}"))
    return Status.FINE


def _remove(call: Call) -> int:
    removed: list[Feed] = []
    with call.services() as services:
        for feed in [services.following.named(name) for name in call.arguments.feeds]:
            services.following.remove(feed.id)
            removed.append(feed)
            call.screen.show(one_line(f"“{feed.title or feed.url}” is followed no longer."))
    call.screen.data({"removed": [_fields(feed) for feed in removed]})
    return Status.FINE


def _export(call: Call) -> int:
    with call.services() as services:
        opml = services.following.opml(_TITLE)
    path: Path | None = call.arguments.file
    if path is None:
        call.screen.write(opml.decode("utf-8"))
        return Status.FINE
    try:
        path.write_bytes(opml)
    except OSError as error:
        raise ExportProblem(path=str(path), reason=error.strerror or str(error)) from error
    call.screen.data({"file": str(path)})
    call.screen.show(one_line(f"Written to {path}."))
    return Status.FINE


def _state(feed: Feed) -> str:
    if feed.visit.trouble:
        return feed.visit.trouble.sentence
    return (
        f"asked {feed.visit.at.astimezone():%Y-%m-%d %H:%M}" if feed.visit.at else "not asked yet"
    )


def _fields(feed: Feed) -> dict[str, object]:
    visit = feed.visit
    return {
        "id": feed.id,
        "url": feed.url,
        "title": feed.title,
        "outlet": feed.outlet,
        "homepage": feed.homepage,
        "folders": list(feed.folders),
        "schedule": feed.schedule.value,
        "full_text": feed.full_text,
        "waiting": feed.waiting,
        "status": visit.status,
        "trouble": visit.trouble.value if visit.trouble else None,
        "asked_at": visit.at.isoformat() if visit.at else None,
    }
