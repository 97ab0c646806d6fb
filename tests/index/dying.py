"""Programs that are killed in the middle of writing an index."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SCRIPT = """
import os, sys
from pathlib import Path
from summit_reader.index import replacing, writer
from summit_reader.index.port import ArticleDocument
from summit_reader.index.whoosh_index import open_index

way, moment, folder = sys.argv[1:]

def die(*_):
    os._exit(9)

with getattr(open_index(Path(folder)), way)(2) as batch:
    batch.put(ArticleDocument(1, "Grain", "en", ()))
    if moment == "while it is written":
        die()
    if moment == "before the files are safe":
        writer.settle = die
    if moment == "before they are moved":
        replacing.locked = die
    if moment == "after they are moved":
        replacing.latest_generation = die
    if moment == "before the table of contents":
        writer.put_in_place = die
    if moment == "after the table of contents":
        writer.clean_files = die
"""


def die_while(way: str, moment: str, folder: Path) -> None:
    """Have one die at that moment while it puts “Grain” as change 2 into the index in `folder`.

    `way` is the method of the index that it writes with: “batch” or “replacement”.
    """
    died = subprocess.run(  # noqa: S603 - our own code, killed in the middle of its work
        [sys.executable, "-c", _SCRIPT, way, moment, str(folder)], cwd=ROOT, check=False
    )
    assert died.returncode == 9
