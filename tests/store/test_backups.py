from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from summit_reader.domain.backup import BackupReason
from summit_reader.domain.errors import BackupDamaged, LibraryReadOnly
from summit_reader.store.backups import back_up, backups_in, copy, insist_on_sound
from summit_reader.store.database import Database
from summit_reader.store.inspection import revision_of
from summit_reader.store.migrating import MIGRATIONS, upgrade
from summit_reader.store.revisions import NEWEST, REVISIONS


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library of the first version of the program."""
    scripts = Path(shutil.copytree(MIGRATIONS, tmp_path / "scripts"))
    for script in (scripts / "versions").glob("*.py"):
        if script.name not in {"__init__.py", "first_tables.py"}:
            script.unlink()
    folder = tmp_path / "old"
    folder.mkdir()
    engine = create_engine(f"sqlite:///{folder}/library.db")
    upgrade(engine, scripts)
    engine.dispose()
    return folder


def test_a_library_is_backed_up_before_it_is_altered(old: Path) -> None:
    Database.open(old).close()
    assert revision_of(old) == NEWEST
    (backup,) = backups_in(old)
    assert backup.reason is BackupReason.UPDATE
    shutil.copy(backup.path, old / "library.db")
    assert revision_of(old) == REVISIONS[0]


def test_a_library_that_cannot_be_backed_up_is_not_altered(old: Path) -> None:
    (old / "backups").write_text("a file stands where the folder should be", "utf-8")
    with pytest.raises(LibraryReadOnly):
        Database.open(old)
    assert revision_of(old) == REVISIONS[0]


def test_a_copy_is_one_file_and_whole_while_others_write(library: Database) -> None:
    with library.write() as work:
        work.session.connection().exec_driver_sql("CREATE TABLE unfinished (x)")
        backup = back_up(library.folder, BackupReason.HAND)
    insist_on_sound(backup.path)
    with closing(sqlite3.connect(backup.path)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "articles" in tables
    assert "unfinished" not in tables
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_what_a_later_version_wrote_is_not_sound_here(library: Database, tmp_path: Path) -> None:
    path = tmp_path / "later.library"
    copy(library.folder / "library.db", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BackupDamaged, match="newer version"):
        insist_on_sound(path)


def test_nothing_is_made_of_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BackupDamaged):
        copy(tmp_path / "missing.db", tmp_path / "copy.library")
    assert list(tmp_path.iterdir()) == []
