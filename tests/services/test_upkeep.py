from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import Cancelled, LibraryReadOnly
from summit_reader.domain.importing import Imported
from summit_reader.domain.progress import CancelToken, Progress
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.memory import MemoryIndex
from summit_reader.index.port import ArticleDocument, IndexBatch
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, outbox
from summit_reader.store.database import Database

Paste = Callable[..., Imported]


def last_change(database: Database) -> int:
    with database.read() as work:
        return outbox.last(work)


def remove(database: Database, article_id: int) -> None:
    with database.write() as work:
        articles.remove(work, article_id)
        work.commit()


def ids(index: MemoryIndex, query: str) -> set[int]:
    return {one.article_id for one in index.search(query).articles}


def test_a_new_index_is_filled(stocked: Services, database: Database) -> None:
    index = MemoryIndex()
    upkeep = Upkeep(database, index)
    assert upkeep.catch_up() == 2
    assert (index.change(), ids(index, "harbour")) == (2, {1, 2})
    assert upkeep.catch_up() == 0


def test_an_index_that_is_behind_is_told_what_it_missed(
    stocked: Services, database: Database, paste: Paste
) -> None:
    for number in range(4):
        paste(f"The harbour, part {number}. It goes on and on.", "The Tide")
    index = MemoryIndex()
    upkeep = Upkeep(database, index)
    upkeep.catch_up()
    paste("The harbour, the end of it all.", "The Tide")
    remove(database, 1)
    told: list[Progress] = []
    assert upkeep.catch_up(told.append) == 2
    assert [(one.done, one.total) for one in told] == [(0, 1)]  # told of one, not made anew
    assert (index.change(), ids(index, "harbour")) == (last_change(database), {2, 3, 4, 5, 6, 7})


def test_an_index_that_is_far_behind_is_made_anew(
    stocked: Services, database: Database, index: MemoryIndex
) -> None:
    remove(database, 1)
    assert stocked.upkeep.catch_up() == 1
    assert ids(index, "harbour") == {2}


def test_an_index_of_another_library_is_made_anew(stocked: Services, database: Database) -> None:
    index = MemoryIndex()
    with index.batch(99):
        pass
    assert Upkeep(database, index).catch_up() == 2
    assert (index.change(), ids(index, "harbour")) == (2, {1, 2})


def test_an_article_that_came_and_went_is_nothing(
    services: Services, database: Database, index: MemoryIndex, paste: Paste
) -> None:
    paste("The harbour, the end of it all.", "The Tide")
    remove(database, 1)
    assert services.upkeep.catch_up() == 0
    assert (index.change(), ids(index, "harbour")) == (2, set())


def test_comments_and_captions_are_not_searched(services: Services, paste: Paste) -> None:
    imported = paste(
        "Harbour to close\n\nA walrus on the quay (Photo by Eve Low for Tide Images).\n\n"
        "The harbour will close.\n",
        "The Tide",
    )
    kinds = {str(one.kind) for one in services.reading.article(imported.article_id).passages}
    assert "caption" in kinds
    assert services.searching.search("walrus").total == 0
    assert services.searching.search("harbour").total == 1


def test_until_a_rebuild_is_done_the_index_answers_as_before(
    stocked: Services, index: MemoryIndex
) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        stocked.upkeep.rebuild(token=token)
    assert (index.change(), ids(index, "harbour")) == (2, {1, 2})
    assert stocked.upkeep.rebuild() == 2


def test_a_rebuild_forgets_what_is_gone(
    stocked: Services, database: Database, index: MemoryIndex
) -> None:
    remove(database, 1)
    assert stocked.upkeep.rebuild() == 1
    assert index.article_ids() == {2}


def test_an_index_that_holds_other_articles_is_found(stocked: Services, index: MemoryIndex) -> None:
    with index.batch(2) as batch:
        batch.remove(1)
        batch.put(ArticleDocument(7, "Nowhere", "en", ()))
    (finding,) = [one for one in stocked.upkeep.findings() if not one.ok]
    assert finding.check == "index"
    assert finding.detail == "It lacks 1 of 2 texts and holds 1 that are gone."


class FailingIndex(MemoryIndex):
    """Raises what it is told to, as often as it is told to, when a batch or replacement begins."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[Exception] = []

    @contextmanager
    def batch(self, change: int) -> Iterator[IndexBatch]:
        if self.problems:
            raise self.problems.pop(0)
        with super().batch(change) as batch:
            yield batch

    @contextmanager
    def replacement(self, change: int) -> Iterator[IndexBatch]:
        if self.problems:
            raise self.problems.pop(0)
        with super().replacement(change) as batch:
            yield batch


@pytest.mark.parametrize(
    "problem", [BrokenIndex(Path("index"), "a file is missing"), KeyError("posting")]
)
def test_an_index_that_breaks_is_made_anew(
    stocked: Services, database: Database, paste: Paste, problem: Exception
) -> None:
    index = FailingIndex()
    upkeep = Upkeep(database, index)
    upkeep.catch_up()
    paste("The harbour, the end of it all.", "The Tide")
    index.problems = [problem]
    assert upkeep.catch_up() == 3
    assert ids(index, "harbour") == {1, 2, 3}


@pytest.mark.parametrize(
    "problem", [LibraryReadOnly("index", reason="the disk is full"), KeyError("posting")]
)
def test_an_index_that_cannot_be_written_is_left_for_the_next_start(
    stocked: Services, database: Database, problem: Exception
) -> None:
    index = FailingIndex()
    upkeep = Upkeep(database, index)
    index.problems = [problem]
    assert upkeep.catch_up() == 0
    assert upkeep.catch_up() == 2


def test_a_sound_library_has_nothing_to_find(stocked: Services) -> None:
    findings = stocked.upkeep.findings()
    assert [one.check for one in findings] == ["database", "takes", "index"]
    assert all(one.ok for one in findings)


def test_damage_is_found_and_nothing_else_is_looked_at(
    stocked: Services, database: Database
) -> None:
    with closing(sqlite3.connect(database.folder / "library.db")) as connection:
        connection.execute("INSERT INTO story_articles VALUES (1, 1, 'reader')")
        connection.commit()
    (finding,) = stocked.upkeep.findings()
    assert (finding.check, finding.ok) == ("database", False)
    assert "story_articles" in finding.detail


def test_an_index_that_is_behind_is_found(stocked: Services, database: Database) -> None:
    findings = Upkeep(database, MemoryIndex()).findings()
    assert [one.check for one in findings if not one.ok] == ["index"]


class UnreadableIndex(MemoryIndex):
    """Cannot even tell how far it is."""

    def change(self) -> int:
        raise BrokenIndex(Path("index"), "a file is missing")


def test_an_index_that_is_broken_is_found(stocked: Services, database: Database) -> None:
    upkeep = Upkeep(database, UnreadableIndex())
    assert not upkeep.is_up_to_date()
    *_, finding = upkeep.findings()
    assert (finding.ok, finding.detail) == (False, "It is broken: a file is missing.")


def test_a_take_that_lost_its_words_is_found(stocked: Services, database: Database) -> None:
    with database.write() as work:
        work.session.connection().exec_driver_sql(
            "UPDATE articles SET source_text = 'x' || source_text WHERE id = 1"
        )
        work.commit()
    bad = [one for one in stocked.upkeep.findings() if not one.ok]
    assert [one.detail.split(". ")[0] for one in bad] == [
        "1 of 2 takes do not stand where they stood: 1"
    ]
