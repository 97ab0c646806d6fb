"""Connections that are made to the address that was checked, and that end when time is up."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from summit_reader.domain.fetch_errors import AnswerTooSlow, NobodyAnswers, PrivateAddress
from summit_reader.intake.addresses import Resolve

Allowed = Callable[[str], bool]
"""Whether an address, as a number, may be connected to."""
_Options = Iterable[httpcore.SOCKET_OPTION]


class Deadline:
    """The moment until which everything that belongs to one request must be done."""

    def __init__(self, url: str, seconds: float) -> None:
        self.url = url
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """The seconds that one step may take, of which `timeout` is the most.

        Raises:
            AnswerTooSlow: if there are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise AnswerTooSlow(self.url, seconds=round(self._seconds))
        return left if timeout is None else min(left, timeout)


class CheckedNetwork(httpcore.NetworkBackend):
    """Resolves each host itself, and connects to an address that is allowed."""

    def __init__(self, resolve: Resolve, allowed: Allowed, deadline: Deadline) -> None:
        self._resolve = resolve
        self._allowed = allowed
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that is allowed and answers.

        Raises:
            PrivateAddress: if `host` has no address that is allowed.
            NobodyAnswers: if it is unknown.
            httpcore.ConnectError: if none answers.
        """
        url = self._deadline.url
        try:
            addresses = self._resolve(host, port)
        except OSError as error:
            raise NobodyAnswers(url, reason=error.strerror or str(error)) from error
        allowed = [one for one in addresses if self._allowed(one)]
        if not allowed:
            raise PrivateAddress(url, address=", ".join(addresses) or host)
        stream = self._connected(allowed, port, timeout, local_address, socket_options)
        return TimedStream(stream, self._deadline)

    def _connected(
        self,
        addresses: list[str],
        port: int,
        timeout: float | None,
        local_address: str | None,
        socket_options: _Options | None,
    ) -> httpcore.NetworkStream:
        *others, last = addresses
        for address in others:
            try:
                return self._inner.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._inner.connect_tcp(
            last, port, self._deadline.left(timeout), local_address, socket_options
        )


class TimedStream(httpcore.NetworkStream):
    """A connection of which every step ends at the deadline, however slowly bytes drip in."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes, at most `max_bytes`."""
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`."""
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """End the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; the certificate must be that of the host's name."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> object:
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)


class CheckedTransport(httpx.BaseTransport):
    """What httpx sends its requests through."""

    def __init__(self, network: httpcore.NetworkBackend, tls: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=tls, network_backend=network, retries=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to `request`, its content not yet read."""
        if not isinstance(request.stream, httpx.SyncByteStream):
            message = "a request that is sent piece by piece"
            raise TypeError(message)
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Content(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """End its connections."""
        self._pool.close()


class _Content(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class ProxyTransport(httpx.BaseTransport):
    """Sends requests through the proxies that the system names, and the others by itself.

    A proxy resolves names for itself, inside the network it stands in, so what is refused here are
    hosts that are private as this computer sees them.
    """

    def __init__(
        self, direct: CheckedTransport, resolve: Resolve, allowed: Allowed, tls: ssl.SSLContext
    ) -> None:
        self._direct = direct
        self._resolve = resolve
        self._allowed = allowed
        self._tls = tls
        self._proxies: dict[str, httpx.HTTPTransport] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to `request`, its content not yet read.

        Raises:
            PrivateAddress: if the host is private.
        """
        proxy = "" if proxy_bypass(request.url.host) else getproxies().get(request.url.scheme, "")
        if not proxy:
            return self._direct.handle_request(request)
        self._insist_on_allowed(request.url)
        if proxy not in self._proxies:
            self._proxies[proxy] = httpx.HTTPTransport(proxy=proxy, verify=self._tls)
        return self._proxies[proxy].handle_request(request)

    def _insist_on_allowed(self, url: httpx.URL) -> None:
        try:
            addresses = self._resolve(url.host, url.port or 0)
        except OSError:
            return  # only the proxy knows the name
        if not any(map(self._allowed, addresses)):
            raise PrivateAddress(str(url), address=", ".join(addresses))

    def close(self) -> None:
        """End all connections."""
        for transport in (self._direct, *self._proxies.values()):
            transport.close()
