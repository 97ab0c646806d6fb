"""What is asked of the network, and what it answers. Nothing here connects to anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """What the reader allows when something is fetched; the defaults allow the open web only.

    `size_limit` counts bytes after decompression, `timeout` seconds without an answer, and
    `deadline` seconds for everything, redirects included.
    """

    private_addresses: bool = False
    system_proxy: bool = False
    size_limit: int = 16 * MEBIBYTE
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
