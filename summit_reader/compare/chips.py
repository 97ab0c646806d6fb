"""Words and names that several outlets have, of which a reader may want to make a point.

Groups of passages that a program finds are no points that anybody would accept; a word that five
outlets share is honest, and leaves it to the reader what to ask.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from summit_reader.compare.printed_facts import is_day_or_month, names
from summit_reader.compare.terms import Terms
from summit_reader.domain.proposal import Chip

FEWEST = 2
"""Outlets that have to have a word for it to be offered."""

_EVERYWHERE, _FEW = 0.2, 12
"""Share of the passages, and these, beyond which a word is what the whole story is about."""

_NAME = 1.25
"""How much more a name counts."""

_SHORTEST = 3
"""Letters that a word has to have."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that an outlet says in a text, as it is printed and as terms."""

    outlet_id: int
    article_id: int
    text: str
    terms: Terms


@dataclass(slots=True)
class _Holders:
    """Who has a word, in which passages and how it is printed.

    Outlets and texts are bits: most words are held by one of each, and there are ten thousands.
    """

    outlets: int = 0
    texts: int = 0
    passages: int = 0
    printed: dict[str, int] = field(default_factory=dict)


class _Bits:
    """A bit for each id, in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._bits: dict[int, int] = {}

    def __getitem__(self, id_: int) -> int:
        return self._bits.setdefault(id_, 1 << len(self._bits))


def chips(said: Iterable[Said], left_out: Collection[str], most: int) -> tuple[Chip, ...]:
    """The words that many outlets share and that tell their passages apart, at most so many.

    `left_out` are folded words that are no points. What is everywhere is left out, too: everything
    is on it. Different forms of a word are one, and shown as the form that is printed most.
    """
    found: dict[str, _Holders] = {}
    outlets, texts = _Bits(), _Bits()
    count = 0
    for each in said:
        count += 1
        capitals = {name.casefold(): name for name in names(each.text)}
        forms = dict(zip(each.terms.stems, each.terms.words, strict=True))
        for stem, word in forms.items():
            holders = found.setdefault(stem, _Holders())
            holders.outlets |= outlets[each.outlet_id]
            holders.texts |= texts[each.article_id]
            holders.passages += 1
            printed = capitals.get(word, word)
            holders.printed[printed] = holders.printed.get(printed, 0) + 1
    most_passages = max(_FEW, _EVERYWHERE * count)
    shared = [
        (holders, word)
        for holders in found.values()
        if holders.outlets.bit_count() >= FEWEST and holders.passages <= most_passages
        and _is_offered(word := _printed(holders.printed), left_out)
    ]  # fmt: skip
    shared.sort(key=lambda one: (-_worth(one[0], one[1], count), one[1]))
    offered: list[Chip] = []
    for holders, word in shared:
        if len(offered) >= most:
            break
        if not any(_is_akin(word, chip.words) for chip in offered):
            offered.append(Chip(word, holders.outlets.bit_count(), holders.texts.bit_count()))
    return tuple(offered)


def _worth(holders: _Holders, word: str, count: int) -> float:
    """The more outlets have a word and the fewer of the passages do, the more it tells them apart.

    A name says what is meant; of other words that is seldom so.
    """
    telling = holders.outlets.bit_count() * log(count / holders.passages)
    return telling * _NAME if word[0].isupper() else telling


def _is_akin(one: str, other: str) -> bool:
    """Whether one of the words is hardly more than the other: “Korea”, “Korean”."""
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) < _SHORTEST


def _is_offered(word: str, left_out: Collection[str]) -> bool:
    folded = word.casefold()
    return (
        len(word) >= _SHORTEST
        and not any(sign.isdigit() for sign in word)
        and folded not in left_out
        and not is_day_or_month(folded)
    )


def _printed(forms: Mapping[str, int]) -> str:
    """The form that is printed most, with its capital if that is seen often enough."""
    word = min(forms, key=lambda form: (-forms[form], form))
    capital = word[:1].upper() + word[1:]
    return capital if 2 * forms.get(capital, 0) > forms[word] else word
