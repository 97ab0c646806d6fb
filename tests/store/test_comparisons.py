from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.comparison import Clipping, Colour
from summit_reader.domain.spans import Span
from summit_reader.store import articles, comparisons, kept_copies, takes
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchClipping, NoSuchComparison

MakeDraft = Callable[..., ArticleDraft]


@pytest.fixture
def clipping(library: Database, make_draft: MakeDraft) -> Clipping:
    """A clipping of a stored take with every fact set, in no comparison yet."""
    draft = make_draft(suggested_date=date(2021, 3, 5), standfirst="Summary", cut=True)
    said = replace(draft.takes[0], attribution=Span(17, 31), sentence=Span(17, 57), cue="said")
    with library.write() as work:
        article_id = articles.add(work, replace(draft, takes=(said,)))
        work.commit()
        (take,) = takes.in_article(work, article_id)
        return Clipping("one", take, articles.source(work, article_id), 1, 0, "look here")


def test_a_kept_copy_is_the_take_and_its_source(clipping: Clipping) -> None:
    copy = kept_copies.encoded(clipping.take, clipping.source)
    assert kept_copies.decoded(copy) == (clipping.take, clipping.source)


def test_a_kept_copy_of_bare_values(clipping: Clipping) -> None:
    take = replace(clipping.take, attribution=None, sentence=None)
    said = replace(clipping.source.metadata, published=None, suggested_date=None)
    source = replace(clipping.source, metadata=said)
    assert kept_copies.decoded(kept_copies.encoded(take, source)) == (take, source)


def test_the_clipping_outlives_its_text(library: Database, clipping: Clipping) -> None:
    with library.write() as work:
        comparison_id = comparisons.add(work, "Mine")
        comparisons.put_clipping(work, comparison_id, clipping)
        articles.remove(work, clipping.take.article_id)
        work.commit()
    with library.read() as work:
        assert comparisons.by_id(work, comparison_id).clippings == (clipping,)
        assert takes.count(work) == 0


def test_a_clipping_whose_text_is_gone_can_be_put_back(
    library: Database, clipping: Clipping
) -> None:
    with library.write() as work:
        comparison_id = comparisons.add(work, "Mine")
        articles.remove(work, clipping.take.article_id)
        comparisons.put_clipping(work, comparison_id, clipping)
        assert comparisons.by_id(work, comparison_id).clippings == (clipping,)
        work.commit()
    assert library.damage() == ""


def test_what_is_not_there_is_named(library: Database, clipping: Clipping) -> None:
    with library.write() as work:
        mine = comparisons.add(work, "Mine")
        other = comparisons.add(work, "Other")
        comparisons.put_clipping(work, other, clipping)
        with pytest.raises(NoSuchComparison):
            comparisons.by_id(work, 99)
        with pytest.raises(NoSuchComparison):
            comparisons.rename(work, 99, "x")
        with pytest.raises(NoSuchComparison):
            comparisons.set_my_take(work, 99, "x")
        with pytest.raises(NoSuchComparison):
            comparisons.put_clipping(work, 99, clipping)
        for clipping_id in ("nowhere", clipping.id):
            with pytest.raises(NoSuchClipping):
                comparisons.remove_clipping(work, mine, clipping_id)
            with pytest.raises(NoSuchClipping):
                comparisons.set_tags(work, mine, clipping_id, ["x"])
            with pytest.raises(NoSuchClipping):
                comparisons.set_colour(work, mine, clipping_id, Colour.BLUE)
            with pytest.raises(NoSuchClipping):
                comparisons.set_note(work, mine, clipping_id, "x")
