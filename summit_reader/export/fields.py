"""Data from outside, read field by field: each has its type, or the reading ends with its name."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from summit_reader.domain.spans import Span

E = TypeVar("E", bound=StrEnum)

_LONGEST = 1_000_000
"""Characters of one field; no article is longer."""
_LARGEST = 2**53
"""Beyond it, numbers in JSON mean different things to different programs."""
_SPAN_ENDS = 2


class Wrong(Exception):
    """A field is missing or not what it should be; `where` names whose field it is."""

    def __init__(self, where: str, name: str) -> None:
        super().__init__(f"{where}: {name}")
        self.where, self.name = where, name


class Fields:
    """A JSON object of a stranger's; `where` is what its errors call it.

    Every method raises `Wrong` where the field is not there or of another type.
    """

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise Wrong(where, "data")
        self._data: dict[str, Any] = data
        self.where = where

    def text(self, name: str) -> str:
        """A string, which may be empty; half characters in it become question marks."""
        value = self._data.get(name)
        if not isinstance(value, str) or len(value) > _LONGEST:
            raise Wrong(self.where, name)
        return value.encode("utf-8", "replace").decode("utf-8")

    def words(self, name: str) -> str:
        """A string that is not blank."""
        value = self.text(name)
        if not value.strip():
            raise Wrong(self.where, name)
        return value

    def texts(self, name: str, most: int) -> tuple[str, ...]:
        """Strings."""
        return tuple(
            Fields({name: each}, self.where).text(name) for each in self.several(name, most)
        )

    def identity(self, name: str) -> str:
        """A UUID in its usual letters."""
        try:
            return str(UUID(self.text(name)))
        except ValueError as error:
            raise Wrong(self.where, name) from error

    def number(self, name: str) -> int:
        """A whole number from 0 on."""
        value = self._data.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
            raise Wrong(self.where, name)
        return value

    def flag(self, name: str) -> bool:
        """Yes or no."""
        value = self._data.get(name)
        if not isinstance(value, bool):
            raise Wrong(self.where, name)
        return value

    def day(self, name: str) -> date | None:
        """A date, or none."""
        value = self._data.get(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise Wrong(self.where, name) from error

    def one_of(self, name: str, members: type[E]) -> E:
        """A member of `members`, by its value."""
        try:
            return members(self.text(name))
        except ValueError as error:
            raise Wrong(self.where, name) from error

    def several(self, name: str, most: int) -> list[Any]:
        """A list of no more than `most`."""
        value = self._data.get(name)
        if not isinstance(value, list) or len(value) > most:
            raise Wrong(self.where, name)
        return value

    def few(self, name: str, most: int) -> list[Any]:
        """A list of no more than `most`; empty where an earlier program wrote none."""
        return self.several(name, most) if name in self._data else []

    def text_or_none(self, name: str) -> str:
        """A string; empty where an earlier program wrote none."""
        return self.text(name) if name in self._data else ""

    def spans(self, name: str, most: int) -> tuple[Span, ...]:
        """Pairs of a start and an end."""
        found: list[Span] = []
        for pair in self.several(name, most):
            if not isinstance(pair, list) or len(pair) != _SPAN_ENDS:
                raise Wrong(self.where, name)
            ends = [Fields({name: end}, self.where).number(name) for end in pair]
            if ends[0] > ends[1]:
                raise Wrong(self.where, name)
            found.append(Span(ends[0], ends[1]))
        return tuple(found)

    def inner(self, name: str) -> Fields:
        """An object inside this one."""
        return Fields(self._data.get(name), self.where)
