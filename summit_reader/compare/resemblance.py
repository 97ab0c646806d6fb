"""Which names may be of one person, and why. It proposes; who is who, the reader says.

Names are only held against those that share what the resemblance is about (a skeleton, a surname),
so that tens of thousands of them can be gone through. A name that fits several people is evidence
for none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from summit_reader.compare.transliteration import Transliteration, plain
from summit_reader.domain.person import Person, Resemblance, SamePerson

K = TypeVar("K")

_CROWD = 50
"""Names that share a skeleton, beyond which the skeleton is too coarse to say anything."""

_TELLING = 5
"""Letters from which the skeleton of a single word says something."""

_SHORT_FAMILY_NAME = 4
"""Letters up to which a first name may be a family name: Kim, Xi, Moon, Chon."""

_PART = re.compile(r"[^\W_]+")
_ORDER = {resemblance: rank for rank, resemblance in enumerate(Resemblance)}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name with what it is compared by: its parts, in small letters and as skeletons."""

    printed: str
    parts: tuple[str, ...]
    plain: tuple[str, ...]
    skeletons: tuple[str, ...]

    @property
    def is_initialled(self) -> bool:
        """Whether the first name is only a letter."""
        return len(self.parts) > 1 and len(self.parts[0]) == 1

    @classmethod
    def of(cls, printed: str, folding: Transliteration) -> _Name:
        """The name as it is compared."""
        parts = tuple(_PART.findall(printed.casefold()))
        without_accents = tuple(plain(part) for part in parts)
        return cls(printed, parts, without_accents, tuple(map(folding.skeleton, parts)))


def resemblance(one: str, other: str, folding: Transliteration) -> Resemblance | None:
    """Why the two names may be of one person; None if they do not resemble each other.

    >>> resemblance("Kim Jong-un", "Kim Jong Un", Transliteration())
    <Resemblance.SPACING: 'spacing'>
    """
    return _resemblance(_Name.of(one, folding), _Name.of(other, folding))


def proposals(people: Sequence[Person], folding: Transliteration) -> tuple[SamePerson, ...]:
    """Every two of the people whose names resemble each other, the surest first.

    Two people appear together once, with the best reason there is.
    """
    names = [
        (number, _Name.of(name.name, folding))
        for number, person in enumerate(people)
        for name in person.names
    ]
    found: dict[tuple[int, int], tuple[int, _Name, _Name, Resemblance]] = {}
    for (one, one_name), (other, other_name) in _candidates(names):
        why = _resemblance(one_name, other_name) if one != other else None
        if why is None:
            continue
        if one > other:
            one, other, one_name, other_name = other, one, other_name, one_name  # noqa: PLW2901
        reason = (_ORDER[why], one_name, other_name, why)
        found[one, other] = min(found.get((one, other), reason), reason, key=lambda each: each[0])
    same = [
        SamePerson(people[one], people[other], one_name.printed, other_name.printed, why)
        for (one, other), (_, one_name, other_name, why) in found.items()
    ]
    same.sort(key=lambda each: (_ORDER[each.resemblance], -each.one.takes - each.other.takes))
    return tuple(same)


def _resemblance(one: _Name, other: _Name) -> Resemblance | None:
    if not one.parts or not other.parts:
        return None
    return next((reason for reason, holds in _TESTS if holds(one, other)), None)


def _have_same_letters(one: _Name, other: _Name) -> bool:
    return "".join(one.parts) == "".join(other.parts)


def _differ_in_accents(one: _Name, other: _Name) -> bool:
    return "".join(one.plain) == "".join(other.plain)


def _are_transliterations(one: _Name, other: _Name) -> bool:
    """Whether the skeletons are the same; that of a single short word says too little."""
    skeleton = "".join(one.skeletons)
    telling = len(skeleton) >= _TELLING or len(one.parts) > 1
    return telling and skeleton == "".join(other.skeletons)


def _are_reordered(one: _Name, other: _Name) -> bool:
    return len(one.parts) > 1 and sorted(one.skeletons) == sorted(other.skeletons)


def _have_same_ends(one: _Name, other: _Name) -> bool:
    """Whether first and last name are the same, and the middle names of one fit the other's."""
    short, long = sorted((one.skeletons, other.skeletons), key=len)
    ends = short[0] == long[0] and short[-1] == long[-1]
    fit = _is_inside(short, long) or (len(short) == len(long) and _is_inside(long, short))
    return ends and len(short) > 1 and fit


def _is_abbreviated(short: _Name, long: _Name) -> bool:
    if not short.is_initialled or long.is_initialled or len(long.parts) == 1:
        return False
    is_initial = short.plain[0][:1] == long.plain[0][:1]
    return is_initial and short.skeletons[-1] == long.skeletons[-1]


def _is_part(part: _Name, whole: _Name) -> bool:
    """Whether the part is the whole's family name, which in East Asia is short and stands first."""
    if len(part.parts) > 1 or len(whole.parts) == 1:
        return False
    stands_first = len(whole.parts[0]) <= _SHORT_FAMILY_NAME
    ends = (whole.skeletons[0], whole.skeletons[-1]) if stands_first else whole.skeletons[-1:]
    return part.skeletons[0] in ends


def _is_inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the middle names of the longer name leave none of the shorter one's out."""
    rest = iter(long)
    return all(
        any(part == each or (len(part) == 1 and each.startswith(part)) for each in rest)
        for part in short
    )


_TESTS = (
    (Resemblance.SPACING, _have_same_letters),
    (Resemblance.ACCENTS, _differ_in_accents),
    (Resemblance.TRANSLITERATION, _are_transliterations),
    (Resemblance.ORDER, _are_reordered),
    (Resemblance.MIDDLE_NAME, _have_same_ends),
    (Resemblance.INITIALS, lambda one, two: _is_abbreviated(one, two) or _is_abbreviated(two, one)),
    (Resemblance.PART, lambda one, two: _is_part(one, two) or _is_part(two, one)),
)
"""Each resemblance with the test for it, the surest first."""

_Entry = tuple[int, _Name]


def _candidates(names: Sequence[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    named = [entry for entry in names if entry[1].parts]
    for entries in _grouped((key, entry) for entry in named for key in _keys(entry[1])).values():
        if len(entries) <= _CROWD:
            yield from combinations(entries, 2)
    full = [entry for entry in named if len(entry[1].parts) > 1]
    ends = _grouped((end, entry) for entry in full for end in _ends(entry[1]))
    initials = _grouped((_initial(entry[1]), entry) for entry in full if not entry[1].is_initialled)
    for entry in named:
        name = entry[1]
        if len(name.parts) == 1:
            yield from _only(entry, ends.get(name.skeletons[0], []))
        elif name.is_initialled:
            yield from _only(entry, initials.get(_initial(name), []))


def _grouped(entries: Iterable[tuple[K, _Entry]]) -> dict[K, list[_Entry]]:
    groups: dict[K, list[_Entry]] = {}
    for key, entry in entries:
        groups.setdefault(key, []).append(entry)
    return groups


def _keys(name: _Name) -> set[tuple[str, ...]]:
    """What names have in common that are the same but for spelling, order or middle names."""
    keys = {("whole", "".join(name.skeletons)), ("order", *sorted(name.skeletons))}
    if len(name.parts) > 1:
        keys.add(("ends", name.skeletons[0], name.skeletons[-1]))
    return keys


def _ends(name: _Name) -> set[str]:
    return {name.skeletons[0], name.skeletons[-1]}


def _initial(name: _Name) -> tuple[str, str]:
    return name.plain[0][:1], name.skeletons[-1]


def _only(entry: _Entry, fitting: Sequence[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    """The entry with what it fits, if that is one person."""
    if len({number for number, _ in fitting if number != entry[0]}) == 1:
        yield from ((entry, each) for each in fitting)
