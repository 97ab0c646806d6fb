"""Skeletons of names: what “Lawrow”, “Lavrov” and “Лавров” have in common."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Transliteration:
    """What letters, groups of letters and given names are folded to."""

    letters: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    _table: Mapping[int, str] = field(init=False, repr=False, compare=False)
    _group: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _given: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        longest_first = sorted(self.groups, key=lambda group: (-len(group), group))
        pattern = "|".join(_anchored(group) for group in longest_first)
        object.__setattr__(self, "_table", str.maketrans(dict(self.letters)))
        object.__setattr__(self, "_group", re.compile(pattern or r"(?!)"))
        given = {self._folded(name): self._folded(first) for name, first in self.given.items()}
        object.__setattr__(self, "_given", given)

    def skeleton(self, word: str) -> str:
        """The word of a name, given without accents and in small letters, folded coarsely."""
        folded = self._folded(word)
        return self._given.get(folded, folded)

    def _folded(self, word: str) -> str:
        latin = plain(word).translate(self._table)
        return _DOUBLED.sub(r"\1", self._group.sub(self._replaced, latin))

    def _replaced(self, match: re.Match[str]) -> str:
        found = match.group()
        before = "^" if match.start() == 0 else ""
        after = "$" if match.end() == len(match.string) else ""
        for group in (before + found, found + after, found):
            if group in self.groups:
                return self.groups[group]
        return found


def plain(word: str) -> str:
    """The word in small letters without accents.

    >>> plain("Orbán")
    'orban'
    """
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def transliteration_at(path: Path) -> Transliteration:
    """The folding in a file like `resources/transliterations.toml`; read once."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    return Transliteration(
        letters=dict(_pairs(table["letters"].values())),
        groups=dict(_pairs(table["groups"].values())),
        given={
            plain(name): plain(names[0])
            for line in table["given"]["names"].strip().splitlines()
            for names in [line.split()]
            for name in names
        },
    )


def _pairs(tables: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in tables:
        for entry in text.split():
            said, _, folded = entry.partition("=")
            yield said, folded


def _anchored(group: str) -> str:
    start = r"\A" if group.startswith("^") else ""
    end = r"\Z" if group.endswith("$") else ""
    return start + re.escape(group.strip("^$")) + end
