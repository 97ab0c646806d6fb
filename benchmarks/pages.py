"""How well articles, dates, authors and headlines are told from saved pages.

The folder holds pages and `truth.jsonl`, one object a line with `file`, `body`,
`body_with_standfirst`, `title`, `authors` and `date`. Body: four-word shingles as multisets,
precision and recall averaged over pages, the truth with or without its standfirst, whichever is
nearer; date: share of pages whose day is right; authors: F1 of the sets of names; headline: F1 of
its words; all averaged over pages.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

SHINGLE = 4
_BY = re.compile(r"^(by|von|par|por)\s+", re.IGNORECASE)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = words(text)
    if not tokens:
        return Counter()
    starts = range(max(1, len(tokens) - SHINGLE + 1))
    return Counter(tuple(tokens[at : at + SHINGLE]) for at in starts)


def agreement(truth: Counter[Any], found: Counter[Any]) -> tuple[float, float]:
    """Precision and recall."""
    common = sum((truth & found).values())
    precision = common / sum(found.values()) if found else 0.0
    return precision, common / sum(truth.values()) if truth else 1.0


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def names(people: Iterable[str]) -> Counter[str]:
    return Counter({" ".join(words(_BY.sub("", person))) for person in people} - {""})


def scores(truth: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    text = shingles(found.get("text", ""))
    body = max(
        (agreement(shingles(truth[key]), text) for key in ("body", "body_with_standfirst")),
        key=lambda pair: f1(*pair),
    )
    people, listed = names(truth["authors"]), names(found.get("byline", ()))
    title = agreement(Counter(words(truth["title"])), Counter(words(found.get("headline", ""))))
    day = str(truth["date"] or "")[:10]
    return {
        "precision": body[0],
        "recall": body[1],
        "date": float(str(found.get("date") or "")[:10] == day) if day else None,
        "authors": f1(*agreement(people, listed)) if people or listed else 1.0,
        "title": f1(*title),
    }


def read(path: Path) -> dict[str, Any]:
    """What the readers tell of a page, as `import --dry-run --json` words it."""
    from summit_reader.bootstrap import draft_of
    from summit_reader.domain.passage import PassageKind
    from summit_reader.intake.reader import all_of, articles_at
    from summit_reader.text.bylines import authors_of

    draft = draft_of(next(all_of(articles_at(path))))
    body = [
        one.cleaned.of(draft.cleaned.text)
        for one in draft.passages
        if one.kind is not PassageKind.HEADLINE
    ]
    told = draft.metadata
    return {
        "file": str(path),
        "headline": told.headline,
        "byline": authors_of(draft),
        "date": told.published and told.published.isoformat(),
        "outlet": told.outlet.name,
        "text": "\n\n".join(body),
    }


def read_all(paths: list[Path]) -> tuple[dict[str, dict[str, Any]], list[float], list[str]]:
    """What was read by file name, the seconds each page took, and what failed."""
    found, taken, failed = {}, [], []
    read(paths[0])  # starting the worker and learning languages are no page's own
    for path in paths:
        before = time.perf_counter()
        try:
            found[path.name] = read(path)
        except Exception as error:  # noqa: BLE001 - any counts as failed, and is told
            failed.append(f"{path.name}: {error}")
        taken.append(time.perf_counter() - before)
    return found, taken, failed


def read_by_command(paths: list[Path]) -> tuple[dict[str, dict[str, Any]], list[float], list[str]]:
    """The same by the command line, which tells no times of its pages."""
    command = [sys.executable, "-m", "summit_reader", "import", "--dry-run", "--json"]
    told = json.loads(
        subprocess.run([*command, *map(str, paths)], check=False, capture_output=True).stdout
    )
    found = {Path(one["file"]).name: one for one in told["articles"]}
    return found, [], [f"{one['file']}: {one['reason']}" for one in told["failed"]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="pages and their truth.jsonl")
    parser.add_argument("--command", action="store_true", help="ask `summit-reader import`")
    parser.add_argument("--errors", action="store_true", help="list what is wrong page by page")
    call = parser.parse_args()
    lines = (call.folder / "truth.jsonl").read_text("utf-8").splitlines()
    truths = [json.loads(line) for line in lines]
    paths = [call.folder / truth["file"] for truth in truths]
    found, taken, failed = (read_by_command if call.command else read_all)(paths)
    scored = [(truth, scores(truth, found.get(truth["file"], {}))) for truth in truths]
    if call.errors:
        tell_errors(scored, found)
    precision, recall = (mean(one[key] for _, one in scored) for key in ("precision", "recall"))
    dates = [one["date"] for _, one in scored if one["date"] is not None]
    print(
        f"{len(scored)} pages: body F1 {f1(precision, recall):.4f}"
        f" (precision {precision:.4f}, recall {recall:.4f}), date {mean(dates or [0]):.4f},"
        f" authors F1 {mean(one['authors'] for _, one in scored):.4f},"
        f" headline F1 {mean(one['title'] for _, one in scored):.4f}"
    )
    if len(taken) > 1:
        print(
            f"p95 {quantiles(taken, n=20)[-1] * 1000:.0f} ms a page, mean {mean(taken) * 1000:.0f}"
        )
    print(*failed, sep="\n", end="\n" if failed else "")
    return 1 if failed else 0


def tell_errors(
    scored: list[tuple[dict[str, Any], dict[str, Any]]], found: Mapping[str, Mapping[str, Any]]
) -> None:
    for truth, one in scored:
        told = found.get(truth["file"], {})
        body = f1(one["precision"], one["recall"])
        print(f"{truth['file']}: body {body:.3f} = {one['precision']:.3f} / {one['recall']:.3f}")
        for key, field in (("date", "date"), ("authors", "byline"), ("title", "headline")):
            if one[key] is not None and one[key] < 1:
                print(f"  {key}: {told.get(field)!r}, not {truth[key]!r}")


if __name__ == "__main__":
    sys.exit(main())
