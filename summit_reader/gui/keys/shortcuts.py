"""The keys that the reader gave to commands, and those the program gives them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QAction, QKeySequence

from summit_reader.gui.settings import Settings

PORTABLE = QKeySequence.SequenceFormat.PortableText


class Shortcuts:
    """Puts the reader's keys on the actions, and keeps them; a key has one command at most."""

    def __init__(self, actions: Mapping[str, QAction], settings: Settings) -> None:
        self._actions, self._settings = actions, settings
        self._defaults = {name: action.shortcuts() for name, action in actions.items()}
        self._changed = _read(settings.keys)
        for name, keys in self._changed.items():
            if name in actions:
                actions[name].setShortcuts(keys)

    def owner(self, key: QKeySequence) -> str:
        """The name of the command that has this key; empty if none has."""
        return next(
            (name for name, action in self._actions.items() if key in action.shortcuts()), ""
        )

    def is_changed(self, name: str) -> bool:
        """Whether the reader gave the command other keys than the program does."""
        return self._actions[name].shortcuts() != self._defaults[name]

    def give(self, name: str, key: QKeySequence) -> None:
        """Make this the only key of a command; whichever had it loses it. An empty one is none."""
        keys = [] if key.isEmpty() else [key]
        owner = self.owner(key) if keys else ""
        if owner and owner != name:
            self._set(owner, [one for one in self._actions[owner].shortcuts() if one != key])
        self._set(name, keys)

    def reset(self, name: str) -> None:
        """Give a command its own keys back; whichever has one of them now loses it."""
        for key in self._defaults[name]:
            owner = self.owner(key)
            if owner and owner != name:
                self._set(owner, [one for one in self._actions[owner].shortcuts() if one != key])
        self._set(name, self._defaults[name])

    def reset_all(self) -> None:
        """Give every command its own keys back."""
        for name in self._actions:
            self._set(name, self._defaults[name])

    def _set(self, name: str, keys: Iterable[QKeySequence]) -> None:
        self._actions[name].setShortcuts(list(keys))
        if self.is_changed(name):
            self._changed[name] = list(keys)
        else:
            self._changed.pop(name, None)
        self._settings.keys = json.dumps(
            {
                name: [key.toString(PORTABLE) for key in keys]
                for name, keys in sorted(self._changed.items())
            }
        )


def _read(text: str) -> dict[str, list[QKeySequence]]:
    """What the settings hold; nothing where somebody wrote something else there."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {
        name: [QKeySequence(key, PORTABLE) for key in keys if isinstance(key, str)]
        for name, keys in kept.items()
        if isinstance(keys, list)
    }
