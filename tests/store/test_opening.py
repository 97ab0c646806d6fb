from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from summit_reader.domain.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryProblem,
    LibraryReadOnly,
    LibraryTooNew,
    NotALibrary,
)
from summit_reader.store import properties
from summit_reader.store.database import Database
from summit_reader.store.revisions import APPLICATION_ID, DATABASE_FILE


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(folder: Path, problem: type[LibraryProblem]) -> LibraryProblem:
    """The error of opening `folder`, which must be as it was afterwards."""
    before = state(folder)
    with pytest.raises(problem) as caught:
        Database.open(folder)
    assert type(caught.value) is problem
    assert state(folder) == before
    return caught.value


def sqlite_file(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_missing_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary):
        Database.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_an_empty_folder_is_no_library(tmp_path: Path) -> None:
    refused(tmp_path, NotALibrary)


def test_a_folder_with_other_files_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")
    refused(tmp_path, NotALibrary)


def test_a_file_is_no_library(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ada")
    with pytest.raises(NotALibrary):
        Database.open(path)


@pytest.mark.parametrize("content", [b"", b"Dear Ada", b"SQLite format 3\0", b"\0" * 5000])
def test_another_file_of_that_name_is_no_library(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE_FILE).write_bytes(content)
    refused(tmp_path, NotALibrary)


def test_another_programs_database_is_no_library(tmp_path: Path) -> None:
    sqlite_file(
        tmp_path / DATABASE_FILE, "PRAGMA journal_mode=WAL", "CREATE TABLE birds (name TEXT)"
    )
    refused(tmp_path, NotALibrary)


def test_a_folder_of_that_name_is_no_library(tmp_path: Path) -> None:
    (tmp_path / DATABASE_FILE).mkdir()
    refused(tmp_path, NotALibrary)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system")
def test_a_pipe_of_that_name_is_no_library(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / DATABASE_FILE)
    refused(tmp_path, NotALibrary)


def test_a_library_of_a_later_version_is_left_alone(folder: Path) -> None:
    sqlite_file(folder / DATABASE_FILE, "UPDATE alembic_version SET version_num = '9999'")
    assert set(state(folder)) == {DATABASE_FILE}
    refused(folder, LibraryTooNew)


def test_a_later_version_that_crashed_while_migrating_is_refused(folder: Path) -> None:
    # What the crash left is a log in which the revision has not reached the file yet.
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        left = state(folder)
    for name, content in left.items():
        (folder / name).write_bytes(content)
    with pytest.raises(LibraryTooNew):
        Database.open(folder)


def test_a_library_without_a_stamp_is_damaged(folder: Path) -> None:
    sqlite_file(folder / DATABASE_FILE, "DELETE FROM alembic_version")
    refused(folder, LibraryDamaged)


def test_a_library_cut_short_is_damaged(folder: Path) -> None:
    path = folder / DATABASE_FILE
    path.write_bytes(path.read_bytes()[:4096])
    refused(folder, LibraryDamaged)


def test_a_library_with_scrambled_pages_is_damaged(folder: Path) -> None:
    path = folder / DATABASE_FILE
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\x5a" * (len(content) - 100))
    problem = refused(folder, LibraryDamaged)
    assert problem.facts["reason"]


@contextmanager
def unprivileged() -> Iterator[None]:
    """As somebody whom permissions bind; the tests may run as root, whom nothing does."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions work otherwise there")
@pytest.mark.parametrize("locked", ["folder", "file"])
def test_a_library_that_may_not_be_written_is_refused(folder: Path, locked: str) -> None:
    for place in folder.parents:
        if place.is_relative_to("/tmp") and place != Path("/tmp"):  # noqa: S108 - to get through
            place.chmod(place.stat().st_mode | 0o055)
    path = folder / DATABASE_FILE
    path.chmod(0o444 if locked == "file" else 0o666)
    folder.chmod(0o555 if locked == "folder" else 0o777)
    try:
        with unprivileged():
            problem = refused(folder, LibraryReadOnly)
    finally:
        folder.chmod(0o755)
    assert "permission" in str(problem.facts["reason"])


def test_a_library_in_use_can_be_opened_again(folder: Path, library: Database) -> None:
    with closing(Database.open(folder)) as other, other.read() as work:
        assert properties.name(work) == "Harbour"


def test_a_write_that_waits_too_long_says_so(folder: Path, library: Database) -> None:
    with closing(Database.open(folder, patience=0.01)) as other, library.write():
        with pytest.raises(LibraryBusy), other.write():
            pass
        with other.read() as work:
            assert properties.name(work) == "Harbour"


def test_closing_leaves_one_file(folder: Path) -> None:
    database = Database.open(folder)
    with database.write() as work:
        properties.use_comparison(work, 7)
        work.commit()
    database.close()
    assert set(state(folder)) == {DATABASE_FILE}


def test_the_header_says_whose_file_it_is(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_opening_an_up_to_date_library_loads_no_alembic(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from summit_reader.store.database import Database;"
        "Database.open(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "False"
