"""Points set against outlets, with four different reasons why a cell can be empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

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
    columns = [GridColumn(each.outlet.name, each.outlet, absence_of(each)) for each in library]
    columns += [GridColumn(name, None) for name in unknown]
    holder = {article_id: each.outlet.id for each in library for article_id in each.articles}
    rows = []
    for point, takes in points:
        own: dict[int, list[PointTake]] = {}
        for each in takes:
            own.setdefault(each.take.outlet.id, []).append(each)
        carried = Counter(holder.get(each.take.article_id) for each in takes)
        cells = tuple(_cell(column, own, carried) for column in columns)
        rows.append(GridRow(point, cells, len(own), voices([each.take for each in takes])))
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


def _cell(
    column: GridColumn, own: Mapping[int, list[PointTake]], carried: Mapping[int | None, int]
) -> GridCell:
    if column.outlet is None:
        return GridCell((), column.absence)
    if takes := own.get(column.outlet.id):
        return GridCell(tuple(takes))
    carries = carried.get(column.outlet.id, 0) if column.absence is Absence.SILENT else 0
    return GridCell((), column.absence, carries)


def _voice(take: Take) -> str:
    """Whose voice it is: the speaker's by name, else the outlet's."""
    speaker = take.speaker
    return f"speaker {speaker.name.casefold()}" if speaker else f"outlet {take.outlet.id}"
