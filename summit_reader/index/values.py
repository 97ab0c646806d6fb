"""What can stand after a field that is not searched for words."""

from __future__ import annotations

from summit_reader.domain.clause import Clause, clause
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Role
from summit_reader.index.analyzer import terms
from summit_reader.index.countries import COUNTRIES, LANGUAGES
from summit_reader.index.dates import dated
from summit_reader.index.query import Property, Query, Valued

HAS = ("cut", "duplicate", "note", "pin", "take")
IN = ("comments", "comparison", "point", "removed", "story")

KEPT = frozenset({"comparison", "note", "pin", "point", "story"})
"""Those that say where the reader has put something; the index does not know them."""

CHOICES = {
    Property.ROLE: tuple(role.value for role in Role),
    Property.HAS: HAS,
    Property.IN: IN,
}
"""The values of the fields that have few, in full."""

_NAMES = {Property.COUNTRY: COUNTRIES, Property.LANGUAGE: LANGUAGES}
_CODE = 2


def value_of(name: str, typed: str, span: Span) -> Query | Clause:
    """What the field's value stands for, or a clause on what is wrong with it."""
    if name == "date":
        return dated(typed.strip(), span)
    asked = Property(name)
    words = " ".join(terms(typed))
    if not words:
        return clause("nothing stands after “{sign}”", sign=f"{name}:")
    if asked in CHOICES:
        found = _chosen(CHOICES[asked], words)
        if not found:
            return clause(
                "“{field}:” is one of {values}", field=name, values=", ".join(CHOICES[asked])
            )
        return Valued(asked, found, span)
    return Valued(asked, _codes(asked, words), span)


def _chosen(choices: tuple[str, ...], words: str) -> tuple[str, ...]:
    """The choice that is meant, or all that begin as it does while it is being typed."""
    if words in choices:
        return (words,)
    return tuple(choice for choice in choices if choice.startswith(words))


def _codes(asked: Property, words: str) -> tuple[str, ...]:
    names = _NAMES[asked]
    named = names.get(words)
    if named is not None:
        return (named,)
    begun = {code for name, code in names.items() if name.startswith(words)}
    if len(words) > _CODE and begun:
        return tuple(sorted(begun))
    code, *_ = words.split()
    return (code.upper() if asked is Property.COUNTRY else code,)
