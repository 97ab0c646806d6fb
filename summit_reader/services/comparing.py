"""Points, the takes on them and who has none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summit_reader.compare.absence import Coverage, absent_outlets
from summit_reader.compare.grid import grid_of
from summit_reader.domain.errors import OutletNotOnPoint, UnknownOutlet, UnknownPoint
from summit_reader.domain.grid import Grid
from summit_reader.domain.point import (
    DecidedBy,
    Decision,
    Point,
    PointSummary,
    PointTake,
    PointView,
)
from summit_reader.store import articles, outlets, points
from summit_reader.store.database import Database, Work
from summit_reader.store.errors import NoSuchPoint


class Comparing:
    """Sets takes side by side on a point; what belongs to one, the reader decides."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def points(self) -> tuple[PointSummary, ...]:
        """Every point with the number of its takes, outlets and texts, by position."""
        with self._database.read() as work:
            return points.summaries(work)

    def view(self, point_id: int) -> PointView:
        """All that a point shows; refused takes are left out.

        An outlet's takes stand together, the outlets in the order in which they first appear, those
        of the first pair before the others.

        Raises:
            NoSuchPoint: if there is none.
        """
        with self._database.read() as work:
            summary = next(
                (one for one in points.summaries(work) if one.point.id == point_id), None
            )
            if summary is None:
                raise NoSuchPoint(point_id)
            takes = _by_outlet(points.takes_on(work, point_id), summary.point.first_pair or ())
            absent = absent_outlets(_coverage(work), [one.take for one in takes])
        return PointView(summary, takes, absent)

    def grid(
        self,
        outlet_names: Sequence[str] = (),
        article_ids: Collection[int] | None = None,
        beside: Sequence[str] = (),
    ) -> Grid:
        """Every point against every outlet, or against those with these names or aliases.

        A name that the library does not know has a column, too: nothing of it is in the library.
        With `article_ids` nothing but these articles counts: points and outlets that have nothing
        in them are left out. Outlets named in `beside` have a column besides.
        """
        with self._database.read() as work:
            found = [
                (point, _by_outlet(points.takes_on(work, point.id), point.first_pair or ()))
                for point in points.all_points(work)
            ]
            coverage = _coverage(work)
            if article_ids is not None:
                found, coverage = _within(article_ids, found, coverage)
            asked = dict.fromkeys((*outlet_names, *beside))
            named = {name: outlets.named(work, name) for name in asked}
        by_id = {each.outlet.id: each for each in coverage}
        unknown = [name for name, each in named.items() if each is None or each.id not in by_id]
        if not outlet_names:
            return grid_of(found, coverage, unknown)
        known = dict.fromkeys(each.id for each in named.values() if each and each.id in by_id)
        return grid_of(found, [by_id[outlet_id] for outlet_id in known], unknown)

    def point_named(self, question: str) -> Point:
        """The point with this question; its case and final question mark do not matter.

        Raises:
            UnknownPoint: if there is none.
        """
        with self._database.read() as work:
            return _point_named(work, question)

    def takes_of(self, question: str, outlet_name: str) -> tuple[PointTake, ...]:
        """What the outlet with this name or alias says on a point.

        Raises:
            UnknownPoint: if no point has that question.
            UnknownOutlet: if the library has no such outlet.
            OutletNotOnPoint: if it has nothing on the point.
        """
        with self._database.read() as work:
            point = _point_named(work, question)
            outlet = outlets.named(work, outlet_name)
            if outlet is None:
                raise UnknownOutlet(name=outlet_name)
            found = tuple(
                one for one in points.takes_on(work, point.id) if one.take.outlet.id == outlet.id
            )
        if not found:
            raise OutletNotOnPoint(name=outlet.name, question=point.question)
        return found

    def add_point(self, question: str) -> Point:
        """The point with this question, made if it is new.

        Raises:
            ValueError: if the question is blank.
        """
        question = _put(question)
        with self._database.write() as work:
            point = points.named(work, question)
            if point is None:
                point = points.by_id(work, points.add(work, question))
                work.commit()
        return point

    def rename_point(self, point_id: int, question: str) -> None:
        """Put a point otherwise.

        Raises:
            NoSuchPoint: if there is none.
            ValueError: if the question is blank.
        """
        with self._database.write() as work:
            points.rename(work, point_id, _put(question))
            work.commit()

    def remove_point(self, point_id: int) -> None:
        """Forget a point and what was decided about it; the takes stay.

        Raises:
            NoSuchPoint: if there is none.
        """
        with self._database.write() as work:
            points.remove(work, point_id)
            work.commit()

    def decide(self, point_id: int, take_id: int, decision: Decision) -> None:
        """Note what the reader says of a take; nobody overrules it but the reader.

        Raises:
            NoSuchPoint: if there is no such point.
            NoSuchTake: if there is no such take.
        """
        with self._database.write() as work:
            points.decide(work, point_id, take_id, decision, DecidedBy.READER)
            work.commit()


def _by_outlet(takes: Sequence[PointTake], first_pair: Sequence[int]) -> tuple[PointTake, ...]:
    outlet_of = {one.take.id: one.take.outlet.id for one in takes}
    order = dict.fromkeys(outlet_of[take_id] for take_id in first_pair)
    order.update(dict.fromkeys(outlet_of.values()))
    rank = {outlet_id: number for number, outlet_id in enumerate(order)}
    return tuple(sorted(takes, key=lambda one: rank[one.take.outlet.id]))


def _within(
    article_ids: Collection[int],
    found: Sequence[tuple[Point, tuple[PointTake, ...]]],
    coverage: Sequence[Coverage],
) -> tuple[list[tuple[Point, tuple[PointTake, ...]]], list[Coverage]]:
    """As much of points and coverage as lies in these articles."""
    inside = frozenset(article_ids)
    points = [
        (point, tuple(each for each in takes if each.take.article_id in inside))
        for point, takes in found
    ]
    points = [(point, takes) for point, takes in points if takes]
    heard = {each.take.outlet.id for _, takes in points for each in takes}
    held = [Coverage(each.outlet, each.articles & inside, each.cut & inside) for each in coverage]
    return points, [each for each in held if each.articles or each.outlet.id in heard]


def _coverage(work: Work) -> list[Coverage]:
    whole: dict[int, set[int]] = {}
    cut: dict[int, set[int]] = {}
    for holding in articles.holdings(work):
        whole.setdefault(holding.outlet_id, set()).add(holding.article_id)
        if holding.cut:
            cut.setdefault(holding.outlet_id, set()).add(holding.article_id)
    return [
        Coverage(
            summary.outlet,
            frozenset(whole.get(summary.outlet.id, ())),
            frozenset(cut.get(summary.outlet.id, ())),
        )
        for summary in outlets.summaries(work)
    ]


def _point_named(work: Work, question: str) -> Point:
    point = points.named(work, question)
    if point is None:
        raise UnknownPoint(question=question)
    return point


def _put(question: str) -> str:
    question = " ".join(question.split())
    if not question:
        message = "a point needs a question"
        raise ValueError(message)
    return question
