"""The tables of reader's decisions: older libraries brought to them, and numbers of takes."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.take import Standing
from summit_reader.store import articles, kept_copies, points, takes
from summit_reader.store.database import Database
from summit_reader.store.migrating import MIGRATIONS, upgrade

MakeDraft = Callable[..., ArticleDraft]

ROWS = """
INSERT INTO outlets VALUES (1, 'The Tide', 'tide', 'GB', 'en', 'newspaper', '[]');
INSERT INTO articles VALUES (1, 1, 'f', '2021-03-04 00:00:00', 'h.txt', 'text/plain', 'Harbour',
    'plain', '', '', '', '', '', NULL, NULL, '', '', 'en', 0, '[]', '[[0, 9]]', 'It closes', x'00');
INSERT INTO takes VALUES (7, 1, 0, 1, NULL, '', 'direct', 'official', 'extracted',
    '[["The Tide", "outlet", ""]]', '[[0, 9]]', '["It closes"]', '', '', 'd', '["It closes"]',
    '[[0, 9]]', NULL, 'said', '', '', '', NULL, 0, 0.95);
INSERT INTO points VALUES (1, 'When?', 'when', 0, 7, NULL);
INSERT INTO point_takes VALUES (1, 7, 'accepted', 'reader', 0);
"""


@pytest.fixture
def first_library(tmp_path: Path) -> Path:
    """A library as the first version of the tables had it, with a take on a point."""
    folder, scripts = tmp_path / "old", tmp_path / "scripts"
    folder.mkdir()
    (scripts / "versions").mkdir(parents=True)
    for name in ("__init__.py", "versions/__init__.py", "versions/first_tables.py"):
        shutil.copy(MIGRATIONS / name, scripts / name)
    engine = create_engine(f"sqlite:///{folder / 'library.db'}")
    upgrade(engine, scripts)
    engine.dispose()
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.executescript(ROWS)
    return folder


def test_takes_of_an_older_library_are_proposed_and_its_texts_outdated(first_library: Path) -> None:
    with closing(Database.open(first_library)) as database, database.read() as work:
        (take,) = takes.in_article(work, 1)
        assert (take.id, take.text, take.cue) == (7, "It closes", "said")
        assert (take.standing, take.lost, take.evidence, take.quoted) == (
            Standing.PROPOSED, False, None, (),
        )  # fmt: skip
        assert [one.take.id for one in points.takes_on(work, 1)] == [7]
        assert articles.outdated(work, 1) == (1,)
        assert articles.by_id(work, 1).cleaned.text == "It closes"


def test_no_number_of_a_take_is_used_twice(library: Database, make_draft: MakeDraft) -> None:
    with library.write() as work:
        draft = make_draft()
        article_id = articles.add(work, draft)
        (first,) = takes.in_article(work, article_id)
        takes.remove(work, first.id)
        work.commit()
        again = takes.add(work, article_id, draft.takes[0], draft.cleaned)
        work.commit()
    assert again > first.id


def test_everything_of_a_take_comes_back_from_its_copy(
    library: Database, make_draft: MakeDraft
) -> None:
    with library.write() as work:
        article_id = articles.add(work, make_draft())
        (take,) = takes.in_article(work, article_id)
        source = articles.source(work, article_id)
    copy = kept_copies.encoded(take, source)
    assert kept_copies.decoded(copy) == (take, source)


def test_a_copy_of_the_first_version_is_still_read(
    library: Database, make_draft: MakeDraft
) -> None:
    with library.write() as work:
        article_id = articles.add(work, make_draft())
        (take,) = takes.in_article(work, article_id)
        source = articles.source(work, article_id)
    copy = kept_copies.encoded(take, source)
    for name in ("clause", "quoted", "hedged", "evidence", "standing", "lost"):
        del copy["take"][name]
    assert kept_copies.decoded(copy) == (take, source)
