"""Puts the use cases together, from an open library and what surrounds it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summit_reader.compare.transliteration import Transliteration
from summit_reader.compare.word_vectors import WordVectors
from summit_reader.domain.outlet import OutletRegister
from summit_reader.export.rendering import PrintPdf
from summit_reader.index.port import SearchIndex
from summit_reader.index.spelling import Spellings
from summit_reader.services.aligning import Aligning
from summit_reader.services.backing_up import BackingUp
from summit_reader.services.building import Build
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
from summit_reader.services.importing import Elsewhere, Importing
from summit_reader.services.merging import Merging
from summit_reader.services.narrowing import NarrowingDown
from summit_reader.services.pinning import Pinning
from summit_reader.services.place_keeping import PlaceKeeping
from summit_reader.services.polling import Polling
from summit_reader.services.previewing import Previewing
from summit_reader.services.proposing import Proposing
from summit_reader.services.reading import Reading
from summit_reader.services.reading_pool import Equip
from summit_reader.services.recognising import Recognising
from summit_reader.services.refreshing import Refreshing
from summit_reader.services.restoring import Restoring
from summit_reader.services.searching import Searching
from summit_reader.services.shelving import Shelving
from summit_reader.services.sifting import Sifting
from summit_reader.services.upkeep import Upkeep
from summit_reader.services.use_cases import Services
from summit_reader.services.vector_keeping import VectorKeeping
from summit_reader.services.weighing import Weighing
from summit_reader.store.database import Database

if TYPE_CHECKING:  # it loads what talks to servers, which few starts need
    from summit_reader.intake.fetching import Fetches


@dataclass(frozen=True)
class Equipment:
    """What the use cases are given from outside the library.

    First what the program ships with, each part read when it is needed first, and who fetches and
    prints; then the processes in which long work is done, where it is not to be done here:
    `build` makes the index anew, `import_texts` imports, and `equip` prepares one that reads texts.
    `directions` keeps those of passages; without it points are looked for without.
    """

    register: Callable[[], OutletRegister]
    transliteration: Callable[[], Transliteration]
    vectors: Callable[[], WordVectors]
    fetcher: Callable[[], Fetches]
    print_pdf: PrintPdf
    spellings: Callable[[], Spellings] = Spellings
    build: Build | None = None
    import_texts: Elsewhere | None = None
    equip: Equip | None = None
    directions: VectorKeeping | None = None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


def put_together(
    database: Database, index: SearchIndex, given: Equipment, opened: ExitStack
) -> Services:
    """The use cases on the library in `database`; closing them closes what was `opened`."""
    register, fetcher = given.register, given.fetcher
    upkeep = Upkeep(database, index, given.build, vectors=given.directions)
    reading, pinning = Reading(database), Pinning(database)
    gathering = Gathering(database)
    recognising = Recognising(database, given.transliteration)
    importing = Importing(database, upkeep, register, gathering, given.equip, given.import_texts)
    comparing, correcting = Comparing(database), Correcting(database, upkeep, register)
    directions = given.directions.opened if given.directions else lambda: None
    weighing = Weighing(index, upkeep, given.vectors, directions)
    return Services(
        library=database.folder,
        is_sample=reading.is_sample(),
        reading=reading,
        place_keeping=PlaceKeeping(database),
        describing=Describing(database, gathering),
        comparing=comparing,
        collating=Collating(database, index, upkeep, recognising),
        recognising=recognising,
        restoring=Restoring(database, upkeep, register),
        correcting=correcting,
        curating=Curating(database, upkeep, register),
        shelving=Shelving(database, upkeep, register),
        deciding=Deciding(database, comparing, correcting),
        proposing=Proposing(database, weighing),
        pinning=pinning,
        searching=Searching(database, index, upkeep, given.spellings),
        importing=importing,
        previewing=Previewing(database, index, register),
        following=Following(database, fetcher, register, given.now),
        polling=Polling(database, fetcher, given.now),
        sifting=Sifting(database, importing, upkeep, gathering, fetcher, register),
        refreshing=Refreshing(database, upkeep, register),
        gathering=gathering,
        charting=Charting(database),
        narrowing=NarrowingDown(database),
        aligning=Aligning(database, gathering, recognising, given.vectors),
        exporting=Exporting(reading, pinning, given.print_pdf),
        merging=Merging(database, upkeep),
        upkeep=upkeep,
        backing_up=BackingUp(database, index, upkeep),
        _opened=opened,
    )
