"""Copies of the library: made by themselves and by hand, cleared away, put back."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from summit_reader.domain.backup import MOST_KEPT, Backup, BackupReason, Change, outlived
from summit_reader.domain.errors import LibraryExists, LibraryProblem, NoBackup
from summit_reader.domain.progress import CancelToken, Report, silent
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import SearchIndex
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, backups, outbox
from summit_reader.store.database import Database
from summit_reader.store.inspection import is_vacant
from summit_reader.store.revisions import DATABASE_FILE

_LOG = logging.getLogger(__name__)

SHARE_OF_FREE = 0.1
"""Share of the free room on the disk that automatic backups may take together."""


def utc_now() -> datetime:
    """What the clock says, in UTC."""
    return datetime.now(UTC)


class BackingUp:
    """Backups lie in the library's folder, each a whole library in one file."""

    def __init__(
        self,
        database: Database,
        index: SearchIndex,
        upkeep: Upkeep,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database, self._index, self._upkeep = database, index, upkeep
        self._now = now

    @property
    def folder(self) -> Path:
        """The library's folder."""
        return self._database.folder

    def backups(self) -> tuple[Backup, ...]:
        """Every backup there is, newest first."""
        return backups.backups_in(self.folder)

    def back_up(
        self, reason: BackupReason, token: CancelToken | None = None, most: int = MOST_KEPT
    ) -> Backup:
        """A new backup; those that need not be kept any longer are cleared away.

        Of automatic ones no more than `most` are kept.

        Raises:
            Cancelled: if the token says so.
            LibraryProblem: if it cannot be made.
        """
        token = token or CancelToken()
        made = backups.back_up(self.folder, reason, self._now(), token.checkpoint)
        try:
            backups.insist_on_sound(made.path)
        except LibraryProblem:
            backups.discard(made)  # a copy of a damaged library must not push out a good one
            raise
        for backup in outlived(self.backups(), self._now(), self._room(), most):
            backups.discard(backup)
        return made

    def back_up_at_start(
        self, token: CancelToken | None = None, most: int = MOST_KEPT
    ) -> Backup | None:
        """A backup of what was done since the last one; None if that is nothing.

        A disk without room for it is no reason not to go on reading: the log says so.

        Raises:
            Cancelled: if the token says so.
        """
        newest = next(iter(self.backups()), None)
        if newest is not None and not backups.has_changed_since(self.folder, newest):
            return None
        if (self.folder / DATABASE_FILE).stat().st_size > shutil.disk_usage(self.folder).free:
            _LOG.warning("there is no room for a backup")
            return None
        try:
            return self.back_up(BackupReason.START, token, most)
        except LibraryProblem:
            _LOG.warning("no backup could be made", exc_info=True)
            return None

    def differences(self, backup: Backup) -> tuple[Change, ...]:
        """What going back to a backup would change.

        Raises:
            BackupDamaged: if it cannot be read.
        """
        return backups.differences(self.folder, backup.path)

    def restore(self, backup: Backup, report: Report = silent) -> None:
        """Go back to a backup; the library as it is now becomes one first.

        Raises:
            LibraryProblem: if that cannot be done; the library is as it was then.
        """
        backups.insist_on_sound(backup.path)
        self.back_up(BackupReason.RESTORE)
        backups.restore(backup.path, self.folder)
        self._database.bring_up_to_date()
        held = 0
        with suppress(BrokenIndex):  # it is made anew in any case
            held = self._index.change()
        with self._database.write() as work:
            outbox.restart(work, held, articles.ids(work))
            work.commit()
        self._upkeep.catch_up(report)

    def carry_away(self, file: Path, token: CancelToken | None = None) -> None:
        """Write the whole library to one file.

        Raises:
            Cancelled: if the token says so.
            LibraryProblem: if it cannot be written.
        """
        token = token or CancelToken()
        backups.copy(self.folder / DATABASE_FILE, file, token.checkpoint)

    def _room(self) -> int:
        return int(shutil.disk_usage(self.folder).free * SHARE_OF_FREE)


def unpack(file: Path, folder: Path) -> None:
    """Make a library in `folder` of the file that another one was carried away in.

    Raises:
        LibraryExists: if something lies in `folder`.
        LibraryProblem: if the file is no library, or nothing can be written there.
    """
    backups.insist_on_sound(file)
    if not is_vacant(folder):
        raise LibraryExists(folder)
    backups.copy(file, folder / DATABASE_FILE)


def newest_good_backup(folder: Path) -> Backup:
    """The newest backup that is sound, of a library that perhaps cannot be opened.

    Raises:
        NoBackup: if there is none.
    """
    for backup in backups.backups_in(folder):
        with suppress(LibraryProblem):
            backups.insist_on_sound(backup.path)
            return backup
    raise NoBackup(folder)


def restore_damaged(folder: Path, backup: Backup) -> Path:
    """Put a backup in the place of a library that cannot be opened, which is kept beside it.

    Gives the file in which the damaged library is kept.

    Raises:
        LibraryProblem: if that cannot be done.
    """
    backups.insist_on_sound(backup.path)
    kept = backups.set_aside(folder)
    backups.restore(backup.path, folder)
    return kept
