"""What was dropped on the window: files, folders, addresses, also as plain text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

_WEB = ("http://", "https://")
_MOST = 10_000


def dropped_names(data: QMimeData) -> list[str]:
    """The files, folders and web addresses that were dropped, each once."""
    names = [
        url.toLocalFile() if url.isLocalFile() else url.toString()
        for url in data.urls()
        if url.isLocalFile() or url.toString().startswith(_WEB)
    ]
    if not names and data.hasText():
        words = data.text()[:_MOST].split()
        names = [word for word in words if word.startswith(_WEB)]
    return list(dict.fromkeys(names))
