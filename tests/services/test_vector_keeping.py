from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from summit_reader.bootstrap import Services, open_services
from summit_reader.compare.passage_vectors import PassageVectors
from summit_reader.compare.word_vectors import UnreadableVectors, WordVectors, vectors_at
from summit_reader.domain.article import Hints
from summit_reader.domain.errors import Cancelled
from summit_reader.domain.importing import Imported
from summit_reader.domain.point import Point
from summit_reader.domain.progress import CancelToken, Progress
from summit_reader.index.memory import MemoryIndex
from summit_reader.services import vector_keeping, weighing
from summit_reader.services.upkeep import Upkeep
from summit_reader.services.vector_keeping import VectorKeeping
from summit_reader.services.weighing import Weighing
from summit_reader.shipped import resources_folder
from summit_reader.store import articles, outbox
from summit_reader.store.database import Database

Paste = Callable[..., Imported]

FOG = "Fog on the river\n\nIt was a quiet day for everybody there.\n"


def read() -> WordVectors:
    return vectors_at(resources_folder() / "vectors")


def unreadable() -> NoReturn:
    raise UnreadableVectors


@pytest.fixture
def keeping(stocked: Services, database: Database) -> VectorKeeping:
    return VectorKeeping(database, database.folder / "vectors", read)


def kept(keeping: VectorKeeping) -> PassageVectors:
    opened = keeping.opened()
    if opened is None:
        pytest.fail("there are no vectors")
    return opened


def remove(database: Database, article_id: int) -> None:
    with database.write() as work:
        articles.remove(work, article_id)
        work.commit()


def last_change(database: Database) -> int:
    with database.read() as work:
        return outbox.last(work)


def test_they_are_made_and_follow_the_outbox(
    keeping: VectorKeeping, database: Database, paste: Paste
) -> None:
    assert keeping.opened() is None
    assert not keeping.is_up_to_date()
    keeping.catch_up()
    assert keeping.is_up_to_date()
    made = kept(keeping)
    assert made.articles() == {1, 2}
    for number in range(2):
        paste(f"{FOG}\nPart {number} of it all.\n", "Buoy")
    keeping.catch_up()
    added = kept(keeping)
    assert added.articles() == {1, 2, 3, 4}
    assert added.manifest.ordered == made.manifest.ordered  # added to, not made anew
    remove(database, 1)
    keeping.catch_up()
    assert kept(keeping).articles() == {2, 3, 4}
    assert kept(keeping).manifest.change == last_change(database)


def test_the_same_is_kept_whichever_way_it_came(
    keeping: VectorKeeping, database: Database, paste: Paste
) -> None:
    keeping.catch_up()
    paste(FOG, "Buoy")
    keeping.catch_up()
    followed = kept(keeping)
    keeping.build()
    anew = kept(keeping)
    direction = read().of(["quiet", "day"]).sum(axis=0)
    assert anew.manifest.name != followed.manifest.name
    assert followed.near(direction, 9) == anew.near(direction, 9)
    assert anew.near(direction, 1) == [(3, 1)]


def test_a_large_library_waits_for_a_rebuild(
    keeping: VectorKeeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_keeping, "SMALL", 1)
    keeping.catch_up()
    assert keeping.opened() is None
    told: list[Progress] = []
    keeping.build(told.append)
    assert kept(keeping).articles() == {1, 2}
    assert (told[-1].done, told[-1].total) == (2, 2)


def test_stopping_leaves_what_was_there(keeping: VectorKeeping) -> None:
    keeping.catch_up()
    before = kept(keeping).manifest
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        keeping.build(token=token)
    assert kept(keeping).manifest == before


@pytest.mark.parametrize("damage", ["cut", "version", "gone", "order"])
def test_what_is_damaged_is_told_and_made_anew(
    keeping: VectorKeeping, database: Database, damage: str
) -> None:
    keeping.catch_up()
    folder = database.folder / "vectors"
    if damage == "cut":
        (rows,) = folder.glob("*.rows")
        rows.write_bytes(rows.read_bytes()[:100])
    elif damage == "order":
        (keys,) = folder.glob("*.keys")
        keys.write_bytes(bytes(reversed(keys.read_bytes())))
    elif damage == "version":
        text = (folder / "manifest.json").read_text()
        (folder / "manifest.json").write_text(text.replace('"version": "', '"version": "x'))
    else:
        (folder / "manifest.json").unlink()
    keeping = VectorKeeping(database, folder, read)
    finding = keeping.findings()[-1]
    assert not finding.ok
    assert "reindex" in finding.detail
    assert keeping.opened() is None
    keeping.catch_up()
    assert kept(keeping).articles() == {1, 2}
    assert all(each.ok for each in keeping.findings())


def test_vectors_of_texts_that_are_gone_are_told(
    keeping: VectorKeeping, database: Database
) -> None:
    keeping.catch_up()
    assert [(each.check, each.ok) for each in keeping.findings()] == [
        ("word vectors", True),
        ("passage vectors", True),
    ]
    remove(database, 1)
    finding = keeping.findings()[-1]
    assert (finding.check, finding.ok) == ("passage vectors", False)


def test_without_word_vectors_nothing_is_kept(
    stocked: Services, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    keeping = VectorKeeping(database, database.folder / "vectors", unreadable)
    with caplog.at_level(logging.WARNING):
        keeping.catch_up()
        keeping.build()
    assert keeping.is_up_to_date()
    assert keeping.opened() is None
    (finding,) = keeping.findings()
    assert not finding.ok
    assert "by their words alone" in finding.detail


def test_a_disk_that_refuses_costs_nothing_else(
    stocked: Services, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = database.folder / "vectors"
    in_the_way.write_text("a file", encoding="utf-8")
    keeping = VectorKeeping(database, in_the_way, read)
    index = MemoryIndex()
    with caplog.at_level(logging.WARNING):
        assert Upkeep(database, index, vectors=keeping).catch_up() == 2
        assert Upkeep(database, index, vectors=keeping).rebuild() == 2
    assert index.change() == last_change(database)
    assert "cannot be written" in caplog.text


def test_the_vectors_go_with_the_index(
    keeping: VectorKeeping, database: Database, paste: Paste, stocked: Services
) -> None:
    upkeep = Upkeep(database, MemoryIndex(), vectors=keeping)
    assert not upkeep.is_up_to_date()
    upkeep.catch_up()
    assert upkeep.is_up_to_date()
    paste(FOG, "Buoy")
    assert not upkeep.is_up_to_date()
    upkeep.rebuild()
    assert kept(keeping).articles() == {1, 2, 3}
    assert all(each.ok for each in upkeep.findings())


def test_a_point_finds_by_direction_what_no_word_finds(
    stocked: Services,
    database: Database,
    index: MemoryIndex,
    keeping: VectorKeeping,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(weighing, "_AT_ONCE", 0)
    question = "Did sailors depart ahead of ballots?"

    def seen(weighed: Weighing) -> set[str]:
        with database.read() as work:
            found = weighed.candidates(work, Point(0, question, 0), None)
        return {each.part.text for each in found.candidates}

    assert seen(Weighing(index, stocked.upkeep, read)) == set()
    keeping.catch_up()
    near = seen(Weighing(index, stocked.upkeep, read, keeping.opened))
    assert "Fishermen left the hall before the vote was taken." in near


def test_they_lie_beside_the_index_of_a_real_library(tmp_path: Path) -> None:
    folder = tmp_path / "Library"
    services = open_services(folder, create=True)
    try:
        services.importing.import_text(FOG, "fog", Hints())
        assert (folder / "vectors" / "manifest.json").is_file()
        assert all(each.ok for each in services.upkeep.findings())
    finally:
        services.close()
