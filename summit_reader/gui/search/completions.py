"""What could stand where the reader types, as a list below the search field."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from summit_reader.domain.search import Completion, FacetField
from summit_reader.gui.look import Look
from summit_reader.gui.search.below import BelowField
from summit_reader.gui.widgets.announcing import announce
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState, RowView
from summit_reader.gui.wording import counted, facet_value, texts_counted, tr

ROW = 25
WIDTH = 300
SHORTEST_NAME = 2
"""Letters of a word from which on the names of fields are offered in its place."""
_MEANT = {
    "language": FacetField.LANGUAGE,
    "role": FacetField.ROLE,
    "date": FacetField.MONTH,
}


@dataclass(frozen=True, slots=True)
class CompletionRow:
    """A completion; `meaning` says in words what a code stands for, where it is one."""

    completion: Completion
    meaning: str = ""


def offered(completions: Sequence[Completion], query: str) -> list[CompletionRow]:
    """What is worth offering: not what is typed already, and no name for a single letter."""
    rows = []
    for one in completions:
        typed = one.span.of(query)
        if one.text.endswith(":") and (
            len(typed) < SHORTEST_NAME or typed.casefold() == one.text.removesuffix(":")
        ):
            continue
        if typed == one.text:
            continue
        rows.append(CompletionRow(one, _meaning(one, query)))
    return rows


def _meaning(completion: Completion, query: str) -> str:
    before = query[: completion.span.start].removesuffix('"')
    for name, field in _MEANT.items():
        if before.casefold().endswith(f"{name}:"):
            value = completion.text.strip('"')
            said = facet_value(field, value)
            return said if said.casefold() != value.casefold() else ""
    return ""


class CompletionModel(ListModel[CompletionRow]):
    """Completions, the most frequent first; `VALUE` hands out a `CompletionRow`."""

    def key(self, row: CompletionRow) -> Hashable:
        return row.completion.text

    def shown(self, row: CompletionRow) -> str:
        return row.completion.text

    def spoken(self, row: CompletionRow) -> str:
        count = texts_counted(row.completion.count) if row.completion.count else ""
        return ", ".join(part for part in (row.completion.text, row.meaning, count) if part)


class CompletionDelegate(RowDelegate):
    """The text, what it means, how many articles it concerns."""

    def content_height(self, index: Index, width: int) -> float:
        return self.look.type.px(ROW)

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: CompletionRow = index.data(VALUE)
        used = self.draw_line(painter, box.adjusted(0, 0, -44, 0), row.completion.text, "ui", "ink")
        meaning = box.adjusted(used + 8, 0, -44, 0)
        self.draw_line(painter, meaning, row.meaning, "micro", "ink2")
        if row.completion.count:
            self.draw_at_end(painter, box, str(row.completion.count))


class CompletionList(BelowField):
    """The list; `taken` hands out the completion that was clicked."""

    taken = Signal(object)

    def __init__(self, look: Look, field: QLineEdit) -> None:
        super().__init__(field)
        self._look = look
        self.model = CompletionModel(self)
        self.view = RowView("paper")
        self.view.setModel(self.model)
        self.view.setItemDelegate(CompletionDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Completions"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.clicked.connect(lambda index: self.taken.emit(index.data(VALUE).completion))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)

    def offer(self, rows: Sequence[CompletionRow]) -> None:
        """Show these; none is chosen until the reader goes to one."""
        if not rows:
            self.hide()
            return
        known = self.isVisible()
        self.model.change(rows)
        self.view.clearSelection()
        self.view.setCurrentIndex(self.model.index(-1))
        self.appear(
            max(self.field.width(), self._look.type.px(WIDTH)),
            self._look.type.px(ROW) * len(rows) + 2 + 2 * self.frameWidth(),
        )
        if not known:
            said = counted(len(rows), "{n} completion", "{n} completions")
            announce(self.field, tr("{count}, Down goes to them").format(count=said))

    def step(self, by: int) -> None:
        """Choose the next or previous one; before the first none is chosen."""
        row = self.view.currentIndex().row() + by
        row = max(-1, min(row, self.model.rowCount() - 1))
        self.view.setCurrentIndex(self.model.index(row))
        if row < 0:
            self.view.clearSelection()
        else:
            announce(self.field, self.model.spoken(self.model.rows[row]))

    def chosen(self) -> Completion | None:
        """The completion the reader went to, if to any."""
        index = self.view.currentIndex()
        return index.data(VALUE).completion if index.isValid() else None

    def best(self) -> Completion:
        """The one chosen, else the first."""
        return self.chosen() or self.model.rows[0].completion
