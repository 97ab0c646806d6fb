"""British and American spellings of the same word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from summit_reader.index.query import Leaf, Query, Term, changed


@dataclass(frozen=True)
class Spellings:
    """Pairs of words that are spelt differently and mean the same."""

    pairs: frozenset[tuple[str, str]] = frozenset()
    _others: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        others: dict[str, tuple[str, ...]] = {}
        for one, other in sorted(self.pairs):
            others[one] = (*others.get(one, ()), other)
            others[other] = (*others.get(other, ()), one)
        object.__setattr__(self, "_others", others)

    def others(self, word: str) -> tuple[str, ...]:
        """The other spellings of a folded word.

        >>> Spellings(frozenset({("colour", "color")})).others("color")
        ('colour',)
        """
        return self._others.get(word, ())

    def met(self, query: Query) -> Query:
        """The query with every word in all its spellings."""

        def spelt(leaf: Leaf) -> Query:
            if isinstance(leaf, Term) and (others := self.others(leaf.text)):
                return replace(leaf, variants=others)
            return leaf

        return changed(query, spelt)


@cache
def spellings_at(path: Path) -> Spellings:
    """The spellings in a file like `resources/spelling.toml`; read once."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    return Spellings(frozenset({*_families(table["families"]), *table["pairs"].items()}))


def _families(families: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for family in families:
        endings = list(zip(family["british"], family["american"], strict=True))
        for stem in family["stems"].split():
            yield from ((stem + british, stem + american) for british, american in endings)
