"""What a name is: of whom or what, where, and of which gender."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summit_reader.text.languages import Language


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OUTLET = "outlet"


class Gender(StrEnum):
    """The gender a text gives a person."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


@dataclass(slots=True)
class Name:
    """A name at the tokens from `first` to before `after` of the paragraph numbered `paragraph`.

    `core` is the name without the titles before it, which begin at `first` too; `honorific` is one
    of those that tell a gender.
    """

    paragraph: int
    first: int
    after: int
    core_first: int
    core: str
    kind: NameKind
    possessive: bool = False
    gender: Gender | None = None


def gender_of(first_name: str, language: Language) -> Gender | None:
    """The gender that goes with a first name; None if with neither or both."""
    low = first_name.lower().split("-")[0]
    masculine = low in language.people.masculine_first_names
    feminine = low in language.people.feminine_first_names
    if masculine == feminine:
        return None
    return Gender.MASCULINE if masculine else Gender.FEMININE
