"""Named queries on the bin: what lies in it, what comes into it, and what leaves it for good."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, func, select, update

from summit_reader.domain.point import Decision
from summit_reader.domain.shelf import Binned, BinPlace, BinState, Deletion
from summit_reader.domain.take import Standing
from summit_reader.store import outbox
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchOutlet, NoSuchText
from summit_reader.store.hiding import WITH_BINNED
from summit_reader.store.rows import (
    Action,
    ArticleRow,
    BinnedArticleRow,
    BinnedTakeRow,
    ClippingRow,
    OutletRow,
    PointTakeRow,
    TakeRow,
    is_listed,
)

Places = dict[int, BinPlace | None]


def of_articles(work: Work, article_ids: Collection[int]) -> Deletion:
    """What deleting these articles would take along.

    Raises:
        NoSuchText: if the only one asked for is not there.
    """
    ids = sorted(article_ids)
    names: list[str] = []
    takes = pinned = on_points = 0
    for chunk in chunks(ids):
        titles = work.session.scalars(select(ArticleRow.title).where(ArticleRow.id.in_(chunk)))
        names += list(titles)
        own = select(TakeRow.id).where(TakeRow.article_id.in_(chunk), is_listed())
        one, two, three = _uses(work, set(work.session.scalars(own)))
        takes, pinned, on_points = takes + one, pinned + two, on_points + three
    if not names:
        raise NoSuchText(ids[0] if ids else 0)
    return Deletion(names[0], len(names), takes, pinned, on_points)


def of_outlet(work: Work, outlet_id: int) -> Deletion:
    """What deleting this outlet would take along: its articles with their takes, all its own takes.

    Raises:
        NoSuchOutlet: if there is none.
    """
    name = work.session.scalar(select(OutletRow.name).where(OutletRow.id == outlet_id))
    if name is None:
        raise NoSuchOutlet(outlet_id)
    article_ids = set(_articles(work, outlet_id))
    takes = set(work.session.scalars(select(TakeRow.id).where(_belongs(outlet_id), is_listed())))
    count, pinned, on_points = _uses(work, takes)
    return Deletion(name, len(article_ids), count, pinned, on_points, is_outlet=True)


def contents_of_outlet(work: Work, outlet_id: int, place: BinPlace) -> BinState:
    """The outlet's articles, and its takes in articles of others, all in that place of the bin."""
    article_ids = _articles(work, outlet_id)
    elsewhere = select(TakeRow.id).where(
        TakeRow.outlet_id == outlet_id,
        TakeRow.article_id.in_(select(ArticleRow.id).where(ArticleRow.outlet_id != outlet_id)),
    )
    return BinState(
        tuple((article_id, place) for article_id in article_ids),
        tuple((take_id, place) for take_id in work.session.scalars(elsewhere)),
    )


def contents(work: Work) -> tuple[Binned, ...]:
    """What lies in the bin, the latest first."""
    counts = dict(
        work.session.execute(
            select(TakeRow.article_id, func.count())
            .join(BinnedArticleRow, BinnedArticleRow.article_id == TakeRow.article_id)
            .where(is_listed())
            .group_by(TakeRow.article_id),
            execution_options=WITH_BINNED,
        ).all()
    )
    rows = work.session.execute(
        select(
            ArticleRow.id,
            ArticleRow.title,
            BinnedArticleRow.binned_at,
            BinnedArticleRow.outlet_id,
        ).join(BinnedArticleRow, BinnedArticleRow.article_id == ArticleRow.id),
        execution_options=WITH_BINNED,
    ).all()
    alone = [
        Binned(title, moment, 1, counts.get(article_id, 0), article_id=article_id)
        for article_id, title, moment, outlet_id in rows
        if outlet_id is None
    ]
    with_outlet: dict[int, list[tuple[int, int]]] = {}
    for article_id, _, _, outlet_id in rows:
        if outlet_id is not None:
            with_outlet.setdefault(outlet_id, []).append((1, counts.get(article_id, 0)))
    taken = select(BinnedTakeRow.outlet_id, func.count()).group_by(BinnedTakeRow.outlet_id)
    for outlet_id, count in work.session.execute(taken):
        with_outlet.setdefault(outlet_id, []).append((0, count))
    moments = {outlet_id: moment for _, _, moment, outlet_id in rows if outlet_id is not None}
    for outlet_id, moment in work.session.execute(
        select(BinnedTakeRow.outlet_id, func.max(BinnedTakeRow.binned_at)).group_by(
            BinnedTakeRow.outlet_id
        )
    ):
        moments.setdefault(outlet_id, moment)
    names = dict(
        work.session.execute(
            select(OutletRow.id, OutletRow.name).where(OutletRow.id.in_(with_outlet))
        ).all()
    )
    whole = [
        Binned(
            names[outlet_id],
            moments[outlet_id],
            sum(texts for texts, _ in parts),
            sum(takes for _, takes in parts),
            outlet_id=outlet_id,
        )
        for outlet_id, parts in with_outlet.items()
    ]
    return tuple(sorted((*alone, *whole), key=lambda each: each.binned, reverse=True))


def state_of_outlet(work: Work, outlet_id: int) -> BinState:
    """All that lies in the bin with this outlet."""
    articles = work.session.scalars(
        select(BinnedArticleRow.article_id).where(BinnedArticleRow.outlet_id == outlet_id)
    )
    takes = work.session.scalars(
        select(BinnedTakeRow.take_id).where(BinnedTakeRow.outlet_id == outlet_id)
    )
    return BinState(
        tuple((article_id, None) for article_id in articles),
        tuple((take_id, None) for take_id in takes),
    )


def restore(work: Work, wanted: BinState) -> BinState:
    """Have these lie in the bin, or out of it; where they lay before. What is gone stays gone."""
    articles = _article_places(work, [each for each, _ in wanted.articles])
    takes = _take_places(work, [each for each, _ in wanted.takes])
    before = BinState(tuple(articles.items()), tuple(takes.items()))
    touched: dict[int, Action] = {}
    for article_id, place in wanted.articles:
        if article_id not in articles:
            continue
        _put_article(work, article_id, place)
        touched[article_id] = Action.PUT if place is None else Action.REMOVE
    for take_id, place in wanted.takes:
        if take_id in takes:
            _put_take(work, take_id, place)
    work.session.flush()
    for chunk in chunks(list(takes)):
        carrying = select(TakeRow.article_id).where(TakeRow.id.in_(chunk)).distinct()
        for article_id in work.session.scalars(carrying, execution_options=WITH_BINNED):
            touched.setdefault(article_id, Action.PUT)
    hidden = set(work.session.scalars(select(BinnedArticleRow.article_id)))
    for article_id, action in touched.items():
        if action is Action.REMOVE or article_id not in hidden:
            outbox.append(work, article_id, action)
    work.session.expire_all()
    return before


def held(work: Work, fingerprint: str) -> int | None:
    """The article with this fingerprint that lies in the bin."""
    query = (
        select(ArticleRow.id)
        .join(BinnedArticleRow, BinnedArticleRow.article_id == ArticleRow.id)
        .where(ArticleRow.fingerprint == fingerprint)
    )
    return work.session.scalar(query, execution_options=WITH_BINNED)


def empty(work: Work) -> int:
    """Delete for good what lies in the bin; how many texts that were.

    Takes in texts that stay count as rejected, so that no rule finds them again. Clippings keep
    their copies.
    """
    ids = list(work.session.scalars(select(BinnedArticleRow.article_id)))
    outlet_ids = set(work.session.scalars(select(BinnedArticleRow.outlet_id))) - {None}
    outlet_ids |= set(work.session.scalars(select(BinnedTakeRow.outlet_id)))
    for chunk in chunks(ids):
        work.session.execute(delete(ArticleRow).where(ArticleRow.id.in_(chunk)))
    work.session.execute(
        update(TakeRow)
        .where(TakeRow.id.in_(select(BinnedTakeRow.take_id)))
        .values(standing=Standing.REJECTED)
        .execution_options(synchronize_session=False)
    )
    work.session.execute(delete(BinnedTakeRow))
    work.session.execute(
        delete(OutletRow).where(
            OutletRow.id.in_(outlet_ids),
            ~exists().where(ArticleRow.outlet_id == OutletRow.id),
            ~exists().where(TakeRow.outlet_id == OutletRow.id),
        )
    )
    work.session.expire_all()
    return len(ids)


def _articles(work: Work, outlet_id: int) -> list[int]:
    return list(
        work.session.scalars(select(ArticleRow.id).where(ArticleRow.outlet_id == outlet_id))
    )


def _belongs(outlet_id: int) -> ColumnElement[bool]:
    return (TakeRow.outlet_id == outlet_id) | TakeRow.article_id.in_(
        select(ArticleRow.id).where(ArticleRow.outlet_id == outlet_id)
    )


def _uses(work: Work, take_ids: Collection[int]) -> tuple[int, int, int]:
    pinned = on_points = 0
    for chunk in chunks(sorted(take_ids)):
        pins = select(func.count(ClippingRow.id)).where(ClippingRow.take_id.in_(chunk))
        points = select(func.count(func.distinct(PointTakeRow.take_id))).where(
            PointTakeRow.take_id.in_(chunk), PointTakeRow.decision == Decision.ACCEPTED
        )
        pinned += work.session.scalar(pins) or 0
        on_points += work.session.scalar(points) or 0
    return len(take_ids), pinned, on_points


def _article_places(work: Work, article_ids: Sequence[int]) -> Places:
    found = select(ArticleRow.id, BinnedArticleRow.binned_at, BinnedArticleRow.outlet_id).outerjoin(
        BinnedArticleRow, BinnedArticleRow.article_id == ArticleRow.id
    )
    return _places(work, [found.where(ArticleRow.id.in_(chunk)) for chunk in chunks(article_ids)])


def _take_places(work: Work, take_ids: Sequence[int]) -> Places:
    found = select(TakeRow.id, BinnedTakeRow.binned_at, BinnedTakeRow.outlet_id).outerjoin(
        BinnedTakeRow, BinnedTakeRow.take_id == TakeRow.id
    )
    return _places(work, [found.where(TakeRow.id.in_(chunk)) for chunk in chunks(take_ids)])


def _places(work: Work, queries: Iterable[Select[*tuple[Any, ...]]]) -> Places:
    """What lies where in the bin, from rows of ids, moments and outlets; None where it does not."""
    return {
        each: None if moment is None else BinPlace(moment, outlet_id or 0)
        for query in queries
        for each, moment, outlet_id in work.session.execute(query, execution_options=WITH_BINNED)
    }


def _put_article(work: Work, article_id: int, place: BinPlace | None) -> None:
    stored = work.session.get(BinnedArticleRow, article_id)
    if place is not None:
        row = stored or BinnedArticleRow(article_id=article_id)
        row.binned_at, row.outlet_id = place.binned, place.outlet_id or None
        work.session.add(row)
    elif stored is not None:
        work.session.delete(stored)


def _put_take(work: Work, take_id: int, place: BinPlace | None) -> None:
    stored = work.session.get(BinnedTakeRow, take_id)
    if place is not None:
        row = stored or BinnedTakeRow(take_id=take_id)
        row.binned_at, row.outlet_id = place.binned, place.outlet_id
        work.session.add(row)
    elif stored is not None:
        work.session.delete(stored)
