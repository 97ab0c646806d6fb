"""What could be on a point: the takes of some articles, and the passages that are no take yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from summit_reader.compare.chips import Said
from summit_reader.compare.terms import Terms, terms_of
from summit_reader.domain.alignment import Part
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import Role
from summit_reader.services.analysing import analysis
from summit_reader.store import article_lists, passages, proposable
from summit_reader.store.article_lists import Heading
from summit_reader.store.database import Work
from summit_reader.store.passages import StoredPassage
from summit_reader.store.proposable import ProposableTake

_SAYING = frozenset({PassageKind.BODY, PassageKind.STANDFIRST, PassageKind.KEY_POINT})
"""Passages in which an outlet says something itself; a thesis is the reviewer's on another one."""

_FEWEST = 4
"""Words that say something, of which a passage has to have as many: it is a label otherwise."""

_OPINION = frozenset({Role.EDITORIAL, Role.COLUMNIST})

Place = tuple[int, int]
"""A passage by its article and its number there."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A take, or a passage that would become one; `text` and `terms` are what is weighed of it."""

    part: Part
    outlet: OutletRef
    role: Role
    text: str
    terms: Terms
    language: str
    take_id: int | None = None


def candidates(
    work: Work, article_ids: Sequence[int], places: Collection[Place] | None = None
) -> list[Candidate]:
    """What these articles have, article by article; with `places`, only what stands there.

    A passage in which another outlet speaks, that takes fill for the most part, or that is hardly
    more than a label, is none.
    """
    if places is None:
        stored = passages.of_articles(work, article_ids)
    else:
        stored = tuple(passages.at(work, list(places)).values())
    by_article: dict[int, list[StoredPassage]] = {}
    for passage in stored:
        by_article.setdefault(passage.article_id, []).append(passage)
    if places is None:
        told = proposable.takes_of(work, article_ids)
    else:
        stretches = {key: [one.source for one in each] for key, each in by_article.items()}
        told = proposable.takes_in(work, stretches)
    said: dict[int, list[ProposableTake]] = {}
    for take in told:
        said.setdefault(take.article_id, []).append(take)
    headings = {each.article_id: each for each in article_lists.headings(work, article_ids)}
    found: list[Candidate] = []
    for article_id, heading in headings.items():
        shown = by_article.get(article_id, [])
        takes = said.get(article_id, [])
        found += _takes(takes, shown, heading)
        found += _passages(shown, takes, heading)
    return found


def everything_said(work: Work, article_ids: Sequence[int]) -> Iterator[Said]:
    """What the outlets of these articles say in them, and what others are quoted with; one by one.

    The words of a hundred texts weigh more than all the window shows.
    """
    headings = {each.article_id: each for each in article_lists.headings(work, article_ids)}
    analyse = {article_id: analysis(each.language) for article_id, each in headings.items()}
    own = (
        (headings[each.article_id].outlet.id, each.article_id, each.text)
        for each in passages.of_articles(work, article_ids)
        if each.kind in _SAYING
    )
    quoted = (
        (each.outlet.id, each.article_id, " ".join(filter(None, (each.thesis, each.text))))
        for each in proposable.takes_of(work, article_ids)
        if each.role is not Role.COMMENT and each.outlet.id != headings[each.article_id].outlet.id
    )
    for outlet_id, article_id, text in chain(own, quoted):
        yield Said(outlet_id, article_id, text, terms_of(text, analyse[article_id]))


def _takes(
    said: Sequence[ProposableTake],
    shown: Sequence[StoredPassage],
    heading: Heading,
) -> Iterator[Candidate]:
    analyse = analysis(heading.language)
    for take in said:
        place = covering(take.segments)
        around = next((each for each in shown if each.source.overlaps(place)), None)
        if take.role is Role.COMMENT:
            continue
        text = " ".join(filter(None, (take.headline, take.thesis, _understood(take, around))))
        yield Candidate(
            Part(take.article_id, place, take.text),
            take.outlet,
            take.role,
            text,
            terms_of(text, analyse),
            heading.language,
            take.take_id,
        )


def _passages(
    shown: Sequence[StoredPassage],
    said: Sequence[ProposableTake],
    heading: Heading,
) -> Iterator[Candidate]:
    analyse = analysis(heading.language)
    own = {take.role for take in said if take.outlet.id == heading.outlet.id}
    role = Role.EDITORIAL if own & _OPINION else Role.REPORTING
    for passage in shown:
        if passage.kind not in _SAYING:
            continue
        inside = [take for take in said if _stretch(take).overlaps(passage.source)]
        others = any(take.outlet.id != heading.outlet.id for take in inside)
        if others or 2 * _filled(passage.source, inside) >= len(passage.source):
            continue
        terms = terms_of(passage.text, analyse)
        if len(terms.stems) < _FEWEST:
            continue
        yield Candidate(
            Part(passage.article_id, passage.source, passage.text),
            heading.outlet,
            role,
            passage.text,
            terms,
            heading.language,
        )


def _stretch(take: ProposableTake) -> Span:
    """All that belongs to a take: its words, the sentence they are understood by, who says them."""
    return covering((*take.segments, take.sentence) if take.sentence else take.segments)


def _understood(take: ProposableTake, around: StoredPassage | None) -> str:
    """What a take says with what it is understood by, or its words where more is not shown."""
    if around is None or len(around.text) != len(around.source):
        return take.text
    stretch = _stretch(take)
    if not around.source.contains(stretch):
        return take.text
    start = around.source.start
    return Span(stretch.start - start, stretch.end - start).of(around.text)


def _filled(passage: Span, said: Sequence[ProposableTake]) -> int:
    """Characters of the passage that takes and their sentences make up."""
    filled, done = 0, passage.start
    for stretch in sorted(map(_stretch, said)):
        end = min(stretch.end, passage.end)
        filled += max(0, end - max(stretch.start, done))
        done = max(done, end)
    return filled
