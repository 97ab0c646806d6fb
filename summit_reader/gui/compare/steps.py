"""Which take comes next: pure steps through the takes on a point."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import PointView
from summit_reader.domain.take import Take


def first_pair(view: PointView) -> tuple[Take, Take] | None:
    """The two takes a point opens with: the catalogue's pair, else the first of two outlets."""
    takes = {entry.take.id: entry.take for entry in view.takes}
    pair = view.summary.point.first_pair
    if pair is not None and all(take_id in takes for take_id in pair):
        return takes[pair[0]], takes[pair[1]]
    ordered = list(takes.values())
    others = (take for take in ordered if take.outlet != ordered[0].outlet)
    other = next(others, None)
    return (ordered[0], other) if other is not None else None


def opening_takes(view: PointView, outlet_ids: Sequence[int] = ()) -> tuple[Take, ...]:
    """What a point opens with: the first take of each of these outlets, else its first pair.

    Where there is no pair, all there is.
    """
    takes: dict[int, Take] = {}
    for entry in view.takes:
        takes.setdefault(entry.take.outlet.id, entry.take)
    asked = tuple(takes[outlet_id] for outlet_id in outlet_ids if outlet_id in takes)
    if len(asked) > 1:
        return asked
    return first_pair(view) or tuple(entry.take for entry in view.takes[:1])


def outlets_on(view: PointView) -> tuple[OutletRef, ...]:
    """The outlets with a take on the point, in its order."""
    return tuple(dict.fromkeys(entry.take.outlet for entry in view.takes))


def takes_of(view: PointView, outlet: OutletRef) -> tuple[Take, ...]:
    """What one outlet has on the point, in its order."""
    return tuple(entry.take for entry in view.takes if entry.take.outlet == outlet)


def one_of_each(view: PointView) -> tuple[Take, ...]:
    """The first take of each outlet on the point, by the outlets' names.

    Names are a neutral order: nobody can read a verdict out of it, as out of one by rank.
    """
    outlets = sorted(outlets_on(view), key=lambda outlet: (outlet.name.casefold(), outlet.id))
    return tuple(takes_of(view, outlet)[0] for outlet in outlets)


def next_outlet_take(
    view: PointView, current: OutletRef, across: Collection[OutletRef], by: int
) -> Take | None:
    """The first take of the next outlet, round the ends, those in other panes left out."""
    outlets = [outlet for outlet in outlets_on(view) if outlet not in across or outlet == current]
    if current not in outlets:
        return takes_of(view, outlets[0])[0] if outlets else None
    if len(outlets) < 2:  # noqa: PLR2004  # there is no other one to go to
        return None
    chosen = outlets[(outlets.index(current) + by) % len(outlets)]
    return takes_of(view, chosen)[0]


def next_take(view: PointView, current: Take, across: Collection[Take], by: int) -> Take | None:
    """The next take on the point, whoever has it, those in other panes left out."""
    takes = [
        entry.take for entry in view.takes if entry.take not in across or entry.take == current
    ]
    ids = [take.id for take in takes]
    if current.id not in ids or len(ids) < 2:  # noqa: PLR2004
        return None
    return takes[(ids.index(current.id) + by) % len(ids)]
