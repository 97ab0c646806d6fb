"""Search: ours, SQLite FTS5, tantivy and stock Whoosh on the same documents, interleaved.

    python benchmarks/search.py [CORPUS.jsonl[.xz]]

Environment: LIMIT=articles taken, QUERIES=file of queries, KEEP=folder with databases and indexes
to use again, STOCK=all to have stock Whoosh on all articles instead of 5,000 (STOCK=0: not at all),
GROWTH=1 for ours from 10,000 to a million passages, JSON=1 for one JSON object on the last line.
Times are CPU milliseconds, the least of three rounds; every ratio is ours divided by the peer's.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from search_corpus import KINDS, Query, grown, made_queries, share, store  # noqa: E402
from search_engines import BUILD, OPEN, Answer, size  # noqa: E402
from search_program import measured_program  # noqa: E402

ROUNDS = 3
STOCK = 5_000
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
PEERS = tuple(name for name in ("fts5", "tantivy") if name in BUILD)
FIGURES = (
    *(f"{kind}_p95_ratio_{peer}" for kind in KINDS for peer in PEERS),
    *(f"build_{kind}_ratio_fts5" for kind in KINDS),
    "build_peak_mb", "disk_ratio_fts5", "typing_p95_ms", "add_visible_ms",
)  # fmt: skip
"""What is printed by name in every run."""

Times = dict[str, list[float | None]]


def built(folder: Path, engine: str, kind: str) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a build in its own process, made or remembered."""
    target = folder / f"{engine}_{kind}"
    said = target.with_suffix(".built")
    if not said.exists():
        shutil.rmtree(target, ignore_errors=True)  # of a run that was stopped
        answer = subprocess.run(
            [sys.executable, HERE / "search_engines.py", engine, folder / f"{kind}.db", target],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(HERE.parent)},
        )
        said.write_text(answer.stdout)
    spent, peak = said.read_text().split()
    return float(spent), float(peak)


def disk(folder: Path, engine: str, kind: str) -> float:
    """Megabytes of an index, the texts themselves left out."""
    found = size(folder / f"{engine}_{kind}")
    return (found - (size(folder / f"{kind}.db") if engine == "fts5" else 0)) / 1e6


def timed(
    folder: Path, kind: str, queries: list[Query], names: Sequence[str], rounds: int = ROUNDS
) -> Times:
    """For each engine, the milliseconds of each query; None where it cannot answer it."""
    engines: dict[str, Callable[[Query], Answer | None]] = {
        name: OPEN[name](folder / f"{name}_{kind}", kind) for name in names
    }
    times: Times = {name: [None] * len(queries) for name in engines}
    for run in engines.values():
        for query in queries[::20]:
            run(query)
    for _ in range(rounds):
        for number, query in enumerate(queries):
            for name, run in engines.items():
                started = time.thread_time()
                answer = run(query)
                spent = (time.thread_time() - started) * 1e3
                if answer is not None:
                    before = times[name][number]
                    times[name][number] = spent if before is None else min(before, spent)
    return times


def table(title: str, queries: list[Query], times: Times) -> dict[str, float]:
    """Print p50/p95 by kind of query; gives the p95 of all by engine."""
    peers = [name for name in times if name != "ours"]
    print(f"\n{title}: CPU ms p50/p95; ratios of p95, ours divided by the peer's")
    print(
        "kind".ljust(12)
        + "".join(name.rjust(16) for name in times)
        + "".join(f"/{peer}".rjust(10) for peer in peers)
    )
    p95: dict[str, float] = {}
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
        for peer in peers:
            row += (f"{p95['ours'] / p95[peer]:.3f}" if peer in p95 else "-").rjust(10)
        print(row)
    return p95


def measured(folder: Path, queries: list[Query]) -> dict[str, float]:
    """Ours and its peers on all documents."""
    report: dict[str, float] = {"build_peak_mb": 0.0}
    engines = ("ours", *PEERS)
    print(f"\nbuild: {'CPU s':>17} {'peak MB':>9} {'disk MB':>9}")
    for kind in KINDS:
        spent = {}
        for engine in engines:
            spent[engine], peak = built(folder, engine, kind)
            print(
                f"{kind:9} {engine:8} {spent[engine]:8.1f} {peak:9.0f} "
                f"{disk(folder, engine, kind):9.0f}"
            )
            if engine == "ours":
                report["build_peak_mb"] = max(peak, report["build_peak_mb"])
        report[f"build_{kind}_ratio_fts5"] = spent["ours"] / spent["fts5"]
    report["disk_ratio_fts5"] = disk(folder, "ours", "passages") / disk(folder, "fts5", "passages")
    for kind in KINDS:
        p95 = table(kind, queries, timed(folder, kind, queries, engines))
        for peer in PEERS:
            report[f"{kind}_p95_ratio_{peer}"] = p95["ours"] / p95[peer]
    return report


def beside_stock(
    folder: Path, corpus: Path | None, limit: int | None, queries: list[Query]
) -> dict[str, float]:
    """Ours and stock Whoosh on as many articles as one can wait for."""
    count = limit if os.environ.get("STOCK") == "all" else min(limit or STOCK, STOCK)
    place = folder / "stock"
    if not place.exists():
        place.mkdir()
        store(place, corpus, count)
    engines = ("ours", "stock")
    spent = {engine: built(place, engine, "articles")[0] for engine in engines}
    times = timed(place, "articles", queries, engines, rounds=1)
    p95 = table("articles, beside stock Whoosh", queries, times)
    print(
        f"build: ours {spent['ours']:.1f} s, stock {spent['stock']:.1f} s; disk: "
        f"{disk(place, 'ours', 'articles'):.0f} MB, {disk(place, 'stock', 'articles'):.0f} MB"
    )
    return {
        "articles_p95_ratio_stock": p95["ours"] / p95["stock"],
        "build_articles_ratio_stock": spent["ours"] / spent["stock"],
    }


def growth(folder: Path, queries: list[Query]) -> dict[str, Any]:
    """Ours on ever more passages; those of the corpus come again, varied, where it has too few."""
    print(
        f"\ngrowth: {'passages':>12} {'build s':>9} {'peak MB':>9} {'disk MB':>9}  CPU ms p50/p95"
    )
    figures = []
    for count in SIZES:
        with tempfile.TemporaryDirectory(prefix="summit-growth-", dir=folder) as temporary:
            place = Path(temporary)
            grown(folder / "passages.db", place / "passages.db", count)
            spent, peak = built(place, "ours", "passages")
            taken = timed(place, "passages", queries, ["ours"])["ours"]
            values = [value for value in taken if value is not None]
            megabytes = disk(place, "ours", "passages")
        p50, p95 = share(values, 0.5), share(values, 0.95)
        print(f"{count:20} {spent:9.1f} {peak:9.0f} {megabytes:9.1f}  {p50:.2f}/{p95:.2f}")
        figures.append(
            {"passages": count, "build_s": spent, "build_peak_mb": peak, "disk_mb": megabytes}
            | {"p50_ms": p50, "p95_ms": p95}
        )
    return {"growth": figures}


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
        if os.environ.get("QUERIES"):
            queries: list[Query] = json.loads(Path(os.environ["QUERIES"]).read_text("utf-8"))
        else:
            queries = made_queries(folder / "articles.db")
        report: dict[str, Any] = measured(folder, queries)
        report |= measured_program(folder, queries)
        if os.environ.get("STOCK") != "0":
            report |= beside_stock(folder, corpus, limit, queries)
        if os.environ.get("GROWTH"):
            report |= growth(folder, queries)
    print()
    for name in FIGURES:
        print(f"{name:32} {report[name]:.3f}")
    if os.environ.get("JSON"):
        print(json.dumps(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
