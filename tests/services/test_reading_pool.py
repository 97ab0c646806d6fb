"""Thousands of texts, read in processes of their own; some of those processes come to grief."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summit_reader.bootstrap import open_services

ROOT = Path(__file__).parents[2]

SCRIPT = """
import json, os, signal, sys, threading
from dataclasses import dataclass
from pathlib import Path
from summit_reader import bootstrap
from summit_reader.domain.article import RawArticle
from summit_reader.services import importing, reading_pool

TEXT = "Catch number {0}\\n\\nHerring {0} came in. “It weighs {0} pounds,” said Ada Byrne.\\n"

@dataclass(frozen=True)
class Offered:
    name: str
    deed: str = ""

    def items(self, hints, reader):
        if self.deed == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.deed == "hang":
            threading.Event().wait()
        if self.deed == "fail":
            raise RecursionError
        yield RawArticle(self.name, b"raw", "text/plain", TEXT.format(self.name), hints)

@dataclass(frozen=True)
class Many:
    name: str
    first: int
    last: int

    def items(self, hints, reader):
        for number in range(self.first, self.last):
            yield RawArticle(str(number), b"raw", "text/plain", TEXT.format(number), hints)

def main(library, job):
    importing.ALONE, importing._is_large = 1, lambda offer: isinstance(offer, Many)
    with_services = bootstrap.open_services(Path(library), create=True)
    offers = [Offered("first")]
    report = lambda progress: None
    if job == "grief":
        reading_pool._DEADLINE = 10.0
        offers += [Offered(str(n), {4: "die", 9: "hang", 11: "fail"}.get(n, "")) for n in range(15)]
    if job in ("many", "killed"):
        offers.append(Many("many", 0, 600))
    if job == "killed":
        put = importing.Storing.flush
        def flush(self):
            put(self)
            if self.count > 200:
                os.kill(os.getpid(), signal.SIGKILL)
        importing.Storing.flush = flush
    done = with_services.importing.import_offers(offers, report=report)
    with_services.close()
    print(json.dumps({
        "known": sum(one.known for one in done.imported),
        "imported": [one.name for one in done.imported],
        "failed": [str(one.path) for one in done.failed],
        "children": [child.pid for child in reading_pool.active_children()],
    }))

if __name__ == "__main__":
    main(*sys.argv[1:])
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str], tuple[int, Any]]:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")

    def run(job: str) -> tuple[int, Any]:
        ended = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, str(script), str(tmp_path / "library"), job],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return ended.returncode, json.loads(ended.stdout or "{}")

    return run


def test_a_text_that_ends_its_process_costs_itself_only(
    run: Callable[[str], tuple[int, Any]],
) -> None:
    code, said = run("grief")
    assert code == 0
    assert said["failed"] == ["4", "9", "11"]
    assert said["imported"] == ["first", *(str(n) for n in range(15) if n not in {4, 9, 11})]
    assert said["children"] == []


def test_who_is_killed_has_whole_articles_and_the_next_import_the_rest(
    run: Callable[[str], tuple[int, Any]], tmp_path: Path
) -> None:
    code, said = run("killed")
    assert code == -signal.SIGKILL
    with closing(open_services(tmp_path / "library")) as services:
        kept = services.reading.summary()
        assert 200 < kept.texts < 601
        assert kept.takes == kept.texts
        assert all(finding.ok for finding in services.upkeep.findings())
    code, said = run("many")
    assert (code, said["known"], len(said["imported"])) == (0, kept.texts, 601)
    with closing(open_services(tmp_path / "library")) as services:
        assert services.reading.summary().texts == 601
        assert services.searching.search("herring").total == 601
        assert services.upkeep.is_up_to_date()
    code, said = run("many")
    assert (code, said["known"], said["failed"]) == (0, 601, [])
