from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler

import pytest

from summit_reader.domain.fetch_errors import (
    AnswerTooLarge,
    AnswerTooSlow,
    NobodyAnswers,
    NotAWebAddress,
    NothingToRead,
    PrivateAddress,
    RefusedByServer,
    TooManyRedirects,
)
from summit_reader.intake.fetching import Fetcher, FetchSettings, Response, fetched
from tests.local_server import LocalServer

HERE = FetchSettings(private_addresses=True, timeout=5, deadline=5)
PUBLIC = "93.184.215.14"
Answer = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request, answered as the test wants it."""

    protocol_version = "HTTP/1.1"
    answers: dict[str, Answer]
    heard: list[dict[str, str]]

    def do_GET(self) -> None:
        self.heard.append({name.lower(): value for name, value in self.headers.items()})
        self.answers[self.path](self)

    def answer(self, status: int = 200, content: bytes = b"", **headers: str) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


class Site(LocalServer):
    """A server on this computer; `answers` are by path."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.heard: list[dict[str, str]] = []
        handler = type("Handler", (Asked,), {"answers": self.answers, "heard": self.heard})
        super().__init__(handler)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The one place that may be connected to."""
    site = Site()
    site.allow(monkeypatch)
    yield site
    site.close()


def nobody(host: str, port: int) -> Sequence[str]:
    raise OSError(host)


def test_what_a_server_answers(site: Site) -> None:
    site.answers["/a"] = lambda asked: asked.answer(content=b"<p>news</p>", ETag='"7"')
    answer = Fetcher(HERE).get(site.url + "/a")
    assert (answer.status, answer.content, answer.url) == (200, b"<p>news</p>", site.url + "/a")
    assert answer.headers["etag"] == '"7"'
    assert answer.moved == ""


def test_it_says_who_it_is_and_nothing_of_the_reader(site: Site) -> None:
    site.answers["/"] = lambda asked: asked.answer(Set_Cookie="id=1; Path=/")
    fetcher = Fetcher(HERE)
    fetcher.get(site.url)
    fetcher.get(site.url)
    for heard in site.heard:
        assert heard["user-agent"].startswith("SummitReader/")
        assert not {"cookie", "referer", "authorization"} & set(heard)


def test_no_cookie_outlives_a_redirect(site: Site) -> None:
    site.answers["/"] = lambda asked: asked.answer(302, Location="/next", Set_Cookie="id=1")
    site.answers["/next"] = lambda asked: asked.answer()
    Fetcher(HERE).get(site.url)
    assert "cookie" not in site.heard[1]


def test_a_condition_is_sent_and_304_is_an_answer(site: Site) -> None:
    site.answers["/"] = lambda asked: asked.answer(304)
    answer = Fetcher(HERE).get(site.url, etag='"7"', last_modified="Mon, 01 Jan 2024 00:00:00 GMT")
    assert (answer.status, answer.content) == (304, b"")
    assert site.heard[0]["if-none-match"] == '"7"'
    assert site.heard[0]["if-modified-since"] == "Mon, 01 Jan 2024 00:00:00 GMT"


@pytest.mark.parametrize("status", [404, 410, 429, 500])
def test_any_status_is_an_answer(site: Site, status: int) -> None:
    site.answers["/"] = lambda asked: asked.answer(status, Retry_After="7")
    answer = Fetcher(HERE).get(site.url)
    assert (answer.status, answer.headers["retry-after"]) == (status, "7")


def test_redirects_are_followed_and_lasting_ones_are_told(site: Site) -> None:
    site.answers["/old"] = lambda asked: asked.answer(301, Location="/new")
    site.answers["/new"] = lambda asked: asked.answer(302, Location="today")
    site.answers["/today"] = lambda asked: asked.answer(content=b"text")
    answer = Fetcher(HERE).get(site.url + "/old")
    assert (answer.url, answer.moved) == (site.url + "/today", site.url + "/new")


def test_redirects_without_end(site: Site) -> None:
    site.answers["/"] = lambda asked: asked.answer(302, Location="/")
    with pytest.raises(TooManyRedirects):
        Fetcher(HERE).get(site.url)
    assert len(site.heard) == 11


@pytest.mark.parametrize(
    "url",
    ["file:///etc/hosts", "ftp://example.com/a", "javascript:alert(1)", "//example.com", "", "news",
     "http://", "https:///path", "http://[::1", "data:text/html,hi", "http://a b/", "gopher://x"],
)  # fmt: skip
def test_only_the_web_is_asked(url: str) -> None:
    with pytest.raises((NotAWebAddress, NobodyAnswers)) as caught:
        Fetcher(resolve=nobody).get(url)
    assert isinstance(caught.value, NotAWebAddress) or "a b" in url


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://example.com/", "gopher://x/"])
def test_a_redirect_leads_nowhere_else(site: Site, place: str) -> None:
    site.answers["/"] = lambda asked: asked.answer(302, Location=place)
    with pytest.raises(NotAWebAddress):
        Fetcher(HERE).get(site.url)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0177.0.0.1", "0x7f.1", "127.1", "[::1]", "0",
     "[::ffff:127.0.0.1]", "169.254.169.254", "192.168.0.1", "[fe80::1]", "[fd00::1]", "224.0.0.1"],
)  # fmt: skip
def test_what_only_this_computer_reaches_is_refused(site: Site, host: str) -> None:
    port = site.url.rpartition(":")[2]
    with pytest.raises((PrivateAddress, NotAWebAddress, NobodyAnswers)):
        Fetcher().get(f"http://{host}:{port}/")
    assert site.heard == []


def test_the_address_is_checked_again_at_every_redirect(site: Site) -> None:
    port = int(site.url.rpartition(":")[2])
    site.answers["/"] = lambda asked: asked.answer(302, Location=f"http://inside.example:{port}/x")
    asked_for: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked_for.append(host)
        return ["10.0.0.7"] if host == "inside.example" else ["127.0.0.1"]

    # The first host counts as public: as if it stood in the open web.
    fetcher = Fetcher(FetchSettings(deadline=5), resolve, public=lambda one: one == "127.0.0.1")
    with pytest.raises(PrivateAddress, match=r"10\.0\.0\.7"):
        fetcher.get(f"http://outside.example:{port}/")
    assert asked_for == ["outside.example", "inside.example"]


def test_a_name_is_resolved_once_and_that_address_connected_to(site: Site) -> None:
    port = int(site.url.rpartition(":")[2])
    site.answers["/"] = lambda asked: asked.answer(content=b"text")
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    fetcher = Fetcher(HERE, lambda *_: next(answers))
    assert fetcher.get(f"http://rebinding.example:{port}/").content == b"text"
    assert site.heard[0]["host"] == f"rebinding.example:{port}"
    assert next(answers) == ["10.0.0.7"]


def test_of_several_addresses_only_public_ones_are_tried() -> None:
    tried: list[str] = []

    def public(address: str) -> bool:
        tried.append(address)
        return False

    with pytest.raises(PrivateAddress, match=r"10\.0\.0\.1, ::1"):
        Fetcher(resolve=lambda *_: ["10.0.0.1", "::1"], public=public).get("http://x.example")
    assert tried == ["10.0.0.1", "::1"]


def test_nobody_is_there(site: Site) -> None:
    with pytest.raises(NobodyAnswers):
        Fetcher(resolve=nobody).get("http://nowhere.example/")
    closed = site.url
    site.close()
    with pytest.raises(NobodyAnswers):
        Fetcher(HERE).get(closed)


def test_what_is_too_large_is_given_up(site: Site) -> None:
    small = FetchSettings(private_addresses=True, size_limit=2**20)
    site.answers["/"] = lambda asked: asked.answer(content=b"x" * (2**20 + 1))
    with pytest.raises(AnswerTooLarge, match="1 MB"):
        Fetcher(small).get(site.url)
    site.answers["/"] = lambda asked: asked.answer(content=b"x" * 2**20)
    assert len(Fetcher(small).get(site.url).content) == 2**20


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_content(site: Site, name: str, pack: Callable[[bytes], bytes]) -> None:
    text = bytes(range(256)) * 4_096
    site.answers["/"] = lambda asked: asked.answer(content=pack(text), Content_Encoding=name)
    assert Fetcher(HERE).get(site.url).content == text


def test_a_bomb_is_given_up_at_the_limit(site: Site) -> None:
    bomb = gzip.compress(bytes(64 * 2**20))
    small = FetchSettings(private_addresses=True, size_limit=2**20)
    site.answers["/"] = lambda asked: asked.answer(content=bomb, Content_Encoding="gzip")
    with pytest.raises(AnswerTooLarge):
        Fetcher(small).get(site.url)


@pytest.mark.parametrize("name", ["gzip, gzip", "br", "zstd", "compress"])
def test_what_nobody_asked_to_be_packed_like_that(site: Site, name: str) -> None:
    site.answers["/"] = lambda asked: asked.answer(content=b"?", Content_Encoding=name)
    with pytest.raises(NobodyAnswers, match="packed as"):
        Fetcher(HERE).get(site.url)


def test_damaged_content(site: Site) -> None:
    site.answers["/"] = lambda asked: asked.answer(content=b"\x1f\x8bno", Content_Encoding="gzip")
    with pytest.raises(NobodyAnswers, match="damaged"):
        Fetcher(HERE).get(site.url)


def test_bytes_that_drip_in_are_waited_for_only_so_long(site: Site) -> None:
    def drip(asked: Asked) -> None:
        asked.send_response_only(200)
        asked.send_header("Content-Length", "1000000")
        asked.end_headers()
        try:
            while True:
                asked.wfile.write(b".")
        except OSError:
            pass  # given up

    site.answers["/"] = drip
    hasty = FetchSettings(private_addresses=True, deadline=0.05)
    with pytest.raises((AnswerTooSlow, NobodyAnswers)):
        Fetcher(hasty).get(site.url)


def test_no_answer_at_all(site: Site) -> None:
    def wait(asked: Asked) -> None:
        asked.rfile.read(1)  # until we have given up

    site.answers["/"] = wait
    hasty = FetchSettings(private_addresses=True, timeout=0.05)
    with pytest.raises(NobodyAnswers, match="too long"):
        Fetcher(hasty).get(site.url)


def test_headers_without_end(site: Site) -> None:
    def babble(asked: Asked) -> None:
        try:
            asked.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            while True:
                asked.wfile.write(b"x" * 65_536)
        except OSError:
            pass  # given up

    site.answers["/"] = babble
    with pytest.raises(NobodyAnswers):
        Fetcher(HERE).get(site.url)


def test_proxies_are_the_systems_only_if_allowed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["http://news.example/a"] = lambda asked: asked.answer(content=b"by proxy")
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, site.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with pytest.raises(NobodyAnswers):
        Fetcher(resolve=nobody).get("http://news.example/a")
    by_proxy = Fetcher(FetchSettings(system_proxy=True), nobody)
    assert by_proxy.get("http://news.example/a").content == b"by proxy"
    inside = Fetcher(FetchSettings(system_proxy=True), lambda *_: ["10.0.0.7"])
    with pytest.raises(PrivateAddress):
        inside.get("http://news.example/a")


class Canned:
    """Answers without asking."""

    def __init__(self, answer: Response) -> None:
        self.answer = answer

    def get(self, url: str, etag: str = "", last_modified: str = "") -> Response:  # noqa: ARG002 - one answer to all
        return self.answer


def canned(status: int = 200, content: bytes = b"text", kind: str = "text/html") -> Canned:
    return Canned(Response(status, "https://t.example/b", {"content-type": kind}, content))


def test_a_fetched_page_comes_with_its_address_and_its_servers_encoding() -> None:
    fetcher = canned(kind="text/html; charset=windows-1251")
    content, name, hints = fetched("https://t.example/a", HERE, fetcher)
    assert (content, name) == (b"text", "https://t.example/b")
    assert (hints.charset, hints.url) == ("windows-1251", "")


def test_anything_else_is_known_by_the_address_it_was_found_at() -> None:
    _, _, hints = fetched("https://t.example/a", HERE, canned(kind="application/pdf"))
    assert hints.url == "https://t.example/b"


@pytest.mark.parametrize("status", [401, 403, 404, 500])
def test_a_refusal_is_told_with_its_number(status: int) -> None:
    with pytest.raises(RefusedByServer, match=str(status)):
        fetched("https://t.example/a", HERE, canned(status))


@pytest.mark.parametrize("kind", ["image/png", "Video/mp4", "audio/ogg"])
def test_pictures_are_nothing_to_read(kind: str) -> None:
    with pytest.raises(NothingToRead):
        fetched("https://t.example/a", HERE, canned(kind=kind))
