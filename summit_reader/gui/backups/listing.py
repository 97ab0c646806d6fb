"""The backups there are, as rows: the newest first."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.backup import Backup
from summit_reader.gui.backups.wording import backup_line, reason_line
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState

PADDING = 9


class BackupListModel(ListModel[Backup]):
    """Rows of backups."""

    def spoken(self, row: Backup) -> str:
        """When and why."""
        return f"{backup_line(row)}. {reason_line(row)}"


class BackupDelegate(RowDelegate):
    """Draws when a backup was made over why, and its size."""

    def content_height(self, index: Index, width: int) -> float:
        height = self.look.type.line_height
        return height("uib") + 2 + height("micro") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: Backup = index.data(VALUE)
        height = self.look.type.line_height
        line = QRectF(box.left(), box.top() + PADDING, box.width(), height("uib"))
        self.draw_line(painter, line, backup_line(row), "uib", "ink")
        line = QRectF(box.left(), line.bottom() + 2, box.width(), height("micro"))
        self.draw_line(painter, line, reason_line(row), "micro", "ink2")
