"""The facts of an article as the reader has put them right; they outlive reading it anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select, update

from summit_reader.domain.article import Hints
from summit_reader.domain.shelf import ArticleFacts, ArticleState
from summit_reader.domain.take import Voice
from summit_reader.store import outbox
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchText
from summit_reader.store.rows import Action, ArticleCorrectionRow, ArticleRow, OutletRow, TakeRow
from summit_reader.text.chains import with_carrier, with_outlet_named

COLUMNS = ("headline", "byline", "published", "language", "url", "carrier")
"""The facts that are columns of an article; its outlet is a row of its own."""


def state(work: Work, article_id: int) -> ArticleState:
    """What the article says of itself now, and what of that the reader has put right.

    Raises:
        NoSuchText: if there is no such article.
    """
    found = work.session.execute(
        select(ArticleRow, OutletRow.name)
        .join(OutletRow, OutletRow.id == ArticleRow.outlet_id)
        .where(ArticleRow.id == article_id)
    ).first()
    if found is None:
        raise NoSuchText(article_id)
    row, outlet = found
    takes = work.session.execute(
        select(TakeRow.id, TakeRow.outlet_id, TakeRow.chain).where(TakeRow.article_id == article_id)
    )
    facts = ArticleFacts(outlet, **{name: getattr(row, name) for name in COLUMNS})
    return ArticleState(
        article_id,
        row.outlet_id,
        row.title,
        facts,
        frozenset(_corrections(work, article_id)),
        tuple((take_id, outlet_id, chain) for take_id, outlet_id, chain in takes),
    )


def restore(work: Work, wanted: ArticleState) -> ArticleState:
    """Have the article say this of itself; what it said before.

    Raises:
        NoSuchText: if there is no such article.
    """
    before = state(work, wanted.article_id)
    row = work.session.get_one(ArticleRow, wanted.article_id)
    row.outlet_id, row.title = wanted.outlet_id, wanted.title
    for name in COLUMNS:
        setattr(row, name, getattr(wanted.facts, name))
    stored = work.session.get(ArticleCorrectionRow, wanted.article_id)
    if stored is None:
        stored = ArticleCorrectionRow(article_id=wanted.article_id)
        work.session.add(stored)
    stored.facts = {
        name: _plain(getattr(wanted.facts, name)) for name in COLUMNS if name in wanted.corrected
    }
    work.session.flush()
    told = {take_id: (outlet_id, chain) for take_id, outlet_id, chain in wanted.takes}
    takes = [
        {"id": take_id, "outlet_id": outlet_id, "chain": chain}
        for take_id, owner, said in before.takes
        for outlet_id, chain in [told.get(take_id) or _following(owner, said, before, wanted)]
    ]
    if takes:
        work.session.execute(update(TakeRow), takes)
    outbox.append(work, wanted.article_id, Action.PUT)
    work.session.expire_all()
    return before


def apply(work: Work, row: ArticleRow) -> None:
    """Put what the reader has said in the place of what was read of the article just now."""
    for name, value in _corrections(work, row.id).items():
        setattr(row, name, value)
        if name == "headline" and value:
            row.title = value


def outrank(work: Work, article_id: int, hints: Hints) -> Hints:
    """The hints with what the reader has said of the article in their place."""
    said = {name: value for name, value in _corrections(work, article_id).items() if value}
    return replace(hints, **said)


def corrected(before: ArticleFacts, after: ArticleFacts) -> Iterable[str]:
    """The names of the facts that differ."""
    return (name for name in COLUMNS if getattr(before, name) != getattr(after, name))


def _corrections(work: Work, article_id: int) -> dict[str, Any]:
    row = work.session.get(ArticleCorrectionRow, article_id)
    facts: dict[str, Any] = dict(row.facts) if row is not None else {}
    if facts.get("published"):
        facts["published"] = date.fromisoformat(facts["published"])
    return facts


def _following(
    owner: int, chain: tuple[Voice, ...], before: ArticleState, after: ArticleState
) -> tuple[int, tuple[Voice, ...]]:
    """Whose a take is, and its chain, once its article has another outlet or carrier."""
    chain = with_outlet_named(chain, before.facts.outlet, after.facts.outlet)
    if before.facts.carrier != after.facts.carrier:
        chain = with_carrier(chain, after.facts.carrier)
    return after.outlet_id if owner == before.outlet_id else owner, chain


def _plain(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
