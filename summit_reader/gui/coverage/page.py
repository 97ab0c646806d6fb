"""The page of the picture: what is counted above, the picture, and what its signs mean below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.timeline import LaneKind, Timeline
from summit_reader.gui.coverage.model import TimelineModel
from summit_reader.gui.coverage.view import TimelineView
from summit_reader.gui.folding import Fold, fold_at
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.page_heads import button_text, hairline, menu_button
from summit_reader.gui.wording import tr

SCOPE_WIDTH = 190
LANE_NAMES = {LaneKind.OUTLETS: "Outlet", LaneKind.POINTS: "Point"}


class CoveragePage(Ground):
    """Knows what stands where; the flow behind it asks the library."""

    export_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "window")
        self.model = TimelineModel(self)
        self.view = TimelineView(self.model, look)
        self.scopes, self.counts, self.lanes = QMenu(self), QMenu(self), QMenu(self)
        self.scope = menu_button(look, tr("Whole library"), "library", self.scopes)
        self.counted = menu_button(look, tr("Texts"), "text", self.counts)
        self.by = menu_button(look, tr("By outlet"), "grid", self.lanes)
        self.export = QToolButton()
        self.export.setText(tr(" Export…"))
        self.export.setAccessibleName(tr("Export the picture"))
        self.export.setToolTip(tr("Export the picture"))
        self.export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.export.setIconSize(QSize(look.type.px(18), look.type.px(18)))
        look.icons.put(self.export, "export")
        self.export.clicked.connect(self.export_asked)
        self.buttons = (self.scope, self.counted, self.by, self.export)
        self._title = ElidedLabel(look, "head")
        self._title.setText(tr("Coverage over time"))
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._empty = Label(look, "read", "ink2", wrapped=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._what = Label(look, "micro", "ink2", wrapped=True)
        self._arrange()

    def show_timeline(self, timeline: Timeline, scope: str, counted: str, by: LaneKind) -> None:
        """Show it; `scope` and `counted` say what it is of."""
        here = self.view.currentIndex()
        row, column = max(here.row(), 0), max(here.column(), 0)
        self.model.show(timeline)
        if self.model.columnCount():
            row = min(row, self.model.rowCount() - 1)
            column = min(column, self.model.columnCount() - 1)
            self.view.setCurrentIndex(self.model.index(row, column))
        self._label(self.scope, scope, tr("Scope: {0}"))
        self._label(self.counted, counted, tr("Counted: {0}"))
        by_what = tr("By outlet") if by is LaneKind.OUTLETS else tr("By point")
        self._label(self.by, by_what, "{0}")
        self.view.corner.set_text(tr(LANE_NAMES[by]))
        self.view.fit()
        undated = sum(len(lane.undated) for lane in timeline.lanes)
        total = sum(lane.total for lane in timeline.lanes)
        self._what.setText(
            tr("A bar is as high as its count. Striped: the text has no date, or one that cannot "
               "be ({undated} of {total}).").format(undated=undated, total=total)
        )  # fmt: skip
        self.export.setEnabled(bool(timeline.lanes))
        self._empty.setText(tr("Nothing of this kind is in this scope yet."))
        self._stack.setCurrentWidget(self.view if timeline.lanes else self._empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = fold_at(self.width(), self._look.type.em) >= Fold.MEDIUM
        style = Qt.ToolButtonStyle
        for button in self.buttons:
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )

    def _label(self, button: QToolButton, text: str, spoken: str) -> None:
        room = self._look.type.px(SCOPE_WIDTH)
        shown = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        button.setText(button_text(shown))
        button.setToolTip(spoken.format(text))
        button.setAccessibleName(spoken.format(text))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 4)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        for button in self.buttons:
            head.addWidget(button)
        table = QWidget()
        self._stack = QStackedLayout(table)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 8, 12, 8)
        foot.addWidget(self._what)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(table, 1)
        column.addWidget(hairline(self._look))
        column.addLayout(foot)
