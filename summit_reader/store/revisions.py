"""The states the tables have been in, and the marks that tell our files from others.

Kept apart from Alembic's scripts so that opening an up-to-date library need not load Alembic.
"""

from __future__ import annotations

DATABASE_FILE = "library.db"

APPLICATION_ID = 0x53756D52
"""“SumR” in SQLite's `application_id`: which program a database file belongs to."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
"""Every revision, oldest first; a test holds them against the scripts in `migrations`."""

NEWEST = REVISIONS[-1]
