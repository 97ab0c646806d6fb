"""What is said of backups."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from summit_reader.domain.backup import Backup, BackupReason, Change
from summit_reader.gui.wording import tr

REASONS = {
    BackupReason.START: "At a start",
    BackupReason.UPDATE: "Before an update",
    BackupReason.MERGE: "Before a merge",
    BackupReason.RESTORE: "Before going back",
    BackupReason.HAND: "Made by hand",
}

_WHAT = {
    "texts": "Texts",
    "takes": "Takes",
    "points": "Points",
    "comparisons": "Comparisons",
    "pinned takes": "Pinned takes",
    "saved searches": "Saved searches",
}


def backup_line(backup: Backup) -> str:
    """When a backup was made, in the reader's own time."""
    made = QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp()))
    return QLocale().toString(made, "d MMM yyyy, HH:mm")


def reason_line(backup: Backup) -> str:
    """Why it was made, and how large it is."""
    size = QLocale().formattedDataSize(backup.size, 1)
    return f"{tr(REASONS[backup.reason])} · {size}"


def change_line(change: Change) -> str:
    """How many of something there are now and in the backup."""
    what = tr(_WHAT[change.what])
    locale = QLocale()
    here, there = locale.toString(change.here), locale.toString(change.there)
    if change.here == change.there:
        return tr("{what}: {here}, the same").format(what=what, here=here)
    return tr("{what}: {here} now, {there} in the backup").format(what=what, here=here, there=there)
