from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

import pytest

from summit_reader.bootstrap import Services
from summit_reader.compare.transliteration import Transliteration
from summit_reader.compare.word_vectors import UnreadableVectors
from summit_reader.domain.article import Hints
from summit_reader.domain.errors import PrintingFailed
from summit_reader.domain.importing import Imported
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.export.paper import Paper
from summit_reader.index.memory import MemoryIndex
from summit_reader.services.aligning import Aligning
from summit_reader.services.backing_up import BackingUp
from summit_reader.services.charting import Charting
from summit_reader.services.collating import Collating
from summit_reader.services.comparing import Comparing
from summit_reader.services.correcting import Correcting
from summit_reader.services.curating import Curating
from summit_reader.services.deciding import Deciding
from summit_reader.services.exporting import Exporting
from summit_reader.services.gathering import Gathering
from summit_reader.services.importing import Importing
from summit_reader.services.merging import Merging
from summit_reader.services.pinning import Pinning
from summit_reader.services.proposing import Proposing
from summit_reader.services.reading import Reading
from summit_reader.services.recognising import Recognising
from summit_reader.services.refreshing import Refreshing
from summit_reader.services.restoring import Restoring
from summit_reader.services.searching import Searching
from summit_reader.services.shelving import Shelving
from summit_reader.services.upkeep import Upkeep
from summit_reader.services.weighing import Weighing
from summit_reader.store.database import Database
from summit_reader.store.founding import founded

Paste = Callable[..., Imported]

REGISTER = OutletRegister(
    (
        OutletProfile("The Tide", "GB", "en", aliases=("Tide Online",)),
        OutletProfile("Harbour Post", "US", "en"),
    )
)

TIDE = """Harbour to close for good

The town council met in a crowded hall on Monday evening to talk about the old harbour.

“We will close the harbour for good,” said Ada Byrne, the mayor of the town. “Nobody will pay.”

Fishermen left the hall before the vote was taken.
"""

POST = """Harbour saved, says council

The council has found money for the quay, and a new crane will be built next year.

“The harbour stays open,” said Tom Reed, who leads the council. “Taxpayers will pay for the crane.”
"""


def _no_vectors() -> NoReturn:
    raise UnreadableVectors


def _no_printer(_: Paper) -> NoReturn:
    raise PrintingFailed(reason="there is no printer here")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty library, open."""
    with founded(tmp_path / "library", "Harbour"):
        pass
    database = Database.open(tmp_path / "library")
    yield database
    database.close()


@pytest.fixture
def index() -> MemoryIndex:
    return MemoryIndex()


@pytest.fixture
def services(database: Database, index: MemoryIndex) -> Services:
    """The use cases over an empty library and an index in memory."""
    upkeep = Upkeep(database, index)
    reading, pinning = Reading(database), Pinning(database)
    recognising = Recognising(database, Transliteration)
    gathering = Gathering(database)
    comparing = Comparing(database)
    correcting = Correcting(database, upkeep, lambda: REGISTER)
    return Services(
        library=database.folder,
        is_sample=False,
        reading=reading,
        comparing=comparing,
        collating=Collating(database, index, upkeep, recognising),
        recognising=recognising,
        restoring=Restoring(database, upkeep, lambda: REGISTER),
        correcting=correcting,
        curating=Curating(database, upkeep, lambda: REGISTER),
        shelving=Shelving(database, upkeep, lambda: REGISTER),
        deciding=Deciding(database, comparing, correcting),
        proposing=Proposing(database, Weighing(index, upkeep, _no_vectors)),
        pinning=pinning,
        searching=Searching(database, index, upkeep),
        importing=Importing(database, upkeep, lambda: REGISTER, gathering),
        refreshing=Refreshing(database, upkeep, lambda: REGISTER),
        gathering=gathering,
        charting=Charting(database),
        aligning=Aligning(database, gathering, recognising, _no_vectors),
        exporting=Exporting(reading, pinning, _no_printer),
        merging=Merging(database, upkeep),
        upkeep=upkeep,
        backing_up=BackingUp(database, index, upkeep),
        _opened=ExitStack(),
    )


@pytest.fixture
def paste(services: Services) -> Paste:
    """Takes in a text of an outlet."""

    def taken_in(text: str, outlet: str, name: str = "pasted") -> Imported:
        hints = Hints(outlet=REGISTER.named(outlet) or OutletProfile(outlet))
        (imported,) = services.importing.import_text(text, name, hints).imported
        return imported

    return taken_in


@pytest.fixture
def stocked(services: Services, paste: Paste) -> Services:
    """A library of two texts by two outlets, a take in each."""
    paste(TIDE, "The Tide")
    paste(POST, "Harbour Post")
    return services
