"""What every implementation of `SearchIndex` keeps to; the fixture `index` runs through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.search import FacetField
from summit_reader.domain.spans import Span
from summit_reader.index.matching import marked
from summit_reader.index.port import ArticleDocument, Asking, PassageDocument, SearchIndex

MakeDocument = Callable[..., ArticleDocument]


def fill(index: SearchIndex, documents: Iterable[ArticleDocument], change: int = 1) -> None:
    with index.batch(change) as batch:
        for each in documents:
            batch.put(each)


def found(index: SearchIndex, query: str) -> list[int]:
    return [hit.article_id for hit in index.search(query).articles]


def best_passages(index: SearchIndex, query: str) -> list[int]:
    (article,) = index.search(query).articles
    return [hit.number for hit in article.passages]


def test_a_new_index_is_empty(index: SearchIndex) -> None:
    assert index.change() == 0
    assert index.search("summit").total == 0
    assert index.marks("summits", ["a summit"]) == [(Span(2, 8),)]


def test_a_batch_brings_its_change_number(index: SearchIndex, document: MakeDocument) -> None:
    fill(index, [document(1, "Flour for Pyongyang")], change=41)
    assert (index.change(), found(index, "flour")) == (41, [1])
    fill(index, [], change=42)
    assert (index.change(), found(index, "flour")) == (42, [1])


def test_only_the_articles_within_are_found(index: SearchIndex, document: MakeDocument) -> None:
    fill(index, [document(number, "Flour", f"Grain {number}") for number in (1, 2, 3)])
    asking = Asking(within=frozenset({1, 3, 99}), facets=(FacetField.LANGUAGE,))
    results = index.search("flour", asking=asking)
    assert results.total == 2
    assert {hit.article_id for hit in results.articles} == {1, 3}
    assert results.facets[FacetField.LANGUAGE] == {"en": 2}
    assert index.search("flour", asking=Asking(within=frozenset())).total == 0
    fill(index, [document(2, "Flour")], change=2)
    assert index.search("flour", asking=Asking(within=frozenset({2}))).total == 1


def test_an_error_drops_the_batch(index: SearchIndex, document: MakeDocument) -> None:
    fill(index, [document(1, "Flour")], change=1)

    def fails() -> None:
        with index.batch(2) as batch:
            batch.remove(1)
            batch.put(document(2, "Grain"))
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert (index.change(), found(index, "flour"), found(index, "grain")) == (1, [1], [])
    fill(index, [document(2, "Grain")], change=2)
    assert found(index, "grain") == [2]


def test_an_article_takes_the_place_of_its_former_text(
    index: SearchIndex, document: MakeDocument
) -> None:
    fill(index, [document(1, "Flour", "rice"), document(2, "Rice")])
    assert index.search("rice").total == 2
    fill(index, [document(1, "Flour", "oil")])
    assert (found(index, "rice"), found(index, "flour"), found(index, "oil")) == ([2], [1], [1])


def test_within_one_batch_the_last_word_counts(index: SearchIndex, document: MakeDocument) -> None:
    with index.batch(1) as batch:
        batch.put(document(1, "Flour"))
        batch.put(document(1, "Grain"))
        batch.put(document(2, "Oil"))
        batch.remove(2)
        batch.remove(99)
        batch.put(document(3, "Rice"))
    assert [index.search(word).total for word in ("flour", "grain", "oil", "rice")] == [0, 1, 0, 1]


def test_removed_and_cleared(index: SearchIndex, document: MakeDocument) -> None:
    fill(index, [document(1, "Flour"), document(2, "Flour")])
    assert index.search("flour").total == 2
    with index.batch(5) as batch:
        batch.remove(1)
    assert found(index, "flour") == [2]
    with index.replacement(6):
        pass
    assert (index.change(), index.search("flour").total) == (6, 0)
    fill(index, [document(3, "Flour")], change=7)
    assert found(index, "flour") == [3]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("kim putin", [1, 2]),
        ("kim AND trump", [1, 3]),
        ("trump OR vladivostok", [1, 2, 3]),
        ("kim -trump", [2]),
        ("kim NOT trump", [2]),
        ('kim -"president trump"', [1, 2]),
        ("(putin OR trump) summits", [2, 3]),
        ("kim (putin OR (trump -putin)) -vladivostok", [1, 3]),
        ('"met in vladivostok"', [2]),
        ('"vladivostok summit"', []),  # the headline ends, a passage begins
        ('"met summit"', []),
        ("vladi*", [2]),
        ("VLADI* kim", [2]),
        ("-kim", [4]),
        ("nothing", []),
    ],
)
def test_the_query_language(
    index: SearchIndex, document: MakeDocument, query: str, articles: list[int]
) -> None:
    fill(
        index,
        [
            document(1, "Kim", "Putin", "Trump spoke"),
            document(2, "Kim and Putin met in Vladivostok", "Summit held"),
            document(3, "President Trump", "two summits", "Kim"),
            document(4, "Rice", "harvest"),
        ],
    )
    assert sorted(found(index, query)) == articles
    assert index.search(query).total == len(articles)


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "(", ")", "-", "((", '""', "*", "OR", "NOT", "AND"]
)
def test_what_asks_nothing_yet_finds_nothing(
    index: SearchIndex, document: MakeDocument, query: str
) -> None:
    fill(index, [document(1, "Flour")])
    results = index.search(query)
    assert (results.total, results.articles, results.words) == (0, (), ())
    assert index.marks(query, ["Flour"]) == [()]


def test_what_holds_no_word_is_a_problem(index: SearchIndex) -> None:
    with pytest.raises(QueryProblem, match="there is no word in it"):
        index.search("?? €")
    assert index.marks("?? €", ["?? €", ""]) == [(), ()]


def test_the_printed_form_comes_before_other_forms(
    index: SearchIndex, document: MakeDocument
) -> None:
    fill(
        index,
        [
            document(1, "Summits", "summits summits", "summits"),
            document(2, "Talks", "and long words on anything else before the summit"),
        ],
    )
    assert found(index, "summit") == [2, 1]
    assert found(index, "summits") == [1, 2]


def test_an_abbreviation_finds_the_full_name_after_itself(
    index: SearchIndex, document: MakeDocument
) -> None:
    texts = ["The United States agreed", "They told us", "The U.S. agreed", "Mexico agreed"]
    fill(index, [document(number, text) for number, text in enumerate(texts)])
    assert found(index, "US")[-1] == 0
    assert set(found(index, "US")) == {0, 1, 2}
    assert set(found(index, "us")) == {1, 2}
    assert index.marks("US", [texts[0]]) == [(Span(4, 17),)]


def test_more_words_as_printed_come_first(index: SearchIndex, document: MakeDocument) -> None:
    fill(
        index,
        [
            document(1, "leaders met", "sanction sanction sanction"),
            document(2, "The leader", "and a sanction"),
            document(3, "Leaders", "and sanctions"),
        ],
    )
    assert found(index, "leader sanction") == [2, 1, 3]


def test_the_best_passages_hold_more_words_and_printed_forms(
    index: SearchIndex, document: MakeDocument
) -> None:
    fill(
        index,
        [
            document(
                7, "No", "summits", "Kim", "the summit", "Kim at the summit", "rain", "summits Kim"
            )
        ],
    )
    assert best_passages(index, "kim summit") == [3, 5, 1, 2, 0]


def test_limits_and_numbers_of_passages(index: SearchIndex, document: MakeDocument) -> None:
    fill(index, [document(number, "Flour", *["flour"] * 9) for number in range(12)])
    results = index.search("flour", limit=3, passages=2)
    assert (results.total, len(results.articles)) == (12, 3)
    assert [len(hit.passages) for hit in results.articles] == [2, 2, 2]
    for none in (0, -1):
        assert index.search("flour", limit=none).articles == ()
        assert index.search("flour", limit=none).total == 12
        assert all(not hit.passages for hit in index.search("flour", passages=none).articles)
    assert all(p.article_id == hit.article_id for hit in results.articles for p in hit.passages)


def test_a_headline_alone_matches_without_a_passage(
    index: SearchIndex, document: MakeDocument
) -> None:
    fill(index, [document(1, "Flour"), document(2, "")])
    (hit,) = index.search("flour").articles
    assert hit.passages == ()


def test_passages_keep_their_own_numbers(index: SearchIndex) -> None:
    passages = (PassageDocument(3, "rain"), PassageDocument(12, "flour"))
    fill(index, [ArticleDocument(1, "Aid", "en", passages)])
    assert best_passages(index, "flour") == [12]


def test_stems_are_those_of_the_articles_language(
    index: SearchIndex, document: MakeDocument
) -> None:
    fill(
        index,
        [
            document(1, "Die Verhandlungen", language="de-CH"),
            document(2, "Les négociations", language="fr"),
            document(3, "Санкции против страны", language="ru"),
            document(4, "nouvelles news", language="en"),
            document(5, "verhandlungen", language="xx"),
        ],
    )
    assert sorted(found(index, "Verhandlung")) == [1]
    assert sorted(found(index, "verhandlungen")) == [1, 5]
    assert found(index, "négociation") == found(index, "NEGOCIATION") == [2]
    assert found(index, "санкция") == [3]
    assert found(index, "nouvelle") == [4]


def test_words_name_the_forms_the_index_holds(index: SearchIndex, document: MakeDocument) -> None:
    fill(
        index,
        [
            document(1, "Sanctions", "sanctioned", "sanctuary"),
            document(2, "Sanctions, summit"),
            document(3, "Sanctioning"),
        ],
    )
    forms = index.search("sanction -summit").words
    assert forms == ("sanction", "sanctions", "sanctioned", "sanctioning")
    assert index.search("sanctu* OR kim OR sanct*").words[:2] == ("sanctuary", "kim")
    assert index.search('"the summit"').words == ("the summit",)
    assert len(index.search(" OR ".join(f"word{n}" for n in range(40))).words) == 12


def test_marks_show_what_matches(index: SearchIndex, document: MakeDocument) -> None:
    fill(index, [document(1, "Kim")])
    text = "Kim’s summits; the Summit, Kimono. Not Jong-un but Jong Un."
    marked = [span.of(text) for span in index.marks("kim summit -not jong-un", [text])[0]]
    assert marked == ["Kim’s", "summits", "Summit", "Jong-un", "Jong Un"]
    assert [span.of(text) for span in index.marks('"summit" kim*', [text])[0]] == [
        "Kim’s", "Summit", "Kimono",
    ]  # fmt: skip


def test_closing_twice_is_no_error(index: SearchIndex) -> None:
    index.close()
    index.close()


def test_pages_follow_one_another(index: SearchIndex, document: MakeDocument) -> None:
    fill(index, [document(number, "Flour", *["flour"] * number) for number in range(1, 8)])
    whole = index.search("flour", limit=9)
    pages = [index.search("flour", limit=3, first=first) for first in (0, 3, 6, 9)]
    assert [hit for page in pages for hit in page.articles] == list(whole.articles)
    assert [len(page.articles) for page in pages] == [3, 3, 1, 0]
    assert {page.total for page in pages} == {7}
    assert index.search("flour", limit=0, first=3).articles == ()


@pytest.mark.parametrize(
    "query",
    ["sanction", "sanct*", "s?nctions", "flouer~", "Jong-un", '"the summit"', '"kim summit"~3',
     "kim summit", "U.S.", "100,000", "summit OR (kim -rain)"],
)  # fmt: skip
def test_words_of_a_hit_are_those_that_marks_find(
    index: SearchIndex, document: MakeDocument, query: str
) -> None:
    texts = [
        "Kim’s sanctions: “Sanctioned” in the U.S., 100,000 times…",
        "ﬁve at the summit and Kim Jong-un, no Kim at all",
        "rain; flour, and the floor of a summit by kim, Kim!",
    ]
    fill(index, [document(1, "News", *texts, language="en")])
    (article,) = index.search(query).articles
    assert article.passages
    for hit in article.passages:
        text = texts[hit.number]
        assert [marked(text, hit.words)] == index.marks(query, [text])


def test_a_word_being_typed_stands_where_longer_ones_do(
    index: SearchIndex, document: MakeDocument
) -> None:
    fill(index, [document(1, "News", "a summit of summits")])
    (article,) = index.search("summ", asking=Asking(typing=True)).articles
    assert article.passages[0].words == ((1, 2), (3, 4))


def test_completions_are_those_of_the_last_commit(index: SearchIndex) -> None:
    def article(number: int, outlet: str) -> ArticleDocument:
        return ArticleDocument(number, "Aid", "en", (), outlet=outlet)

    fill(index, [article(1, "The Tide"), article(2, "The Tide"), article(3, "Morning Times")])
    assert index.completions(FacetField.OUTLET, "t", 5) == (("The Tide", 2), ("Morning Times", 1))
    assert index.completions(FacetField.OUTLET, "t", 1) == (("The Tide", 2),)
    with index.batch(9) as batch:
        batch.remove(1)
        batch.put(article(4, "Titan"))
    assert index.completions(FacetField.OUTLET, "ti", 5) == (
        ("Morning Times", 1),
        ("The Tide", 1),
        ("Titan", 1),
    )
    assert index.completions(FacetField.SPEAKER, "", 5) == ()
