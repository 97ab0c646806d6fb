"""What an edit does to a comparison: the same step as the library makes, on the value shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Clipping, Comparison


@dataclass(frozen=True, slots=True)
class Step:
    """One way of an edit: `shown` at once, on the value on show; `kept` off the GUI thread."""

    shown: Callable[[Comparison], Comparison]
    kept: Callable[[Services], Comparison]


def pinned(comparison: Comparison, clipping: Clipping) -> Comparison:
    """The comparison with the clipping at its place."""
    rest = [one for one in comparison.clippings if one.id != clipping.id]
    rest.insert(min(clipping.position, len(rest)), clipping)
    return _numbered(comparison, rest)


def unpinned(comparison: Comparison, clipping_id: str) -> Comparison:
    """The comparison without the clipping."""
    return _numbered(comparison, [one for one in comparison.clippings if one.id != clipping_id])


def moved(comparison: Comparison, clipping_id: str, position: int) -> Comparison:
    """The comparison with the clipping at another place, counted with it taken out."""
    found = [one for one in comparison.clippings if one.id == clipping_id]
    rest = [one for one in comparison.clippings if one.id != clipping_id]
    rest[position:position] = found
    return _numbered(comparison, rest)


def noted(comparison: Comparison, clipping_id: str, note: str) -> Comparison:
    """The comparison with that note on the clipping."""
    return replace(
        comparison,
        clippings=tuple(
            replace(one, note=note) if one.id == clipping_id else one
            for one in comparison.clippings
        ),
    )


def _numbered(comparison: Comparison, clippings: list[Clipping]) -> Comparison:
    numbered = (replace(one, position=place) for place, one in enumerate(clippings))
    return replace(comparison, clippings=tuple(numbered))
