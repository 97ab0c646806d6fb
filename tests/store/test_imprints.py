from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from summit_reader.domain.article import ArticleDraft, Imprint
from summit_reader.store import articles
from summit_reader.store.database import Database

MakeDraft = Callable[..., ArticleDraft]

WHOLE = Imprint(
    outlet="The Tide",
    headline="Harbour to close",
    standfirst="The mayor has decided.",
    authors=("Jane Roe", "Roe, Doe and Co."),
    house="The Tide",
    published=datetime(2021, 3, 4, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
    url="https://tide.example/harbour",
    language="en",
    section="Region",
    paywalled=True,
)


@pytest.mark.parametrize(
    "imprint",
    [
        WHOLE,
        Imprint(),
        replace(WHOLE, published=date(1, 1, 1)),
        replace(WHOLE, published=datetime(1, 1, 1, tzinfo=UTC)),
        replace(WHOLE, published=datetime(9999, 12, 31, 23, 59)),  # noqa: DTZ001 - stated so
    ],
)
def test_what_a_file_states_comes_back_with_its_zone(
    library: Database, make_draft: MakeDraft, imprint: Imprint
) -> None:
    draft = make_draft()
    draft = replace(draft, raw=replace(draft.raw, imprint=imprint))
    with library.write() as work:
        article_id = articles.add(work, draft)
        work.commit()
    with library.read() as work:
        raw = articles.raw_article(work, article_id)
    assert raw.imprint == imprint
    assert str(raw.imprint.published) == str(imprint.published)
