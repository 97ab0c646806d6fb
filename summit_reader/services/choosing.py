"""Which candidates are worth proposing for a point, outlet by outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summit_reader.compare.on_point import CUT_OFF, confidences, joined
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.reasons import Printed, reasons
from summit_reader.compare.terms import Terms, terms_of
from summit_reader.domain.alignment import Reason
from summit_reader.domain.decision_state import RefusedPassage
from summit_reader.domain.point import Point
from summit_reader.domain.take import Take
from summit_reader.services.analysing import analysis
from summit_reader.services.candidates import Candidate

_MOST = 3
"""Candidates of an outlet that are chosen at most."""


@dataclass(frozen=True)
class Weighed:
    """Candidates, and their words weighed against each other, by the same numbers."""

    candidates: Sequence[Candidate]
    passages: PassageSet

    @cached_property
    def language(self) -> str:
        """The language that most of them are in; a question is taken to be in it, too."""
        counts = Counter(each.language for each in self.candidates)
        return counts.most_common(1)[0][0] if counts else ""


@dataclass(frozen=True)
class Settled:
    """What is decided about a point: its takes, the refused ones, and refused passages."""

    takes: Sequence[Take]
    refused: frozenset[int]
    refused_passages: Sequence[RefusedPassage]

    def holds(self, candidate: Candidate) -> bool:
        """Whether nothing is left to decide: it is on the point or refused, or stands there."""
        if candidate.take_id is not None:
            return candidate.take_id in self._known
        part = candidate.part
        return any(
            take.article_id == part.article_id
            and any(segment.overlaps(part.source) for segment in take.anchor.segments)
            for take in self.takes
        ) or any(
            one.article_id == part.article_id and _is_same(one.text, part.text)
            for one in self.refused_passages
        )

    @cached_property
    def _known(self) -> frozenset[int]:
        return self.refused | {take.id for take in self.takes}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate with how likely it is on the point, and why."""

    candidate: Candidate
    confidence: float
    reasons: tuple[Reason, ...]


def chosen(
    point: Point, rivals: Sequence[Point], weighed: Weighed, settled: Settled
) -> dict[int, list[Chosen]]:
    """For each outlet that may have something on the point, the likeliest of it first."""
    question, phrase = _terms(point, weighed.language)
    others = [joined(*_terms(each, weighed.language)) for each in rivals]
    asked = Printed(f"{point.question}\n{point.second_phrase}", joined(question, phrase))
    numbers = range(len(weighed.candidates))
    scores = confidences(weighed.passages, question, phrase, others, numbers)
    found: dict[int, list[Chosen]] = {}
    for number in sorted(numbers, key=lambda number: -scores[number]):
        if scores[number] < CUT_OFF:
            break
        candidate = weighed.candidates[number]
        own = found.get(candidate.outlet.id, [])
        if (
            len(own) >= _MOST
            or settled.holds(candidate)
            or any(_repeats(candidate, each.candidate) for each in own)
        ):
            continue
        printed = Printed(candidate.text, candidate.terms)
        why = tuple(reasons(asked, printed, weighed.passages, every_word=True))
        if why:  # what nothing can be said for is not proposed
            found[candidate.outlet.id] = [*own, Chosen(candidate, scores[number], why)]
    return found


def _terms(point: Point, language: str) -> tuple[Terms, Terms]:
    analyse = analysis(language)
    return terms_of(point.question, analyse), terms_of(point.second_phrase, analyse)


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Whether both stand in the same place or sentence, or are the same words elsewhere."""
    here, there = one.part, other.part
    overlap = here.article_id == there.article_id and here.source.overlaps(there.source)
    return overlap or one.text == other.text


def _is_same(refused: str, text: str) -> bool:
    """Whether a passage is the refused one, though a little of it may be shown or hidden since."""
    shorter, longer = sorted((" ".join(refused.split()), " ".join(text.split())), key=len)
    return shorter in longer and 2 * len(shorter) >= len(longer)
