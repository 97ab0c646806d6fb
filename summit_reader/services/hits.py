"""What is shown of an article that was found: the passages and takes in which the words stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.search import ArticleHits, Hit, Snippet
from summit_reader.domain.set_apart import ReaderComment
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeKind
from summit_reader.index.matching import asks_for, marked
from summit_reader.index.port import ArticleHit, Asking, PassageHit, SearchIndex
from summit_reader.index.query import Place
from summit_reader.services.comments import comment_at, comments_and_rest, is_comment
from summit_reader.services.snippets import snippet_of
from summit_reader.store import article_lists, passages, takes
from summit_reader.store.article_lists import Heading, Withheld
from summit_reader.store.database import Database
from summit_reader.store.passages import StoredPassage
from summit_reader.store.takes import TakePlace

MOST = 5
"""Passages, takes or withheld stretches shown of an article."""

MANY = 200
"""The same where those that count are yet to be picked out of them."""

_Place: TypeAlias = tuple[int, int]
_Marked: TypeAlias = tuple[StoredPassage, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that are not shown in their article; a comment may have an author."""

    source: Span
    text: str
    is_comment: bool = False
    author: str = ""


_MarkedStretch: TypeAlias = tuple[_Stretch, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the library knows of what the index found; marks are those in the whole text.

    `begins` has the passages in which the takes begin that were asked for; `openings` and
    `withheld` are for articles of which neither passage nor comment was found.
    """

    headings: dict[int, Heading]
    passages: dict[_Place, StoredPassage]
    takes: dict[int, list[TakePlace]]
    begins: dict[int, tuple[TakePlace, _Marked]]
    openings: dict[int, list[_Marked]]
    comments: dict[_Place, _MarkedStretch]
    withheld: dict[int, list[_MarkedStretch]]


def article_hits(
    database: Database,
    index: SearchIndex,
    query: str,
    hits: Sequence[ArticleHit],
    asking: Asking,
    most: int = MOST,
) -> Iterator[ArticleHits]:
    """The articles in the order of `hits`, each with what is to be shown of it, best first.

    Every article has something to show: where neither passage nor comment holds the words, a
    removed stretch that was asked for, a headline, or the first sentences.
    """
    found = _found(database, index, query, hits, asking, most)
    for article in hits:
        # Where the index still knows an article that was just removed, it is left out.
        heading = found.headings.get(article.article_id)
        if heading is None:
            continue
        shown = (
            list(islice(_take_hits(article, heading, found), most))
            or list(_passage_hits(article, heading, found))
            or list(_withheld_hits(article, heading, found))
            or [_opening_hit(article, heading, found)]
        )
        yield ArticleHits(
            article.article_id, heading.outlet, heading.title, article.score, tuple(shown)
        )


def counting(found: Iterable[ArticleHits], narrowing: Narrowing) -> Iterator[ArticleHits]:
    """The articles with those of their hits that count, as far as they have any."""
    for one in found:
        counts = (hit for hit in one.hits if narrowing.counts(hit.outlet.id, hit.article_id))
        shown = tuple(islice(counts, MOST))
        if shown:
            yield replace(one, hits=shown)


def filling(hits: Sequence[ArticleHit], rows: int) -> Sequence[ArticleHit]:
    """As many of the articles, in their order, as have `rows` things to show."""
    for number, one in enumerate(hits, 1):
        rows -= max(len(one.passages), min(len(one.takes), MOST), 1)
        if rows <= 0:
            return hits[:number]
    return hits


def _found(
    database: Database,
    index: SearchIndex,
    query: str,
    hits: Sequence[ArticleHit],
    asking: Asking,
    most: int,
) -> _Found:
    ids = [article.article_id for article in hits]
    asked_for = [article.article_id for article in hits if article.takes]
    bare = [one.article_id for one in hits if not one.takes and not one.passages]
    places = [(hit.article_id, hit.number) for one in hits for hit in one.passages]
    commented = [place for place in places if is_comment(place[1])]
    asked = [place for place in (Place.COMMENTS, Place.REMOVED) if bare and asks_for(query, place)]
    withheld_in = {article_id for article_id, _ in commented}.union(bare if asked else ())
    with database.read() as work:
        headings = {one.article_id: one for one in article_lists.headings(work, ids)}
        stored = passages.at(work, places)
        standing: dict[int, list[TakePlace]] = {}
        for place in takes.places(work, ids):
            standing.setdefault(place.article_id, []).append(place)
        carrying = passages.of_articles(work, asked_for) if asked_for else ()
        openings = passages.openings(work, bare) if bare else ()
        withheld = article_lists.withheld(work, withheld_in) if withheld_in else ()
    comments, hidden = _withheld(withheld, commented, set(bare), asked)
    begins = list(_begins(hits, standing, carrying, most))
    texts = [
        *(passage.text for _, passage in begins),
        *(each.text for each in openings),
        *(each.text for each in comments.values()),
        *(each.text for stretches in hidden.values() for each in stretches),
    ]
    # Where passages hold the words the index has said; only what it does not place is read again.
    marks = iter(index.marks(query, texts, replace(asking, typing=False)) if texts else ())
    found = _Found(headings, stored, standing, {}, {}, {}, {})
    for take, passage in begins:
        found.begins[take.take_id] = take, (passage, next(marks))
    for passage in openings:
        found.openings.setdefault(passage.article_id, []).append((passage, next(marks)))
    for at, comment in comments.items():
        found.comments[at] = comment, next(marks)
    for article_id, stretches in hidden.items():
        found.withheld[article_id] = [(stretch, next(marks)) for stretch in stretches]
    return found


def _withheld(
    withheld: Sequence[Withheld],
    commented: Sequence[_Place],
    bare: Collection[int],
    asked: Collection[Place],
) -> tuple[dict[_Place, _Stretch], dict[int, list[_Stretch]]]:
    """The comments at the places `commented`; and of the `bare` articles what is asked for."""
    told = {one.article_id: comments_and_rest(one.source, one.removed) for one in withheld}
    found = {
        place: _comment(comment)
        for place in commented
        if place[0] in told and (comment := comment_at(told[place[0]][0], place[1])) is not None
    }
    hidden: dict[int, list[_Stretch]] = {}
    for one in withheld:
        if one.article_id in bare:
            comments, rest = told[one.article_id]
            stretches = [_comment(each) for each in comments if Place.COMMENTS in asked]
            stretches += [
                _Stretch(each.source, each.source.of(one.source))
                for each in rest
                if Place.REMOVED in asked
            ]
            hidden[one.article_id] = sorted(stretches, key=lambda each: each.source)
    return found, hidden


def _comment(comment: ReaderComment) -> _Stretch:
    return _Stretch(comment.source, comment.text, is_comment=True, author=comment.author)


def _begins(
    hits: Sequence[ArticleHit],
    standing: Mapping[int, Sequence[TakePlace]],
    carrying: Iterable[StoredPassage],
    most: int,
) -> Iterator[tuple[TakePlace, StoredPassage]]:
    """The takes that were asked for, each with the passage in which it begins."""
    of_article: dict[int, list[StoredPassage]] = {}
    for passage in carrying:
        of_article.setdefault(passage.article_id, []).append(passage)
    for article in hits:
        takes = {take.take_id: take for take in standing.get(article.article_id, ())}
        for take_id in article.takes[:most]:
            take = takes.get(take_id)
            if take is None or not take.cleaned:
                continue
            for passage in of_article.get(article.article_id, ()):
                if passage.cleaned.overlaps(take.cleaned[0]):
                    yield take, passage
                    break


def _take_hits(article: ArticleHit, heading: Heading, found: _Found) -> Iterator[Hit]:
    """The takes that were asked for."""
    for take_id in article.takes:
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


def _passage_hits(article: ArticleHit, heading: Heading, found: _Found) -> Iterator[Hit]:
    """The passages and comments in which the words stand."""
    for hit in article.passages:
        place = hit.article_id, hit.number
        if place in found.passages:
            yield _hit(hit, heading, found)
        elif place in found.comments:
            yield _hit_of_stretch(*found.comments[place], article.article_id, heading, hit.score)


def _withheld_hits(article: ArticleHit, heading: Heading, found: _Found) -> Iterator[Hit]:
    """The stretches not shown in which the words stand; the first where there are no words."""
    withheld = found.withheld.get(article.article_id, [])
    matching = [each for each in withheld if each[1]] or withheld[:1]
    for stretch, marks in matching[:MOST]:
        yield _hit_of_stretch(stretch, marks, article.article_id, heading, article.score)


def _hit_of_stretch(
    stretch: _Stretch, marks: Sequence[Span], article_id: int, heading: Heading, score: float
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
