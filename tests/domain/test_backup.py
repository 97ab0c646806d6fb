from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.backup import (
    ALWAYS_KEPT,
    Backup,
    BackupReason,
    backup_name,
    backup_named,
    outlived,
)

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
PLENTY = 10**12


def made(age: timedelta, reason: BackupReason = BackupReason.START, size: int = 1) -> Backup:
    return Backup(Path(backup_name(NOW - age, reason)), NOW - age, reason, size)


def ages(backups: tuple[Backup, ...]) -> list[timedelta]:
    return [NOW - backup.made for backup in backups]


@given(st.datetimes(timezones=st.just(UTC)), st.sampled_from(BackupReason))
def test_a_name_tells_when_and_why(at: datetime, reason: BackupReason) -> None:
    path = Path("somewhere") / backup_name(at, reason)
    assert backup_named(path, 7) == Backup(path, at, reason, 7)


@pytest.mark.parametrize(
    "name",
    [
        "library.db",
        "20260301T093000000000Z by chance.library",
        "20269901T093000000000Z start.library",
        ".20260301T093000000000Z start.library.1f2e",
    ],
)
def test_other_files_are_no_backups(name: str) -> None:
    assert backup_named(Path(name), 0) is None


def test_all_of_the_last_day_then_daily_then_weekly() -> None:
    hourly = [made(timedelta(hours=hours)) for hours in range(24 * 100)]
    gone = set(outlived(hourly, NOW, PLENTY))
    kept = [backup for backup in hourly if backup not in gone]
    by_age = ages(tuple(kept))
    assert sum(age <= timedelta(days=1) for age in by_age) == 25
    assert sum(timedelta(days=1) < age <= timedelta(days=7) for age in by_age) == 7
    assert 6 <= sum(timedelta(days=7) < age <= timedelta(weeks=8) for age in by_age) <= 8
    assert max(by_age) <= timedelta(weeks=8)


def test_the_newest_of_a_day_is_the_one_kept() -> None:
    early, late = made(timedelta(days=3, hours=5)), made(timedelta(days=3, hours=1))
    recent = [made(timedelta(hours=hours)) for hours in range(ALWAYS_KEPT)]
    assert outlived([early, late, *recent], NOW, PLENTY) == (early,)


def test_what_was_made_by_hand_stays() -> None:
    old = [made(timedelta(days=900 + day), BackupReason.HAND) for day in range(9)]
    assert outlived(old, NOW, 0) == ()


def test_without_room_the_oldest_go_first_but_never_the_last_two() -> None:
    backups = [made(timedelta(hours=hours), size=100) for hours in range(5)]
    assert ages(outlived(backups, NOW, 300)) == [timedelta(hours=4), timedelta(hours=3)]
    assert len(outlived(backups, NOW, 0)) == 5 - ALWAYS_KEPT


def test_no_more_are_kept_than_the_reader_wants() -> None:
    backups = [made(timedelta(hours=age)) for age in range(6)]
    assert ages(outlived(backups, NOW, PLENTY, 4)) == [timedelta(hours=5), timedelta(hours=4)]
    assert len(outlived(backups, NOW, PLENTY, 0)) == 6 - ALWAYS_KEPT
