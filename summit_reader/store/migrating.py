"""Bringing the tables of a database to the newest revision; the only module that loads Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from summit_reader.store.revisions import APPLICATION_ID

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, migrations: Path = MIGRATIONS) -> None:
    """Run what is missing of the scripts in `migrations`, all of it or nothing.

    Raises:
        RuntimeError: if a migration left a reference to nowhere; the database is as before.
    """
    with engine.connect() as connection:
        # SQLite alters a table by copying and dropping it, and dropping it would delete whatever
        # refers to it. The switch does nothing inside a transaction, so it is set outside.
        raw = connection.connection.driver_connection
        if raw is None:
            message = "the connection is closed"
            raise RuntimeError(message)
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _run(connection, ScriptDirectory(str(migrations)))
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    message = "a migration left a reference to nowhere"
                    raise RuntimeError(message)
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _run(connection: Connection, directory: ScriptDirectory) -> None:
    context = MigrationContext.configure(connection, opts={"render_as_batch": True})
    reached = context.get_current_revision()
    missing = [
        script
        for script in directory.iterate_revisions("heads", reached or "base")
        if script.revision != reached
    ]
    with Operations.context(context):
        for script in reversed(missing):
            script.module.upgrade()
    context.stamp(directory, "heads")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
