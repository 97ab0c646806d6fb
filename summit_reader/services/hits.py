"""What is shown of an article that was found: the passages and takes in which the words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from summit_reader.domain.passage import PassageKind
from summit_reader.domain.search import ArticleHits, Hit, Snippet
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeKind
from summit_reader.index.matching import asks_for_removed, marked
from summit_reader.index.port import ArticleHit, Asking, PassageHit, SearchIndex
from summit_reader.services.snippets import snippet_of
from summit_reader.store import articles, passages, takes
from summit_reader.store.articles import Heading, RemovedText
from summit_reader.store.database import Database
from summit_reader.store.passages import StoredPassage
from summit_reader.store.takes import TakePlace

MOST = 5
"""Passages, takes or removed stretches shown of an article."""

_Place: TypeAlias = tuple[int, int]
_Marked: TypeAlias = tuple[StoredPassage, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the library knows of what the index found; marks are those in the whole text.

    `begins` has the passages in which the takes begin that were asked for; `openings` and `removed`
    are for articles of which no passage was found.
    """

    headings: dict[int, Heading]
    passages: dict[_Place, StoredPassage]
    takes: dict[int, list[TakePlace]]
    begins: dict[int, tuple[TakePlace, _Marked]]
    openings: dict[int, list[_Marked]]
    removed: dict[int, list[tuple[RemovedText, tuple[Span, ...]]]]


def article_hits(
    database: Database, index: SearchIndex, query: str, hits: Sequence[ArticleHit], asking: Asking
) -> Iterator[ArticleHits]:
    """The articles in the order of `hits`, each with what is to be shown of it, best first.

    Every article has something to show: where no passage holds the words, a removed stretch that
    was asked for, a headline, or the first sentences.
    """
    found = _found(database, index, query, hits, asking)
    for article in hits:
        # Where the index still knows an article that was just removed, it is left out.
        heading = found.headings.get(article.article_id)
        if heading is None:
            continue
        shown = (
            list(_take_hits(article, heading, found))
            or [
                _hit(one, heading, found)
                for one in article.passages
                if (one.article_id, one.number) in found.passages
            ]
            or list(_removed_hits(article, heading, found))
            or [_opening_hit(article, heading, found)]
        )
        yield ArticleHits(
            article.article_id, heading.outlet, heading.title, article.score, tuple(shown)
        )


def filling(hits: Sequence[ArticleHit], rows: int) -> Sequence[ArticleHit]:
    """As many of the articles, in their order, as have `rows` things to show."""
    for number, one in enumerate(hits, 1):
        rows -= max(len(one.passages), min(len(one.takes), MOST), 1)
        if rows <= 0:
            return hits[:number]
    return hits


def _found(
    database: Database, index: SearchIndex, query: str, hits: Sequence[ArticleHit], asking: Asking
) -> _Found:
    ids = [article.article_id for article in hits]
    asked_for = [article.article_id for article in hits if article.takes]
    bare = [one.article_id for one in hits if not one.takes and not one.passages]
    places = [(hit.article_id, hit.number) for one in hits for hit in one.passages]
    with database.read() as work:
        headings = {one.article_id: one for one in articles.headings(work, ids)}
        stored = passages.at(work, places)
        standing: dict[int, list[TakePlace]] = {}
        for place in takes.places(work, ids):
            standing.setdefault(place.article_id, []).append(place)
        carrying = passages.of_articles(work, asked_for) if asked_for else ()
        openings = passages.openings(work, bare) if bare else ()
        removed = articles.removed_texts(work, bare) if bare and asks_for_removed(query) else ()
    begins = list(_begins(hits, standing, carrying))
    texts = [
        *(passage.text for _, passage in begins),
        *(each.text for each in openings),
        *(each.text for each in removed),
    ]
    # Where passages hold the words the index has said; only what it does not place is read again.
    marks = iter(index.marks(query, texts, replace(asking, typing=False)) if texts else ())
    found = _Found(headings, stored, standing, {}, {}, {})
    for take, passage in begins:
        found.begins[take.take_id] = take, (passage, next(marks))
    for passage in openings:
        found.openings.setdefault(passage.article_id, []).append((passage, next(marks)))
    for text in removed:
        found.removed.setdefault(text.article_id, []).append((text, next(marks)))
    return found


def _begins(
    hits: Sequence[ArticleHit],
    standing: Mapping[int, Sequence[TakePlace]],
    carrying: Iterable[StoredPassage],
) -> Iterator[tuple[TakePlace, StoredPassage]]:
    """The takes that were asked for, each with the passage in which it begins."""
    of_article: dict[int, list[StoredPassage]] = {}
    for passage in carrying:
        of_article.setdefault(passage.article_id, []).append(passage)
    for article in hits:
        takes = {take.take_id: take for take in standing.get(article.article_id, ())}
        for take_id in article.takes[:MOST]:
            take = takes.get(take_id)
            if take is None or not take.cleaned:
                continue
            for passage in of_article.get(article.article_id, ()):
                if passage.cleaned.overlaps(take.cleaned[0]):
                    yield take, passage
                    break


def _take_hits(article: ArticleHit, heading: Heading, found: _Found) -> Iterator[Hit]:
    """The takes that were asked for."""
    for take_id in article.takes[:MOST]:
        if take_id in found.begins:
            take, (passage, marks) = found.begins[take_id]
            yield _hit_of_take(take, passage, marks, heading, article.score)


def _hit_of_take(
    take: TakePlace,
    passage: StoredPassage,
    marks: Sequence[Span],
    heading: Heading,
    score: float,
) -> Hit:
    begin = max(take.cleaned[0].start - passage.cleaned.start, 0)
    end = min(take.cleaned[-1].end, passage.cleaned.end) - passage.cleaned.start
    inside = [mark for mark in marks if begin <= mark.start and mark.end <= end]
    # Without a word to mark, the beginning of the take is what is shown.
    snippet = snippet_of(passage.text, inside or [Span(begin, begin + 1)])
    if not inside:
        snippet = replace(snippet, marks=())
    via = heading.outlet.name if take.outlet.id != heading.outlet.id else ""
    return Hit(
        take.article_id,
        passage.source,
        take.outlet,
        snippet,
        score,
        take_id=take.take_id,
        speaker=take.speaker,
        via=via,
    )


def _removed_hits(article: ArticleHit, heading: Heading, found: _Found) -> Iterator[Hit]:
    """The removed stretches in which the words stand; the first where there are no words."""
    removed = found.removed.get(article.article_id, [])
    matching = [each for each in removed if each[1]] or removed[:1]
    for text, marks in matching[:MOST]:
        snippet = snippet_of(text.text, marks)
        yield Hit(
            article.article_id, text.source, heading.outlet, snippet, article.score, removed=True
        )


def _opening_hit(article: ArticleHit, heading: Heading, found: _Found) -> Hit:
    """The headline that holds the words, else how the text begins."""
    openings = found.openings.get(article.article_id, [])
    body = [each for each in openings if each[0].kind is PassageKind.BODY]
    best = [each for each in openings if each[1]] or body or openings
    if not best:
        return Hit(
            article.article_id,
            Span(0, 0),
            heading.outlet,
            Snippet(heading.title, ()),
            article.score,
        )
    passage, marks = best[0]
    snippet = snippet_of(passage.text, marks)
    return Hit(article.article_id, passage.source, heading.outlet, snippet, article.score)


def _hit(hit: PassageHit, heading: Heading, found: _Found) -> Hit:
    passage = found.passages[hit.article_id, hit.number]
    marks = marked(passage.text, hit.words)
    take = _take_around(passage, marks, found.takes.get(hit.article_id, ()))
    snippet = snippet_of(passage.text, marks)
    if take is None:
        return Hit(hit.article_id, passage.source, heading.outlet, snippet, hit.score)
    return Hit(
        hit.article_id,
        passage.source,
        take.outlet,
        snippet,
        hit.score,
        take_id=take.take_id,
        speaker=take.speaker,
        via=heading.outlet.name if take.outlet.id != heading.outlet.id else "",
    )


def _take_around(
    passage: StoredPassage, marks: Sequence[Span], takes: Sequence[TakePlace]
) -> TakePlace | None:
    """The take in which most of the marks stand, the closest-fitting of several; None if in none.

    Takes nest: the analysts' words inside The Independent's are found as the analysts'. A press
    review quotes an outlet by whole passages: beside a take of it, the rest is that outlet's too.
    """
    standing = [mark.shifted(passage.cleaned.start) for mark in marks]
    best, best_rank = None, (0, 0)
    takes = [take for take in takes if any(map(passage.cleaned.overlaps, take.cleaned))]
    for take in takes:
        count = sum(any(segment.contains(mark) for segment in take.cleaned) for mark in standing)
        rank = (count, -sum(len(segment) for segment in take.cleaned))
        if count and (best is None or rank > best_rank):
            best, best_rank = take, rank
    if best is None:
        quoted = (take for take in takes if take.kind is TakeKind.PRESS_REVIEW)
        best = next((take for take in quoted if passage.cleaned.contains(take.cleaned[0])), None)
    return best
