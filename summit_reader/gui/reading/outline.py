"""What leads through a text: its headings, the questions put in it, its key points."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.article import Article
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.spans import Span
from summit_reader.gui.naming import OutletNames

HEADINGS = frozenset(
    {
        PassageKind.HEADLINE,
        PassageKind.SUBHEADING,
        PassageKind.OUTLET_LINE,
        PassageKind.TAKE_HEADLINE,
    }
)
LONGEST_QUESTION = 240
"""Characters of a paragraph that is a question, as in an interview; longer ones argue."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline: what it is to the text, its words, and where it stands.

    `depth` is 0 for the headline, 1 for what stands right below it, 2 for what is inside a block.
    """

    kind: PassageKind
    words: str
    source: Span
    depth: int
    question: bool = False


def outline_of(article: Article, names: OutletNames) -> tuple[Heading, ...]:
    """The headings, questions and key points, in the order of the text, as they are to be shown."""
    found = []
    for passage in article.passages:
        words = " ".join(names.passage_text(passage, article).split()).rstrip(" /")
        question = words.rstrip('”"’» ').endswith(("?", "\u061f", "\u037e", "\uff1f"))
        asks = passage.kind is PassageKind.BODY and question and len(words) <= LONGEST_QUESTION
        if words and (passage.kind in HEADINGS or passage.kind is PassageKind.KEY_POINT or asks):
            depth = _depth(passage.kind)
            found.append(Heading(passage.kind, words, passage.source, depth, question))
    return tuple(found)


def heading_at(outline: tuple[Heading, ...], place: int) -> int:
    """The number of the heading that a place in the source text stands under; 0 before them all."""
    above = [number for number, heading in enumerate(outline) if heading.source.start <= place]
    return above[-1] if above else 0


def _depth(kind: PassageKind) -> int:
    if kind is PassageKind.HEADLINE:
        return 0
    return 2 if kind in {PassageKind.TAKE_HEADLINE, PassageKind.BODY} else 1
