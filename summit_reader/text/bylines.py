"""A byline and the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from summit_reader.domain.article import ArticleDraft
from summit_reader.text.languages import languages

_APART = "; "
"""Between names of which one has a comma or an "and" of its own."""


def byline_of(names: Iterable[str]) -> str:
    """`names` as one line, from which `names_in` reads the same names if there are several.

    >>> byline_of(["Jane Roe", "John Doe"])
    'Jane Roe, John Doe'
    """
    names = list(names)
    divided = any(len(_split(name)) > 1 for name in names)
    return (_APART if divided else ", ").join(names)


def authors_of(draft: ArticleDraft) -> tuple[str, ...]:
    """Who wrote the article, one name each: as its file lists them, else the names in its byline.

    In "Le Figaro et AFP" only the file can tell whether that is one name or two.
    """
    imprint = draft.raw.imprint
    stated = imprint.authors or tuple(filter(None, (imprint.house,)))
    byline = draft.metadata.byline
    return stated if stated and byline == byline_of(stated) else names_in(byline)


def names_in(byline: str) -> tuple[str, ...]:
    """The names in a byline, in its order.

    >>> names_in("Jane Roe; Smith, Sons and Co.")
    ('Jane Roe', 'Smith, Sons and Co.')
    """
    if _APART.rstrip() in byline:
        return tuple(filter(None, (name.strip() for name in byline.split(_APART.rstrip()))))
    return tuple(_split(byline))


def _split(names: str) -> list[str]:
    return [name for name in (part.strip() for part in _joint().split(names)) if name]


@cache
def _joint() -> re.Pattern[str]:
    """What stands between two names: a comma, an ampersand, or "and" in a language we know."""
    return re.compile(rf",\s|\s&\s|\s{languages().furniture('name_joint')}\s", re.IGNORECASE)
