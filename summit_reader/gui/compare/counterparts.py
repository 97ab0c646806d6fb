"""Where in one pane stands what another is read at: pure questions to what the panes show."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.alignment import Alignment
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import Take


@dataclass(frozen=True, slots=True)
class Level:
    """Two stretches of two source texts that belong on one height; no `there` if there is none."""

    here: Span
    there: Span | None


def level_at(
    place: int, alignment: Alignment | None, takes: tuple[Take, Take] | None
) -> Level | None:
    """What a text is read at, with its counterpart; None where nothing can be said.

    `alignment` has the text that is read as its first. `takes` are those that the two panes show on
    one point: that they belong together was the reader's decision, and goes before what is
    reckoned.
    """
    part = part_at(place, alignment)
    if takes is not None and not any(take.lost for take in takes):
        here, there = (covering(take.anchor.segments) for take in takes)
        if here.start <= place < here.end or (part is not None and part.overlaps(here)):
            return Level(here, there)
    if alignment is None or part is None:
        return None
    number = next(n for n, one in enumerate(alignment.first) if one.source == part)
    pair = alignment.counterpart_of_first(number)
    return Level(part, alignment.second[pair.second].source if pair is not None else None)


def part_at(place: int, alignment: Alignment | None) -> Span | None:
    """The stretch of the first text that a place in it belongs to."""
    parts = alignment.first if alignment is not None else ()
    return next(
        (part.source for part in parts if part.source.start <= place < part.source.end), None
    )
