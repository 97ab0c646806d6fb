from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.point import DecidedBy, Decision
from summit_reader.domain.spans import Span
from summit_reader.store import articles, points, takes
from summit_reader.store.database import Database, Work
from summit_reader.store.errors import NoSuchPoint, NoSuchTake

MakeDraft = Callable[..., ArticleDraft]


@pytest.fixture
def take_ids(library: Database, make_draft: MakeDraft) -> list[int]:
    """Three takes of two outlets in one text."""
    draft = make_draft()
    drafts = tuple(
        replace(
            draft.takes[0],
            anchor=Anchor.of(draft.raw.source_text, (Span(start, start + 5),)),
            outlet=OutletProfile(outlet),
        )
        for start, outlet in ((17, "The Tide"), (27, "Polska"), (41, "The Tide"))
    )
    with library.write() as work:
        article_id = articles.add(work, replace(draft, takes=drafts))
        work.commit()
        return [take.id for take in takes.in_article(work, article_id)]


def accept(work: Work, point_id: int, take_ids: list[int]) -> None:
    for take_id in take_ids:
        points.decide(work, point_id, take_id, Decision.ACCEPTED, DecidedBy.CATALOGUE)


def test_points_stand_in_the_order_they_were_made(library: Database) -> None:
    with library.write() as work:
        for question in ("Who pays?", "When?", "Why?"):
            points.add(work, question)
        assert [(one.question, one.position) for one in points.all_points(work)] == [
            ("Who pays?", 0),
            ("When?", 1),
            ("Why?", 2),
        ]


@pytest.mark.parametrize("typed", ["Who pays?", "who pays", "WHO  PAYS ?", "Who pays??"])
def test_a_question_is_found_however_typed(library: Database, typed: str) -> None:
    with library.write() as work:
        points.add(work, "When?")
        point_id = points.add(work, "Who pays?")
        found = points.named(work, typed)
        assert found is not None
        assert found.id == point_id
        assert points.named(work, "Who pay?") is None


def test_a_renamed_point_is_found_under_its_new_name(library: Database) -> None:
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        points.rename(work, point_id, "Who will pay?")
        assert points.named(work, "who pays") is None
        assert points.named(work, "who will pay") == points.by_id(work, point_id)


def test_takes_stand_in_the_order_they_were_put(library: Database, take_ids: list[int]) -> None:
    order = [take_ids[2], take_ids[0], take_ids[1]]
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        accept(work, point_id, order)
        on_point = points.takes_on(work, point_id)
        (summary,) = points.summaries(work)
    assert [one.take.id for one in on_point] == order
    assert {(one.decision, one.decided_by) for one in on_point} == {
        (Decision.ACCEPTED, DecidedBy.CATALOGUE)
    }
    assert (summary.takes, summary.outlets, summary.texts) == (3, 2, 1)


def test_a_refused_take_is_left_out_and_not_forgotten(
    library: Database, take_ids: list[int]
) -> None:
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        accept(work, point_id, take_ids)
        points.decide(work, point_id, take_ids[1], Decision.REFUSED, DecidedBy.READER)
        (summary,) = points.summaries(work)
        assert [one.take.id for one in points.takes_on(work, point_id)] == [
            take_ids[0],
            take_ids[2],
        ]
        points.decide(work, point_id, take_ids[1], Decision.ACCEPTED, DecidedBy.READER)
        assert [one.take.id for one in points.takes_on(work, point_id)] == take_ids
    assert (summary.takes, summary.outlets) == (2, 1)


@pytest.mark.parametrize("weaker", [DecidedBy.CATALOGUE, DecidedBy.PROGRAM])
def test_nobody_overrules_the_reader(
    library: Database, take_ids: list[int], weaker: DecidedBy
) -> None:
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        points.decide(work, point_id, take_ids[0], Decision.REFUSED, DecidedBy.READER)
        points.decide(work, point_id, take_ids[0], Decision.ACCEPTED, weaker)
        assert points.takes_on(work, point_id) == ()
        points.decide(work, point_id, take_ids[0], Decision.ACCEPTED, DecidedBy.READER)
        points.decide(work, point_id, take_ids[0], Decision.REFUSED, weaker)
        assert [one.decided_by for one in points.takes_on(work, point_id)] == [DecidedBy.READER]


def test_the_program_does_not_overrule_the_catalogue(
    library: Database, take_ids: list[int]
) -> None:
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        accept(work, point_id, take_ids[:1])
        points.decide(work, point_id, take_ids[0], Decision.REFUSED, DecidedBy.PROGRAM)
        assert len(points.takes_on(work, point_id)) == 1


def test_a_pair_lasts_as_long_as_both_are_on_the_point(
    library: Database, take_ids: list[int]
) -> None:
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        assert points.by_id(work, point_id).first_pair is None
        accept(work, point_id, take_ids)
        points.set_first_pair(work, point_id, (take_ids[2], take_ids[1]))
        assert points.by_id(work, point_id).first_pair == (take_ids[2], take_ids[1])
        points.decide(work, point_id, take_ids[1], Decision.REFUSED, DecidedBy.READER)
        assert points.by_id(work, point_id).first_pair is None


def test_a_removed_point_leaves_its_takes(library: Database, take_ids: list[int]) -> None:
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        accept(work, point_id, take_ids)
        points.remove(work, point_id)
        assert points.all_points(work) == ()
        assert takes.count(work) == 3
        work.commit()
    assert library.damage() == ""


def test_a_removed_text_leaves_its_points(library: Database, take_ids: list[int]) -> None:
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        accept(work, point_id, take_ids)
        points.set_first_pair(work, point_id, (take_ids[0], take_ids[1]))
        articles.remove(work, takes.by_id(work, take_ids[0]).article_id)
        work.commit()
    with library.read() as work:
        (summary,) = points.summaries(work)
        assert points.takes_on(work, point_id) == ()
    assert (summary.takes, summary.point.first_pair) == (0, None)


def test_what_is_not_there_is_named(library: Database, take_ids: list[int]) -> None:
    with library.write() as work:
        point_id = points.add(work, "Who pays?")
        with pytest.raises(NoSuchPoint):
            points.by_id(work, 99)
        with pytest.raises(NoSuchPoint):
            points.rename(work, 99, "x")
        with pytest.raises(NoSuchPoint):
            points.remove(work, 99)
        with pytest.raises(NoSuchPoint):
            points.set_first_pair(work, 99, (1, 2))
        with pytest.raises(NoSuchPoint):
            points.decide(work, 99, take_ids[0], Decision.ACCEPTED, DecidedBy.READER)
        with pytest.raises(NoSuchTake):
            points.decide(work, point_id, 99, Decision.ACCEPTED, DecidedBy.READER)
