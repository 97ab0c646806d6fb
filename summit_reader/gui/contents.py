"""What the lists of the window are filled with, fetched in one go."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.bootstrap import Services
from summit_reader.domain.importing import LibrarySummary
from summit_reader.domain.outlet import OutletSummary
from summit_reader.domain.point import PointSummary
from summit_reader.domain.search import SavedSearch


@dataclass(frozen=True, slots=True)
class Contents:
    """A library at a glance."""

    summary: LibrarySummary
    points: tuple[PointSummary, ...]
    outlets: tuple[OutletSummary, ...]
    saved: tuple[SavedSearch, ...]
    indexed: bool


def contents_of(services: Services) -> Contents:
    """The library's points, outlets, saved searches, counts, and the state of its index."""
    return Contents(
        services.reading.summary(),
        services.comparing.points(),
        services.reading.outlets(),
        services.searching.saved(),
        services.upkeep.is_up_to_date(),
    )
