from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, InvalidRequestError

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.errors import LibraryDamaged, LibraryReadOnly
from summit_reader.domain.search import SearchState
from summit_reader.store import articles, outbox, properties, saved_searches, takes
from summit_reader.store.database import Database
from summit_reader.store.rows import ArticleRow, OutboxRow

MakeDraft = Callable[..., ArticleDraft]


def searches(library: Database) -> list[str]:
    with library.read() as work:
        return [one.query for one in saved_searches.all_searches(work)]


def test_work_that_is_not_committed_is_undone(library: Database) -> None:
    with library.write() as work:
        saved_searches.ensure(work, "flour")
    assert searches(library) == []


def test_work_that_fails_is_undone(library: Database) -> None:
    def fail() -> None:
        with library.write() as work:
            saved_searches.ensure(work, "flour")
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        fail()
    assert searches(library) == []


def test_committed_work_lasts(library: Database) -> None:
    with library.write() as work:
        kept = saved_searches.ensure(work, "flour")
        assert saved_searches.ensure(work, "flour") == kept
        other = saved_searches.ensure(work, "aid")
        for _ in range(2):
            saved_searches.restore(work, SearchState(kept, None))
        work.commit()
    assert searches(library) == ["aid"]
    assert other != kept


def test_every_connection_is_set_up(library: Database) -> None:
    with library.read() as one, library.read() as two, library.write() as three:
        for work in (one, two, three):
            facts = {
                pragma: work.session.scalar(text(f"PRAGMA {pragma}"))
                for pragma in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
            }
            assert facts == {
                "foreign_keys": 1,
                "journal_mode": "wal",
                "synchronous": 2,
                "busy_timeout": 5000,
            }


def test_references_are_enforced(library: Database) -> None:
    with library.write() as work, pytest.raises(IntegrityError):
        work.session.execute(text("INSERT INTO story_articles VALUES (1, 1, 'reader')"))


def test_nothing_is_loaded_behind_ones_back(library: Database, make_draft: MakeDraft) -> None:
    with library.write() as work:
        articles.add(work, make_draft())
        work.commit()
    with library.read() as work:
        row = work.session.get_one(ArticleRow, 1)
        for attribute in ("outlet", "passages", "raw", "source_text"):
            with pytest.raises(InvalidRequestError):
                getattr(row, attribute)


def test_a_reader_sees_one_state(library: Database) -> None:
    with library.read() as reading:
        assert saved_searches.all_searches(reading) == ()
        with library.write() as writing:
            saved_searches.ensure(writing, "flour")
            writing.commit()
        assert saved_searches.all_searches(reading) == ()
    assert searches(library) == ["flour"]


def test_two_readers_and_a_writer(library: Database, make_draft: MakeDraft) -> None:
    drafts = [make_draft(make_draft().raw.source_text + str(number)) for number in range(20)]

    def write() -> None:
        for draft in drafts:
            with library.write() as work:
                articles.add(work, draft)
                work.commit()

    def read() -> list[bool]:
        agree: list[bool] = []
        for _ in range(200):
            with library.read() as work:
                count = articles.count(work)
                agree.append(count == takes.count(work) == outbox.last(work))
        return agree

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        pool.submit(write).result()
        assert all(all(reader.result()) for reader in readers)
    with library.read() as work:
        assert articles.count(work) == len(drafts)


def test_two_programs_write_in_turn(folder: Path) -> None:
    def write(name: str) -> None:
        with closing(Database.open(folder)) as database:
            for number in range(15):
                with database.write() as work:
                    saved_searches.ensure(work, f"{name} {number}")
                    work.commit()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, ["one", "two"]))
    with closing(Database.open(folder)) as database:
        assert len(searches(database)) == 30


def test_a_full_disk_is_named(library: Database) -> None:
    with library.write() as work:
        pages = work.session.scalar(text("PRAGMA page_count"))

    def fill() -> None:
        with library.write() as work:
            work.session.execute(text(f"PRAGMA max_page_count={pages}"))
            properties.describe(work, name="x" * 1_000_000, is_sample=False)

    with pytest.raises(LibraryReadOnly, match="full"):
        fill()
    with library.read() as work:
        assert properties.name(work) == "Harbour"


def test_a_sound_file_has_no_damage(library: Database, make_draft: MakeDraft) -> None:
    with library.write() as work:
        articles.add(work, make_draft())
        work.commit()
    assert library.damage() == ""


def test_references_to_nowhere_are_damage(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("INSERT INTO story_articles VALUES (1, 1, 'reader')")
        connection.commit()
    with closing(Database.open(folder)) as database:
        assert "story_articles" in database.damage()


def test_a_scrambled_page_is_damage(folder: Path, make_draft: MakeDraft) -> None:
    with closing(Database.open(folder)) as database, database.write() as work:
        articles.add(work, make_draft())
        root = work.session.scalar(text("SELECT rootpage FROM sqlite_schema WHERE name='takes'"))
        work.commit()
    path = folder / "library.db"
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\x5a" * 4096
    path.write_bytes(content)
    with closing(Database.open(folder)) as database:
        assert database.damage()
        with pytest.raises(LibraryDamaged), database.read() as work:
            takes.in_article(work, 1)


def test_outbox_numbers_rise(library: Database) -> None:
    with library.write() as work:
        numbers = [outbox.append(work, 1, outbox.Action.PUT) for _ in range(3)]
        work.session.query(OutboxRow).delete()
        work.commit()
    with library.write() as work:
        assert outbox.last(work) == 0
        assert outbox.append(work, 1, outbox.Action.PUT) == numbers[-1] + 1
