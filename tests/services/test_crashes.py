"""A process is killed in the middle of its work; what it had reported is there afterwards."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from summit_reader.bootstrap import open_services

ROOT = Path(__file__).parents[2]

IMPORTER = """
import sys
from pathlib import Path
from summit_reader.bootstrap import open_services
services = open_services(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 1000):
    text = f"Catch {number}\\n\\nA herring came in. “It weighs {number},” said Ada Byrne.\\n"
    (imported,) = services.importing.import_text(text, f"catch {number}").imported
    print(imported.article_id, flush=True)
"""


def reported_until_killed(library: Path, first: int, count: int) -> list[int]:
    """The articles that a process reported before it was killed, at least `count` of them."""
    command = [sys.executable, "-c", IMPORTER, str(library), str(first)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)  # noqa: S603 - our own interpreter
    assert process.stdout is not None
    with process.stdout as told:
        reported = [int(told.readline()) for _ in range(count)]
        process.send_signal(signal.SIGKILL)
        reported += [int(line) for line in told if line.endswith("\n")]
    process.wait()
    return reported


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a dozen texts."""
    library = tmp_path_factory.mktemp("crashes") / "library"
    with closing(open_services(library, create=True)) as services:
        for number in range(100, 112):
            services.importing.import_text(f"Catch {number}\n\nA herring came in.\n", "catch")
    return library


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_nothing_that_was_reported_is_lost(tmp_path: Path) -> None:
    library = tmp_path / "library"
    open_services(library, create=True).close()
    reported: list[int] = []
    for round_, count in enumerate((1, 2, 3, 5)):
        reported += reported_until_killed(library, round_ * 100, count)
        with closing(open_services(library)) as services:
            stored = {text.article_id for text in services.reading.texts()}
            assert set(reported) <= stored
            assert all(finding.ok for finding in services.upkeep.findings())
            assert services.searching.search("herring").total == len(stored)
            assert services.reading.summary().takes == len(stored)
    assert len(set(reported)) == len(reported)


DIES = """
import os, signal, sys
from functools import partial
from pathlib import Path
from summit_reader import bootstrap
from summit_reader.index import replacing, writer
from summit_reader.services import upkeep
from summit_reader.services.building import build_in_process

moment, library = sys.argv[1], Path(sys.argv[2])

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

services = bootstrap.open_services(library)
if moment == "before the index is told":
    upkeep.Upkeep.catch_up = die
if moment == "before the index has it all":
    writer.BatchWriter.commit = die
if moment == "before the files are safe":
    writer.settle = die
if moment == "before the table of contents":
    writer.put_in_place = die
if moment == "after the table of contents":
    writer.clean_files = die
if moment in {"in a rebuild", "while another process rebuilds"}:
    elsewhere = partial(build_in_process, bootstrap.program(bootstrap.BUILD_INDEX, library))
    services.upkeep._elsewhere, services.upkeep._bulk = elsewhere, 0
    if moment == "in a rebuild":
        services.upkeep._elsewhere = None
    services.upkeep.rebuild(die)
for number in (1, 2):
    text = f"Catch {number}\\n\\nA herring came in. “It weighs {number},” said Ada Byrne.\\n"
    services.importing.import_text(text, f"catch {number}")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize(
    ("moment", "texts"),
    [
        ("before the index is told", 13),
        ("before the index has it all", 13),
        ("before the files are safe", 13),
        ("before the table of contents", 13),
        ("after the table of contents", 13),
        ("in a rebuild", 12),
        ("while another process rebuilds", 12),
    ],
)
def test_the_next_start_makes_good_what_was_cut_short(
    filled: Path, tmp_path: Path, moment: str, texts: int
) -> None:
    library = Path(shutil.copytree(filled, tmp_path / "library"))
    died = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", DIES, moment, str(library)], cwd=ROOT, check=False
    )
    assert died.returncode == -signal.SIGKILL
    with closing(open_services(library)) as services:
        assert services.searching.search("herring").total == texts
        assert services.reading.summary().texts == texts
        assert all(finding.ok for finding in services.upkeep.findings())
