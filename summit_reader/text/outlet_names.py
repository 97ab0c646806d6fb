"""Outlets where prose names them: exactly as they are spelt, as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.text.whole_words import any_of


def outlets_named_in(text: str, register: OutletRegister) -> Iterator[OutletProfile]:
    """The known outlets that `text` names, in its order, as often as it names them."""
    for match in _pattern(register.names()).finditer(text):
        outlet = register.named(match.group())
        if outlet is not None:
            yield outlet


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    # Case counts: the register's "The Week" is not the week.
    return any_of(names)
