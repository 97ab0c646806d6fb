"""The people a text names: their full names, and what it calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summit_reader.text.vocabulary import BODY_WORDS, HONORIFICS, OPENING_WORDS, PLACE_WORDS, TITLES

_NAME_WORD = r"[A-ZÀ-ÞŁŚŠŽČ](?:[^\W\d_]|[-’'](?!s\b)(?=[^\W\d_])){0,30}"
_PARTICLE = r"(?:(?:de|da|del|di|du|van|von|der|den|bin|al|el|la|le|ten)\s){0,2}"
NAME = rf"{_NAME_WORD}(?:\s(?:[A-Z]\.\s)?{_PARTICLE}{_NAME_WORD}){{0,4}}"
"""One to five capitalised words, particles and middle initials between them."""

_TITLE_WORDS = "|".join(sorted({t for title in TITLES for t in (title, title.capitalize())}))
_MODIFIER = (
    r"(?:[A-Z][\w.’'-]{0,20}|former|acting|veteran|senior|deputy|vice|prime|foreign|finance|defence"
    r"|defense|presidential|political|chief|longtime|leading|then|co)"
)
_DESCRIBED = re.compile(
    rf"\b(?P<description>(?:{_MODIFIER}[\s-]){{0,4}}(?:{_TITLE_WORDS})"
    rf"(?:\s(?:of\sState|General|Minister))?),?\s(?P<name>{NAME})"
)
_FULL_NAME = re.compile(rf"(?<![\w’'-]){NAME}")


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a text names one; `description` is the title printed before the name."""

    name: str
    description: str = ""


@dataclass
class People:
    """Whom a text names, in the order in which it first gives their full names."""

    _people: dict[str, Person] = field(default_factory=dict)
    _by_part: dict[str, str] = field(default_factory=dict)
    _by_description: dict[str, str] = field(default_factory=dict)

    @classmethod
    def named_in(cls, texts: Sequence[str]) -> People:
        """The people with full names in `texts`, the parts of one article."""
        people = cls()
        for text in texts:
            for match in _DESCRIBED.finditer(text):
                people._add(match["name"], match["description"])
        for text in texts:
            for match in _FULL_NAME.finditer(text):
                people._add(match.group(), "")
        return people

    def _add(self, printed: str, description: str) -> None:
        words = without_titles(" ".join(printed.split())).split()
        while words and words[0].casefold() in OPENING_WORDS:
            words = words[1:]
        name = " ".join(words)
        if len(words) < 2 or not is_personal(name):  # noqa: PLR2004 - a first and a last name
            return
        known = self._people.get(name)
        if known is None or (description and not known.description):
            self._people[name] = Person(name, description)
        if description:
            self._by_description.setdefault(description.casefold(), name)
        self._by_part.setdefault(words[-1].casefold(), name)
        # Where family names come first, the first word is the one used alone: Koo Kab-woo, Koo.
        self._by_part.setdefault(f"{words[0].casefold()} ", name)

    def called(self, name: str) -> Person:
        """The person that `name`, full or in part, stands for here."""
        if name in self._people:
            return self._people[name]
        if " " in name:
            return Person(name)
        key = name.casefold()
        full = self._by_part.get(key) or self._by_part.get(f"{key} ")
        return self._people[full] if full else Person(name)

    def described(self, description: str) -> Person | None:
        """The person whom the text gives this title: "Russian president"."""
        name = self._by_description.get(description.casefold().removeprefix("the "))
        return self._people[name] if name else None


def without_titles(name: str) -> str:
    """`name` from after its last title on.

    >>> without_titles("Russian President Vladimir Putin")
    'Vladimir Putin'
    """
    words = name.split()
    for number in range(len(words) - 2, -1, -1):
        if words[number].casefold().strip(".") in TITLES or words[number] in HONORIFICS:
            return " ".join(words[number + 1 :])
    return name


def is_personal(name: str) -> bool:
    """Whether `name` can be that of a person rather than of a body or a place."""
    words = [word.casefold() for word in name.split()]
    return words[0] not in PLACE_WORDS and not BODY_WORDS.intersection(words)
