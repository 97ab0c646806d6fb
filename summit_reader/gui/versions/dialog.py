"""Other versions of a statement: which there are, and two of them held against each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.collation import Verdict, Version
from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Take
from summit_reader.gui.look import Look
from summit_reader.gui.versions.listing import VersionDelegate, VersionListModel, VersionRow
from summit_reader.gui.versions.marks import Legend
from summit_reader.gui.versions.pane import VersionPane
from summit_reader.gui.versions.wording import verdict_line
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.widgets.sizing import open_at

LIST_WIDTH = 270
SIZE = (1060, 560)


class VersionsDialog(QDialog):
    """A list of versions, and beside it the one that is chosen against the take it began with.

    `pair_asked` asks for both takes in the panes of the window.
    """

    pair_asked = Signal(object, object)

    def __init__(
        self,
        look: Look,
        take: Take,
        source: Source,
        versions: Sequence[tuple[Version, Source]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._take, self._source = take, source
        self.setWindowTitle(self.tr("Other versions of this statement"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        self.model = VersionListModel(self)
        self.model.show(versions)
        self.view = RowView("paper_alt")
        self.view.setModel(self.model)
        self.view.setItemDelegate(VersionDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Versions"))
        self.panes = {side: VersionPane(side, look) for side in (Side.A, Side.B)}
        self._verdict = Label(look, "uib")
        self._legend = Legend(look)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._open = buttons.addButton(
            self.tr("Open side by side"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._open.setDefault(True)
        buttons.accepted.connect(self._on_open)
        buttons.rejected.connect(self.reject)
        self._arrange(look, buttons)
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._on_chosen(now))
        self.view.activated.connect(lambda _: self._on_open())
        self.view.setCurrentIndex(self.model.index(self.model.first()))
        self.view.setFocus()

    def _on_chosen(self, current: QModelIndex) -> None:
        row = current.data(VALUE)
        if not isinstance(row, VersionRow):
            return
        collation = row.version.collation
        self.panes[Side.A].show_version(self._take, self._source, collation)
        self.panes[Side.B].show_version(row.version.take, row.source, collation)
        self._verdict.setText(verdict_line(collation))
        self._legend.setVisible(collation.verdict is not Verdict.DIFFERENT)

    def _on_open(self) -> None:
        row = self.view.currentIndex().data(VALUE)
        if isinstance(row, VersionRow):
            self.pair_asked.emit(self._take, row.version.take)
            self.accept()

    def _arrange(self, look: Look, buttons: QDialogButtonBox) -> None:
        texts = QHBoxLayout()
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(1)
        for pane in self.panes.values():
            texts.addWidget(pane, 1)
        head = Ground(look, "paper")
        line = QHBoxLayout(head)
        line.setContentsMargins(18, 12, 14, 4)
        line.addWidget(self._verdict)
        line.addStretch(1)
        right = Ground(look, "rule")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(texts, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.view)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        listed = min(look.type.px(LIST_WIDTH), self.width() * 2 // 5)
        splitter.setSizes([listed, self.width() - listed])
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.setSpacing(16)
        foot.addWidget(self._legend)
        foot.addStretch(1)
        foot.addWidget(buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(splitter, 1)
        page.addLayout(foot)
