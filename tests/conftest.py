"""What holds for every test: no screen, no network, nobody's own folders, the languages we know."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine

from summit_reader.intake.languages import languages_at
from summit_reader.store import migrating
from summit_reader.text.languages import read_with

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Whatever reads a text needs to know its language.
_LANGUAGES = Path(__file__).parents[1] / "resources" / "languages"
read_with(lambda: languages_at(_LANGUAGES))

PATIENCE_MS = 60_000
"""Milliseconds that a test waits at most for something to be seen in a window."""

# A slow machine must not fail a property that holds.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


class PatientBot(QtBot):
    """Waits longer: five seconds, the default, are soon over where other programs compute."""

    def waitUntil(  # noqa: N802 - pytest-qt's name
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        """Wait until `callback` is true, or raises no more.

        Raises:
            TimeoutError: if it never is.
        """
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    del qapp  # which must be there
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> NoReturn:
        message = "a test opened a connection"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's program keeps its data and settings."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(home))
    return home


@pytest.fixture(autouse=True, scope="session")
def _migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """New libraries are copies of one that ran all migrations: running them takes a while.

    Databases that have tables already are migrated as ever; so are those of `test_migrating`.
    """
    migrate = migrating.upgrade
    template = tmp_path_factory.mktemp("template") / "library.db"

    def upgrade(engine: Engine, migrations: Path = migrating.MIGRATIONS) -> None:
        path = engine.url.database
        with closing(sqlite3.connect(str(path))) as database:
            is_new = not database.execute("SELECT 1 FROM sqlite_master").fetchone()
            if migrations == migrating.MIGRATIONS and is_new and template.exists():
                with closing(sqlite3.connect(template)) as made:
                    made.backup(database)
                return
        migrate(engine, migrations)
        if migrations == migrating.MIGRATIONS and is_new and not template.exists():
            with (
                closing(sqlite3.connect(str(path))) as database,
                closing(sqlite3.connect(template)) as kept,
            ):
                database.backup(kept)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrating, "upgrade", upgrade)
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    """The checkout."""
    return Path(__file__).parent.parent
