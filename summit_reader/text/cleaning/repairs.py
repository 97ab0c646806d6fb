"""What the cleaned view shows otherwise than the source text: joined lines, missing blanks.

Only the view is repaired; the source text stays as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summit_reader.domain.cleaned_text import Piece
from summit_reader.domain.spans import Span
from summit_reader.text.languages import languages

PIECE_LENGTH = 4_096
"""Characters of the longest piece; few paragraphs reach it."""

_SUSPECT = re.compile(r"[\n•·▪]|[^\S\n]\n|[a-zà-ÿ.!?][A-Z]")
"""Without one of these there is nothing to repair; this is looked for much faster."""
_NEXT_BULLET = re.compile(r"(?<=[.!?”\"])\s{1,3}[•·▪]\s{1,3}")


@cache
def _repair() -> re.Pattern[str]:
    """What is mended. Addresses come first, so that nothing is mended inside them."""
    openers = languages().furniture("glued")
    return re.compile(
        r"(?P<address>(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@\S+)"
        r"|(?P<blank>[^\S\n]{0,8}\n\s*|(?<=[a-z,])\s{1,3}[•·▪]\s{1,3}(?=\w))"
        r"|(?P<sentence>(?:(?<=[a-zà-ÿ]{2})[.!?]|(?<=\b[A-Z]{2})\.|(?<=\b[A-Z]{3})\.)"
        r"(?=[A-Z][a-zà-ÿ’']))"
        rf"|(?P<word>\b[a-z]{{3,40}}(?={openers}\b))"
    )


def pieces_of(source: str, span: Span) -> Iterator[Piece]:
    """The stretch `span` of `source` as it is to be shown, piece by piece.

    >>> source = "made in the US.Kim" + chr(10) + "left"
    >>> "".join(piece.shown for piece in pieces_of(source, Span(0, len(source))))
    'made in the US. Kim left'
    """
    reached = span.start
    suspect = _SUSPECT.search(source, span.start, span.end)
    repairs = _repair().finditer(source, span.start, span.end) if suspect else ()
    for match in repairs:
        if match.lastgroup == "address":
            continue
        if match.lastgroup == "blank":
            yield from _copies(source, Span(reached, match.start()))
            yield Piece(Span(match.start(), match.end()), " ")
        else:
            yield from _copies(source, Span(reached, match.end()))
            yield Piece(Span(match.end(), match.end()), " ")
        reached = match.end()
    yield from _copies(source, Span(reached, span.end))


def key_points_in(source: str, span: Span) -> Iterator[Span]:
    """The key points that ran together into the stretch `span`.

    They are divided where a bullet follows a sentence, or a word runs into one that opens a
    sentence. A bullet inside a sentence divides nothing: it slipped there.
    """
    start = span.start
    divisions = [(m.start(), m.end()) for m in _NEXT_BULLET.finditer(source, span.start, span.end)]
    divisions += [
        (match.end(), match.end())
        for match in _repair().finditer(source, span.start, span.end)
        if match.lastgroup == "word"
    ]
    for end, following in sorted(divisions):
        if start < end:
            yield Span(start, end)
        start = following
    if start < span.end:
        yield Span(start, span.end)


def _copies(source: str, span: Span) -> Iterator[Piece]:
    """`span` as it stands, in pieces of bounded length: each look-up compares a whole piece."""
    for start in range(span.start, span.end, PIECE_LENGTH):
        part = Span(start, min(start + PIECE_LENGTH, span.end))
        yield Piece(part, part.of(source))
