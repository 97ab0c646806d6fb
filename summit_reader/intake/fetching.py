"""Fetching what the reader asked for, and nothing else: over HTTP, from public addresses.

No cookies are kept, nothing of the reader or the computer is sent but the name of the program, and
whatever the other side does, a request ends in time and within its size.
"""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Protocol

import httpcore
import httpx

from summit_reader import __version__
from summit_reader.domain.article import Hints
from summit_reader.domain.fetch_errors import (
    AnswerTooLarge,
    NobodyAnswers,
    NotAWebAddress,
    NothingToRead,
    RefusedByServer,
    TooManyRedirects,
)
from summit_reader.intake.addresses import Resolve, is_public, resolved
from summit_reader.intake.connecting import (
    CheckedNetwork,
    CheckedTransport,
    Deadline,
    ProxyTransport,
)
from summit_reader.intake.files import MEBIBYTE, SIZE_LIMIT

USER_AGENT = f"SummitReader/{__version__}"
MOST_REDIRECTS = 10
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_PERMANENT = frozenset({301, 308})
_ELSEWHERE = frozenset({301, 302, 303, 307, 308})
_BLOCK = 65_536
_PACKED = {"gzip": 47, "x-gzip": 47, "deflate": 47}
"""Encodings that are unpacked, and what zlib calls them: 47 is either, told by its header."""
_FIRST_ERROR = 400
_NO_TEXTS = {"image": "a picture", "video": "a film", "audio": "a recording", "font": "a font"}


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """What the reader allows when something is fetched; the defaults allow the open web only.

    `size_limit` counts bytes after decompression, `timeout` seconds without an answer, and
    `deadline` seconds for everything, redirects included. With `system_proxy`, requests go through
    the proxy that the system names, which then is the one to resolve names.
    """

    private_addresses: bool = False
    system_proxy: bool = False
    size_limit: int = SIZE_LIMIT
    timeout: float = 10.0
    deadline: float = 60.0


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered at the end of all redirects.

    `url` is where the content was found. `moved` is where what was asked for lies from now on: the
    last address reached by permanent redirects alone (301, 308), else empty. `headers` have names
    in small letters. The content of an answer like 304 is empty.
    """

    status: int
    url: str
    headers: Mapping[str, str]
    content: bytes
    moved: str = ""


class Fetches(Protocol):
    """What asks servers; tests have one of their own."""

    def get(self, url: str, etag: str = "", last_modified: str = "") -> Response:
        """The answer to a GET, on condition of the `etag` or `last_modified` of an earlier one.

        Any status is an answer, and whoever asked decides what 304, 404, 410 or 429 mean.

        Raises:
            FetchProblem: if the address is refused, nobody answers, or the answer is too large.
        """


class Fetcher:
    """Asks servers, a connection of its own each time; any thread may use it."""

    def __init__(
        self,
        settings: FetchSettings = FetchSettings(),
        resolve: Resolve = resolved,
        public: Callable[[str], bool] = is_public,
    ) -> None:
        self._settings = settings
        self._resolve = resolve
        self._public = (lambda _: True) if settings.private_addresses else public
        self._tls = ssl.create_default_context()

    def get(self, url: str, etag: str = "", last_modified: str = "") -> Response:
        """The answer to a GET, on condition of the `etag` or `last_modified` of an earlier one.

        Any status is an answer, and whoever asked decides what 304, 404, 410 or 429 mean.

        Raises:
            FetchProblem: if the address is refused, nobody answers, or the answer is too large.
        """
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in headers.items() if value}
        deadline = Deadline(url, self._settings.deadline)
        try:
            with self._client(deadline) as client:
                return self._followed(client, url, headers)
        except (httpx.TimeoutException, httpcore.TimeoutException) as error:
            raise NobodyAnswers(url, reason="it took too long") from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise NotAWebAddress(url) from error
        except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise NobodyAnswers(url, reason=str(error) or "the connection broke") from error

    def _client(self, deadline: Deadline) -> httpx.Client:
        network = CheckedNetwork(self._resolve, self._public, deadline)
        direct = CheckedTransport(network, self._tls)
        transport: httpx.BaseTransport = direct
        if self._settings.system_proxy:
            transport = ProxyTransport(direct, self._resolve, self._public, self._tls)
        return httpx.Client(
            transport=transport,
            trust_env=False,
            timeout=self._settings.timeout,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            headers={
                "User-Agent": USER_AGENT,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip, deflate",
            },
        )

    def _followed(self, client: httpx.Client, url: str, headers: Mapping[str, str]) -> Response:
        """The answer at the end of all redirects."""
        place = _web_address(url, url)
        moved, lasting = "", True
        for _ in range(MOST_REDIRECTS + 1):
            with client.stream("GET", place, headers=dict(headers)) as answer:
                target = answer.headers.get("location", "")
                if answer.status_code not in _ELSEWHERE or not target:
                    content = b"".join(self._content(answer, url))
                    told = {name.lower(): value for name, value in answer.headers.items()}
                    return Response(answer.status_code, str(place), told, content, moved)
                # What an address on the way demands of us is no password of the reader's.
                place = _web_address(str(place.join(target)), url).copy_with(userinfo=b"")
                lasting = lasting and answer.status_code in _PERMANENT
                moved = str(place) if lasting else moved
        raise TooManyRedirects(url)

    def _content(self, answer: httpx.Response, url: str) -> Iterator[bytes]:
        """The content, unpacked block by block, so that a bomb goes off in a small room."""
        limit = self._settings.size_limit
        total = 0
        for block in _unpacked(answer, url):
            total += len(block)
            if total > limit:
                raise AnswerTooLarge(url, limit=limit // MEBIBYTE)
            yield block


def fetched(
    url: str, settings: FetchSettings, fetcher: Fetches | None = None
) -> tuple[bytes, str, Hints]:
    """What lies at `url`, for `articles_in`: its bytes, its address, and what the server says.

    Raises:
        FetchProblem: if it cannot be fetched, or is nothing to read.
    """
    answer = (fetcher or Fetcher(settings)).get(url)
    if answer.status >= _FIRST_ERROR or not answer.content:
        raise RefusedByServer(url, status=answer.status)
    kind = httpx.Headers(dict(answer.headers)).get("content-type", "")
    media = kind.partition("/")[0].strip().lower()
    if media in _NO_TEXTS:
        raise NothingToRead(url, kind=_NO_TEXTS[media])
    charset = httpx.Response(200, headers={"content-type": kind}).charset_encoding or ""
    # A page knows the address it wants to go by; of anything else this one is all that is known.
    is_page = "html" in kind.lower()
    return answer.content, answer.url, Hints(url="" if is_page else answer.url, charset=charset)


def _web_address(address: str, asked: str) -> httpx.URL:
    url = httpx.URL(address.strip())
    if url.scheme not in {"http", "https"} or not url.host:
        raise NotAWebAddress(asked)
    return url


def _unpacked(answer: httpx.Response, url: str) -> Iterator[bytes]:
    encoding = answer.headers.get("content-encoding", "").strip().lower()
    if encoding in {"", "identity"}:
        yield from answer.iter_raw(_BLOCK)
        return
    if encoding not in _PACKED:
        raise NobodyAnswers(url, reason=f"its content is packed as “{encoding[:40]}”")
    unpacking = zlib.decompressobj(_PACKED[encoding])
    try:
        for packed in answer.iter_raw(_BLOCK):
            waiting = packed
            while waiting and not unpacking.eof:
                yield unpacking.decompress(waiting, _BLOCK)
                waiting = unpacking.unconsumed_tail
    except zlib.error as error:
        raise NobodyAnswers(url, reason="its content is damaged") from error
