"""Which stretches of a text are marked for what a pane shows."""

from __future__ import annotations

from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.reading.document import ArticleDocument
from summit_reader.gui.reading.marks import Mark
from summit_reader.gui.widgets.sides import Side


def positions_of(take: Take, shown: ArticleDocument) -> list[Span]:
    """Where the words of a take stand, in document positions; nowhere if it is lost."""
    if take.lost:
        return []
    return [one for segment in take.anchor.segments for one in shown.positions(segment)]


def marks_of(
    content: PaneContent, shown: ArticleDocument, side: Side, *, opened: bool
) -> list[Mark]:
    """The other takes of the text, `opened` or in the margin alone, then what the pane shows."""
    marks: list[Mark] = []
    current = content.take
    for take in content.others:
        if current is not None and (take.id == current.id or _overlap(take, current)):
            continue
        marks.extend(
            Mark(positions, None, take.id, opened) for positions in positions_of(take, shown)
        )
    if current is not None:
        marks.extend(
            Mark(positions, side, current.id) for positions in positions_of(current, shown)
        )
    elif content.at is not None and not content.hits:
        marks.extend(Mark(positions, side) for positions in shown.positions(content.at))
    return marks


def _overlap(one: Take, two: Take) -> bool:
    return any(a.overlaps(b) for a in one.anchor.segments for b in two.anchor.segments)
