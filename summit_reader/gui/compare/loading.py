"""What a pane is asked to show, as work for a reading thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summit_reader.bootstrap import Services
from summit_reader.domain.anchor import Anchor
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.point import PointView
from summit_reader.domain.search import Hit
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take
from summit_reader.gui.compare.steps import takes_of
from summit_reader.gui.reading.content import PaneContent

Load = Callable[[Services], PaneContent]
"""Reads what a pane shows, as the library has it by then."""


def take_load(take: Take, view: PointView | None) -> Load:
    """A take in its article; `view` is the point at hand, whose takes are its siblings."""
    return lambda services: take_content(services, take, view)


def text_load(article_id: int, pane: str, near: Anchor | None = None) -> Load:
    """A text where the pane was left in it, or where the words of `near` would stand."""

    def load(services: Services) -> PaneContent:
        article = services.reading.article(article_id)
        at = near.gap_in(article.cleaned.source) if near is not None else None
        place = services.place_keeping.place(article_id, pane)
        others = services.reading.takes_in(article_id)
        return PaneContent(article, others=others, at=at, place=place)

    return load


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article, and the take it is, if it is one."""

    article_id: int
    source: Span
    take: Take | None = None


def place_load(place: Place, view: PointView | None) -> Load:
    """A take, or a text at a stretch of its source text."""
    if place.take is not None:
        return take_load(place.take, view)

    def load(services: Services) -> PaneContent:
        article = services.reading.article(place.article_id)
        others = services.reading.takes_in(place.article_id)
        return PaneContent(article, others=others, at=place.source)

    return load


def hit_load(hit: Hit, query: str) -> Load:
    """What a search found, its words marked."""

    def load(services: Services) -> PaneContent:
        article = services.reading.article(hit.article_id)
        takes = services.reading.takes_in(hit.article_id)
        take = next((take for take in takes if take.id == hit.take_id), None)
        texts = [passage.cleaned.of(article.cleaned.text) for passage in article.passages]
        found = services.searching.marks(query, texts)
        hits = tuple(
            article.cleaned.source_span(mark.shifted(passage.cleaned.start))
            for passage, marks in zip(article.passages, found, strict=True)
            for mark in marks
        )
        siblings = (take,) if take is not None else ()
        at = next((each for each in hits if hit.source.overlaps(each)), hit.source)
        return PaneContent(article, take, siblings, takes, at, query, hits)

    return load


def again_load(
    content: PaneContent, point_id: int | None, narrowing: Narrowing | None = None
) -> Load:
    """What a pane shows already, after something about its text or takes has changed."""
    article_id, take = content.article.id, content.take

    def load(services: Services) -> PaneContent:
        # What is listed may be listed anew at the same time.
        view = services.comparing.view(point_id, narrowing) if point_id is not None else None
        shown = services.reading.current(take) if take is not None else None
        others = services.reading.takes_in(article_id)
        # A take may have been rejected, or removed with the part of the text it stands in.
        if shown is not None and any(one.id == shown.id for one in others):
            return take_content(services, shown, view)
        return PaneContent(services.reading.article(article_id), others=others)

    return load


def take_content(services: Services, take: Take, view: PointView | None) -> PaneContent:
    """A take as the library has it now, in its article."""
    # A kept copy may be older than what the reader has put right about the take.
    take = services.reading.current(take)
    article = services.reading.article(take.article_id)
    on_point = {entry.take.id for entry in view.takes} if view is not None else set()
    siblings = takes_of(view, take.outlet) if view is not None and take.id in on_point else (take,)
    return PaneContent(article, take, siblings, services.reading.takes_in(article.id))
