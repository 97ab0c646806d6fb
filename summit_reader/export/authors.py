"""Who wrote a text, as its byline prints it, taken apart for styles that put family names first.

A byline may name nobody ("Staff and agencies"), and not every family name comes last: where it
cannot be told, a name is left as it is printed. A wrong name in a bibliography is worse than one
in the wrong order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summit_reader.export.characters import one_line

_BY = re.compile(r"(?:by|von|par|por)(?:\s+|$)", re.IGNORECASE)
_PLACE = re.compile(r"\s(?:in|reporting from|for|/|\||–|—)\s")
"""What ends the names: where somebody reports from, or for whom."""
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|und|et|y)\s+|\s*&\s*", re.IGNORECASE)
_ROLES = frozenset(
    (
        "agencies", "agency", "analyst", "board", "bureau", "chief", "columnist", "columnists",
        "correspondent", "correspondents", "desk", "editor", "editors", "reporter", "reporters",
        "senior", "staff", "team",
    )
)  # fmt: skip
_PARTICLES = frozenset(
    (
        "al", "bin", "ben", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
        "du", "el", "la", "le", "ten", "ter", "van", "von", "zu",
    )
)  # fmt: skip
_FAMILY_FIRST = re.compile(r"[^\W\d_]+\s[^\W\d_]+-[^\W\d_A-Z][^\W\d_]*")
"""“Park Chan-kyong”: a given name of two syllables, the second in small letters."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_MOST = 20
"""Authors read from a byline; more are no byline."""


@dataclass(frozen=True, slots=True)
class Author:
    """A writer. Without a `family` name, `given` is the whole name as it is printed."""

    given: str
    family: str = ""
    suffix: str = ""
    family_first: bool = False

    @property
    def in_order(self) -> str:
        """The name as it is printed above a text."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(part for part in (*parts, self.suffix) if part)

    @property
    def inverted(self) -> str:
        """Family name, given name.

        >>> Author("Ann B.", "Writer").inverted
        'Writer, Ann B.'
        """
        if not self.family:
            return self.given
        if self.family_first:  # nothing is turned round, so nothing is parted
            return self.in_order
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)

    @property
    def with_initials(self) -> str:
        """Family name, initials.

        >>> Author("Ann-Marie B.", "Writer").with_initials
        'Writer, A.-M. B.'
        """
        if not self.family:
            return self.given
        given = " ".join(_initials(name) for name in self.given.split())
        return ", ".join(part for part in (self.family, given, self.suffix) if part)


def authors_of(byline: str) -> tuple[Author, ...]:
    """Everybody a byline names, in its order; what names nobody is one author of that name.

    >>> [author.inverted for author in authors_of("By Ann Writer and Jan van der Meer in Seoul")]
    ['Writer, Ann', 'van der Meer, Jan']
    >>> authors_of("Staff and agencies")
    (Author(given='Staff and agencies', family='', suffix='', family_first=False),)
    """
    line = one_line(byline)
    line = line[match.end() :] if (match := _BY.match(line)) else line
    names = _PLACE.split(f"{line} ", maxsplit=1)[0].strip(" ,")
    if not names:
        return ()
    if _is_role(names.split()[:1]):  # “Staff and agencies” are one
        return (Author(names),)
    parts = [part for part in _BETWEEN.split(names) if part]
    if len(parts) > _MOST:
        return (Author(names),)
    found: list[Author] = []
    for part in parts:
        words = part.split()
        if part.casefold() in _SUFFIXES and found:
            last = found.pop()
            found.append(Author(last.given, last.family, part, last.family_first))
        elif not _is_role(words):
            found.append(_author(part))
    return tuple(found) or (Author(names),)


def _author(name: str) -> Author:
    words = name.split()
    is_plain = len(words) > 1 and not any(char.isdigit() for char in name)
    if not is_plain or any(word.isupper() and len(word) > 2 for word in words):  # noqa: PLR2004 - an agency's initials
        return Author(name)
    if _FAMILY_FIRST.fullmatch(name):
        return Author(words[1], words[0], family_first=True)
    suffix = words.pop() if words[-1].casefold() in _SUFFIXES and len(words) > 2 else ""  # noqa: PLR2004 - two names and it
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    if any(word[:1].islower() for word in (*words[:first], words[-1])):
        return Author(name)
    return Author(" ".join(words[:first]), " ".join(words[first:]), suffix)


def _is_role(words: list[str]) -> bool:
    return any(word.casefold().strip(".,") in _ROLES for word in words)


def _initials(name: str) -> str:
    return "-".join(f"{part[0]}." for part in name.split("-") if part)
