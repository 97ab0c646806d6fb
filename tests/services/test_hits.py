"""What is shown of an article that no passage was found of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import Cancelled
from summit_reader.domain.importing import Imported
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.search import Hit, Scope
from summit_reader.index.memory import MemoryIndex
from summit_reader.index.spelling import Spellings
from summit_reader.services.searching import Searching
from summit_reader.store.database import Database

Paste = Callable[..., Imported]

PROMOTED = """Harbour wall mended

The wall was mended in a week, and the boats are back.

Sign up for our newsletter

The cranes follow in the spring, the council says.
"""


def only_hit(services: Services, query: str, scope: Scope = Scope.ALL) -> Hit:
    (article,) = services.searching.search(query, scope=scope).articles
    (hit,) = article.hits
    return hit


def marked(hit: Hit) -> list[str]:
    return [mark.of(hit.snippet.text) for mark in hit.snippet.marks]


@pytest.mark.parametrize(
    ("query", "words"), [("newsletter in:removed", ["newsletter"]), ("in:removed", [])]
)
def test_removed_text_is_shown_where_it_was_asked_for(
    services: Services, paste: Paste, query: str, words: list[str]
) -> None:
    imported = paste(PROMOTED, "The Tide")
    assert services.searching.search("newsletter").total == 0
    hit = only_hit(services, query)
    assert (hit.removed, hit.snippet.text.strip()) == (True, "Sign up for our newsletter")
    assert marked(hit) == words
    source = services.reading.article(imported.article_id).cleaned.source
    assert hit.source.of(source) == hit.snippet.text


COMMENTED = """Harbour wall mended

The wall was mended in a week, and the boats are back.

2 comments
Tom Reed says:
The walrus will be pleased.
Ann Lee says:
A walrus sat on my boat. I gave the walrus a herring.
"""


@pytest.mark.parametrize(
    ("query", "scope", "found"),
    [
        ("walrus", Scope.COMMENTS, [("Ann Lee", 2), ("Tom Reed", 1)]),
        ("walrus in:comments", Scope.ALL, [("Ann Lee", 2), ("Tom Reed", 1)]),
        ("pleased in:comments", Scope.ALL, [("Tom Reed", 1)]),
        ("in:comments", Scope.ALL, [("Tom Reed", 0)]),
    ],
)
def test_comments_are_shown_with_who_wrote_them(
    services: Services, paste: Paste, query: str, scope: Scope, found: list[tuple[str, int]]
) -> None:
    imported = paste(COMMENTED, "The Tide")
    (article,) = services.searching.search(query, scope=scope).articles
    assert [(hit.speaker, len(hit.snippet.marks)) for hit in article.hits] == found
    apart = services.restoring.set_apart(imported.article_id)
    for hit in article.hits:
        assert (hit.comment, hit.removed, hit.outlet.name) == (True, False, "The Tide")
        assert (hit.source, hit.speaker) in {(one.source, one.author) for one in apart.comments}


def test_comments_are_neither_text_nor_removed_text(services: Services, paste: Paste) -> None:
    paste(COMMENTED, "The Tide")
    assert services.searching.search("walrus", fuzzy=False).total == 0
    assert services.searching.search("walrus in:removed", fuzzy=False).total == 0
    assert only_hit(services, "in:removed").snippet.text == "2 comments"


def test_a_restored_comment_is_found_as_one(services: Services, paste: Paste) -> None:
    article_id = paste(COMMENTED, "The Tide").article_id
    comment = services.restoring.set_apart(article_id).comments[0]
    services.restoring.restore(article_id, *comment.ranges)
    hit = only_hit(services, "pleased in:comments")
    assert (hit.comment, hit.source) == (True, comment.ranges[-1])


def test_a_match_in_a_headline_shows_the_headline(stocked: Services) -> None:
    hit = only_hit(stocked, "saved", Scope.HEADLINES)
    assert (hit.snippet.text, marked(hit)) == ("Harbour saved, says council", ["saved"])


def test_an_article_found_by_what_it_is_shows_how_it_begins(stocked: Services) -> None:
    hit = only_hit(stocked, 'outlet:"harbour post"')
    assert hit.snippet.text.startswith("The council has found money for the quay")
    assert (hit.snippet.marks, hit.removed) == ((), False)


def test_a_search_that_nobody_waits_for_any_more_stops(stocked: Services) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        stocked.searching.search("harbour", token=token)


def test_saved_searches_count_as_the_reader_spells(
    services: Services, paste: Paste, database: Database, index: MemoryIndex
) -> None:
    table = Spellings(frozenset({("colour", "color")}))
    searching = Searching(database, index, services.upkeep, lambda: table)
    paste("Harbour\n\nWhat a lovely colour the old harbour has in the morning light.\n", "The Tide")
    searching.save("color")
    assert [one.total for one in searching.saved()] == [1]
    assert [one.total for one in searching.saved(both_spellings=False)] == [0]
