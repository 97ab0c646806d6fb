"""What the reader waits for, measured on a library of the program: typing, adding, odd strings."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

from search_corpus import Query, documents, share
from search_library import draft, library_of

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.grouping import Grouping
from summit_reader.gui.search.live import FIRST_PAGE, FIRST_ROWS, Question
from summit_reader.gui.search.model import HitListModel
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.index.port import ArticleDocument, PassageDocument
from summit_reader.index.whoosh_index import open_index
from summit_reader.store import articles
from summit_reader.store.database import Database

TYPED = 20
ADDED = 15
MARK = "zzvisible"
STRINGS = 10_000
PIECES = [
    *'ab ()"-*~?:,.0129<>é\u0301東', "OR ", "NOT ", "the ", "white house ", "pres*", "w?n",
    "senate~", '"the house"~3', "date:2019", "outlet:", "title:", "said:", "speaker:", "in:",
]  # fmt: skip


def measured_program(folder: Path, queries: list[Query]) -> dict[str, float]:
    """Print and give the figures of a library made of `articles.db`."""
    services = library_of(folder / "library", folder / "articles.db")
    try:
        texts = services.reading.summary().texts
        typed = typing(services, queries)
        odd = odd_strings(services)
        cpu, wall = adding(folder)
        whole = taking_in(services, folder)
    finally:
        services.close()
    print(
        f"\nin a library of {texts} texts, CPU ms"
        f"\n{len(typed)} keystrokes to rows ready to paint: p50 {share(typed, 0.5):.1f}, "
        f"p95 {share(typed, 0.95):.1f}, longest {max(typed):.1f}"
        f"\none article added, committed to disk and found: median {share(cpu, 0.5):.1f}, "
        f"p95 {share(cpu, 0.95):.1f}; on the wall {share(wall, 0.5):.1f}, {share(wall, 0.95):.1f}"
        f"\nthe same from the database to its snippet: median {share(whole, 0.5):.1f}"
        f"\n{len(odd)} random strings: p50 {share(odd, 0.5):.1f}, p95 {share(odd, 0.95):.1f}, "
        f"longest {max(odd):.1f}"
    )
    return {
        "typing_p95_ms": share(typed, 0.95),
        "add_visible_ms": share(cpu, 0.5),
        "add_visible_wall_ms": share(wall, 0.5),
        "add_to_snippet_ms": share(whole, 0.5),
        "odd_strings_longest_ms": max(odd),
    }


def typing(services: Services, queries: list[Query]) -> list[float]:
    """Milliseconds from each keystroke to what the list paints, asked as the window asks."""
    model = HitListModel()
    typed = [" ".join(query["terms"]) for query in queries if query["kind"] == "and"][:TYPED]
    keystrokes = [whole[:end] for whole in typed for end in range(1, len(whole) + 1)]
    spent = []
    Question(keystrokes[-1]).asked(services, FIRST_PAGE, rows=FIRST_ROWS)
    for text in keystrokes:
        started = time.thread_time()
        results = Question(text).asked(services, FIRST_PAGE, rows=FIRST_ROWS)
        model.show([results], Grouping.OUTLET)
        for row in range(model.rowCount()):
            model.data(model.index(row), VALUE)
        spent.append((time.thread_time() - started) * 1e3)
    return spent


def adding(folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of CPU and on the wall to add an article to the index, commit it, and find it.

    It is the program's commit, with its checksums, all synced, and its readers that catch up; in a
    copy of the library's index.
    """
    copy = folder / "added"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / "library" / "index", copy)
    index = open_index(copy)
    index.search(MARK)
    cpu, wall = [], []
    for turn, row in enumerate(documents(folder / "articles.db", ADDED), 1):
        document = _document(-turn, f"{row[1]} {MARK}{turn}", row[2], row[3])
        started, began = time.thread_time(), time.perf_counter()
        with index.batch(turn) as batch:
            batch.put(document)
        found = index.search(f"{MARK}{turn}").total
        cpu.append((time.thread_time() - started) * 1e3)
        wall.append((time.perf_counter() - began) * 1e3)
        assert found == 1  # noqa: S101 - else nothing was measured
    index.close()
    return cpu, wall


def taking_in(services: Services, folder: Path) -> list[float]:
    """Milliseconds of CPU from an article in the database to its snippet, through the services."""
    spent = []
    database = Database.open(folder / "library")
    for turn, row in enumerate(documents(folder / "articles.db", ADDED)):
        mark = f"{MARK}{time.time_ns()}"
        with database.write() as work:
            articles.add(work, draft(-turn, f"{row[1]} {mark}", *row[2:]))
            work.commit()
        started = time.thread_time()
        services.upkeep.catch_up()
        found = services.searching.search(mark).total
        spent.append((time.thread_time() - started) * 1e3)
        assert found == 1  # noqa: S101 - else nothing was measured
    database.close()
    return spent


def _document(article_id: int, title: str, body: str, outlet: str) -> ArticleDocument:
    lines = (line.strip() for line in body.splitlines())
    passages = (PassageDocument(number, line) for number, line in enumerate(lines) if line)
    return ArticleDocument(article_id, title, "en", tuple(passages), outlet=outlet)


def odd_strings(services: Services) -> list[float]:
    """Milliseconds for each of many random strings, as the window asks while they are typed."""
    chance = random.Random(7)  # noqa: S311 - the same strings every time
    spent = []
    for _ in range(STRINGS):
        query = "".join(chance.choices(PIECES, k=chance.randrange(10)))
        started = time.thread_time()
        try:
            Question(query).asked(services, FIRST_PAGE, rows=FIRST_ROWS)
        except QueryProblem as problem:
            str(problem)
        spent.append((time.thread_time() - started) * 1e3)
    return spent
