"""What the lists of the window are filled with, fetched in one go."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from summit_reader.bootstrap import Services
from summit_reader.domain.importing import LibrarySummary
from summit_reader.domain.narrowing import Narrowing, Trait
from summit_reader.domain.outlet import OutletSummary
from summit_reader.domain.point import PointSummary
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.search import SavedSearch
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest

if TYPE_CHECKING:
    from summit_reader.gui.search.flow import SearchFlow


NEEDS_TEXTS = (
    "compare", "compare_each", "swap", "match", "pin", "copy_both", "copy_one", "export", "filter",
)  # fmt: skip
"""Commands that an empty library has no use for."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A library at a glance; `outlets` are those that are left, `everyone` is all of them."""

    summary: LibrarySummary
    points: tuple[PointSummary, ...]
    outlets: tuple[OutletSummary, ...]
    saved: tuple[SavedSearch, ...]
    indexed: bool
    narrowing: Narrowing | None
    everyone: tuple[OutletSummary, ...]


class ContentsReader:
    """Reads what the lists are filled with, as the session is narrowed and searches are made."""

    def __init__(self, session: LibrarySession, search: SearchFlow) -> None:
        self._session, self._search = session, search
        self._latest = Latest()

    def read(self, done: Callable[[Contents], None]) -> CancelToken | None:
        """Have `done` told what there is now."""
        asked = partial(
            contents_of,
            both_spellings=self._search.both_spellings,
            wanted=self._session.filters.wanted,
        )
        return self._session.read(asked, done)

    def read_anew(self, done: Callable[[Contents], None]) -> None:
        """As `read`; of several that are under way only the newest is told."""
        self._latest.replace(self.read(done))


def contents_of(
    services: Services, *, both_spellings: bool, wanted: Collection[Trait] = ()
) -> Contents:
    """The library's points, outlets, saved searches, counts, and the state of its index.

    Points, outlets and searches count what is left of the library with the traits that are
    `wanted`; the searches with `both_spellings`, or without.
    """
    everyone = services.reading.outlets()
    left = services.narrowing.left(wanted) if wanted else None
    narrowing = left.narrowing if left is not None else None
    return Contents(
        services.reading.summary(),
        services.comparing.points(narrowing),
        left.outlets if left is not None else everyone,
        services.searching.saved(both_spellings=both_spellings, narrowing=narrowing),
        services.upkeep.is_up_to_date(),
        narrowing,
        everyone,
    )
