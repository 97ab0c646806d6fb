"""Whatever happens to a file of the index, it is made anew unasked, and finds the same."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services, open_services
from summit_reader.domain.search import SearchResults

TRIALS = 50
QUERIES = ("harbour", "har*", '"the harbour"', "crane OR quay", "harbor~", "speaker:byrne", "-vote")
TEXTS = (
    "Harbour to close\n\nThe harbour will close. “Nobody will pay,” said Ada Byrne, the mayor.\n",
    "Harbour saved\n\nMoney was found for the quay.\n\nA crane will be built at the harbour.\n",
    "A vote is near\n\nAll will vote on the crane. “It stays,” said Tom Reed of the council.\n",
)
SECONDS = 10**9


def harm(folder: Path, chance: random.Random) -> str:
    """Do something to one of the index's files; says what."""
    files = [path for path in folder.iterdir() if "LOCK" not in path.name]
    path = chance.choice(sorted(files))
    content = bytearray(path.read_bytes())
    what = chance.choice(["flip", "truncate", "delete"])
    if what == "delete":
        path.unlink()
        return f"{what} {path.name}"
    place = chance.randrange(len(content))
    if what == "flip":
        content[place] ^= 1 << chance.randrange(8)
    with path.open("r+b") as stream:  # in place: who has the file mapped has it, too
        stream.write(content)
        stream.truncate(place if what == "truncate" else len(content))
    # Clocks of file systems are coarse: what follows at once may bear the time of what was before.
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + SECONDS))
    return f"{what} {path.name} at {place}"


def found(services: Services) -> list[SearchResults]:
    return [services.searching.search(query, facets=True) for query in QUERIES]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three texts, each with a segment of the index to itself."""
    folder = tmp_path_factory.mktemp("damage") / "library"
    with closing(open_services(folder, create=True)) as services:
        for number, text in enumerate(TEXTS):
            services.importing.import_text(text, f"text {number}")
    assert len(list((folder / "index").glob("*.postings"))) > 1
    return folder


@pytest.fixture(scope="module")
def expected(library: Path) -> list[SearchResults]:
    with closing(open_services(library)) as services:
        services.upkeep.rebuild()  # one segment: what is equally good stands in the same order
        return found(services)


@pytest.fixture
def copies(library: Path, tmp_path: Path) -> Iterator[Path]:
    """Fresh copies of the library, one after the other."""

    def made() -> Iterator[Path]:
        for number in range(TRIALS):
            yield Path(shutil.copytree(library, tmp_path / str(number)))

    return made()


def test_damage_between_two_starts(copies: Iterator[Path], expected: list[SearchResults]) -> None:
    chance = random.Random(7)  # noqa: S311 - the same damage every time
    for copy in copies:
        what = harm(copy / "index", chance)
        with closing(open_services(copy)) as services:
            assert found(services) == expected, what
            assert all(finding.ok for finding in services.upkeep.findings()), what


@pytest.mark.skipif(os.name == "nt", reason="nobody may cut or delete there what is mapped")
def test_damage_under_an_open_library(
    copies: Iterator[Path], expected: list[SearchResults]
) -> None:
    chance = random.Random(8)  # noqa: S311 - as above
    for number, copy in enumerate(copies):
        with closing(open_services(copy)) as services:
            if number % 2:
                found(services)  # has the files open, where the other has only read them
            what = harm(copy / "index", chance)
            assert found(services) == expected, what
            assert all(finding.ok for finding in services.upkeep.findings()), what
