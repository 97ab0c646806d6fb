"""Small phrases that hand-outs, citations and the command line share."""

from __future__ import annotations

from summit_reader.domain.outlet import OutletRef
from summit_reader.export.characters import one_line


def counted(count: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "text"), counted(5, "text")
    ('1 text', '5 texts')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def outlet_named(outlet: OutletRef) -> str:
    """An outlet with its country, if that is known."""
    name, country = one_line(outlet.name), one_line(outlet.country)
    return f"{name} ({country})" if country else name
