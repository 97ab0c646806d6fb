"""People whose words outlets carry: their names, and what each outlet calls them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Decision


class Resemblance(StrEnum):
    """Why two names may be of one person, the surest first."""

    SPACING = "spacing"
    ACCENTS = "accents"
    TRANSLITERATION = "transliteration"
    ORDER = "order"
    MIDDLE_NAME = "middle name"
    INITIALS = "initials"
    PART = "part"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name under which takes are stored, and how many there are."""

    id: int
    name: str
    takes: int = 0


@dataclass(frozen=True, slots=True)
class Description:
    """What an outlet calls a person, word for word, under which name, in how many takes."""

    outlet: OutletRef
    name: str
    text: str
    takes: int


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker: every name that the reader takes for the same person, the most printed first."""

    names: tuple[PersonName, ...]
    descriptions: tuple[Description, ...] = ()

    @property
    def id(self) -> int:
        """The id of the name that came in first."""
        return min(name.id for name in self.names)

    @property
    def name(self) -> str:
        """The name that is printed most."""
        return self.names[0].name

    @property
    def takes(self) -> int:
        """How many takes there are of this person."""
        return sum(name.takes for name in self.names)

    @property
    def outlets(self) -> tuple[OutletRef, ...]:
        """The outlets that carry this person, each once, in the order of the descriptions."""
        return tuple(dict.fromkeys(description.outlet for description in self.descriptions))


@dataclass(frozen=True, slots=True)
class SamePerson:
    """A proposal that two people are one: because these two of their names resemble each other."""

    one: Person
    other: Person
    one_name: str
    other_name: str
    resemblance: Resemblance


@dataclass(frozen=True, slots=True)
class NameDecision:
    """Whether two names are of one person; `PROPOSED` means that nothing was decided.

    The names are in the form in which names are looked up, the lesser first.
    """

    first: str
    second: str
    decision: Decision
