"""Copies of a whole library: when and why they were made, and which of them are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

EVERY_ONE_FOR = timedelta(days=1)
"""How long each automatic backup is kept."""
DAILY_FOR = timedelta(days=7)
"""How long the newest one of each day is kept."""
WEEKLY_FOR = timedelta(weeks=8)
"""How long the newest one of each week is kept."""
MOST_KEPT = 50
"""Automatic backups that are kept at most, where nobody says otherwise."""
ALWAYS_KEPT = 2
"""Automatic backups that are kept however old they are and whatever room they take."""

_STAMP = "%Y%m%dT%H%M%S%f"
_STAMP_LENGTH = 21
_NAME = re.compile(r"(?P<stamp>\d{8}T\d{12})Z (?P<reason>[a-z ]+)\.library")


class BackupReason(StrEnum):
    """Why a backup was made; only those made by hand are never cleared away."""

    START = "start"
    UPDATE = "before an update"
    MERGE = "before a merge"
    RESTORE = "before a restore"
    HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library in the file at `path`: made at `made` (UTC), of `size` bytes."""

    path: Path
    made: datetime
    reason: BackupReason
    size: int

    @property
    def is_automatic(self) -> bool:
        """Whether nobody asked for it."""
        return self.reason is not BackupReason.HAND


@dataclass(frozen=True, slots=True)
class Change:
    """How many of `what` there are in the library and in a backup of it."""

    what: str
    here: int
    there: int


def backup_name(made: datetime, reason: BackupReason) -> str:
    """The name of a backup's file, in which its age and its reason can be read.

    >>> backup_name(datetime(2026, 3, 1, 9, 30, tzinfo=UTC), BackupReason.HAND)
    '20260301T093000000000Z by hand.library'
    """
    at = made.astimezone(UTC)
    # Not `strftime`, whose years have fewer than four digits on some systems.
    return f"{at:%Y%m%dT%H%M%S%f}".rjust(_STAMP_LENGTH, "0") + f"Z {reason}.library"


def backup_named(path: Path, size: int) -> Backup | None:
    """The backup in the file at `path`; None if the name is not one of ours."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
        return Backup(path, made, BackupReason(match["reason"]), size)
    except ValueError:
        return None


def outlived(
    backups: Iterable[Backup], now: datetime, room: int, most: int = MOST_KEPT
) -> tuple[Backup, ...]:
    """Which automatic backups need not be kept any longer, oldest first.

    Every one of the last day is kept, the newest of each day for a week, the newest of each week
    for eight; of these the oldest go until there are no more than `most`, and all together take no
    more than `room` bytes.
    """
    newest_first = sorted(
        (backup for backup in backups if backup.is_automatic),
        key=lambda backup: backup.made,
        reverse=True,
    )
    taken: set[object] = set()
    kept: list[Backup] = []
    gone: list[Backup] = []
    for number, backup in enumerate(newest_first):
        slot = _slot(backup, now)
        is_wanted = slot is not None and slot not in taken
        if slot is not None:
            taken.add(slot)
        fits = len(kept) < most and sum(one.size for one in kept) + backup.size <= room
        (kept if number < ALWAYS_KEPT or (is_wanted and fits) else gone).append(backup)
    return tuple(reversed(gone))


def _slot(backup: Backup, now: datetime) -> object:
    """What only one backup is kept for; None if it is too old for any."""
    age = now - backup.made
    if age <= EVERY_ONE_FOR:
        return backup.path
    if age <= DAILY_FOR:
        return backup.made.date()
    return backup.made.isocalendar()[:2] if age <= WEEKLY_FOR else None
