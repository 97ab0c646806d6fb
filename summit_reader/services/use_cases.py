"""All use cases on one open library, as whoever shows them asks for them.

Importing this module loads none of them: the command line and the window name it long before they
open a library.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summit_reader.services.aligning import Aligning
    from summit_reader.services.backing_up import BackingUp
    from summit_reader.services.charting import Charting
    from summit_reader.services.collating import Collating
    from summit_reader.services.comparing import Comparing
    from summit_reader.services.correcting import Correcting
    from summit_reader.services.curating import Curating
    from summit_reader.services.deciding import Deciding
    from summit_reader.services.describing import Describing
    from summit_reader.services.exporting import Exporting
    from summit_reader.services.following import Following
    from summit_reader.services.gathering import Gathering
    from summit_reader.services.importing import Importing
    from summit_reader.services.merging import Merging
    from summit_reader.services.narrowing import NarrowingDown
    from summit_reader.services.pinning import Pinning
    from summit_reader.services.place_keeping import PlaceKeeping
    from summit_reader.services.polling import Polling
    from summit_reader.services.previewing import Previewing
    from summit_reader.services.proposing import Proposing
    from summit_reader.services.reading import Reading
    from summit_reader.services.recognising import Recognising
    from summit_reader.services.refreshing import Refreshing
    from summit_reader.services.restoring import Restoring
    from summit_reader.services.searching import Searching
    from summit_reader.services.shelving import Shelving
    from summit_reader.services.sifting import Sifting
    from summit_reader.services.upkeep import Upkeep


@dataclass(frozen=True)
class Services:
    """The use cases on one open library; any thread may use them until `close`."""

    library: Path
    is_sample: bool
    reading: Reading
    place_keeping: PlaceKeeping
    describing: Describing
    comparing: Comparing
    collating: Collating
    recognising: Recognising
    correcting: Correcting
    curating: Curating
    shelving: Shelving
    deciding: Deciding
    proposing: Proposing
    restoring: Restoring
    pinning: Pinning
    searching: Searching
    importing: Importing
    previewing: Previewing
    following: Following
    polling: Polling
    sifting: Sifting
    refreshing: Refreshing
    gathering: Gathering
    charting: Charting
    narrowing: NarrowingDown
    aligning: Aligning
    exporting: Exporting
    merging: Merging
    upkeep: Upkeep
    backing_up: BackingUp
    _opened: ExitStack = field(repr=False, compare=False)

    def close(self) -> None:
        """Let go of every file; may be called twice."""
        self._opened.close()
