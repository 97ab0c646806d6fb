from __future__ import annotations

from datetime import date

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Hints
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.point import Decision
from summit_reader.domain.timeline import LaneKind

DAY = date(2019, 4, 25)


@pytest.fixture
def dated(services: Services) -> Services:
    """Three texts of two outlets: one of a day, one without a date, one of a year to come."""
    for number, (outlet, day) in enumerate(
        (("The Tide", DAY), ("Harbour Post", None), ("The Tide", date(2199, 1, 1)))
    ):
        hints = Hints(outlet=OutletProfile(outlet), headline=f"Text {number}", published=day)
        text = f"Text {number}\n\n“We close the harbour number {number},” said Ada Byrne, mayor.\n"
        services.importing.import_text(text, outlet, hints)
    return services


def test_texts_are_counted_by_outlet_and_day(dated: Services) -> None:
    made = dated.charting.texts()
    assert made.stretches == (DAY,)
    assert [(lane.name, len(lane.cells[0]), len(lane.undated)) for lane in made.lanes] == [
        ("Harbour Post", 0, 1),
        ("The Tide", 1, 1),
    ]
    assert [lane.name for lane in dated.charting.texts([2]).lanes] == ["Harbour Post"]
    assert dated.charting.texts([]).lanes == ()


def test_takes_are_counted_by_outlet_or_by_point(dated: Services) -> None:
    point = dated.comparing.add_point("Who closes it?")
    dated.comparing.add_point("Who knew?")
    for article_id in (1, 2):
        (take,) = dated.reading.takes_in(article_id)
        dated.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    by_outlet = dated.charting.takes(LaneKind.OUTLETS)
    assert [(lane.name, lane.total) for lane in by_outlet.lanes] == [
        ("Harbour Post", 1),
        ("The Tide", 1),
    ]
    (lane,) = dated.charting.takes(LaneKind.POINTS).lanes
    assert (lane.name, lane.total) == ("Who closes it?", 2)
    assert lane.cells[0][0].title == "Text 0"
    assert dated.charting.takes(LaneKind.POINTS, [1]).lanes[0].total == 1
    assert dated.charting.takes(LaneKind.OUTLETS, point_id=99).lanes == ()
