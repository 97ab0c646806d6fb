from __future__ import annotations

from summit_reader.compare.absence import Coverage
from summit_reader.compare.grid import grid_of, voices
from summit_reader.domain.anchor import Anchor
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Absence, DecidedBy, Decision, Point, PointTake
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Take, TakeKind, Voice, VoiceKind

TIDE, POST, BUOY, GUEST = (OutletRef(n, name) for n, name in enumerate("TPBG", 1))
AGENCY = "the council has decided to close the old harbour for good after a long night"


def take(number: int, outlet: OutletRef, article: int, words: str, speaker: str = "") -> Take:
    chain = (Voice(speaker, VoiceKind.PERSON),) if speaker else (
        Voice(outlet.name, VoiceKind.OUTLET),)  # fmt: skip
    anchor = Anchor.of(words, (Span(0, len(words)),))
    return Take(
        number, article, TakeKind.MIXED, Role.REPORTING, Origin.MARKED, anchor, outlet, chain,
        (words,),
    )  # fmt: skip


def on_point(given: Take) -> PointTake:
    return PointTake(given, Decision.ACCEPTED, DecidedBy.READER)


LIBRARY = (
    Coverage(TIDE, frozenset({1}), frozenset()),
    Coverage(POST, frozenset({2}), frozenset()),
    Coverage(BUOY, frozenset({3}), frozenset({3})),
    Coverage(GUEST, frozenset(), frozenset()),
)


def test_there_are_four_empty_cells() -> None:
    takes = [on_point(take(1, TIDE, 1, "we close")), on_point(take(2, TIDE, 2, "we pay"))]
    grid = grid_of([(Point(1, "Who pays?", 0), takes)], LIBRARY, ["Gazette"])
    (row,) = grid.rows
    assert [column.name for column in grid.columns] == ["T", "P", "B", "G", "Gazette"]
    assert [cell.absence for cell in row.cells] == [
        None,
        Absence.SILENT,
        Absence.CUT,
        Absence.EXCERPT_ONLY,
        Absence.NOT_IN_LIBRARY,
    ]
    assert row.cells[0].takes == tuple(takes)
    assert (row.cells[1].carries, row.cells[2].carries) == (1, 0)
    assert row.outlets == 1


def test_an_agency_in_three_papers_is_one_voice() -> None:
    printed = [take(n, outlet, n, AGENCY) for n, outlet in enumerate((TIDE, POST, BUOY), 1)]
    assert voices(printed) == 1
    assert voices([*printed, take(4, GUEST, 4, "nothing of the kind was ever said")]) == 2


def test_a_speaker_is_one_voice_whoever_prints_it() -> None:
    one = take(1, TIDE, 1, "we close", "Ada Byrne")
    assert voices([one, take(2, POST, 2, "it is over", "Ada Byrne")]) == 1
    assert voices([one, take(3, TIDE, 1, "we stay", "Tom Reed")]) == 2


def test_a_point_without_takes_has_a_row() -> None:
    (row,) = grid_of([(Point(1, "Who pays?", 0), [])], LIBRARY).rows
    assert (row.outlets, row.voices) == (0, 0)
    assert grid_of([], []).rows == ()
