"""What a document's properties say of it, where that is likely to be true.

Programs fill them in by themselves: the title of the template, the owner of the computer, the day
of printing. What they say is believed where the text says it too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from summit_reader.domain.article import Imprint
from summit_reader.intake.composing import headline_of, line_of
from summit_reader.intake.language_tags import language_of
from summit_reader.text.dates import dates_in

_TITLE_REACH = 3_000
_DATE_REACH = 3_000
_BYLINE_REACH = 2_000
_FEWEST_LETTERS = 4
_MOST_AUTHORS = 20
_NAMES_APART = re.compile(r"\s*(?:;|,\s|\s&\s|\sand\s)\s*")


def imprint_of(
    paragraphs: Sequence[str],
    title: str = "",
    authors: Sequence[str] = (),
    created: date | datetime | None = None,
    language: str = "",
) -> Imprint:
    """The properties that the text bears out: its opening has the title, an end of it the names."""
    opening = "\n".join(paragraphs)[:_TITLE_REACH]
    text = "\n".join(paragraphs)
    ends = _key(text[:_BYLINE_REACH] + "\n" + text[-_BYLINE_REACH:])
    headline = headline_of(title)
    if len(_key(headline)) < _FEWEST_LETTERS or _key(headline) not in _key(opening):
        headline = ""
    names = (line_of(name) for author in authors for name in _NAMES_APART.split(author))
    return Imprint(
        headline=headline,
        authors=tuple(
            name
            for name in dict.fromkeys(names)
            if len(_key(name)) >= _FEWEST_LETTERS and _key(name) in ends
        )[:_MOST_AUTHORS],
        published=created if created and _is_printed(created, text[:_DATE_REACH]) else None,
        language=language_of(language),
    )


def _is_printed(created: date | datetime, text: str) -> bool:
    day = created.date() if isinstance(created, datetime) else created
    return any(found.day == day for found in dates_in(text))


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
