"""Feeds that others collected to break readers: exceptions, time, and whether every item comes.

`python benchmarks/feeds.py FOLDER`: every file below it is read in a process that opens no file and
makes no connection meanwhile. Comments that say what to expect (`Expect:`) are held against what
was read, as far as they are about titles, links and dates.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import feedparser

from summit_reader.domain.feed import FeedContent, FeedItem
from summit_reader.domain.fetch_errors import NoFeed
from summit_reader.intake.feeds.feed import read_feed
from summit_reader.intake.feeds.fragments import line_of_markup

TOO_LONG = 5.0
_SLOWEST = 5
_EXPECTED = re.compile(
    r"^\s*Expect:\s+not bozo and (?P<part>feed|entries\[0\])\['(?P<field>\w+)'\] == (?P<value>.+)$",
    re.MULTILINE,
)
_TOUCHING = ("open", "socket.", "urllib.", "subprocess.", "os.system", "http.")


class Hook:
    """Notes what the interpreter opens or connects to while it is told to."""

    def __init__(self) -> None:
        self.watching = False
        self.seen: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.watching or not event.startswith(_TOUCHING):
            return
        # Its own modules, encodings mostly, it loads when they are first needed.
        if not str(arguments[0]).startswith(sys.base_prefix):
            self.seen.append(f"{event} {arguments}"[:200])


def expectation(content: bytes) -> tuple[str, str, object] | None:
    """What a file's comment says of a title, a link or a date, if that is all it says."""
    found = _EXPECTED.search(content[:4_000].decode("latin-1"))
    if found is None:
        return None
    try:
        return found["part"], found["field"], ast.literal_eval(found["value"].strip())
    except (ValueError, SyntaxError):
        return None


def kept_of(feed: FeedContent, part: str, field: str) -> object | None:
    """What we made of it; None where we keep nothing of the kind."""
    if part == "feed":
        return {"title": feed.title, "link": feed.homepage, "language": feed.language}.get(field)
    item: FeedItem = feed.items[0]
    said = item.imprint
    texts = {"title": said.headline, "link": said.url}
    if field in {"published_parsed", "updated_parsed", "created_parsed"}:
        moment = said.published
        aware = isinstance(moment, datetime) and moment.tzinfo is not None
        return moment.astimezone(UTC).timetuple()[:6] if aware else None
    if field in {"description", "summary"}:
        return item.text
    return texts.get(field)


def agrees(expected: object, kept: object) -> bool:
    """Whether they say the same, mark-up aside."""
    if isinstance(expected, tuple):
        return expected[:6] == kept
    return line_of_markup(str(expected)) == line_of_markup(str(kept))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    files = sorted(path for path in asked.folder.rglob("*") if path.is_file())
    contents = {path: path.read_bytes() for path in files}
    read_feed(b"<rss version='2.0'><channel><item/></channel></rss>", "")  # imports what it needs
    hook, counts, times = Hook(), Counter[str](), {}
    missing, wrong, raised = [], [], []
    for path, content in contents.items():
        feed, hook.watching, started = None, True, time.perf_counter()
        try:
            feed = read_feed(content, path.name)
        except NoFeed:
            counts["no feed"] += 1
        except Exception as error:  # noqa: BLE001 - that there are none is what is measured
            raised.append(f"{path}: {error!r}")
        times[path], hook.watching = time.perf_counter() - started, False
        if feed is None:
            continue
        counts["feeds"] += 1
        counts["items"] += len(feed.items)
        there = len(feedparser.parse(io.BytesIO(content)).entries)
        if len(feed.items) != there:
            missing.append(f"{path}: {len(feed.items)} of {there}")
        wrong += disagreements(path, content, feed, counts)
    slow = sorted(times, key=times.__getitem__, reverse=True)
    result = {
        "files": len(files),
        **counts,
        "exceptions": raised,
        "slowest": {path.name: round(times[path], 3) for path in slow[:_SLOWEST]},
        "over_5_s": sum(seconds > TOO_LONG for seconds in times.values()),
        "opened_or_connected": hook.seen,
        "items_missing": missing,
        "disagreements": wrong,
    }
    print(json.dumps(result, indent=2) if asked.json else "\n".join(lines(result)))
    return 1 if raised or missing or hook.seen or result["over_5_s"] else 0


def disagreements(
    path: Path, content: bytes, feed: FeedContent, counts: Counter[str]
) -> Iterator[str]:
    expected = expectation(content)
    if expected is None:
        return
    part, field, value = expected
    kept = kept_of(feed, part, field) if feed.items or part == "feed" else None
    if kept is None:
        return
    counts["expectations"] += 1
    if agrees(value, kept):
        counts["met"] += 1
    else:
        yield f"{path.name}: {field} {value!r}, read {kept!r}"


def lines(result: dict[str, object]) -> Iterator[str]:
    for name, value in result.items():
        if isinstance(value, list):
            yield f"{name}: {len(value)}"
            yield from (f"  {one}" for one in value)
        else:
            yield f"{name}: {value}"


if __name__ == "__main__":
    sys.exit(main())
