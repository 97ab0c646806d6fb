"""Differences worded for the reader: what both have, what each has alone, without a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from summit_reader.domain.difference import Differences, FactKind, Speech
from summit_reader.domain.relation import Relation
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import tr

FACTS = {
    FactKind.NAMES: "Names",
    FactKind.NUMBERS: "Numbers",
    FactKind.DATES: "Dates",
    FactKind.NEGATIONS: "Negations",
    FactKind.HEDGES: "Hedges",
    FactKind.WORDS: "Words",
}
"""Kinds of facts by their names, the ones that say most first."""

RELATIONS = {
    Relation.AGREES: "Agrees",
    Relation.CONTRADICTS: "Contradicts",
    Relation.ADDS: "Adds",
    Relation.DIFFERENT_QUESTION: "Different question",
}
RELATION_ICONS = {
    Relation.AGREES: "agrees",
    Relation.CONTRADICTS: "contradicts",
    Relation.ADDS: "adds",
    Relation.DIFFERENT_QUESTION: "silent",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """One kind of facts: what both have, then what each has alone."""

    name: str
    shared: str
    only: tuple[str, str]


def facts_of(found: Differences) -> list[Facts]:
    """The kinds of which one side at least has something."""
    listed = []
    for kind, name in FACTS.items():
        fact = found.of(kind)
        if fact.shared or fact.only_first or fact.only_second:
            only = (_joined(fact.only_first), _joined(fact.only_second))
            listed.append(Facts(tr(name), _joined(fact.shared), only))
    return listed


def speech_rows(found: Differences) -> Iterator[tuple[str, str, str]]:
    """Each speaker, and how many words either side lets them say."""
    number = QLocale().toString
    for speech in found.speeches:
        yield speech.speaker, number(speech.first), number(speech.second)


def as_text(found: Differences, sides: tuple[Side, Side], words: Sequence[str]) -> str:
    """Everything as lines of plain text, to be pasted anywhere."""
    one, other = (side.name for side in sides)
    lines = [f"{side.name}: {text}" for side, text in zip(sides, words, strict=True)]
    for facts in facts_of(found):
        told = (
            (tr("both"), facts.shared),
            (tr("only {0}").format(one), facts.only[0]),
            (tr("only {0}").format(other), facts.only[1]),
        )
        lines += ["", facts.name, *(f"  {where}: {what}" for where, what in told if what)]
    if found.speeches:
        lines += ["", tr("Words each lets a speaker say")]
        lines += [f"  {_said(speech, sides)}" for speech in found.speeches]
    return "\n".join(lines)


def _said(speech: Speech, sides: tuple[Side, Side]) -> str:
    number = QLocale().toString
    counts = (speech.first, speech.second)
    told = ", ".join(f"{s.name} {number(n)}" for s, n in zip(sides, counts, strict=True))
    return f"{speech.speaker}: {told}"


def _joined(words: Sequence[str]) -> str:
    return ", ".join(words)
