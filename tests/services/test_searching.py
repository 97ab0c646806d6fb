from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.importing import Imported
from summit_reader.domain.search import SearchState
from summit_reader.domain.spans import Span
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.memory import MemoryIndex
from summit_reader.index.port import PLAIN, Asking, IndexBatch, IndexResults
from summit_reader.services.searching import Searching
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, saved_searches
from summit_reader.store.database import Database
from tests.services.press_review import REVIEW

Paste = Callable[..., Imported]


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_nothing_asked_nothing_found(stocked: Services, blank: str) -> None:
    results = stocked.searching.search(blank)
    assert (results.total, results.articles, results.words) == (0, (), ())
    assert stocked.searching.marks(blank, ["harbour", ""]) == [(), ()]


def test_a_hit_says_where_it_stands(stocked: Services) -> None:
    results = stocked.searching.search("fishermen")
    (article,) = results.articles
    (hit,) = article.hits
    assert (results.query, results.total) == ("fishermen", 1)
    assert (article.headline, article.outlet.name) == ("Harbour to close for good", "The Tide")
    assert hit.snippet.text == "Fishermen left the hall before the vote was taken."
    assert [mark.of(hit.snippet.text) for mark in hit.snippet.marks] == ["Fishermen"]
    source = stocked.reading.article(article.article_id).cleaned.source
    assert hit.source.of(source) == hit.snippet.text
    assert (hit.outlet, hit.take_id, hit.speaker, hit.via) == (article.outlet, None, "", "")


def test_a_match_inside_a_take_is_the_speakers(stocked: Services) -> None:
    (article,) = stocked.searching.search("taxpayers").articles
    (hit,) = article.hits
    (take,) = stocked.reading.takes_in(article.article_id)
    assert (hit.take_id, hit.speaker, hit.via) == (take.id, "Tom Reed", "")


def test_a_match_beside_a_take_is_not_the_speakers(stocked: Services) -> None:
    (article,) = stocked.searching.search("mayor").articles
    (hit,) = article.hits
    assert (hit.take_id, hit.speaker) == (None, "")


def test_a_match_in_what_another_outlet_says_is_that_outlets(
    services: Services, paste: Paste
) -> None:
    paste(REVIEW, "Review of Reviews")
    (article,) = services.searching.search("dredging").articles
    (hit,) = article.hits
    assert article.outlet.name == "Review of Reviews"
    assert (hit.outlet.name, hit.via) == ("The Tide", "Review of Reviews")
    assert hit.take_id is not None
    assert services.reading.take(hit.take_id).outlet == hit.outlet


def test_an_article_found_by_its_headline_alone_is_shown(stocked: Services) -> None:
    (article,) = stocked.searching.search("saved").articles
    assert article.headline == "Harbour saved, says council"


def test_the_limit_is_kept_and_the_total_told(stocked: Services) -> None:
    results = stocked.searching.search("harbour", limit=1)
    assert (results.total, len(results.articles)) == (2, 1)


def test_an_article_removed_behind_the_indexs_back_is_left_out(
    stocked: Services, database: Database
) -> None:
    with database.write() as work:
        articles.remove(work, 1)
        work.commit()
    assert [one.article_id for one in stocked.searching.search("harbour").articles] == [2]


def test_marks_of_any_text(stocked: Services) -> None:
    assert stocked.searching.marks("harbour", ["the Harbour", "a quay"]) == [(Span(4, 11),), ()]


def test_searches_are_kept_counted_and_forgotten(stocked: Services, paste: Paste) -> None:
    before = stocked.searching.save(" harbour ")
    (kept,) = stocked.searching.saved()
    assert (kept.query, kept.total) == ("harbour", 2)
    assert before == SearchState(kept.id, None)
    assert stocked.searching.save("harbour") == SearchState(kept.id, "harbour"), "kept once"
    paste("The harbour again. One more text about it.", "Anchor")
    (now,) = stocked.searching.saved()
    assert (now.id, now.query, now.total) == (kept.id, "harbour", 3)
    gone = stocked.searching.forget(kept.id)
    stocked.searching.forget(kept.id)
    assert stocked.searching.saved() == ()
    assert stocked.searching.restore_saved(gone) == SearchState(kept.id, None)
    assert [one.id for one in stocked.searching.saved()] == [kept.id]
    stocked.searching.forget(kept.id)
    stocked.searching.save("anchor")
    back = stocked.searching.restore_saved(gone)
    assert [one.query for one in stocked.searching.saved()] == ["anchor", "harbour"]
    stocked.searching.restore_saved(back)
    assert [one.query for one in stocked.searching.saved()] == ["anchor"]
    stocked.searching.save("harbour")
    assert stocked.searching.restore_saved(gone).query == "harbour", "kept once"


def test_a_blank_search_is_not_kept(stocked: Services) -> None:
    with pytest.raises(QueryProblem):
        stocked.searching.save("  ")
    assert stocked.searching.saved() == ()


def test_a_kept_search_that_cannot_be_read_any_more_finds_nothing(
    stocked: Services, database: Database
) -> None:
    with database.write() as work:
        saved_searches.ensure(work, "%%%")
        work.commit()
    with pytest.raises(QueryProblem):
        stocked.searching.search("%%%")
    assert [one.total for one in stocked.searching.saved()] == [0]


class BreakingIndex(MemoryIndex):
    """Broken until it is made anew."""

    is_broken = False

    def search(
        self,
        query: str,
        limit: int = 20,
        passages: int = 5,
        asking: Asking = PLAIN,
        first: int = 0,
    ) -> IndexResults:
        if self.is_broken:
            raise BrokenIndex(Path("index"), "a file is missing")
        return super().search(query, limit, passages, asking, first)

    def article_ids(self) -> frozenset[int]:
        if self.is_broken:
            raise BrokenIndex(Path("index"), "a file is missing")
        return super().article_ids()

    @contextmanager
    def replacement(self, change: int) -> Iterator[IndexBatch]:
        with super().replacement(change) as batch:
            yield batch
        self.is_broken = False


def test_an_index_that_breaks_is_rebuilt_unasked(stocked: Services, database: Database) -> None:
    index = BreakingIndex()
    upkeep = Upkeep(database, index)
    upkeep.catch_up()
    index.is_broken = True
    assert Searching(database, index, upkeep).search("harbour").total == 2
