from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from summit_reader.domain.comparison import Comparison, Source
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import (
    DecidedBy,
    Decision,
    Point,
    PointSummary,
    PointTake,
    PointView,
)
from summit_reader.domain.take import Take
from summit_reader.export.handout import comparison_of_point, hand_out

Make = Callable[..., Any]
Pinned = tuple[Take, Source]


def test_columns_stand_beside_each_other_in_the_readers_order(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    clippings = (
        make_clipping(polityka, column=0, position=3),
        make_clipping(lankov, column=1, position=1),
        make_clipping(lankov, column=0, position=2),
    )
    sheet = hand_out(Comparison(1, "Who pays?", "", clippings))
    assert sheet.letters == ("B", "A"), "the column of what comes first stands left"
    shown = [[entry and entry.outlet for entry in row] for row in sheet.rows]
    assert shown == [
        ["South China Morning Post", "South China Morning Post"],
        [None, "Polityka"],
    ]


def test_equal_citations_share_a_number(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    clippings = tuple(
        make_clipping(pinned, position=number)
        for number, pinned in enumerate([polityka, lankov, polityka])
    )
    sheet = hand_out(Comparison(1, "Who pays?", "", clippings))
    assert [entry.number for row in sheet.rows for entry in row if entry] == [1, 2, 1]
    assert len(sheet.sources) == 2


def test_an_unused_column_takes_no_room(lankov: Pinned, make_clipping: Make) -> None:
    sheet = hand_out(Comparison(1, "x", "", (make_clipping(lankov, column=2),)))
    assert sheet.letters == ("C",)
    assert len(sheet.rows[0]) == 1


def test_an_empty_comparison_has_a_title_all_the_same() -> None:
    sheet = hand_out(Comparison(1, " ", " \n", ()))
    assert (sheet.title, sheet.rows, sheet.sources, sheet.my_take) == ("Comparison", (), (), "")
    assert sheet.summary == "0 takes · 0 outlets · 0 texts"


def view(*takes: Take, pair: tuple[int, int] | None = None) -> PointView:
    point = Point(1, "Will Russia pay?", 0, pair)
    summary = PointSummary(point, len(takes), len(takes), 1)
    on_point = tuple(PointTake(take, Decision.ACCEPTED, DecidedBy.CATALOGUE) for take in takes)
    return PointView(summary, on_point, ())


def test_a_point_opens_with_its_first_pair_and_keeps_outlets_together(
    polityka: Pinned, lankov: Pinned, make_take: Make
) -> None:
    chon = replace(lankov[0], id=16)
    dw = make_take("x", id=17, outlet=OutletRef(9, "Deutsche Welle", "DE"))
    sources = {1: polityka[1], 2: lankov[1]}
    pair = (polityka[0].id, lankov[0].id)
    made = comparison_of_point(view(chon, dw, lankov[0], polityka[0], pair=pair), sources)
    columns: dict[int, list[int]] = {0: [], 1: []}
    for clipping in made.clippings:
        columns[clipping.column].append(clipping.take.id)
    assert columns == {0: [14, 17], 1: [15, 16]}
    assert made.name == "Will Russia pay?"


def test_refused_takes_stay_out(polityka: Pinned) -> None:
    take, source = polityka
    shown = view(take)
    refused = replace(shown, takes=(replace(shown.takes[0], decision=Decision.REFUSED),))
    assert comparison_of_point(refused, {1: source}).clippings == ()
