"""Backups in the window: one at each start, the list of them, and help for a damaged library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from summit_reader.bootstrap import (
    Services,
    newest_good_backup,
    restore_library,
    unpack_library,
)
from summit_reader.domain.backup import Backup, BackupReason, Change
from summit_reader.domain.errors import LibraryDamaged
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.backups.dialog import BackupsDialog
from summit_reader.gui.backups.wording import backup_line
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.wording import error_sentence

SUFFIX = ".library"


class BackupFlow(QObject):
    """Backups of the open library; `said` tells what was done, `failed` what was not."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, look: Look, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._look, self._window = session, look, window
        self._settings = settings
        session.opened.connect(self._on_opened)

    def back_up(self) -> None:
        """Make a backup that is kept for good."""

        def work(services: Services, token: CancelToken) -> Backup:
            return services.backing_up.back_up(
                BackupReason.HAND, token, self._settings.backups_kept
            )

        def done(_: Backup) -> None:
            self.said.emit(self.tr("Backed up."))

        self._session.build(work, done, self.failed.emit)

    def show_backups(self) -> BackupsDialog:
        """Open the list of backups."""
        dialog = BackupsDialog(self._look, self._window)
        flow = _Listing(self._session, dialog)
        dialog.backup_asked.connect(lambda: flow.back_up(self.failed.emit))
        dialog.restore_asked.connect(self._restore)
        flow.load()
        dialog.open()
        return dialog

    def pack(self) -> None:
        """Ask for a file and write the whole library to it."""
        title = self.tr("Save the whole library as one file")
        name, _ = QFileDialog.getSaveFileName(self._window, title, filter=self._filter())
        if name:
            path = Path(name).with_suffix(SUFFIX) if not Path(name).suffix else Path(name)
            self._session.build(
                lambda services, token: services.backing_up.carry_away(path, token),
                lambda _: self.said.emit(self.tr("The whole library is in {0}.").format(path)),
                self.failed.emit,
            )

    def unpack(self) -> None:
        """Ask for such a file and an empty folder, make a library there, and open it."""
        title = self.tr("Open a library file")
        name, _ = QFileDialog.getOpenFileName(self._window, title, filter=self._filter())
        if not name:
            return
        title = self.tr("Choose an empty folder for the library")
        folder = QFileDialog.getExistingDirectory(self._window, title)
        if folder:
            self._session.apart(
                lambda _: unpack_library(Path(name), Path(folder)),
                lambda _: self._session.open(Path(folder)),
                self.failed.emit,
            )

    def offer(self, damage: LibraryDamaged) -> None:
        """Offer the newest good backup in the place of a library that cannot be opened."""
        self._session.apart(
            lambda _: newest_good_backup(damage.path),
            lambda backup: self._ask(damage, backup),
            lambda _: self.failed.emit(damage),  # without a backup there is only the bad news
        )

    def _ask(self, damage: LibraryDamaged, backup: Backup) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Damaged library"))
        box.setText(error_sentence(damage))
        box.setInformativeText(
            self.tr(
                "The newest good backup is of {0}. Go back to it? "
                "The damaged file is kept beside it."
            ).format(backup_line(backup))
        )
        back = box.addButton(self.tr("Go back to the backup"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(back)
        back.clicked.connect(lambda: self._restore_damaged(damage.path, backup))
        box.open()

    def _restore_damaged(self, folder: Path, backup: Backup) -> None:
        self._session.apart(
            lambda _: restore_library(folder, backup),
            lambda _: self._session.open(folder),
            self.failed.emit,
        )

    def _restore(self, backup: Backup) -> None:
        services = self._session.services
        if services is None:
            return
        folder = services.library

        def done(_: None) -> None:
            # Opened anew: nothing that is shown, or could be undone, belongs to what is there now.
            self._session.open(folder)
            self.said.emit(self.tr("The library is as it was on {0}.").format(backup_line(backup)))

        self._session.write(lambda s: s.backing_up.restore(backup), done, self.failed.emit)

    def _on_opened(self) -> None:
        most = self._settings.backups_kept
        self._session.build(
            lambda services, token: services.backing_up.back_up_at_start(token, most),
            lambda _: None,
            self.failed.emit,
        )

    def _filter(self) -> str:
        return self.tr("Libraries (*{0})").format(SUFFIX)


class _Listing(QObject):
    """Fills the dialog; lives as long as it."""

    def __init__(self, session: LibrarySession, dialog: BackupsDialog) -> None:
        super().__init__(dialog)
        self._session, self._dialog = session, dialog
        self._open = True
        dialog.chosen.connect(self._compare)
        dialog.finished.connect(self._on_finished)

    def load(self) -> None:
        """List the backups."""
        self._session.read(lambda services: services.backing_up.backups(), self._show)

    def back_up(self, failed: Callable[[BaseException], None]) -> None:
        """Make one more and list it."""

        def work(services: Services, token: CancelToken) -> tuple[Backup, ...]:
            services.backing_up.back_up(BackupReason.HAND, token)
            return services.backing_up.backups()

        self._session.build(work, self._show, failed)

    def _show(self, backups: tuple[Backup, ...]) -> None:
        if self._open:
            self._dialog.show_backups(backups)

    def _compare(self, backup: Backup) -> None:
        def told(changes: tuple[Change, ...]) -> None:
            if self._open:
                self._dialog.show_changes(backup, changes)

        def refused(error: BaseException) -> None:
            if self._open:
                self._dialog.show_fault(backup, error_sentence(error))

        self._session.read(lambda s: s.backing_up.differences(backup), told, refused)

    def _on_finished(self) -> None:
        self._open = False
