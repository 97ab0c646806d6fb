"""What the library knows of what the index found: looked up all at once, to be shown in part."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from summit_reader.domain.set_apart import ReaderComment
from summit_reader.domain.spans import Span
from summit_reader.index.matching import asks_for
from summit_reader.index.port import ArticleHit, Asking, SearchIndex
from summit_reader.index.query import Place
from summit_reader.services.comments import comment_at, comments_and_rest, is_comment
from summit_reader.store import article_lists, passages, takes
from summit_reader.store.article_lists import Heading, Withheld
from summit_reader.store.database import Database
from summit_reader.store.passages import StoredPassage
from summit_reader.store.takes import TakePlace

MOST = 5
"""Passages, takes or withheld stretches shown of an article."""

_Place: TypeAlias = tuple[int, int]
Marked: TypeAlias = tuple[StoredPassage, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are not shown in their article; a comment may have an author."""

    source: Span
    text: str
    is_comment: bool = False
    author: str = ""


MarkedStretch: TypeAlias = tuple[Stretch, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What the library knows of what the index found; marks are those in the whole text.

    `begins` has the passages in which the takes begin that were asked for; `openings` and
    `withheld` are for articles of which neither passage nor comment was found.
    """

    headings: dict[int, Heading]
    passages: dict[_Place, StoredPassage]
    takes: dict[int, list[TakePlace]]
    begins: dict[int, tuple[TakePlace, Marked]]
    openings: dict[int, list[Marked]]
    comments: dict[_Place, MarkedStretch]
    withheld: dict[int, list[MarkedStretch]]


def looked_up(
    database: Database, index: SearchIndex, query: str, hits: Sequence[ArticleHit], asking: Asking
) -> LookedUp:
    """What is known of these articles, and where in it the words of the query stand."""
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
    begins = list(_begins(hits, standing, carrying))
    texts = [
        *(passage.text for _, passage in begins),
        *(each.text for each in openings),
        *(each.text for each in comments.values()),
        *(each.text for stretches in hidden.values() for each in stretches),
    ]
    # Where passages hold the words the index has said; only what it does not place is read again.
    marks = iter(index.marks(query, texts, replace(asking, typing=False)) if texts else ())
    found = LookedUp(headings, stored, standing, {}, {}, {}, {})
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
) -> tuple[dict[_Place, Stretch], dict[int, list[Stretch]]]:
    """The comments at the places `commented`; and of the `bare` articles what is asked for."""
    told = {one.article_id: comments_and_rest(one.source, one.removed) for one in withheld}
    found = {
        place: _comment(comment)
        for place in commented
        if place[0] in told and (comment := comment_at(told[place[0]][0], place[1])) is not None
    }
    hidden: dict[int, list[Stretch]] = {}
    for one in withheld:
        if one.article_id in bare:
            comments, rest = told[one.article_id]
            stretches = [_comment(each) for each in comments if Place.COMMENTS in asked]
            stretches += [
                Stretch(each.source, each.source.of(one.source))
                for each in rest
                if Place.REMOVED in asked
            ]
            hidden[one.article_id] = sorted(stretches, key=lambda each: each.source)
    return found, hidden


def _comment(comment: ReaderComment) -> Stretch:
    return Stretch(comment.source, comment.text, is_comment=True, author=comment.author)


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
