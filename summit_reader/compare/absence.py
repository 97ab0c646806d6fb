"""Why an outlet has no take on a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Absence, AbsentOutlet
from summit_reader.domain.take import Take


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a library holds of an outlet: its articles, by id, and those a paywall cuts."""

    outlet: OutletRef
    articles: frozenset[int]
    cut: frozenset[int]


def absence_of(coverage: Coverage) -> Absence:
    """Why an outlet with nothing on a point has nothing.

    Only whole texts can be called silent: what others quote of an outlet says nothing about the
    rest of it, nor does the free beginning of an article about its end.
    """
    if not coverage.articles:
        return Absence.EXCERPT_ONLY
    if coverage.cut:
        return Absence.CUT
    return Absence.SILENT


def absent_outlets(library: Iterable[Coverage], takes: Sequence[Take]) -> tuple[AbsentOutlet, ...]:
    """The outlets of the library that none of the `takes` on a point is by, in its order.

    A silent outlet may still carry what others say on the point; how often is counted.
    """
    present = {take.outlet.id for take in takes}
    absent = []
    for coverage in library:
        if coverage.outlet.id in present:
            continue
        absence = absence_of(coverage)
        carries = sum(take.article_id in coverage.articles for take in takes)
        absent.append(
            AbsentOutlet(coverage.outlet, absence, carries if absence is Absence.SILENT else 0)
        )
    return tuple(absent)
