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


def contents_of(services: Services, *, both_spellings: bool) -> Contents:
    """The library's points, outlets, saved searches, counts, and the state of its index.

    The counts of the saved searches are what they find with `both_spellings`, or without.
    """
    return Contents(
        services.reading.summary(),
        services.comparing.points(),
        services.reading.outlets(),
        services.searching.saved(both_spellings=both_spellings),
        services.upkeep.is_up_to_date(),
    )
