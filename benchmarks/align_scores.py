"""What passages, points and stories are scored by: retrieval, detection, key points, clusters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Scored = tuple[float, int]
"""A score, and whether what has it is right."""


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def auroc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """How often a right one has the higher score than a wrong one; ties count half."""
    ranked = sorted([(score, 1) for score in right] + [(score, 0) for score in wrong])
    total, at = 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        total += sum(is_right for _, is_right in ranked[at:end]) * (at + end + 1) / 2
        at = end
    pairs = len(right) * len(wrong)
    return (total - len(right) * (len(right) + 1) / 2) / pairs if pairs else 0.0


def average_precision(scored: Iterable[Scored]) -> float:
    """The area under precision over recall; what has the same score is shown together."""
    by_score: dict[float, list[int]] = defaultdict(list)
    for score, is_right in scored:
        by_score[score].append(is_right)
    everything = sum(map(sum, by_score.values()))
    shown = found = 0
    area = 0.0
    for score in sorted(by_score, reverse=True):
        labels = by_score[score]
        shown, found = shown + len(labels), found + sum(labels)
        area += sum(labels) / everything * found / shown if everything else 0.0
    return area


def key_points(
    arguments: Sequence[Mapping[str, Any]],
    points: Sequence[Mapping[str, Any]],
    gold: Mapping[str, int],
    scores: Mapping[tuple[str, str], float],
) -> dict[str, float]:
    """Mean average precision, strict and relaxed, and how well points find their arguments.

    Each argument goes to its best point, and the better half of a topic's arguments are judged;
    pairs that nobody labelled are wrong if judged strictly, and right if relaxed.
    """
    groups: dict[Hashable, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for point in points:
        groups[point["topic"], point["stance"]][0].append(point["key_point_id"])
    for argument in arguments:
        groups[argument["topic"], argument["stance"]][1].append(argument["arg_id"])
    strict, relaxed, first, three, areas = [], [], [], [], []
    for asked, answers in groups.values():
        best = []
        for answer in answers:
            point = max(asked, key=lambda one: scores[one, answer])
            best.append((scores[point, answer], gold.get(f"{answer}|{point}")))
        half = sorted(best, key=lambda one: -one[0])[: len(best) // 2]
        for judged, unlabelled in ((strict, 0), (relaxed, 1)):
            rated = [(score, unlabelled if label is None else label) for score, label in half]
            judged.append(average_precision(rated) * mean([label for _, label in rated]))
        for point in asked:
            rated = [
                (scores[point, answer], gold[f"{answer}|{point}"])
                for answer in answers
                if f"{answer}|{point}" in gold
            ]
            if any(label for _, label in rated):
                labels = [label for _, label in sorted(rated, key=lambda one: -one[0])]
                first.append(labels[0])
                three.append(sum(labels[:3]) / 3)
                areas.append(average_precision(rated))
    return {
        "kpa_strict": mean(strict), "kpa_relaxed": mean(relaxed),
        "query_p1": mean(first), "query_p3": mean(three), "query_ap": mean(areas),
    }  # fmt: skip


def pairwise_f1(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> float:
    """How well two groupings agree on which two belong together."""
    both = _pairs(Counter((gold[each], found[each]) for each in gold))
    here, there = _pairs(Counter(gold.values())), _pairs(Counter(found[each] for each in gold))
    return 2 * both / (here + there) if here + there else 1.0


def _pairs(counts: Mapping[Any, int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


@dataclass(frozen=True, slots=True)
class Best:
    """The best sentence of an outlet on a point; `has_gold` if one of the outlet's is right."""

    score: float
    is_right: bool
    has_gold: bool


def right_takes(bests: Sequence[Best]) -> float:
    """How often the best sentence is right where there is a right one."""
    return mean([float(each.is_right) for each in bests if each.has_gold])


def precision_at(bests: Sequence[Best], recall: float) -> float:
    """The share of right sentences where this share of the pairs that have gold is shown."""
    wanted = recall * sum(each.has_gold for each in bests)
    shown = right = having = 0
    for each in sorted(bests, key=lambda one: -one.score):
        shown, right, having = shown + 1, right + each.is_right, having + each.has_gold
        if having >= wanted:
            break
    return right / shown if shown else 0.0
