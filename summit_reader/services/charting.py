"""What was covered when: texts, or takes on points, by the dates of their texts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from summit_reader.compare.story_finding import believed
from summit_reader.compare.timeline import timeline_of
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.timeline import Covered, LaneKind, Timeline
from summit_reader.store import article_lists, articles, outlets, points, stories
from summit_reader.store.article_lists import Heading
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Database, Work

"""Headings that are read at a time."""


class Charting:
    """Counts by outlet, point and day. A date that cannot be counts as none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def texts(
        self, article_ids: Collection[int] | None = None, narrowing: Narrowing | None = None
    ) -> Timeline:
        """When each outlet published the texts of the library, or these of them.

        With a narrowing only what counts.
        """
        if narrowing is not None:
            inside = narrowing.texts
            article_ids = inside if article_ids is None else inside & frozenset(article_ids)
        with self._database.read() as work:
            days, headings = _days(work), _headings(work, article_ids)
            rank = {each.outlet.id: number for number, each in enumerate(outlets.summaries(work))}
        covered = [
            Covered(each.article_id, each.title, each.outlet, days.get(each.article_id))
            for each in headings
        ]
        covered.sort(key=lambda each: rank.get(each.outlet.id, len(rank)))
        return timeline_of(covered, LaneKind.OUTLETS)

    def takes(
        self,
        by: LaneKind,
        article_ids: Collection[int] | None = None,
        point_id: int | None = None,
        narrowing: Narrowing | None = None,
    ) -> Timeline:
        """When the texts came out in which outlets have takes on points, or on this point.

        With `article_ids` only these texts count, with a narrowing only what it lets through.
        """
        inside = None if article_ids is None else frozenset(article_ids)
        with self._database.read() as work:
            days = _days(work)
            titles = {each.article_id: each.title for each in _headings(work, article_ids)}
            rank = {each.outlet.id: number for number, each in enumerate(outlets.summaries(work))}
            covered = [
                Covered(
                    each.take.article_id,
                    titles.get(each.take.article_id, ""),
                    each.take.outlet,
                    days.get(each.take.article_id),
                    each.take,
                    point,
                )
                for point in points.all_points(work)
                if point_id is None or point.id == point_id
                for each in points.takes_on(work, point.id)
                if inside is None or each.take.article_id in inside
                if narrowing is None or narrowing.holds(each.take)
            ]
        if by is LaneKind.OUTLETS:
            covered.sort(key=lambda each: rank.get(each.outlet.id, len(rank)))
        return timeline_of(covered, by)


def _days(work: Work) -> dict[int, date | None]:
    return {
        each.article_id: believed(each.published, each.imported) for each in stories.datings(work)
    }


def _headings(work: Work, article_ids: Collection[int] | None) -> list[Heading]:
    ids = list(articles.ids(work)) if article_ids is None else sorted(article_ids)
    return [heading for chunk in chunks(ids) for heading in article_lists.headings(work, chunk)]
