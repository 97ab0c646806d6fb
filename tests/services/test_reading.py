from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import SummitError
from summit_reader.domain.importing import Imported, LibrarySummary
from summit_reader.store.errors import NoSuchTake, NoSuchText

Paste = Callable[..., Imported]


def test_an_empty_library_says_so(services: Services) -> None:
    assert services.reading.summary() == LibrarySummary("Harbour", 0, 0, 0, is_sample=False)
    assert services.reading.outlets() == ()
    assert services.reading.texts() == ()
    assert services.comparing.points() == ()


def test_a_library_says_what_it_holds(stocked: Services) -> None:
    assert stocked.reading.summary() == LibrarySummary("Harbour", 2, 2, 2, is_sample=False)
    assert [text.title for text in stocked.reading.texts()] == [
        "Harbour to close for good",
        "Harbour saved, says council",
    ]


def test_outlets_stand_by_name(stocked: Services, paste: Paste) -> None:
    paste("A quiet day at the quay. Nothing was said by anybody.", "anchor")
    found = [(one.outlet.name, one.articles, one.takes) for one in stocked.reading.outlets()]
    assert found == [("anchor", 1, 0), ("Harbour Post", 1, 1), ("The Tide", 1, 1)]


def test_an_article_its_source_and_its_takes_agree(stocked: Services) -> None:
    for source in stocked.reading.texts():
        article = stocked.reading.article(source.article_id)
        assert stocked.reading.source(article.id) == source
        assert (article.title, article.metadata) == (source.title, source.metadata)
        (take,) = stocked.reading.takes_in(article.id)
        assert stocked.reading.take(take.id) == take
        assert stocked.reading.takes_by(article.outlet.id) == (take,)
        assert take.anchor.holds_in(article.cleaned.source)
        assert all(words in article.cleaned.text for words in take.segments)


def test_a_wrong_number_is_the_readers_mistake(stocked: Services) -> None:
    for query in (stocked.reading.article, stocked.reading.source):
        with pytest.raises(NoSuchText):
            query(99)
    with pytest.raises(NoSuchTake) as caught:
        stocked.reading.take(99)
    assert isinstance(caught.value, SummitError)
    assert stocked.reading.takes_in(99) == ()
    assert stocked.reading.takes_by(99) == ()


def test_the_texts_of_an_outlet_are_those_that_name_it(stocked: Services) -> None:
    texts = stocked.reading.texts()
    assert texts
    for entry in stocked.reading.outlets():
        own = [text for text in texts if text.metadata.outlet.name == entry.outlet.name]
        assert list(stocked.reading.texts_of(entry.outlet.id)) == own
