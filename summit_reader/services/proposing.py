"""What outlets may have on a point, proposed with evidence. Whether it belongs there is decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from summit_reader.compare.absence import absent_outlets
from summit_reader.compare.chips import chips
from summit_reader.compare.grid import voices
from summit_reader.compare.on_point import WEAK
from summit_reader.compare.terms import terms_of
from summit_reader.domain.grid import Grid, GridCell
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Absence, AbsentOutlet, Point, PointTake
from summit_reader.domain.proposal import Chip, OutletProposals, PointProposals, Proposal
from summit_reader.domain.take import Take
from summit_reader.services.analysing import analysis
from summit_reader.services.candidates import everything_said
from summit_reader.services.choosing import Chosen, Settled, chosen
from summit_reader.services.comparing import ordered_takes
from summit_reader.services.weighing import Weighing
from summit_reader.store import articles, outlets, points, stories, takes
from summit_reader.store.database import Database, Work
from summit_reader.text.languages import languages

_CHIPS, _RECENT = 20, 100
"""Words that are offered unless more are asked for, and articles they are looked for in."""


class Proposing:
    """Finds for each outlet what it most likely has on a point; it stores nothing."""

    def __init__(self, database: Database, weighing: Weighing) -> None:
        self._database = database
        self._weighing = weighing

    def for_point(self, point_id: int, story_id: int | None = None) -> PointProposals:
        """Every outlet's best on a point, in the whole library or in the texts of a story.

        What the reader has accepted is not proposed, and what was refused never again. An outlet
        without any has a reason for it. Of a large library only what the index finds by the words
        of the point is looked at.

        Raises:
            NoSuchPoint: if there is no such point.
            NoSuchStory: if there is no such story.
        """
        with self._database.read() as work:
            return self._proposals(work, points.by_id(work, point_id), story_id)

    def for_question(
        self, question: str, second_phrase: str = "", story_id: int | None = None
    ) -> PointProposals:
        """As `for_point`, on a question that is no point yet; nothing is kept of it.

        Raises:
            NoSuchStory: if there is no such story.
        """
        with self._database.read() as work:
            return self._proposals(work, Point(0, question, 0, None, second_phrase), story_id)

    def completed(self, grid: Grid, story_id: int | None = None) -> Grid:
        """The grid, as `Comparing.grid` has it, with what is proposed in the cells without a take.

        Raises:
            NoSuchPoint: if a point of it is gone.
            NoSuchStory: if there is no such story.
        """
        rows = []
        for row in grid.rows:
            found = self.for_point(row.point.id, story_id).outlets
            best = {each.outlet.id: each.proposals for each in found}
            cells = [
                _completed(cell, best.get(column.outlet.id, ()) if column.outlet else ())
                for column, cell in zip(grid.columns, row.cells, strict=True)
            ]
            rows.append(replace(row, cells=tuple(cells)))
        return replace(grid, rows=tuple(rows))

    def chips(self, story_id: int | None = None, most: int = _CHIPS) -> tuple[Chip, ...]:
        """Words that several outlets share, in a story or in the texts that came in last.

        Raises:
            NoSuchStory: if there is no such story.
        """
        with self._database.read() as work:
            if story_id is None:
                within = articles.newest(work, _RECENT)
            else:
                within = stories.members(work, story_id)
            named = [terms_of(each.outlet.name, analysis("")).words
                     for each in outlets.summaries(work)]  # fmt: skip
            # An outlet of one word is named wherever it is quoted; others share words with the
            # world.
            taken = {words[0] for words in named if len(words) == 1}
            return chips(everything_said(work, within), languages().no_points | taken, most)

    def _proposals(self, work: Work, point: Point, story_id: int | None) -> PointProposals:
        rivals = [each for each in points.all_points(work) if each.id != point.id]
        within = None if story_id is None else stories.members(work, story_id)
        shown = [
            one
            for one in (ordered_takes(work, point) if point.id else ())
            if within is None or one.take.article_id in within
        ]
        settled = Settled(
            [one.take for one in shown],
            points.refused(work, point.id),
            points.refused_passages(work, point.id),
        )
        found = chosen(point, rivals, self._weighing.candidates(work, point, within), settled)
        numbers = {each.candidate.take_id for own in found.values() for each in own}
        stored = takes.by_ids(work, {number for number in numbers if number is not None})
        best = {
            outlet_id: [_proposal(each, stored) for each in own] for outlet_id, own in found.items()
        }
        coverage = self._weighing.coverage(work, within)
        said = [one.take for one in shown]
        absent = {each.outlet.id: each for each in absent_outlets(coverage, said)}
        return PointProposals(
            point,
            tuple(
                _of_outlet(outlet, shown, best.get(outlet.id, ()), absent.get(outlet.id))
                for outlet in _ordered(shown, best, (each.outlet for each in coverage))
            ),
            len({take.outlet.id for take in said}),
            voices(said),
        )


def _completed(cell: GridCell, proposals: tuple[Proposal, ...]) -> GridCell:
    if cell.takes or not proposals:
        return cell
    absence = None if cell.absence is Absence.SILENT else cell.absence
    return replace(cell, absence=absence, proposals=proposals)


def _proposal(chosen: Chosen, stored: Mapping[int, Take]) -> Proposal:
    candidate = chosen.candidate
    take = stored.get(candidate.take_id) if candidate.take_id is not None else None
    part = candidate.part
    if take is not None and (voice := take.speaker) is not None:
        part = replace(part, speakers=frozenset({voice.name}))
    return Proposal(
        part,
        candidate.outlet,
        candidate.role,
        chosen.confidence,
        chosen.confidence < WEAK,
        chosen.reasons,
        take,
    )


def _of_outlet(
    outlet: OutletRef,
    shown: Iterable[PointTake],
    best: Sequence[Proposal],
    absent: AbsentOutlet | None,
) -> OutletProposals:
    own = tuple(one for one in shown if one.take.outlet.id == outlet.id)
    if best or absent is None:
        return OutletProposals(outlet, own, tuple(best))
    return OutletProposals(outlet, own, (), absent.absence, absent.carries)


def _ordered(
    shown: Sequence[PointTake], best: Mapping[int, Sequence[Proposal]], known: Iterable[OutletRef]
) -> list[OutletRef]:
    """The outlets on the point in its order, those with the likeliest proposals, and the others."""
    order = {one.take.outlet.id: one.take.outlet for one in shown}
    likely = sorted(best.values(), key=lambda own: -own[0].confidence)
    for outlet in (*(own[0].outlet for own in likely), *known):
        order.setdefault(outlet.id, outlet)
    return list(order.values())
