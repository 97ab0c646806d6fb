from __future__ import annotations

import json
from pathlib import Path

import pytest

from summit_reader.domain.errors import FileProblem, FileTooLarge, LibraryDamaged, SummitError
from summit_reader.domain.fetch_errors import NobodyAnswers
from summit_reader.domain.file_errors import TakesTooLong
from summit_reader.domain.named_errors import error_fields, error_in


@pytest.mark.parametrize(
    "error",
    [
        SummitError(),
        FileTooLarge(Path("a.txt"), size=90, limit=80),
        TakesTooLong("b.pdf", seconds=10),
        NobodyAnswers("https://example.org", reason="no such host"),
        LibraryDamaged(Path("library"), reason="torn"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_is_the_same_in_another_process(error: SummitError) -> None:
    told = error_in(json.loads(json.dumps(error_fields(error))))
    assert type(told) is type(error)
    assert str(told) == str(error)


def test_who_asked_names_the_file() -> None:
    told = error_in(error_fields(TakesTooLong(Path(), seconds=10)), path="b.pdf")
    assert isinstance(told, FileProblem)
    assert told.path == Path("b.pdf")
    assert told.facts["seconds"] == 10


def test_an_error_is_found_in_the_room_it_belongs_to() -> None:
    told = error_in({"problem": "summit_reader.store.errors:NoSuchText", "facts": {"id": 3}})
    assert str(told) == "There is no text with the number 3 here. It may have been removed."


@pytest.mark.parametrize(
    "problem",
    [
        "summit_reader.domain.errors:FromALaterVersion",
        "summit_reader.domain.errors:Path",
        "os:system",
        "shutil",
        "",
    ],
)
def test_what_is_no_error_of_ours_is_not_made(problem: str) -> None:
    with pytest.raises(LookupError):
        error_in({"problem": problem, "facts": {}})
