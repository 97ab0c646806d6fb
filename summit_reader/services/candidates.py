"""What could be on a point: the takes of some articles, and the passages that are no take yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from summit_reader.compare.terms import Terms, terms_of
from summit_reader.domain.alignment import Part
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import Role
from summit_reader.services.analysing import analysis
from summit_reader.store import articles, passages, proposable
from summit_reader.store.articles import Heading
from summit_reader.store.database import Work
from summit_reader.store.passages import StoredPassage
from summit_reader.store.proposable import ProposableTake

_SAYING = frozenset({PassageKind.BODY, PassageKind.STANDFIRST, PassageKind.KEY_POINT})
"""Passages in which an outlet says something itself; a thesis is the reviewer's on another one."""

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

    A passage in which another outlet speaks, or that takes fill for the most part, is none.
    """
    if places is None:
        stored = passages.of_articles(work, article_ids)
    else:
        stored = tuple(passages.at(work, list(places)).values())
    by_article: dict[int, list[StoredPassage]] = {}
    for passage in stored:
        by_article.setdefault(passage.article_id, []).append(passage)
    said: dict[int, list[ProposableTake]] = {}
    for take in proposable.takes_of(work, article_ids):
        said.setdefault(take.article_id, []).append(take)
    headings = {each.article_id: each for each in articles.headings(work, article_ids)}
    found: list[Candidate] = []
    for article_id, heading in headings.items():
        shown = by_article.get(article_id, [])
        takes = said.get(article_id, [])
        found += _takes(takes, shown, heading, everywhere=places is None)
        found += _passages(shown, takes, heading)
    return found


def _takes(
    said: Sequence[ProposableTake],
    shown: Sequence[StoredPassage],
    heading: Heading,
    *,
    everywhere: bool,
) -> Iterator[Candidate]:
    analyse = analysis(heading.language)
    for take in said:
        place = covering(take.segments)
        around = next((each for each in shown if each.source.overlaps(place)), None)
        if take.role is Role.COMMENT or (around is None and not everywhere):
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
        inside = [take for take in said if _covered(passage.source, take.segments)]
        others = any(take.outlet.id != heading.outlet.id for take in inside)
        filled = sum(_covered(passage.source, take.segments) for take in inside)
        if others or 2 * filled >= len(passage.source):
            continue
        yield Candidate(
            Part(passage.article_id, passage.source, passage.text),
            heading.outlet,
            role,
            passage.text,
            terms_of(passage.text, analyse),
            heading.language,
        )


def _understood(take: ProposableTake, around: StoredPassage | None) -> str:
    """The sentence of a take, or its own words where they are more or the sentence is not shown."""
    if take.sentence is None or around is None or len(around.text) != len(around.source):
        return take.text
    if not around.source.contains(take.sentence):
        return take.text
    start = around.source.start
    sentence = Span(take.sentence.start - start, take.sentence.end - start).of(around.text)
    return max(sentence, take.text, key=len)


def _covered(passage: Span, segments: Sequence[Span]) -> int:
    """Characters of the passage that the segments take."""
    return sum(
        min(passage.end, one.end) - max(passage.start, one.start)
        for one in segments
        if one.overlaps(passage)
    )
