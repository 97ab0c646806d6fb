"""`feeds` and `watch`, against a server on this computer that is allowed on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from summit_reader import shipped
from summit_reader.cli import watching
from summit_reader.intake.feeds.opml import feeds_listed_in
from summit_reader.intake.fetching import Fetcher, FetchSettings
from summit_reader.intake.worker import worker
from tests.local_server import LocalServer

Run = Callable[..., Any]
QUOTED = "“We will close the harbour,” said Ada Byrne, the mayor."


def rss(*names: str) -> str:
    items = "".join(
        f"<item><guid>{name}</guid><title>Headline {name}</title>"
        f"<link>http://news.example/{name}</link><description>{QUOTED}</description></item>"
        for name in names
    )
    return f"<rss version='2.0'><channel><title>Evening News</title>{items}</channel></rss>"


class Site(LocalServer):
    """A server that answers a path with a status, headers and content."""

    def __init__(self) -> None:
        site = self
        self.pages: dict[str, tuple[int, dict[str, str], str]] = {}
        self.asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                status, headers, content = site.pages.get(self.path, (404, {}, ""))
                if headers.get("ETag") and headers["ETag"] == self.headers["If-None-Match"]:
                    status, content = 304, ""
                self.send_response_only(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content.encode())

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
                """Say nothing."""

        super().__init__(Handler)

    def put(self, path: str, content: str = "", status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, content)
        return self.url + path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The one place that may be connected to, and that the fetcher is allowed to ask."""
    site = Site()
    site.allow(monkeypatch)
    fetcher = Fetcher(FetchSettings(private_addresses=True, timeout=5, deadline=5))
    monkeypatch.setattr(shipped, "fetcher", lambda: fetcher)
    yield site
    site.close()
    worker().close()


@pytest.mark.usefixtures("places")
def test_from_an_address_to_an_article(run: Run, site: Site) -> None:
    feed = site.put("/feed", rss("b", "a"), ETag='"1"')
    page = site.put("/", "<link rel=alternate type=application/rss+xml href=/feed>")
    added = run("feeds", "add", page, "--outlet", "The Evening News")
    assert (added.code, "2 new items" in added.out, feed in added.out) == (0, True, True)
    items = run("feeds", "inbox", "--json").data["items"]
    assert [item["headline"] for item in items] == ["Headline b", "Headline a"]
    site.asked.clear()
    kept = run("feeds", "keep", items[0]["id"])
    assert (kept.code, "Headline b: 1 take" in kept.out, site.asked) == (0, True, [])
    assert run("search", "harbour").code == 0
    assert "The Evening News" in run("outlets").out
    assert run("feeds", "dismiss", "--all").code == 0
    assert run("feeds", "inbox").code == 1


@pytest.mark.usefixtures("places")
def test_refreshing_says_what_came_of_each_feed(run: Run, site: Site) -> None:
    address = site.put("/feed", rss("a"), ETag='"1"')
    run("feeds", "add", address)
    unchanged = run("feeds", "refresh")
    assert (unchanged.code, "Evening News: nothing new" in unchanged.out) == (0, True)
    site.put("/new", rss("b", "a"))
    site.put("/feed", status=301, Location="/new")
    moved = run("feeds", "refresh")
    assert f"1 new item, moved to {site.url}/new" in moved.out
    site.put("/new", status=410)
    gone = run("feeds", "refresh", "--json")
    assert (gone.code, gone.data["feeds"][0]["trouble"]) == (1, "gone")
    site.asked.clear()
    assert "ended" in run("feeds", "refresh").out
    assert "ended" in run("feeds", "list").out
    assert site.asked == []


@pytest.mark.usefixtures("places")
def test_no_schedule_asks_nothing(run: Run, site: Site) -> None:
    run("feeds", "add", site.put("/feed", rss("a")))
    site.asked.clear()
    assert run("feeds", "refresh", "--due").code == 0
    for command in (("list",), ("inbox",), ("export",), ("set", "1", "--full-text")):
        assert run("feeds", *command).code == 0
    assert site.asked == []


@pytest.mark.usefixtures("places")
def test_several_feeds_are_offered_by_address(run: Run, site: Site) -> None:
    link = "<link rel=alternate type=application/atom+xml title={0} href=/{0}>"
    outcome = run("feeds", "add", site.put("/", link.format("news") + link.format("sport")))
    assert outcome.code == 2
    assert f"{site.url}/sport sport" in outcome.err


@pytest.mark.usefixtures("site")
def test_lists_go_in_and_out(run: Run, places: Path, tmp_path: Path) -> None:
    opml = tmp_path / "mine.opml"
    opml.write_text(
        "<opml><body><outline text='Asia'><outline text='Tide' xmlUrl='http://t.example/f'/>"
        "</outline></body></opml>"
    )
    assert "1 feed added" in run("feeds", "add", opml).out
    assert run("import", opml).code == 2
    written = tmp_path / "out.opml"
    assert run("feeds", "export", written).code == 0
    (feed,) = feeds_listed_in(written.read_bytes(), "out.opml")
    assert (feed.url, feed.title, feed.folders) == ("http://t.example/f", "Tide", ("Asia",))
    assert run("feeds", "export").out == written.read_text()
    assert run("feeds", "export", tmp_path / "no" / "out.opml").code == 2
    assert run("feeds", "set", "tide", "--schedule", "daily", "--outlet", "X").code == 0
    assert run("feeds", "list", "--json").data["feeds"][0]["schedule"] == "daily"
    assert run("feeds", "remove", "Tide").code == 0
    assert run("feeds", "list").code == 1
    assert run("feeds", "remove", "Tide").code == 2


@pytest.mark.usefixtures("places")
def test_what_cannot_be_followed_is_said(run: Run, site: Site) -> None:
    outcome = run("feeds", "add", site.url + "/nothing", site.put("/feed", rss("a")))
    assert (outcome.code, "404" in outcome.err, "1 new item" in outcome.out) == (2, True, True)
    assert run("feeds", "keep").code == 2


@pytest.mark.usefixtures("places")
def test_an_address_of_this_computer_is_refused_unless_allowed(
    run: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "fetcher", Fetcher)
    outcome = run("feeds", "add", site.put("/feed", rss("a")))
    assert (outcome.code, site.asked) == (2, [])


def test_a_folder_is_watched_until_somebody_stops_it(
    run: Run, places: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()

    def write(name: str, text: str) -> None:
        (folder / name).write_text(text)

    def ticks(_: float) -> Iterator[None]:
        write("a.txt", f"Harbour to close\n\nFirst words.\n\n{QUOTED}\n")
        yield
        yield
        write("b.txt.part", "Half")
        yield
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "ticks", ticks)
    outcome = run("watch", folder)
    assert outcome.code == 0
    assert "Harbour to close" in outcome.out
    assert outcome.out.endswith("1 text taken in.\n")
    assert run("watch", tmp_path / "nowhere").code == 2
    assert run("watch", folder / "a.txt").code == 2
    assert run("watch", folder, "--pause", "0").code == 2
