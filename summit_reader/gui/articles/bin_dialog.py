"""The bin: what was deleted, to be brought back or deleted for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.shelf import Binned
from summit_reader.gui.articles.wording import binned_line
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import Index, RowDelegate, RowState, RowView
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import texts_counted, tr

SIZE = (620, 440)
ROW = 46


class BinModel(ListModel[Binned]):
    """What lies in the bin."""

    def spoken(self, row: Binned) -> str:
        """Name, what came with it, and when."""
        return f"{row.name}, {binned_line(row)}, {_when(row)}"


class BinDelegate(RowDelegate):
    """The name, and below it what came along, and when."""

    def content_height(self, index: Index, width: int) -> float:
        return self.look.type.px(ROW)

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        model = index.model()
        row = model.rows[index.row()] if isinstance(model, BinModel) else None
        if row is None:
            return
        top = QRectF(box.left(), box.top() + 4, box.width(), box.height() / 2 - 4)
        below = QRectF(box.left(), box.center().y(), box.width(), box.height() / 2 - 4)
        self.draw_line(painter, top, row.name, "ui", "ink", bold=state.selected)
        kind = tr("Text") if row.article_id else tr("Outlet")
        self.draw_line(
            painter, below, f"{kind} · {binned_line(row)} · {_when(row)}", "micro", "ink2"
        )


class BinDialog(QDialog):
    """`restore_asked` tells what is to come back, `empty_asked` that everything is to go."""

    restore_asked = Signal(object)
    empty_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bin"))
        open_at(self, SIZE)
        self.model = BinModel(self)
        self.view = RowView("paper")
        self.view.setModel(self.model)
        self.view.setItemDelegate(BinDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Deleted texts and outlets"))
        self.view.set_placeholder(self.tr("The bin is empty."))
        self.view.setSelectionMode(RowView.SelectionMode.ExtendedSelection)
        self.view.activated.connect(lambda _: self._restore())
        self.restore = QPushButton(self.tr("&Restore"))
        self.restore.clicked.connect(self._restore)
        self.empty = QPushButton(self.tr("&Empty the bin…"))
        self.empty.clicked.connect(self._ask_empty)
        self._arrange(look)

    def show_contents(self, lying: Sequence[Binned]) -> None:
        """List this."""
        self.model.reset(lying)
        self.restore.setEnabled(bool(lying))
        self.empty.setEnabled(bool(lying))
        if lying:
            self.view.setCurrentIndex(self.model.index(0))

    def _restore(self) -> None:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        if rows:
            self.restore_asked.emit([self.model.rows[row] for row in rows])

    def _ask_empty(self) -> None:
        texts = texts_counted(sum(each.texts for each in self.model.rows))
        answer = QMessageBox.question(
            self,
            self.tr("Empty the bin"),
            self.tr(
                "Delete {0} in the bin for good? Nothing brings them back; clippings keep their "
                "copies."
            ).format(texts),
            defaultButton=QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.empty_asked.emit()

    def _arrange(self, look: Look) -> None:
        why = Label(look, "micro", "ink2", wrapped=True)
        why.setText(self.tr("What you delete stays here, whole, until you empty the bin."))
        foot = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        foot.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        foot.addButton(self.empty, QDialogButtonBox.ButtonRole.ActionRole)
        foot.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(why)
        column.addWidget(self.view, 1)
        column.addWidget(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)


def _when(row: Binned) -> str:
    return tr("deleted {0}").format(f"{row.binned.astimezone():%Y-%m-%d %H:%M}")
