"""Points set against outlets, with four different reasons why a cell can be empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summit_reader.compare.absence import Coverage, absence_of
from summit_reader.compare.shared_quotations import shared_quotations
from summit_reader.domain.grid import Grid, GridCell, GridColumn, GridRow
from summit_reader.domain.point import Absence, Point, PointTake
from summit_reader.domain.take import Take


def grid_of(
    points: Iterable[tuple[Point, Sequence[PointTake]]],
    library: Sequence[Coverage],
    unknown: Iterable[str] = (),
) -> Grid:
    """A row for each point, a column for each outlet of the library and each `unknown` one."""
    columns = [GridColumn(each.outlet.name, each.outlet) for each in library]
    columns += [GridColumn(name, None) for name in unknown]
    missing = [GridCell((), Absence.NOT_IN_LIBRARY)] * (len(columns) - len(library))
    rows = []
    for point, takes in points:
        cells = [_cell(coverage, takes) for coverage in library] + missing
        present = {each.take.outlet.id for each in takes}
        rows.append(
            GridRow(point, tuple(cells), len(present), voices([each.take for each in takes]))
        )
    return Grid(tuple(columns), tuple(rows))


def voices(takes: Sequence[Take]) -> int:
    """How many independent voices the takes are of."""
    voice_of = {take.id: _voice(take) for take in takes}
    joined = {voice: voice for voice in voice_of.values()}

    def first(voice: str) -> str:
        while joined[voice] != voice:
            voice = joined[voice]
        return voice

    for shared in shared_quotations(takes):
        one, other = (first(voice_of[take.id]) for take in (shared.first, shared.second))
        joined[max(one, other)] = min(one, other)
    return len({first(voice) for voice in joined})


def _cell(coverage: Coverage, takes: Sequence[PointTake]) -> GridCell:
    own = tuple(each for each in takes if each.take.outlet.id == coverage.outlet.id)
    if own:
        return GridCell(own)
    absence = absence_of(coverage)
    carries = sum(each.take.article_id in coverage.articles for each in takes)
    return GridCell((), absence, carries if absence is Absence.SILENT else 0)


def _voice(take: Take) -> str:
    """Whose voice it is: the speaker's by name, else the outlet's."""
    speaker = take.speaker
    return f"speaker {speaker.name.casefold()}" if speaker else f"outlet {take.outlet.id}"
