from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.shelf import BinPlace, BinState
from summit_reader.store import articles, binning, takes
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchTake, NoSuchText
from summit_reader.store.hiding import WITH_BINNED
from summit_reader.store.rows import ArticleRow, PassageRow, TakeRow

MakeDraft = Callable[..., ArticleDraft]
PLACE = BinPlace(datetime(2026, 3, 4, tzinfo=UTC))


@pytest.fixture
def binned(library: Database, make_draft: MakeDraft) -> int:
    """An article that lies in the bin."""
    with library.write() as work:
        article_id = articles.add(work, make_draft())
        binning.restore(work, BinState(((article_id, PLACE),)))
        work.commit()
    return article_id


def test_no_query_sees_what_lies_in_the_bin(library: Database, binned: int) -> None:
    with library.read() as work:
        assert work.session.get(ArticleRow, binned) is None
        assert articles.ids(work) == ()
        assert articles.count(work) == 0
        assert takes.in_article(work, binned) == ()
        assert work.session.scalar(select(func.count()).select_from(PassageRow)) == 0
        assert work.session.scalars(select(aliased(TakeRow))).all() == []
        inner = select(TakeRow.article_id)
        assert (
            work.session.scalars(select(TakeRow.id).where(TakeRow.article_id.in_(inner))).all()
            == []
        )
        with pytest.raises(NoSuchText):
            articles.by_id(work, binned)


def test_who_asks_for_it_sees_it(library: Database, binned: int) -> None:
    with library.read() as work:
        found = work.session.get(ArticleRow, binned, execution_options=WITH_BINNED)
        assert found is not None
        assert takes.records(work, binned)


def test_a_take_in_the_bin_stays_on_record(library: Database, make_draft: MakeDraft) -> None:
    with library.write() as work:
        article_id = articles.add(work, make_draft())
        take = takes.in_article(work, article_id)[0]
        place = BinPlace(PLACE.binned, take.outlet.id)
        before = binning.restore(work, BinState(takes=((take.id, place),)))
        assert take not in takes.in_article(work, article_id)
        assert take.id in {record.take.id for record in takes.records(work, article_id)}
        assert take.id in takes.in_use(work, article_id)
        with pytest.raises(NoSuchTake):
            takes.by_id(work, take.id)
        binning.restore(work, before)
        assert take in takes.in_article(work, article_id)


def test_emptying_leaves_takes_of_texts_that_stay_rejected(
    library: Database, make_draft: MakeDraft
) -> None:
    with library.write() as work:
        article_id = articles.add(work, make_draft())
        take = takes.in_article(work, article_id)[0]
        place = BinPlace(PLACE.binned, take.outlet.id)
        binning.restore(work, BinState(takes=((take.id, place),)))
        (lying,) = binning.contents(work)
        assert (lying.outlet_id, lying.takes) == (take.outlet.id, 1)
        assert binning.empty(work) == 0
        assert take.id in {each.id for each in takes.rejected(work)}
        assert binning.contents(work) == ()
