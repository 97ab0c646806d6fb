"""Outlets with what is theirs, read to be put back later; every step about outlets ends here."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, delete, select, update
from sqlalchemy.orm import selectinload, undefer

from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletKind
from summit_reader.domain.outlet_card import OutletRecord, OutletState
from summit_reader.domain.take import Take, Voice
from summit_reader.store import kept_copies, mapping, outbox
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.errors import OutletNameTaken
from summit_reader.store.hiding import WITH_BINNED
from summit_reader.store.names import outlet_key
from summit_reader.store.rows import (
    Action,
    ArticleRow,
    ClippingRow,
    OutletAliasRow,
    OutletLabelRow,
    OutletRow,
    TakeRow,
)


def record(work: Work, outlet_id: int) -> OutletRecord | None:
    """All that is kept of the outlet; None if there is none."""
    row = work.session.scalar(
        select(OutletRow)
        .where(OutletRow.id == outlet_id)
        .options(
            selectinload(OutletRow.aliases).options(undefer(OutletAliasRow.brought)),
            selectinload(OutletRow.labels),
        )
        .execution_options(populate_existing=True)
    )
    if row is None:
        return None
    return OutletRecord(
        row.name,
        row.country,
        row.language,
        row.kind,
        row.domains,
        row.owner,
        row.notes,
        row.is_decided,
        tuple((alias.alias, alias.brought) for alias in row.aliases),
        mapping.labels(row),
    )


def articles_of(work: Work, outlet_id: int) -> tuple[int, ...]:
    """The outlet's articles, those in the bin included."""
    query = select(ArticleRow.id).where(ArticleRow.outlet_id == outlet_id)
    return tuple(work.session.scalars(query, execution_options=WITH_BINNED))


def takes_naming(
    work: Work, outlet_id: int, name: str
) -> tuple[tuple[int, int, int, tuple[Voice, ...]], ...]:
    """Number, article, outlet and chain of takes that are the outlet's, or name it in their chain.

    Those in the bin are among them.
    """
    # A sieve: what holds the words may still hold them as somebody else's name.
    holds = cast(TakeRow.chain, Text).contains(json.dumps(name), autoescape=True)
    rows = _takes(work, (TakeRow.outlet_id == outlet_id) | holds)
    return tuple(
        row for row in rows if row[2] == outlet_id or any(voice.name == name for voice in row[3])
    )


def clippings(work: Work, outlet_id: int) -> tuple[tuple[str, Take, Source], ...]:
    """The clippings whose kept take is the outlet's, with what they keep."""
    rows = work.session.execute(select(ClippingRow.id, ClippingRow.kept))
    found = (
        (clipping_id, *kept_copies.decoded(kept))
        for clipping_id, kept in rows
        if kept_copies.decoded_words(kept) is None
    )
    return tuple(each for each in found if each[1].outlet.id == outlet_id)


def add(work: Work) -> int:
    """The number for an outlet that is about to be put there."""
    row = OutletRow(name="", key="", country="", language="", kind=OutletKind.UNKNOWN, domains=())
    work.session.add(row)
    work.session.flush()
    return row.id


def restore(work: Work, before: OutletState) -> OutletState:
    """Have everything as the state says; what that changes, to be put back in turn.

    Raises:
        OutletNameTaken: if another outlet goes by a name by now; nothing is changed then.
    """
    now = OutletState(
        tuple((outlet_id, record(work, outlet_id)) for outlet_id, _ in before.outlets),
        _owners(work, [article_id for article_id, _ in before.articles]),
        tuple(
            (take_id, owner, chain)
            for chunk in chunks([take_id for take_id, _, _ in before.takes])
            for take_id, _, owner, chain in _takes(work, TakeRow.id.in_(chunk))
        ),
        tuple(
            (clipping_id, *kept_copies.decoded(kept))
            for clipping_id, kept in _kept(work, [each[0] for each in before.clippings])
        ),
    )
    touched = _touched(work, now, before)
    ids = [outlet_id for outlet_id, _ in before.outlets]
    for row in (OutletAliasRow, OutletLabelRow):
        work.session.execute(delete(row).where(row.outlet_id.in_(ids)))
    for outlet_id, wanted in before.outlets:
        if wanted is not None:
            _put_facts(work, outlet_id, wanted)
    work.session.flush()
    _put_assignments(work, before, {take_id for take_id, _, _ in now.takes})
    gone = [outlet_id for outlet_id, wanted in before.outlets if wanted is None]
    work.session.execute(delete(OutletRow).where(OutletRow.id.in_(gone)))
    for outlet_id, wanted in before.outlets:
        if wanted is not None:
            _put_names_and_labels(work, outlet_id, wanted)
    for article_id in touched:
        outbox.append(work, article_id, Action.PUT)
    work.session.expire_all()
    return now


def _touched(work: Work, now: OutletState, then: OutletState) -> list[int]:
    """The articles that the index has to take up anew."""
    touched = {article_id for article_id, _ in then.articles}
    for chunk in chunks([take_id for take_id, _, _ in then.takes]):
        touched |= {article_id for _, article_id, _, _ in _takes(work, TakeRow.id.in_(chunk))}
    for (outlet_id, one), (_, other) in zip(now.outlets, then.outlets, strict=True):
        if one is None or other is None or _indexed(one) != _indexed(other):
            touched.update(articles_of(work, outlet_id))
            name = one.name if one is not None else ""
            touched |= {each[1] for each in takes_naming(work, outlet_id, name)}
    visible: set[int] = set()
    for chunk in chunks(sorted(touched)):
        visible.update(work.session.scalars(select(ArticleRow.id).where(ArticleRow.id.in_(chunk))))
    return sorted(visible)


def _indexed(record: OutletRecord) -> tuple[object, ...]:
    return record.name, record.country, {alias for alias, _ in record.aliases}


def _put_facts(work: Work, outlet_id: int, wanted: OutletRecord) -> None:
    row = work.session.get(OutletRow, outlet_id)
    if row is None:
        row = OutletRow(id=outlet_id)
        work.session.add(row)
    row.name, row.key = wanted.name, _free_key(work, wanted.name, outlet_id)
    row.country, row.language, row.kind = wanted.country, wanted.language, wanted.kind
    row.domains, row.owner, row.notes = wanted.domains, wanted.owner, wanted.notes
    row.is_decided = wanted.is_decided


def _free_key(work: Work, name: str, outlet_id: int) -> str:
    key = outlet_key(name)
    with work.session.no_autoflush:
        others = select(OutletRow.id).where(OutletRow.key == key, OutletRow.id != outlet_id)
        aliases = select(OutletAliasRow.outlet_id).where(
            OutletAliasRow.key == key, OutletAliasRow.outlet_id != outlet_id
        )
        if work.session.scalar(others.union(aliases).limit(1)) is not None:
            raise OutletNameTaken(name)
    return key


def _put_assignments(work: Work, wanted: OutletState, takes_here: Collection[int]) -> None:
    owners: dict[int, list[int]] = {}
    for article_id, outlet_id in wanted.articles:
        owners.setdefault(outlet_id, []).append(article_id)
    for outlet_id, article_ids in owners.items():
        for chunk in chunks(article_ids):
            work.session.execute(
                update(ArticleRow)
                .where(ArticleRow.id.in_(chunk))
                .values(outlet_id=outlet_id)
                .execution_options(synchronize_session=False)
            )
    rows: list[dict[str, Any]] = [
        {"id": take_id, "outlet_id": outlet_id, "chain": chain}
        for take_id, outlet_id, chain in wanted.takes
        if take_id in takes_here
    ]
    if rows:
        work.session.execute(update(TakeRow), rows)
    for clipping_id, take, source in wanted.clippings:
        row = work.session.get(ClippingRow, clipping_id)
        if row is not None:
            row.kept = kept_copies.encoded(take, source)
    work.session.flush()


def _put_names_and_labels(work: Work, outlet_id: int, wanted: OutletRecord) -> None:
    for alias, brought in wanted.aliases:
        _free_key(work, alias, outlet_id)
        work.session.add(
            OutletAliasRow(outlet_id=outlet_id, alias=alias, key=outlet_key(alias), brought=brought)
        )
    for label in wanted.labels:
        work.session.add(
            OutletLabelRow(
                outlet_id=outlet_id,
                axis=label.axis,
                value=label.value,
                source=label.source,
                dated=label.dated,
            )
        )
    work.session.flush()


def _owners(work: Work, article_ids: Sequence[int]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for chunk in chunks(article_ids):
        query = select(ArticleRow.id, ArticleRow.outlet_id).where(ArticleRow.id.in_(chunk))
        rows = work.session.execute(query, execution_options=WITH_BINNED)
        found += [(article_id, outlet_id) for article_id, outlet_id in rows]
    return tuple(found)


def _takes(work: Work, where: ColumnElement[bool]) -> list[tuple[int, int, int, tuple[Voice, ...]]]:
    query = select(TakeRow.id, TakeRow.article_id, TakeRow.outlet_id, TakeRow.chain).where(where)
    rows = work.session.execute(query.order_by(TakeRow.id), execution_options=WITH_BINNED)
    return [(take_id, article_id, owner, chain) for take_id, article_id, owner, chain in rows]


def _kept(work: Work, clipping_ids: Collection[str]) -> list[tuple[str, dict[str, Any]]]:
    query = select(ClippingRow.id, ClippingRow.kept).where(ClippingRow.id.in_(clipping_ids))
    return [(clipping_id, kept) for clipping_id, kept in work.session.execute(query)]
