"""Picture captions: what the picture shows, apart from who took it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summit_reader.domain.spans import Span
from summit_reader.text.cleaning.lines import Line, trimmed
from summit_reader.text.languages import languages

CAPTION_LIMIT = 600
"""Characters beyond which a line is a paragraph, whatever it ends with."""

_AGENCIES = "AFP|AP|Reuters|EPA|Getty|Getty Images"
_EDGE = " \t|"


@cache
def _credit() -> re.Pattern[str]:
    """The credit that ends a caption: in brackets, or after "Photo:"."""
    by, colon, ending = (
        languages().furniture(name) for name in ("credit_by", "credit_colon", "credit_ending")
    )
    return re.compile(
        rf"\((?:(?:{by}|{colon}|{ending})[^()]*|[^()]*/(?:{_AGENCIES}))\)\.?[\s|]*$"
        rf"|{colon} [^.]{{2,80}}\.?[\s|]*$"
    )


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture shows, which may be nothing, and the credit after it."""

    words: Span
    credit: Span


def caption_of(source: str, line: Line) -> Caption | None:
    """The caption that `line` is; None if it bears no credit."""
    if len(line.text) > CAPTION_LIMIT:
        return None
    if ":" not in line.text and not line.text.rstrip(" |.").endswith(")"):
        return None  # no credit is without one of the two
    match = _credit().search(line.text)
    if match is None:
        return None
    start = line.span.start + len(line.text) - len(line.text.lstrip(_EDGE))
    credit = line.span.start + match.start()
    end = line.span.start + match.start() + len(match.group().rstrip(_EDGE))
    return Caption(trimmed(source, Span(min(start, credit), credit)), Span(credit, end))
