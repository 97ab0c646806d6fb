"""An entry of a bibliography, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from summit_reader.domain.article import Imprint
from summit_reader.intake.composing import headline_of, line_of
from summit_reader.intake.dates import moment_in
from summit_reader.intake.language_tags import language_of
from summit_reader.text.dates import day_in

MOST_AUTHORS = 40
_VALUE_LIMIT = 2_000
_PARTS_OF_DAY = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry states, and the files it names as they are written there."""

    key: str
    imprint: Imprint
    files: tuple[str, ...] = ()


def entry_of(
    key: str,
    *,
    title: str = "",
    outlet: str = "",
    authors: Sequence[str] = (),
    published: date | datetime | None = None,
    url: str = "",
    language: str = "",
    files: Sequence[str] = (),
) -> Entry:
    """An entry of these parts, cut to what such parts are."""
    names = (line_of(name[:_VALUE_LIMIT])[:200] for name in authors[:MOST_AUTHORS])
    address = line_of(url[:_VALUE_LIMIT])
    headline = headline_of(title)
    return Entry(
        line_of(key[:200]) or headline[:80],
        Imprint(
            outlet=line_of(outlet[:_VALUE_LIMIT])[:200],
            headline=headline,
            authors=tuple(filter(None, names)),
            published=published,
            url=address if address.startswith(("http://", "https://")) else "",
            language=language_of(language[:40]),
        ),
        tuple(one.strip() for one in files if one.strip()),
    )


def natural_name(name: str) -> str:
    """A name as it is printed below a headline.

    >>> natural_name("Roe, Jane")
    'Jane Roe'
    """
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else name.strip()


def day_of(text: str) -> date | datetime | None:
    """The day that a field states in any spelling; None for a mere month or year."""
    text = text.strip()[:100].strip("/")
    stated = moment_in(text) or moment_in(text.replace("/", "-"))
    return stated or day_in(text)


def day_of_parts(value: Any) -> date | None:  # noqa: ANN401 - JSON
    """The day of CSL's `{"date-parts": [[2019, 4, 25]]}`; None if it has no day."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or len(first) < _PARTS_OF_DAY:
        return None
    try:
        return date(*(int(part) for part in first[:_PARTS_OF_DAY]))
    except (ValueError, TypeError, OverflowError):
        return None
