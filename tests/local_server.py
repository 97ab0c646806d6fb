"""A server on this computer, and the one connection that a test may open: to it."""

from __future__ import annotations

import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

_CONNECT = socket.socket.connect


class LocalServer:
    """Answers at `url` as its handler does, until it is closed."""

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def allow(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let connections to it through, and no others."""

        def connect(one: socket.socket, address: tuple[str, int]) -> None:
            assert address[:2] == ("127.0.0.1", self._server.server_port)
            _CONNECT(one, address)

        monkeypatch.setattr(socket.socket, "connect", connect)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
