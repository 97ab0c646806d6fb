"""Search: ours, SQLite FTS5 and tantivy on the same documents, in one interleaved run.

    python benchmarks/search.py [CORPUS.jsonl[.xz]]

Environment: LIMIT=articles taken, QUERIES=file of queries, KEEP=folder with databases and indexes
to use again, JSON=1 for one JSON object on the last line. Times are CPU milliseconds, the least of
three rounds; every ratio is ours divided by the peer's.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from search_corpus import KINDS, Query, documents, made_queries, store  # noqa: E402
from search_engines import BUILD, OPEN, Answer, our_fields, size  # noqa: E402

ROUNDS = 3
TYPED = 20
SHORTEST_PREFIX = 3
PEERS = ("fts5", "tantivy")


def share(values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def built(folder: Path, engine: str, kind: str) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a build in its own process; 0, 0 if it was built before."""
    target = folder / f"{engine}_{kind}"
    if target.exists():
        return 0.0, 0.0
    answer = subprocess.run(
        [sys.executable, HERE / "search_engines.py", engine, folder / f"{kind}.db", target],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(HERE.parent)},
    )
    spent, peak = answer.stdout.split()
    return float(spent), float(peak)


def disk(folder: Path, engine: str, kind: str) -> float:
    """Megabytes of an index, the texts themselves left out."""
    found = size(folder / f"{engine}_{kind}")
    return (found - (size(folder / f"{kind}.db") if engine == "fts5" else 0)) / 1e6


def timed(folder: Path, kind: str, queries: list[Query]) -> dict[str, list[float | None]]:
    """For each engine, the milliseconds of each query; None where it cannot answer it."""
    engines: dict[str, Callable[[Query], Answer | None]] = {
        name: OPEN[name](folder / f"{name}_{kind}", kind) for name in OPEN
    }
    times: dict[str, list[float | None]] = {name: [None] * len(queries) for name in engines}
    totals: dict[str, int] = dict.fromkeys(engines, 0)
    for name, run in engines.items():
        for query in queries[::20]:
            run(query)
        totals[name] = 0
    for _ in range(ROUNDS):
        for number, query in enumerate(queries):
            for name, run in engines.items():
                started = time.thread_time()
                answer = run(query)
                spent = (time.thread_time() - started) * 1e3
                if answer is not None:
                    before = times[name][number]
                    times[name][number] = spent if before is None else min(before, spent)
                    totals[name] += answer[1]
    return times


def table(
    kind: str, queries: list[Query], times: dict[str, list[float | None]]
) -> dict[str, float]:
    """Print p50/p95 by kind of query; gives the p95 of all by engine."""
    print(f"\n{kind}: CPU ms p50/p95; ratios of p95, ours divided by the peer's")
    print("kind".ljust(12) + "".join(name.rjust(16) for name in times) + "  /fts5  /tantivy")
    overall: dict[str, float] = {}
    for name in [*dict.fromkeys(query["kind"] for query in queries), "ALL"]:
        row, p95 = name.ljust(12), {}
        for engine, spent in times.items():
            values = [
                value
                for query, value in zip(queries, spent, strict=True)
                if value is not None and name in {query["kind"], "ALL"}
            ]
            if not values:
                row += "-".rjust(16)
                continue
            p95[engine] = share(values, 0.95)
            row += f"{share(values, 0.5):.2f}/{p95[engine]:.2f}".rjust(16)
        for peer in PEERS:
            row += f"{p95['ours'] / p95[peer]:8.2f}" if peer in p95 else "       -"
        print(row)
        overall = p95
    return overall


def typing(folder: Path, kind: str, queries: list[Query]) -> list[float]:
    """Milliseconds from each keystroke to rows with snippets and marked spans."""
    from whoosh import query as q
    from whoosh.index import open_dir

    from summit_reader.index.analyzer import terms
    from summit_reader.index.codec import WordForms
    from summit_reader.index.evaluator import Collection

    reader = open_dir(str(folder / f"ours_{kind}")).reader()
    collection = Collection([leaf for leaf, _ in reader.leaf_readers()])
    connection = sqlite3.connect(folder / f"{kind}.db")
    typed = [" ".join(query["terms"]) for query in queries if query["kind"] == "and"][:TYPED]
    spent = []
    for text in (whole[:end] for whole in typed for end in range(2, len(whole) + 1)):
        started = time.thread_time()
        words = terms(text)
        done, last = (words, "") if text.endswith(" ") else (words[:-1], words[-1])
        parts: list[q.Query] = [WordForms("body", word) for word in done]
        if len(last) >= SHORTEST_PREFIX:
            parts.append(q.Or([q.Prefix("body", last), WordForms("body", last)]))
        elif last:
            parts.append(WordForms("body", last))
        if parts:
            found = collection.evaluate(q.And(parts), limit=20)
            _rows(connection, [each.document + 1 for each in found.documents], words)
        spent.append((time.thread_time() - started) * 1e3)
    connection.close()
    return spent


def _rows(connection: sqlite3.Connection, ids: list[int], words: list[str]) -> list[Any]:
    marks = ",".join("?" * len(ids))
    select = f"select id, title, outlet, day, body from d where id in ({marks})"  # noqa: S608 - marks
    stems = "|".join(re.escape(word[: max(3, len(word) - 2)]) for word in words)
    places = re.compile(rf"\b(?:{stems})\w*", re.IGNORECASE)
    rows = []
    for number, title, outlet, day, body in connection.execute(select, ids):
        first = places.search(body)
        start = max(0, first.start() - 60) if first else 0
        snippet = body[start : start + 220]
        spans = [match.span() for match in places.finditer(snippet)]
        rows.append((number, title, outlet, day, snippet, spans))
    return rows


def added(folder: Path) -> float:
    """Milliseconds to add one article, commit it and have it found; the median of several."""
    from whoosh import query as q
    from whoosh.index import open_dir

    from summit_reader.index.codec import ColumnarWriter
    from summit_reader.index.evaluator import Collection

    index = open_dir(str(folder / "ours_articles"))
    row = next(documents(folder / "articles.db", 1))
    spent = []
    for number in range(9):
        started = time.thread_time()
        writer = ColumnarWriter(index)
        number_, title, *rest = row
        for fields in our_fields([(number_, f"{title} visible{number}", *rest)]):
            writer.add_document(**fields)
        writer.commit()
        with index.reader() as reader:
            leaves = [leaf for leaf, _ in reader.leaf_readers()]
            asked = q.Term("title", f"visible{number}")
            assert Collection(leaves).evaluate(asked, limit=1).total == 1  # noqa: S101 - what is timed
        spent.append((time.thread_time() - started) * 1e3)
    return share(spent, 0.5)


def main() -> int:
    """Build, ask, print."""
    if "tantivy" not in BUILD:
        print("tantivy is left out: it is not installed (pip install tantivy)")
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    limit = int(os.environ["LIMIT"]) if os.environ.get("LIMIT") else None
    with tempfile.TemporaryDirectory(prefix="summit-search-") as temporary:
        folder = Path(os.environ.get("KEEP") or temporary)
        folder.mkdir(exist_ok=True)
        if not (folder / "articles.db").exists():
            print("documents:", store(folder, corpus, limit))
        report = measured(folder)
    if os.environ.get("JSON"):
        print(json.dumps(report))
    return 0


def measured(folder: Path) -> dict[str, float]:
    """All figures of the run."""
    report: dict[str, float] = {}
    print(f"\nbuild: {'CPU s':>17} {'peak MB':>9} {'disk MB':>9}")
    for kind in KINDS:
        spent = {}
        for engine in BUILD:
            spent[engine], peak = built(folder, engine, kind)
            megabytes = disk(folder, engine, kind)
            print(f"{kind:9} {engine:8} {spent[engine]:8.1f} {peak:9.0f} {megabytes:9.0f}")
            if engine == "ours":
                report["build_peak_mb"] = max(peak, report.get("build_peak_mb", 0))
        if spent["fts5"]:
            report[f"build_{kind}_ratio_fts5"] = spent["ours"] / spent["fts5"]
    report["disk_ratio_fts5"] = disk(folder, "ours", "passages") / disk(folder, "fts5", "passages")
    if os.environ.get("QUERIES"):
        queries = json.loads(Path(os.environ["QUERIES"]).read_text())
    else:
        queries = made_queries(folder / "articles.db")
    for kind in KINDS:
        p95 = table(kind, queries, timed(folder, kind, queries))
        for peer in (name for name in PEERS if name in p95):
            report[f"{kind}_p95_ratio_{peer}"] = p95["ours"] / p95[peer]
    typed = typing(folder, "passages", queries)
    report["typing_p95_ms"] = share(typed, 0.95)
    print(
        f"\ntyping on passages, {len(typed)} keystrokes to painted rows: CPU ms p50 "
        f"{share(typed, 0.5):.1f}, p95 {report['typing_p95_ms']:.1f}"
    )
    report["add_visible_ms"] = added(folder)
    print(f"one article added, committed and found: {report['add_visible_ms']:.1f} ms CPU")
    for name, value in report.items():
        print(f"{name:32} {value:.3f}")
    return report


if __name__ == "__main__":
    sys.exit(main())
