"""Outlets where prose names them: exactly as they are spelt, as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summit_reader.domain.outlet import OutletProfile, OutletRegister


def outlets_named_in(text: str, register: OutletRegister) -> Iterator[OutletProfile]:
    """The known outlets that `text` names, in its order, as often as it names them."""
    pattern = _pattern(register.names())
    if pattern is None:
        return
    for match in pattern.finditer(text):
        outlet = register.named(match.group())
        if outlet is not None:
            yield outlet


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    # Longest first, as the register gives them, so that "CBS News" is not read as "CBS". Case
    # counts: the register's "The Week" is not the week.
    if not names:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in names)})(?!\w)")
