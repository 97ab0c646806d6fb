"""One window at a time: a second start brings the first one forward, with what it was for."""

from __future__ import annotations

import getpass
import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE = 1_000
"""Milliseconds to wait for the other window to answer; a hanging one is left alone."""


class FirstWindow(QObject):
    """Whether this start is the first in `folder`, and the door for those that follow.

    `asked` gives what a later start was for: the library and the take it named, or None for either.
    """

    asked = Signal(object, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _door(folder)
        self._server: QLocalServer | None = None
        with suppress(OSError):  # a disk that takes no lock takes no second window's either
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # only the death of its owner makes it stale

    def is_first(self) -> bool:
        """Whether no other window is open; that one may be asked then with `hand_over`."""
        return self._lock.tryLock(0)

    def hand_over(self, library: Path | None, take: int | None = None) -> bool:
        """Ask the other window to come forward, with library and take; whether it heard."""
        # Not at the top: the network costs every start, and only the second one needs it.
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        named = str(library.absolute()) if library is not None else ""
        socket.write(json.dumps({"library": named, "take": take}).encode() + b"\n")
        socket.flush()
        heard = socket.waitForReadyRead(PATIENCE)
        socket.disconnectFromServer()
        return heard

    def listen(self) -> None:
        """Hear of later starts from now on."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - as above

        QLocalServer.removeServer(self._name)  # what a killed window left behind
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        self._server.listen(self._name)

    def close(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connected(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)

        def read() -> None:
            if socket.canReadLine():
                line = bytes(socket.readLine().data())
                socket.write(b"\n")
                socket.flush()
                self.asked.emit(*_wanted(line))

        socket.readyRead.connect(read)
        read()


def _wanted(line: bytes) -> tuple[Path | None, int | None]:
    """The library and the take that a line names."""
    try:
        said = json.loads(line)
    except ValueError:
        return None, None
    if not isinstance(said, dict):
        return None, None
    library, take = said.get("library"), said.get("take")
    return (
        Path(library) if isinstance(library, str) and library else None,
        take if isinstance(take, int) and not isinstance(take, bool) else None,
    )


def _door(folder: Path) -> str:
    """A name that no other user, and no other profile, has."""
    told = f"{getpass.getuser()}\n{folder.absolute()}".encode("utf-8", "surrogateescape")
    return f"summit-reader-{hashlib.sha256(told).hexdigest()[:16]}"
