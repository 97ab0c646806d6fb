"""A library into which hostile files were imported holds what was reported, and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import FileProblem
from summit_reader.intake.documents import pdf
from summit_reader.intake.pages import html
from summit_reader.store.database import Database
from tests.data.hostile.generate import KINDS
from tests.data.hostile.worker_here import WorkerHere

LARGEST = 40_000
"""Bytes of the files taken here: how large ones are read is tested in `tests/intake`."""


def test_the_library_is_extended_by_what_was_reported_and_the_rest_is_named(
    services: Services, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (pdf, html):
        monkeypatch.setattr(module, "worker", WorkerHere)
    good = tmp_path / "good.txt"
    good.write_text("All about herring\n\nThe herring is back, and the town is glad of it.\n")
    paths = [good]
    for number, kind in enumerate(kind for kind in KINDS if not kind.needs_deadline):
        content = kind.make()
        if len(content) <= LARGEST and not kind.name.startswith("warc"):
            paths.append(tmp_path / f"{number}.bin")
            paths[-1].write_bytes(content)
    report = services.importing.import_paths(paths)
    new = {one.article_id for one in report.imported if not one.known}
    with closing(sqlite3.connect(database.folder / "library.db")) as connection:
        stored = {row[0] for row in connection.execute("SELECT id FROM articles")}
        (checked,) = connection.execute("PRAGMA integrity_check").fetchone()
    assert stored == new
    assert checked == "ok"
    named = {one.name.partition("#")[0] for one in report.imported}
    named |= {str(one.path).partition("#")[0] for one in report.failed}
    assert all(any(each.startswith(str(path)) for each in named) for path in paths)
    assert all(isinstance(one.error, FileProblem) for one in report.failed)
    assert services.searching.search("herring").total == 1
    again = services.importing.import_paths([good])
    assert [one.known for one in again.imported] == [True]
