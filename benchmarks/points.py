"""How fast a point is looked for in a library, and what keeping passages' directions is worth.

    python benchmarks/points.py LIBRARY [--questions N] [--json]

The questions are headlines of the library. Directions of passages are had three ways: made of the
text, read from the file beside the index, and read from a database.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does

import numpy as np
from numpy.typing import NDArray

from summit_reader.bootstrap import Services, open_services
from summit_reader.compare.passage_vectors import PassageVectors
from summit_reader.compare.word_vectors import VERSION, WordVectors, vectors_at
from summit_reader.index.analyzer import terms
from summit_reader.shipped import resources_folder

SEED = 5
LONGEST, SHORTEST = 90, 30
ASKED = 500


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("library", type=Path)
    parser.add_argument("--questions", type=int, default=20)
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    arguments = parser.parse_args()
    services = open_services(arguments.library)
    try:
        figures = {
            **_library(services, arguments.questions),
            **_story(services),
            **_directions(arguments.library),
        }
    finally:
        services.close()
    for name, value in figures.items():
        print(f"{name:28} {value:10.2f}")
    if arguments.json:
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}))
    return 0


def _library(services: Services, count: int) -> dict[str, float]:
    """Milliseconds for a point over the whole library: asked for the first time, and again."""
    heads = [each.title for each in services.reading.texts()]
    asked = [each for each in heads if SHORTEST <= len(each) <= LONGEST] or heads
    questions = random.Random(SEED).sample(asked, min(count, len(asked)))  # noqa: S311 - a sample
    services.proposing.for_question("to be warm")
    ask = services.proposing.for_question
    first = [_timed(partial(ask, question)) for question in questions]
    again = [_timed(partial(ask, question)) for question in questions]
    found = [ask(question).outlets for question in questions]
    strong = [sum(bool(each.best and not each.best.is_weak) for each in own) for own in found]
    return {
        "library_first_ms": median(first),
        "library_ms": median(again),
        "library_slowest_ms": max(again),
        "outlets_not_weak": sum(strong) / len(strong),
    }


def _story(services: Services) -> dict[str, float]:
    """Milliseconds for a point over the largest story: the first one asked, and others."""
    stories = services.gathering.stories()
    if not stories:
        return {}
    story = max(stories, key=lambda each: len(each.articles))
    ask = partial(services.proposing.for_question, story.title, story_id=story.id)
    first = _timed(ask)
    return {"story_first_ms": first, "story_ms": median([_timed(ask) for _ in range(9)])}


def _directions(library: Path) -> dict[str, float]:
    """Milliseconds for the directions of some hundred passages, in each of three ways."""
    vectors = vectors_at(resources_folder() / "vectors")
    kept = PassageVectors(library / "vectors", VERSION)
    direction = vectors.of(["talks"])[0]
    places = kept.near(direction, ASKED)
    with closing(sqlite3.connect(library / "library.db")) as database:
        texts = [
            database.execute(
                "SELECT text FROM passages WHERE article_id = ? AND number = ?", place
            ).fetchone()[0]
            for place in places
        ]
    made = _made(vectors, texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.db"
        with closing(sqlite3.connect(path)) as database:
            database.execute(
                "CREATE TABLE rows (article, number, row, PRIMARY KEY (article, number))"
            )
            rows = [(*place, row.astype(np.float16).tobytes())
                    for place, row in zip(places, made, strict=True)]  # fmt: skip
            database.executemany("INSERT INTO rows VALUES (?, ?, ?)", rows)
            database.commit()
            by_row = "SELECT row FROM rows WHERE article = ? AND number = ?"
            stored = _timed(
                lambda: [np.frombuffer(database.execute(by_row, place).fetchone()[0], np.float16)
                         for place in places]
            )  # fmt: skip
    return {
        "made_ms": _timed(lambda: _made(vectors, texts)),
        "file_ms": _timed(lambda: kept.likeness(direction, places)),
        "database_ms": stored,
        "nearest_of_all_ms": median(
            [_timed(lambda: kept.near(direction, ASKED)) for _ in range(5)]
        ),
        "kept_passages": float(kept.manifest.rows),
    }


def _made(vectors: WordVectors, texts: list[str]) -> list[NDArray[np.float32]]:
    return [vectors.of(terms(text)).sum(axis=0) for text in texts]


def _timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
