"""The backups there are, and beside them what going back to the chosen one would change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.backup import Backup, Change
from summit_reader.gui.backups.listing import BackupDelegate, BackupListModel
from summit_reader.gui.backups.wording import backup_line, change_line
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.widgets.sizing import open_at

LIST_WIDTH = 280
SIZE = (760, 460)


class BackupsDialog(QDialog):
    """Asks for what a backup would change (`chosen`), to go back to it, and for a new one."""

    chosen = Signal(object)
    restore_asked = Signal(object)
    backup_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        self.model = BackupListModel(self)
        self.view = RowView("paper_alt")
        self.view.setModel(self.model)
        self.view.setItemDelegate(BackupDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Backups"))
        self.view.set_placeholder(self.tr("There is no backup yet."))
        self._title = Label(look, "uib")
        self.changes = Label(look, "ui", wrapped=True)
        self.changes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        hint = self.tr(
            "Going back replaces everything in the library. "
            "As it is now it becomes a backup first, so this step, too, can be taken back."
        )
        self._hint = Label(look, "micro", "ink2", wrapped=True)
        self._hint.setText(hint)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        make = self._buttons.addButton(
            self.tr("Back up now"), QDialogButtonBox.ButtonRole.ActionRole
        )
        make.clicked.connect(self.backup_asked)
        self.restore = self._buttons.addButton(
            self.tr("Go back to this one"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._on_restore)
        for button in (make, self.restore):
            button.setAutoDefault(False)  # Return in the list must not set either off
        self._buttons.rejected.connect(self.reject)
        self._arrange(look)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_chosen())
        self.view.setFocus()

    @property
    def backup(self) -> Backup | None:
        """The chosen backup."""
        row = self.view.currentIndex().data(VALUE)
        return row if isinstance(row, Backup) else None

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List these backups and choose the first."""
        self.model.reset(backups)
        if backups:
            self.view.setCurrentIndex(self.model.index(0))
        else:
            self._title.setText("")
            self.changes.setText("")
            self.restore.setEnabled(False)

    def show_changes(self, backup: Backup, changes: Sequence[Change]) -> None:
        """Say what going back to `backup` would change."""
        if backup != self.backup:
            return
        self.changes.setText("\n".join(change_line(change) for change in changes))
        self.restore.setEnabled(True)

    def show_fault(self, backup: Backup, sentence: str) -> None:
        """Say why there is no going back to `backup`."""
        if backup == self.backup:
            self.changes.setText(sentence)
            self.restore.setEnabled(False)

    def _on_chosen(self) -> None:
        backup = self.backup
        self.restore.setEnabled(False)
        self.changes.setText("")
        if backup is not None:
            self._title.setText(self.tr("Backup of {0}").format(backup_line(backup)))
            self.chosen.emit(backup)

    def _on_restore(self) -> None:
        if self.backup is not None:
            self.restore_asked.emit(self.backup)
            self.accept()

    def _arrange(self, look: Look) -> None:
        right = Ground(look, "paper")
        column = QVBoxLayout(right)
        column.setContentsMargins(18, 14, 18, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.changes)
        column.addStretch(1)
        column.addWidget(self._hint)
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
        foot.addWidget(self._buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(splitter, 1)
        page.addLayout(foot)
