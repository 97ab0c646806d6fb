"""What a new point can be made from: words that stand somewhere in the window."""

from __future__ import annotations

from summit_reader.domain.passage import PassageKind
from summit_reader.domain.point import PointOrigin
from summit_reader.gui.reading.content import PaneContent

QUESTION_MARKS = ("?", "？", "؟", ";")
"""How a question ends; the last is the Greek mark."""


def words_from(origin: PointOrigin, content: PaneContent | None, selection: str, query: str) -> str:
    """The words of the text in a pane, or of the search, that a point of this origin starts from.

    Empty where there are none.
    """
    if origin is PointOrigin.SELECTION:
        return selection
    if origin is PointOrigin.SEARCH:
        return query
    if content is None:
        return ""
    take = content.take
    match origin:
        case PointOrigin.THESIS:
            return take.thesis if take is not None else ""
        case PointOrigin.HEADLINE:
            own = take.headline if take is not None else ""
            return own or content.article.metadata.headline or content.article.title
        case _:
            return _heading(content)


def _heading(content: PaneContent) -> str:
    """The last question among the headings above the take; the first of the text without one."""
    article, take = content.article, content.take
    questions = [
        (passage.source.start, passage.cleaned.of(article.cleaned.text))
        for passage in article.passages
        if passage.kind is PassageKind.SUBHEADING
    ]
    questions = [(at, text) for at, text in questions if text.rstrip().endswith(QUESTION_MARKS)]
    if take is not None:
        above = [text for at, text in questions if at <= take.anchor.segments[0].start]
        if above:
            return above[-1]
    return questions[0][1] if questions else ""
