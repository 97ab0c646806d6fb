from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from summit_reader.domain.comparison import Colour, Comparison, LooseClipping, Source
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import (
    DecidedBy,
    Decision,
    Point,
    PointSummary,
    PointTake,
    PointView,
)
from summit_reader.domain.relation import Relation, TakeRelation
from summit_reader.domain.take import Take
from summit_reader.export.formats import Format
from summit_reader.export.handout import comparison_of_point, hand_out
from summit_reader.export.options import Arrangement, Options
from summit_reader.export.rendering import rendered
from summit_reader.export.sheet import Grid, blocks_of

Make = Callable[..., Any]
Pinned = tuple[Take, Source]


def test_columns_stand_beside_each_other_in_the_readers_order(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    clippings = (
        make_clipping(lankov, column=0, row=0),
        make_clipping(lankov, column=3, row=0),
        make_clipping(polityka, column=3, row=1),
    )
    titles = ("Holding back", "nothing here", "", "Asking")
    sheet = hand_out(Comparison(1, "Who pays?", "", clippings, titles=titles))
    assert sheet.letters == ("A", "D")
    assert sheet.titles == ("Holding back", "Asking")
    shown = [[entry and entry.outlet for entry in row] for row in sheet.rows]
    assert shown == [
        ["South China Morning Post", "South China Morning Post"],
        [None, "Polityka"],
    ]


def board(polityka: Pinned, lankov: Pinned, make_clipping: Make) -> Comparison:
    """Two takes of which the left one contradicts the right one, and words of nobody's below."""
    left = replace(make_clipping(polityka, 0), tags=("aid", "to check"), colour=Colour.GREEN)
    right = make_clipping(lankov, 1)
    said = TakeRelation(lankov[0].id, polityka[0].id, Relation.CONTRADICTS)
    loose = LooseClipping("loose", "Heard of Polityka on the radio.", 1, 1, "who?")
    return Comparison(
        1, "x", "", (left, right), (loose,), ("Polityka asks", "Others"), relations=(said,)
    )


def test_what_the_reader_put_on_cards_is_printed(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    first, second, loose = hand_out(board(polityka, lankov, make_clipping)).entries
    assert first.relations == ("≠ contradicts B",)
    assert second.relations == ()
    assert first.marks == "Tags: aid, to check · Colour: green"
    assert (first.column, first.row, loose.row) == ("Polityka asks", 1, 2)
    assert (loose.outlet, loose.role, loose.number, loose.note) == ("", None, 0, "who?")
    assert str(loose.quotation) == "Heard of Polityka on the radio."
    listed = hand_out(board(polityka, lankov, make_clipping), Options(arrangement=Arrangement.LIST))
    assert listed.entries[0].relations == ("≠ contradicts 2",)
    assert listed.summary == "2 takes · 2 outlets · 2 texts"


def test_a_blind_hand_out_hides_outlets_in_titles_and_in_words_from_outside(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    sheet = hand_out(board(polityka, lankov, make_clipping), Options(blind=True))
    assert "Polityka" not in f"{sheet.titles}{[str(one.quotation) for one in sheet.entries]}"
    assert all("Polityka" not in entry.column for entry in sheet.entries)


@pytest.mark.parametrize(
    ("kind", "arrangement"),
    [
        (Format.HTML, Arrangement.COLUMNS),
        (Format.HTML, Arrangement.TABLE),
        (Format.MARKDOWN, Arrangement.COLUMNS),
        (Format.MARKDOWN, Arrangement.TABLE),
        (Format.CSV, Arrangement.LIST),
        (Format.JSON, Arrangement.LIST),
    ],
)
def test_every_format_tells_columns_tags_colours_and_relations(
    polityka: Pinned, lankov: Pinned, make_clipping: Make, kind: Format, arrangement: Arrangement
) -> None:
    sheet = hand_out(board(polityka, lankov, make_clipping), Options(arrangement=arrangement))
    told = rendered(sheet, kind, lambda _: b"").decode("utf-8")
    for words in ("contradicts", "to check", "green", "Heard of Polityka on the radio", "who?"):
        assert words in told, words
    assert "Polityka asks" in told or arrangement is Arrangement.TABLE


def test_paper_has_the_titles_above_its_columns(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    grid = next(
        block
        for block in blocks_of(hand_out(board(polityka, lankov, make_clipping)))
        if isinstance(block, Grid)
    )
    assert grid.head == ("A  Polityka asks", "B  Others")
    cell = [paragraph.text for paragraph in grid.rows[0][0]]
    assert "≠ contradicts B" in cell
    assert "Tags: aid, to check · Colour: green" in cell


def test_equal_citations_share_a_number(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    clippings = tuple(
        make_clipping(pinned, row=number)
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
