"""Points, the takes on them and who has none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summit_reader.compare.absence import Coverage, absent_outlets
from summit_reader.compare.grid import grid_of, voices
from summit_reader.domain.decision_state import DecisionState
from summit_reader.domain.errors import OutletNotOnPoint, UnknownOutlet, UnknownPoint
from summit_reader.domain.grid import Grid
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.point import (
    DecidedBy,
    Decision,
    Point,
    PointSummary,
    PointTake,
    PointView,
)
from summit_reader.store import (
    article_lists,
    decision_states,
    outlets,
    points,
    relations,
    stories,
    takes,
)
from summit_reader.store.database import Database, Work
from summit_reader.store.errors import NoSuchPoint


class Comparing:
    """Sets takes side by side on a point; what belongs to one, the reader decides."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def points(self, narrowing: Narrowing | None = None) -> tuple[PointSummary, ...]:
        """Every point with the number of its takes, outlets and texts, by position.

        With a narrowing only what counts is counted.
        """
        with self._database.read() as work:
            return points.summaries(work, narrowing)

    def view(self, point_id: int, narrowing: Narrowing | None = None) -> PointView:
        """All that a point shows; refused takes are left out, and what a narrowing leaves out.

        Takes stand as the reader has put them. Until then an outlet's takes stand together, the
        outlets in the order in which they first appear, those of the first pair before the others.

        Raises:
            NoSuchPoint: if there is none.
        """
        with self._database.read() as work:
            found = points.summaries(work, narrowing)
            summary = next((one for one in found if one.point.id == point_id), None)
            if summary is None:
                raise NoSuchPoint(point_id)
            shown = ordered_takes(work, summary.point, narrowing)
            said = [one.take for one in shown]
            absent = absent_outlets(coverage_of(work, narrowing=narrowing), said)
            between = relations.among(work, [take.id for take in said])
        return PointView(summary, shown, absent, voices(said), between)

    def grid(
        self,
        outlet_names: Sequence[str] = (),
        story_id: int | None = None,
        beside: Sequence[str] = (),
        narrowing: Narrowing | None = None,
    ) -> Grid:
        """Every point against every outlet, or against those with these names or aliases.

        A name that the library does not know has a column, too: nothing of it is in the library.
        With a story, only its texts count: what an outlet has elsewhere is not in question, an
        outlet that has a text in the story and nothing on a point is silent in the story, and one
        that the story does not know has no column unless it is asked for. Outlets named in `beside`
        have a column besides all others. With a narrowing only what counts is there.

        Raises:
            NoSuchStory: if there is no such story.
        """
        with self._database.read() as work:
            within = None if story_id is None else frozenset(stories.members(work, story_id))
            found = [
                (point, tuple(one for one in ordered_takes(work, point, narrowing)
                              if within is None or one.take.article_id in within))
                for point in points.all_points(work)
            ]  # fmt: skip
            coverage = coverage_of(work, within, narrowing)
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

    def shared_points(self, outlet_ids: Collection[int]) -> tuple[int, ...]:
        """The points on which each of these outlets has a take, by position."""
        wanted = set(outlet_ids)
        with self._database.read() as work:
            return tuple(
                point.id
                for point in points.all_points(work)
                if wanted <= {one.take.outlet.id for one in points.takes_on(work, point.id)}
            )

    def add_point(self, question: str, second_phrase: str = "") -> Point:
        """The point with this question, made if it is new; a new one gets the second phrase.

        Raises:
            ValueError: if the question is blank.
        """
        return self.make_point(question, second_phrase)[0]

    def make_point(self, question: str, second_phrase: str = "") -> tuple[Point, DecisionState]:
        """What `add_point` does, and what `Deciding.restore` takes back.

        Raises:
            ValueError: if the question is blank.
        """
        question = _put(question)
        with self._database.write() as work:
            point = points.named(work, question)
            if point is not None:
                return point, decision_states.state(work, points=[point.id])
            added = points.add(work, question, " ".join(second_phrase.split()))
            point = points.by_id(work, added)
            work.commit()
        return point, DecisionState(points=((point.id, None),))

    def rename_point(self, point_id: int, question: str) -> DecisionState:
        """Put a point otherwise; what `Deciding.restore` takes back.

        Raises:
            NoSuchPoint: if there is none.
            ValueError: if the question is blank.
        """
        with self._database.write() as work:
            before = decision_states.state(work, points=[point_id])
            points.rename(work, point_id, _put(question))
            work.commit()
        return before

    def set_second_phrase(self, point_id: int, phrase: str) -> DecisionState:
        """Say in other words what a point is about; what `Deciding.restore` takes back.

        Raises:
            NoSuchPoint: if there is none.
        """
        with self._database.write() as work:
            before = decision_states.state(work, points=[point_id])
            points.set_second_phrase(work, point_id, " ".join(phrase.split()))
            work.commit()
        return before

    def remove_point(self, point_id: int) -> DecisionState:
        """Forget a point and what was decided about it; the takes stay.

        What `Deciding.restore` takes back.

        Raises:
            NoSuchPoint: if there is none.
        """
        with self._database.write() as work:
            before = decision_states.of_point(work, point_id)
            points.remove(work, point_id)
            work.commit()
        return before

    def decide(self, point_id: int, take_id: int, decision: Decision) -> DecisionState:
        """Note what the reader says of a take; nobody overrules it but the reader.

        What `Deciding.restore` takes back.

        Raises:
            NoSuchPoint: if there is no such point.
            NoSuchTake: if there is no such take.
        """
        with self._database.write() as work:
            before = decision_states.state(work, takes=[(point_id, take_id)])
            points.decide(work, point_id, take_id, decision, DecidedBy.READER)
            work.commit()
        return before


def ordered_takes(
    work: Work, point: Point, narrowing: Narrowing | None = None
) -> tuple[PointTake, ...]:
    """The takes on a point as `Comparing.view` shows them."""
    found = points.takes_on(work, point.id)
    if narrowing is not None:
        found = tuple(one for one in found if narrowing.holds(one.take))
    if points.is_ordered(work, point.id):
        return found
    return _by_outlet(found, point.first_pair or ())


def coverage_of(
    work: Work, within: Collection[int] | None = None, narrowing: Narrowing | None = None
) -> list[Coverage]:
    """What the library holds of each outlet, or these articles of it do.

    Of a few articles, those outlets count that have one of them, or a take in one. With a
    narrowing only its outlets and texts count.
    """
    whole: dict[int, set[int]] = {}
    cut: dict[int, set[int]] = {}
    for holding in article_lists.holdings(work):
        if within is not None and holding.article_id not in within:
            continue
        if narrowing is not None and holding.article_id not in narrowing.texts:
            continue
        whole.setdefault(holding.outlet_id, set()).add(holding.article_id)
        if holding.cut:
            cut.setdefault(holding.outlet_id, set()).add(holding.article_id)
    present = None if within is None else {*whole, *takes.outlets_in(work, within)}
    return [
        Coverage(
            summary.outlet,
            frozenset(whole.get(summary.outlet.id, ())),
            frozenset(cut.get(summary.outlet.id, ())),
        )
        for summary in outlets.summaries(work)
        if (present is None or summary.outlet.id in present)
        and (narrowing is None or summary.outlet.id in narrowing.outlets)
    ]


def _by_outlet(found: Sequence[PointTake], first_pair: Sequence[int]) -> tuple[PointTake, ...]:
    outlet_of = {one.take.id: one.take.outlet.id for one in found}
    order = dict.fromkeys(outlet_of[each] for each in first_pair if each in outlet_of)
    order.update(dict.fromkeys(outlet_of.values()))
    rank = {outlet_id: number for number, outlet_id in enumerate(order)}
    return tuple(sorted(found, key=lambda one: rank[one.take.outlet.id]))


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
