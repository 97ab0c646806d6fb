from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.importing import Imported
from summit_reader.domain.narrowing import Attribute, Narrowing, Trait, interval
from summit_reader.domain.point import Decision
from summit_reader.domain.search import FacetField
from summit_reader.domain.timeline import LaneKind
from tests.services.press_review import REVIEW

Paste = Callable[..., Imported]


def of(services: Services, *wanted: Trait) -> Narrowing:
    narrowing = services.narrowing.left(wanted).narrowing
    assert narrowing is not None
    return narrowing


def named(*outlets: str) -> list[Trait]:
    return [Trait(Attribute.NAME, name) for name in outlets]


@pytest.fixture
def quoting(services: Services, paste: Paste) -> Services:
    """A text of The Tide, and a review that quotes The Tide and Harbour Post."""
    paste("Old harbour\n\n“The harbour is full of sand,” said Ann Lee.", "The Tide")
    paste(REVIEW, "Press View")
    return services


def test_without_filters_everything_counts(stocked: Services) -> None:
    left = stocked.narrowing.left(())
    assert left.narrowing is None
    assert left.outlets == stocked.reading.outlets()


def test_a_text_counts_by_its_outlet_and_a_take_by_whose_words_it_is(quoting: Services) -> None:
    first, review = (source.article_id for source in quoting.reading.texts())
    tide = of(quoting, *named("The Tide"))
    assert tide.texts == {first}
    assert tide.holding == {first, review}
    post = quoting.narrowing.left(named("Harbour Post"))
    assert post.narrowing is not None
    assert post.narrowing.texts == frozenset()
    assert post.narrowing.holding == {review}
    assert [(each.outlet.name, each.articles, each.takes) for each in post.outlets] == [
        ("Harbour Post", 0, 1)
    ]


def test_days_are_those_of_the_texts(quoting: Services) -> None:
    first, review = (source.article_id for source in quoting.reading.texts())
    facts = quoting.shelving.facts(first)
    quoting.shelving.edit(first, type(facts)(facts.outlet, published=date(2019, 4, 25)))
    assert [(trait.value, n) for trait, n in quoting.narrowing.months()] == [
        ("2019-04", 1),
        ("", 1),
    ]
    assert of(quoting, Trait(Attribute.DAY, "2019")).texts == {first}
    assert of(quoting, Trait(Attribute.DAY, "")).texts == {review}
    assert of(quoting, interval(date(2019, 4, 26), None)).texts == frozenset()
    (left,) = quoting.narrowing.left([Trait(Attribute.DAY, "2019")]).outlets
    assert left.outlet.name == "The Tide"


def test_points_count_and_show_what_is_left(quoting: Services) -> None:
    point = quoting.comparing.add_point("Will the harbour stay?")
    for source in quoting.reading.texts():
        for take in quoting.reading.takes_in(source.article_id):
            quoting.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    post = of(quoting, *named("Harbour Post"))
    (whole,), (part,) = quoting.comparing.points(), quoting.comparing.points(post)
    assert (whole.takes, whole.outlets) == (3, 2)
    assert (part.takes, part.outlets, part.texts) == (1, 1, 1)
    view = quoting.comparing.view(point.id, post)
    assert view.summary == part
    assert [one.take.outlet.name for one in view.takes] == ["Harbour Post"]
    assert view.absent == ()
    grid = quoting.comparing.grid(narrowing=post)
    assert [column.name for column in grid.columns] == ["Harbour Post"]
    assert grid.rows[0].outlets == 1
    lanes = quoting.charting.takes(LaneKind.OUTLETS, narrowing=post).lanes
    assert [(lane.name, lane.total) for lane in lanes] == [("Harbour Post", 1)]
    assert quoting.charting.texts(narrowing=post).lanes == ()


def test_a_search_finds_only_whose_words_count(quoting: Services) -> None:
    first, review = (source.article_id for source in quoting.reading.texts())
    searching = quoting.searching
    assert searching.search("harbour").total == 2
    post = of(quoting, *named("Harbour Post"))
    found = searching.search("harbour", narrowing=post)
    assert [one.article_id for one in found.articles] == [review]
    assert {hit.outlet.name for one in found.articles for hit in one.hits} == {"Harbour Post"}
    assert found.total == 1
    facets = searching.search("harbour", facets=True, narrowing=post).facets
    values = {facet.field: [each.value for each in facet.counts] for facet in facets}
    assert values[FacetField.OUTLET] == ["Harbour Post"]
    assert "GB" not in values[FacetField.COUNTRY]
    # The review holds the word, but not in what it quotes of this outlet.
    nothing = searching.search("dredging", narrowing=post)
    assert (nothing.total, nothing.articles) == (0, ())
    tide = searching.search("harbour", narrowing=of(quoting, *named("The Tide")))
    assert {one.article_id for one in tide.articles} == {first, review}
    searching.save("harbour")
    assert [one.total for one in searching.saved(narrowing=post)] == [1]


def test_a_search_reads_on_where_a_page_holds_nothing_that_counts(
    services: Services, paste: Paste, tmp_path: Path
) -> None:
    for number in range(6):
        paste(REVIEW.replace("divided", f"divided {'again ' * (number + 1)}"), f"View {number}")
    paste("Sand\n\n“Dredging is dear,” said Ann Lee.", "Harbour Post")
    post = of(services, *named("Harbour Post"))
    found = services.searching.search("dredging", limit=1, narrowing=post)
    assert [one.headline for one in found.articles] == ["Sand"]


def test_what_counts_is_found_below_much_that_does_not(services: Services, paste: Paste) -> None:
    own = "\n\n".join(f"The harbour, the harbour and the harbour again, {n}." for n in range(9))
    paste(REVIEW.replace("The council wants", f"{own}\n\nThe council wants"), "Press View")
    found = services.searching.search("harbour", narrowing=of(services, *named("Harbour Post")))
    (article,) = found.articles
    assert {hit.outlet.name for hit in article.hits} == {"Harbour Post"}


def test_what_lies_in_the_bin_is_not_left(quoting: Services) -> None:
    first, review = (source.article_id for source in quoting.reading.texts())
    quoting.shelving.delete([review])
    tide = of(quoting, *named("The Tide"))
    assert tide.holding == {first}
    assert quoting.narrowing.left(named("Harbour Post")).outlets == ()
