"""Which of an outlet's texts and takes were printed under one of its names."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlalchemy import select

from summit_reader.domain.outlet_card import Brought, OutletRecord
from summit_reader.store import articles
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.hiding import WITH_BINNED
from summit_reader.store.names import outlet_key
from summit_reader.store.rows import ArticleRow, TakeRow


def under(
    work: Work, outlet_id: int, name: str, outlet: OutletRecord, brought: Brought
) -> tuple[frozenset[int], frozenset[int]]:
    """The outlet's articles and takes that go by this one of its names.

    `brought` is what came with the name; besides that, it is what a file or a text itself says.
    """
    came = {
        article_id
        for article_id, fingerprint in articles.fingerprints_by(work, outlet_id).items()
        if fingerprint in set(brought.texts)
    }
    stated = {
        article_id
        for article_id, says in articles.stated_outlets(work, outlet_id).items()
        if outlet_key(says) == outlet_key(name)
    }
    rows = work.session.execute(
        select(TakeRow.id, TakeRow.article_id, TakeRow.attribution, TakeRow.sentence).where(
            TakeRow.outlet_id == outlet_id
        ),
        execution_options=WITH_BINNED,
    ).all()
    texts = _texts(work, {row[1] for row in rows})
    names = [outlet.name, *(alias for alias, _ in outlet.aliases)]
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(
        "|".join(rf"\b{re.escape(each)}\b" for each in longest_first), re.IGNORECASE
    )
    printed = set(brought.takes)
    for take_id, article_id, attribution, sentence in rows:
        place = attribution or sentence
        match = pattern.search(place.of(texts[article_id])) if place is not None else None
        if match is not None and outlet_key(match.group()) == outlet_key(name):
            printed.add(take_id)
    own = {row[0] for row in rows}
    return frozenset(came | stated), frozenset(printed & own)


def _texts(work: Work, article_ids: Collection[int]) -> dict[int, str]:
    ids = sorted(article_ids)
    texts: dict[int, str] = {}
    for chunk in chunks(ids):
        rows = work.session.execute(
            select(ArticleRow.id, ArticleRow.source_text).where(ArticleRow.id.in_(chunk)),
            execution_options=WITH_BINNED,
        )
        texts.update((article_id, text) for article_id, text in rows)
    return texts
