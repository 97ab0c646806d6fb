"""A process is killed in the middle of its imports; what it had reported is there afterwards."""

from __future__ import annotations

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
