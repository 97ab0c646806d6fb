"""The takes on a point, and the outlets that have none, as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from summit_reader.domain.comparison import Source
from summit_reader.domain.point import Absence, AbsentOutlet, PointView
from summit_reader.domain.proposal import PointProposals, Proposal
from summit_reader.domain.take import Take
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.takes.proposals import spoken_proposal
from summit_reader.gui.widgets.dragging import TAKE, dragged, dropped
from summit_reader.gui.widgets.rows import VALUE, Index
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import absent_line, outlet_line, source_line, text_line, tr


@dataclass(frozen=True, slots=True)
class TakeRow:
    """A take; `leads` if its outlet is named above it, `side` if a pane shows it."""

    take: Take
    leads: bool
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text of an outlet, as a whole."""

    source: Source
    takes: int


@dataclass(frozen=True, slots=True)
class AbsentRow:
    """An outlet without a take; `leads` if the section's name stands above it."""

    absent: AbsentOutlet
    leads: bool


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """What an outlet may have on the point."""

    proposal: Proposal


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The name of a section, which nobody can choose."""

    title: str


Row = TakeRow | TextRow | AbsentRow | ProposalRow | HeadRow

BEST = 1
"""Proposals of an outlet that has takes on the point already, or of one that has none."""


class TakeListModel(QAbstractListModel):
    """Rows of a point or of an outlet; `VALUE` hands out a `Row`. Takes are dragged to the board.

    Dropping one among those of its point asks to move it; the place is counted among the takes,
    with the moved one taken out.
    """

    move_asked = Signal(int, int)

    def __init__(self, parent: QObject | None = None, names: OutletNames | None = None) -> None:
        super().__init__(parent)
        self._names = names or OutletNames(self)
        self._point: PointView | None = None
        self._rows: list[Row] = []
        self._places: dict[int, int] = {}
        self._sides: dict[int, Side] = {}

    def show_point(self, view: PointView) -> None:
        """Show the takes of a point, then who is not here."""
        self._point = view
        self._reset(
            [*_led([entry.take for entry in view.takes])],
            [AbsentRow(absent, leads=number == 0) for number, absent in enumerate(view.absent)],
        )

    def show_outlet(self, texts: Sequence[Source], takes: Sequence[Take]) -> None:
        """Show the texts of an outlet, then what it says wherever it is quoted."""
        self._point = None
        counts = Counter(take.article_id for take in takes)
        own = [TextRow(source, counts[source.article_id]) for source in texts]
        self._reset([*own, *_led(list(takes))], [])

    def show_proposals(self, found: PointProposals) -> None:
        """Show what may be on the point below what is, if it is still the one that is listed.

        The takes stay where they are; of the outlets that are not here, those with a proposal go.
        """
        view = self._point
        if view is None or view.summary.point != found.point:
            return
        best = [one for each in found.outlets for one in each.proposals[:BEST]]
        proposing = {one.outlet.id for one in best}
        absent = [
            one
            for one in view.absent
            if one.absence is not Absence.SILENT or one.outlet.id not in proposing
        ]
        tail: list[Row] = [HeadRow(tr("Proposed")), *map(ProposalRow, best)] if best else []
        tail += [AbsentRow(one, leads=not at) for at, one in enumerate(absent)]
        start = len(view.takes)
        if len(self._rows) > start:
            self.beginRemoveRows(QModelIndex(), start, len(self._rows) - 1)
            del self._rows[start:]
            self.endRemoveRows()
        if tail:
            self.beginInsertRows(QModelIndex(), start, start + len(tail) - 1)
            self._rows += tail
            self.endInsertRows()

    def mark_sides(self, sides: dict[int, Side]) -> None:
        """Tell which takes, by id, the panes show."""
        changed = {*self._sides.items()} ^ {*sides.items()}
        self._sides = sides
        for number in {row for take_id, _ in changed if (row := self.row_of(take_id)) is not None}:
            self._rows[number] = self._sided(self._rows[number])
            self.dataChanged.emit(self.index(number), self.index(number))

    def row_of(self, take_id: int) -> int | None:
        """Where the take stands; None if it is not here."""
        return self._places.get(take_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == VALUE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(row, self._names)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            onto = self._point is not None
            return Qt.ItemFlag.ItemIsDropEnabled if onto else Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], HeadRow):
            return Qt.ItemFlag.ItemNeverHasChildren
        is_take = isinstance(self._rows[index.row()], TakeRow)
        drag = Qt.ItemFlag.ItemIsDragEnabled if is_take else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | drag

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [TAKE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return dragged(TAKE, self._rows[indexes[0].row()].take.id)  # type: ignore[union-attr]

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        take_id = dropped(TAKE, data)
        at = self._places.get(take_id) if take_id is not None else None
        if self._point is not None and take_id is not None and at is not None:
            end = len(self._point.takes)
            target = min(row, end) if row >= 0 else end
            self.move_asked.emit(take_id, target - 1 if target > at else target)
        # Qt would remove the source row of a move by itself; the library tells what is there now.
        return False

    def _sided(self, row: Row) -> Row:
        if not isinstance(row, TakeRow):
            return row
        return TakeRow(row.take, row.leads, self._sides.get(row.take.id))

    def _reset(self, rows: Sequence[Row], absent: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = [*(self._sided(row) for row in rows), *absent]
        self._places = {
            row.take.id: number for number, row in enumerate(self._rows) if isinstance(row, TakeRow)
        }
        self.endResetModel()


def _led(takes: list[Take]) -> list[TakeRow]:
    rows: list[TakeRow] = []
    for take in takes:
        same = bool(rows) and rows[-1].take.outlet == take.outlet
        rows.append(TakeRow(take, leads=not same))
    return rows


def _spoken(row: Row, names: OutletNames) -> str:
    if isinstance(row, TextRow):
        return f"{row.source.title}. {text_line(row.source, row.takes, blind=names.blind)}"
    if isinstance(row, AbsentRow):
        outlet = names.outlet(row.absent.outlet)
        return f"{outlet_line(outlet)}: {absent_line(row.absent)}"
    if isinstance(row, HeadRow):
        return row.title
    if isinstance(row, ProposalRow):
        return spoken_proposal(row.proposal)
    shown = ""
    if row.side is not None:
        shown = tr("shown in pane {letter}").format(letter=row.side.name)
    take = names.take(row.take)
    parts = [outlet_line(take.outlet), take.headline, take.text, source_line(take)]
    return ". ".join(part for part in (*parts, shown) if part)
