from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.timeline import MOST, first_day, timeline_of
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Point
from summit_reader.domain.timeline import Covered, LaneKind, Unit

TIDE, POST = OutletRef(1, "The Tide"), OutletRef(2, "Harbour Post")
DAY = date(2019, 4, 25)


def covered(number: int, outlet: OutletRef = TIDE, day: date | None = DAY) -> Covered:
    return Covered(number, f"Text {number}", outlet, day)


def test_what_has_no_date_stands_in_a_lane_of_its_own() -> None:
    made = timeline_of([covered(1), covered(2, day=None), covered(3, POST, None)], LaneKind.OUTLETS)
    assert made.stretches == (DAY,)
    assert [lane.name for lane in made.lanes] == ["The Tide", "Harbour Post"]
    assert [len(lane.undated) for lane in made.lanes] == [1, 1]
    assert [[len(cell) for cell in lane.cells] for lane in made.lanes] == [[1], [0]]
    assert [lane.total for lane in made.lanes] == [2, 1]
    assert made.most == 1


def test_days_between_are_shown_though_nothing_came_out() -> None:
    made = timeline_of([covered(1), covered(2, day=DAY + timedelta(days=3))], LaneKind.OUTLETS)
    assert made.unit is Unit.DAY
    assert [len(cell) for cell in made.lanes[0].cells] == [1, 0, 0, 1]


def test_many_days_are_taken_together() -> None:
    def unit(days: int) -> Unit:
        far = covered(2, day=DAY + timedelta(days=days))
        return timeline_of([covered(1), far], LaneKind.OUTLETS).unit

    assert [unit(days) for days in (30, 31, 200, 300, 1_200)] == [
        Unit.DAY, Unit.WEEK, Unit.WEEK, Unit.MONTH, Unit.YEAR,
    ]  # fmt: skip


def test_of_very_many_years_the_empty_ones_are_left_out() -> None:
    days = [date(year, 5, 1) for year in (1701, 1850, 2019)]
    made = timeline_of([covered(at, day=day) for at, day in enumerate(days)], LaneKind.OUTLETS)
    assert made.stretches == (date(1701, 1, 1), date(1850, 1, 1), date(2019, 1, 1))


def test_lanes_are_points_where_that_is_asked_for() -> None:
    one, two = Point(1, "Who pays?", 0), Point(2, "Who knew?", 1)
    found = [
        Covered(1, "", TIDE, DAY, point=one),
        Covered(1, "", POST, DAY, point=one),
        Covered(2, "", TIDE, DAY, point=two),
    ]
    made = timeline_of(found, LaneKind.POINTS)
    assert [(lane.name, lane.total) for lane in made.lanes] == [("Who pays?", 2), ("Who knew?", 1)]


def test_of_nothing_there_is_nothing() -> None:
    made = timeline_of([], LaneKind.OUTLETS)
    assert (made.stretches, made.lanes, made.most) == ((), (), 0)


@given(st.lists(st.one_of(st.none(), st.dates()), max_size=30))
def test_nothing_is_lost_and_stretches_stay_few(days: list[date | None]) -> None:
    made = timeline_of([covered(at, day=day) for at, day in enumerate(days)], LaneKind.OUTLETS)
    assert sum(lane.total for lane in made.lanes) == len(days)
    assert len(made.stretches) <= max(MOST, len(days))
    assert list(made.stretches) == sorted(set(made.stretches))
    for lane in made.lanes:
        for start, cell in zip(made.stretches, lane.cells, strict=True):
            assert all(each.day and first_day(each.day, made.unit) == start for each in cell)
