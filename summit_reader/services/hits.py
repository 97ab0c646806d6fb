"""What is shown of an article that was found: the passages and takes in which the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summit_reader.domain.passage import PassageKind
from summit_reader.domain.search import ArticleHits, Hit, Snippet
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeKind
from summit_reader.index.matching import marked
from summit_reader.index.port import ArticleHit, Asking, PassageHit, SearchIndex
from summit_reader.services.looking_up import MOST, LookedUp, Stretch, looked_up
from summit_reader.services.snippets import snippet_of
from summit_reader.store.article_lists import Heading
from summit_reader.store.database import Database
from summit_reader.store.passages import StoredPassage
from summit_reader.store.takes import TakePlace


def article_hits(
    database: Database, index: SearchIndex, query: str, hits: Sequence[ArticleHit], asking: Asking
) -> Iterator[ArticleHits]:
    """The articles in the order of `hits`, each with what is to be shown of it, best first.

    Every article has something to show: where neither passage nor comment holds the words, a
    removed stretch that was asked for, a headline, or the first sentences.
    """
    found = looked_up(database, index, query, hits, asking)
    for article in hits:
        # Where the index still knows an article that was just removed, it is left out.
        heading = found.headings.get(article.article_id)
        if heading is None:
            continue
        shown = (
            list(_take_hits(article, heading, found))
            or list(_passage_hits(article, heading, found))
            or list(_withheld_hits(article, heading, found))
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


def _take_hits(article: ArticleHit, heading: Heading, found: LookedUp) -> Iterator[Hit]:
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


def _passage_hits(article: ArticleHit, heading: Heading, found: LookedUp) -> Iterator[Hit]:
    """The passages and comments in which the words stand."""
    for hit in article.passages:
        place = hit.article_id, hit.number
        if place in found.passages:
            yield _hit(hit, heading, found)
        elif place in found.comments:
            yield _hit_of_stretch(*found.comments[place], article.article_id, heading, hit.score)


def _withheld_hits(article: ArticleHit, heading: Heading, found: LookedUp) -> Iterator[Hit]:
    """The stretches not shown in which the words stand; the first where there are no words."""
    withheld = found.withheld.get(article.article_id, [])
    matching = [each for each in withheld if each[1]] or withheld[:1]
    for stretch, marks in matching[:MOST]:
        yield _hit_of_stretch(stretch, marks, article.article_id, heading, article.score)


def _hit_of_stretch(
    stretch: Stretch, marks: Sequence[Span], article_id: int, heading: Heading, score: float
) -> Hit:
    return Hit(
        article_id,
        stretch.source,
        heading.outlet,
        snippet_of(stretch.text, marks),
        score,
        speaker=stretch.author,
        removed=not stretch.is_comment,
        comment=stretch.is_comment,
    )


def _opening_hit(article: ArticleHit, heading: Heading, found: LookedUp) -> Hit:
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


def _hit(hit: PassageHit, heading: Heading, found: LookedUp) -> Hit:
    passage = found.passages[hit.article_id, hit.number]
    marks = marked(passage.text, hit.words)
    take = _take_around(passage, marks, found.takes.get(hit.article_id, ()))
    snippet = snippet_of(passage.text, marks)
    if take is None:
        return Hit(
            hit.article_id,
            passage.source,
            heading.outlet,
            snippet,
            hit.score,
            comment=passage.kind is PassageKind.COMMENT,
        )
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
