from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Hints
from summit_reader.domain.errors import (
    BinaryFile,
    Cancelled,
    EmptyFile,
    FileTooLarge,
    LibraryBusy,
    MissingFile,
    NotAFile,
)
from summit_reader.domain.importing import Imported
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.point import Decision
from summit_reader.domain.progress import CancelToken, Progress
from summit_reader.intake.files import SIZE_LIMIT
from summit_reader.services.importing import Importing
from summit_reader.store.database import Database

Paste = Callable[..., Imported]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three texts about three things."""
    paths = []
    for word in ("herring", "lobster", "mussel"):
        path = tmp_path / f"{word}.txt"
        path.write_text(f"All about {word}\n\nThe {word} is back, and the town is glad of it.\n")
        paths.append(path)
    return paths


def found(services: Services, query: str) -> int:
    return services.searching.search(query).total


def test_every_file_is_on_one_of_the_lists(
    services: Services, files: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\0\0\0")
    bad = [tmp_path / "empty.txt", tmp_path / "nowhere.txt", tmp_path, tmp_path / "picture.txt"]
    report = services.importing.import_paths([files[0], *bad, *files[1:]])
    assert [one.name for one in report.imported] == [str(path) for path in files]
    assert [one.path for one in report.failed] == bad
    kinds = [type(one.error) for one in report.failed]
    assert kinds == [EmptyFile, MissingFile, NotAFile, BinaryFile]
    assert [found(services, word) for word in ("herring", "lobster", "mussel")] == [1, 1, 1]


def test_what_was_imported_is_described(stocked: Services, paste: Paste) -> None:
    text = stocked.reading.article(1).cleaned.source
    imported = paste(text, "The Tide", "again")
    assert imported == Imported(
        "again", 1, "Harbour to close for good", "The Tide", takes=1, removed=0, known=True
    )


def test_importing_again_changes_nothing(services: Services, files: list[Path]) -> None:
    first = services.importing.import_paths(files)
    again = services.importing.import_paths(files[::-1])
    assert [one.known for one in first.imported] == [False] * 3
    assert [one.known for one in again.imported] == [True] * 3
    ids = {one.article_id for one in (*first.imported, *again.imported)}
    assert len(ids) == services.reading.summary().texts == 3


def test_what_the_reader_decided_survives_an_import(stocked: Services, paste: Paste) -> None:
    point = stocked.comparing.add_point("Who pays?")
    stocked.comparing.decide(point.id, 1, Decision.REFUSED)
    stocked.comparing.decide(point.id, 2, Decision.ACCEPTED)
    board = stocked.pinning.pin(stocked.pinning.current().id, "one", 1, 0)
    before = stocked.comparing.view(point.id)
    paste(stocked.reading.article(1).cleaned.source, "The Tide")
    assert stocked.comparing.view(point.id) == before
    assert stocked.pinning.current() == board


def test_progress_is_told_file_by_file(services: Services, files: list[Path]) -> None:
    told: list[Progress] = []
    services.importing.import_paths(files, told.append)
    assert told == [
        Progress(0, 3, "herring.txt"),
        Progress(1, 3, "lobster.txt"),
        Progress(2, 3, "mussel.txt"),
        Progress(3, 3),
    ]


def test_an_import_that_is_cancelled_keeps_what_it_has(
    services: Services, files: list[Path]
) -> None:
    token = CancelToken()

    def cancel_after_one(progress: Progress) -> None:
        if progress.done == 1:
            token.cancel()

    with pytest.raises(Cancelled):
        services.importing.import_paths(files, cancel_after_one, token)
    assert services.reading.summary().texts == 2
    assert [found(services, word) for word in ("herring", "lobster", "mussel")] == [1, 1, 0]


def test_pasted_text_needs_no_file(services: Services) -> None:
    report = services.importing.import_text("Half \ud83c a character.", "clip", Hints())
    (imported,) = report.imported
    assert services.reading.article(imported.article_id).cleaned.text == "Half ? a character."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", EmptyFile),
        (" \n", EmptyFile),
        ("a\0b", BinaryFile),
        ("x" * (SIZE_LIMIT + 1), FileTooLarge),
    ],
    ids=["empty", "blank", "binary", "huge"],
)
def test_what_is_no_text_is_refused(
    services: Services, text: str, problem: type[Exception]
) -> None:
    report = services.importing.import_text(text, "clip")
    assert report.imported == ()
    (failure,) = report.failed
    assert (failure.path, type(failure.error)) == (Path("clip"), problem)


def test_a_defect_in_a_rule_costs_one_file(
    services: Services, database: Database, files: list[Path]
) -> None:
    def register() -> Iterator[OutletRegister]:
        yield OutletRegister(())
        raise RecursionError

    registers = register()
    importing = Importing(database, services.upkeep, lambda: next(registers), services.gathering)
    report = importing.import_paths(files)
    assert len(report.imported) == 1
    assert [str(one.error) for one in report.failed] == [
        f"“{path}” could not be read." for path in files[1:]
    ]


def test_a_library_that_cannot_be_written_stops_the_import(
    services: Services, database: Database, files: list[Path]
) -> None:
    other = Database.open(database.folder, patience=0.01)
    try:
        importing = Importing(
            other, services.upkeep, lambda: OutletRegister(()), services.gathering
        )
        with database.write(), pytest.raises(LibraryBusy):
            importing.import_paths(files)
    finally:
        other.close()
    assert services.reading.summary().texts == 0


def test_a_long_import_can_be_searched_while_it_goes_on(services: Services, tmp_path: Path) -> None:
    paths = []
    for number in range(102):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Catch number {number}\n\nA herring was caught at noon.\n")
        paths.append(path)
    totals: list[int] = []
    services.importing.import_paths(paths, lambda _: totals.append(found(services, "herring")))
    assert (totals[99], totals[100], totals[-1]) == (0, 100, 102)
