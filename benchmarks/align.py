"""How well passages, points and stories of annotated texts are found, and how fast.

    python benchmarks/align.py FOLDER [--seeds FILE] [--corpus FILE] [--json]

FOLDER holds `basil_align_`, `kpa_` and `events_` `input.json` and `gold.json`, each plain or .xz;
what is not there is left out. TF-IDF and BM25 are measured by the same calls.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does

import numpy as np
from align_baselines import Bm25, TfIdf
from align_scores import Best, auroc, key_points, mean, pairwise_f1, precision_at, right_takes
from align_stories import clustered, corpus_heads, heads_of
from numpy.typing import NDArray

from summit_reader.compare.likeness import likeness, on_points
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Terms, terms_of
from summit_reader.compare.word_vectors import vectors_at
from summit_reader.services.analysing import analysis
from summit_reader.shipped import resources_folder

RECALL = 0.6
METHODS = ("program", "TF-IDF", "BM25")
ANALYSE = analysis("en")

Figures = dict[str, dict[str, float]]
Table = NDArray[np.float32]
Method = Callable[[PassageSet, Sequence[Terms], Sequence[int]], Table]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=Path, help="points and sentences of the seeds")
    parser.add_argument("--corpus", type=Path, help="dated articles, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="end with one JSON object")
    arguments = parser.parse_args()
    ours: dict[str, float] = {}
    for figures in _measured(arguments):
        for method, values in figures.items():
            said = "  ".join(f"{name} {value:.4f}" for name, value in values.items())
            print(f"{method:8} {said}", flush=True)
        ours |= figures["program"]
    if arguments.json:
        print(json.dumps({name: round(value, 4) for name, value in ours.items()}))
    return 0


def _measured(arguments: argparse.Namespace) -> Iterator[Figures]:
    """Figures of one sort after the other, by method."""
    vectors = vectors_at(resources_folder() / "vectors")
    if found := _pair(arguments.folder, "basil_align"):
        yield {each: _retrieval(*found, each, vectors) for each in METHODS}
        yield {"program": _speed(found[0], vectors)}
    if found := _pair(arguments.folder, "kpa"):
        texts = [each["argument"] for each in found[0]["arguments"]]
        passages = PassageSet([terms_of(text, ANALYSE) for text in texts], vectors)
        yield {each: _key_points(*found, _on_point(each), passages) for each in METHODS}
    if found := _pair(arguments.folder, "events"):
        ids = [each["id"] for each in found[0]]
        groups = dict(zip(ids, clustered(heads_of(found[0], ANALYSE)), strict=True))
        yield {"program": {"stories_f1": pairwise_f1(found[1], groups)}}
    if arguments.seeds:
        seeds = json.loads(arguments.seeds.read_text(encoding="utf-8"))
        passages = PassageSet([terms_of(t["text"], ANALYSE) for t in seeds["takes"]], vectors)
        yield {each: _seeds(seeds, _on_point(each), passages) for each in METHODS}
    if arguments.corpus:
        yield {"program": _scale(arguments.corpus)}


def _scale(corpus: Path) -> dict[str, float]:
    """Seconds of a processor for finding the stories of all dated articles."""
    began = time.process_time()
    heads = corpus_heads(corpus, ANALYSE)
    read = time.process_time()
    groups = clustered(heads)
    return {
        "articles": len(heads),
        "stories": len(set(groups)),
        "read_cpu_s": read - began,
        "cluster_cpu_s": time.process_time() - read,
    }


def _read(path: Path) -> Any:
    packed = path.with_name(path.name + ".xz")
    if packed.exists():
        return json.loads(lzma.decompress(packed.read_bytes()))
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def _pair(folder: Path, name: str) -> tuple[Any, Any] | None:
    asked, gold = _read(folder / f"{name}_input.json"), _read(folder / f"{name}_gold.json")
    return None if asked is None or gold is None else (asked, gold)


def _on_point(method: str) -> Method:
    return on_points if method == "program" else _baseline(method)


def _baseline(name: str) -> Method:
    return {"TF-IDF": TfIdf, "BM25": Bm25}[name]().scores


def _retrieval(data: Any, gold: Any, method: str, vectors: Any) -> dict[str, float]:
    """The same quotation in another outlet's article, with the words as printed and masked."""
    texts = data["passages"]
    terms = {key: terms_of(each["text"], ANALYSE) for key, each in texts.items()}
    whole = PassageSet(list(terms.values()))
    place = {key: number for number, key in enumerate(terms)}
    stories: dict[str, list[str]] = defaultdict(list)
    articles: dict[str, list[str]] = defaultdict(list)
    held: dict[tuple[str, str], str] = {}
    for key, each in texts.items():
        stories[each["event"]].append(key)
        articles[each["article"]].append(key)
        held[each["event"], each["source"]] = each["article"]
    for keys in articles.values():
        keys.sort(key=lambda key: int(key.split("#")[1]))
    sets = {story: PassageSet([terms[key] for key in keys], vectors)
            for story, keys in stories.items()}  # fmt: skip
    score = None if method == "program" else _baseline(method)
    figures = {}
    for variant, field in (("full", "text"), ("masked", "masked")):
        first, three, present, absent = [], [], [], []
        for query in data["queries"]:
            if query[field] is None:
                continue
            among = articles[held[query["event"], query["target"]]]
            own = articles[texts[query["passage"]]["article"]]
            row = own.index(query["passage"])
            asked = [terms[key] for key in own]
            asked[row] = terms_of(query[field], ANALYSE)
            if score is None:
                keys = stories[query["event"]]
                table = likeness(sets[query["event"]], asked, [keys.index(key) for key in among])
                scores = table[row]
            else:
                asked_alone = asked[row : row + 1]
                scores = score(whole, asked_alone, [place[key] for key in among])[0]
            right = [key in gold[query["qid"]] for key in among]
            order = np.argsort(-scores, kind="stable")
            first.append(float(right[order[0]]))
            three.append(float(any(right[at] for at in order[:3])))
            present.append(float(scores.max()))
            others = [float(score) for score, is_gold in zip(scores, right, strict=True)
                      if not is_gold]  # fmt: skip
            absent.append(max(others, default=0.0))
        figures |= {f"{variant}_r1": mean(first), f"{variant}_r3": mean(three)}
        if variant == "full":
            figures["none_auroc"] = auroc(present, absent)
    return figures


def _speed(data: Any, vectors: Any) -> dict[str, float]:
    """Milliseconds for two articles with everything, and for a point over 1,000 passages."""
    articles: dict[str, list[str]] = defaultdict(list)
    for each in data["passages"].values():
        articles[each["article"]].append(each["text"])
    two = [list(articles.values())[at : at + 2] for at in range(0, min(40, len(articles) - 1), 2)]
    times = []
    for one, other in two:
        began = time.perf_counter()
        terms = [terms_of(text, ANALYSE) for text in (*one, *other)]
        passages = PassageSet(terms, vectors)
        likeness(passages, terms[: len(one)], range(len(one), len(terms)))
        times.append(time.perf_counter() - began)
    texts = [each["text"] for each in data["passages"].values()][:1000]
    story = PassageSet([terms_of(text, ANALYSE) for text in texts], vectors)
    point = [terms_of("who voted against the health care bill", ANALYSE)]
    asked = []
    for _ in range(20):
        began = time.perf_counter()
        on_points(story, point, range(len(story)))
        asked.append(time.perf_counter() - began)
    return {"align_ms": 1000 * sorted(times)[len(times) // 2],
            "point_1000_ms": 1000 * sorted(asked)[10]}  # fmt: skip


def _key_points(data: Any, gold: Any, method: Method, passages: PassageSet) -> dict[str, float]:
    scores: dict[tuple[str, str], float] = {}
    numbers: dict[Any, list[int]] = defaultdict(list)
    for number, each in enumerate(data["arguments"]):
        numbers[each["topic"], each["stance"]].append(number)
    points: dict[Any, list[Any]] = defaultdict(list)
    for each in data["key_points"]:
        points[each["topic"], each["stance"]].append(each)
    for group, among in numbers.items():
        asked = [terms_of(each["key_point"], ANALYSE) for each in points[group]]
        table = method(passages, asked, among)
        for row, point in enumerate(points[group]):
            for column, number in enumerate(among):
                key = (point["key_point_id"], data["arguments"][number]["arg_id"])
                scores[key] = float(table[row, column])
    return key_points(data["arguments"], data["key_points"], gold, scores)


def _seeds(seeds: Any, method: Method, passages: PassageSet) -> dict[str, float]:
    points = [terms_of(point, ANALYSE) for point in seeds["gold"]]
    table = method(passages, points, range(len(passages)))
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for number, take in enumerate(seeds["takes"]):
        by_outlet[take["src"]].append(number)
    bests = []
    for row, right in zip(table, seeds["gold"].values(), strict=True):
        for numbers in by_outlet.values():
            best = max(numbers, key=lambda number: row[number])
            has_gold = not set(right).isdisjoint(numbers)
            bests.append(Best(float(row[best]), best in right, has_gold))
    return {"seeds_right_take": right_takes(bests), "seeds_precision": precision_at(bests, RECALL)}


if __name__ == "__main__":
    sys.exit(main())
