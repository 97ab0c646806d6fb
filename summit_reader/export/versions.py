"""Two versions of a statement, each printed with what it leaves out and what only it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.collation import Collation, StretchKind
from summit_reader.export.characters import one_line


class Mark(StrEnum):
    """How a run of words stands to the other version; `LEFT_OUT` are words that are not here."""

    SAME = "same"
    ONLY_HERE = "only here"
    CHANGED = "changed"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a version, or words it leaves out; `declared` if its print tells of the cut."""

    text: str
    mark: Mark = Mark.SAME
    declared: bool = False


_SIGNS = {
    Mark.ONLY_HERE: ("{+", "+}"),
    Mark.CHANGED: ("{~", "~}"),
    Mark.LEFT_OUT: ("[-", "-]"),
}


def runs_of(collation: Collation, *, first: bool) -> tuple[Run, ...]:
    """The first or the second version, punctuation and all, with what it leaves out in its place.

    Without the words that are left out, the runs make up the text of the version.
    """
    return tuple(run for run in _runs(collation, first=first) if run.text)


def marked_text(collation: Collation, *, first: bool) -> str:
    """A version on one line, as a program for plain text would mark it.

    >>> from summit_reader.compare.collation import collated
    >>> marked_text(collated("We will pay.", "We will never pay."), first=True)
    'We will [-never-] pay.'
    """
    parts = []
    for run in runs_of(collation, first=first):
        before, after = _SIGNS.get(run.mark, ("", ""))
        words = run.text.strip()
        parts.append(run.text.replace(words, f"{before}{words}{after}") if words else run.text)
    return one_line("".join(parts))


def _runs(collation: Collation, *, first: bool) -> Iterator[Run]:
    own, other = (collation.first, collation.second)[:: 1 if first else -1]
    at = 0
    for stretch in collation.stretches:
        here, there = (stretch.first, stretch.second)[:: 1 if first else -1]
        yield Run(own[at : here.start])
        at = here.end
        if stretch.kind is StretchKind.SAME:
            yield Run(here.of(own))
        elif stretch.kind is StretchKind.CHANGED:
            yield Run(here.of(own), Mark.CHANGED, stretch.declared)
        elif here:
            yield Run(here.of(own), Mark.ONLY_HERE, stretch.declared)
        else:
            words = there.of(other)
            # At the end it follows a word, anywhere else the next word follows it.
            ends = not own[at:].strip() or not own[at].isalnum()
            yield Run(f" {words}" if ends else f"{words} ", Mark.LEFT_OUT, stretch.declared)
    yield Run(own[at:])
