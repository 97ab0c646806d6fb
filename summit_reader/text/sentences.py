"""Where sentences end, in a text as it stands or with its quotations masked."""

from __future__ import annotations

import re

from summit_reader.domain.spans import Span
from summit_reader.text.masking import BLOT
from summit_reader.text.vocabulary import ABBREVIATIONS

_END = re.compile(
    r"(?P<word>[^\W\d_]{0,12})(?P<mark>[.!?…])[”\"’')\]]{0,3}\s+"
    rf"(?=[“\"‘'(\[]{{0,2}}[A-ZÀ-ÞŁŚŠŽČ0-9{BLOT}])"
)


def sentences_in(text: str, within: Span) -> list[Span]:
    """The sentences of `text` in the stretch `within`, without the blanks between them.

    >>> text = "He met U.S. President Trump. Then he left."
    >>> [span.of(text) for span in sentences_in(text, Span(0, len(text)))]
    ['He met U.S. President Trump.', 'Then he left.']
    """
    spans = []
    start = within.start
    for match in _END.finditer(text, within.start, within.end):
        if match["mark"] == "." and _is_abbreviation(match["word"]):
            continue
        end = match.start() + len(match.group().rstrip())
        spans.append(Span(start, end))
        start = match.end()
    rest = text[start : within.end].rstrip()
    if rest:
        spans.append(Span(start, start + len(rest)))
    return spans


def _is_abbreviation(word: str) -> bool:
    return word.casefold() in ABBREVIATIONS or (len(word) == 1 and word.isupper())
