from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from summit_reader.bootstrap import Services
from summit_reader.compare.transliteration import Transliteration
from summit_reader.compare.word_vectors import UnreadableVectors
from summit_reader.domain.article import Hints
from summit_reader.domain.fetch_errors import FetchProblem, NobodyAnswers
from summit_reader.domain.hand_out_errors import PrintingFailed
from summit_reader.domain.importing import Imported
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.export.paper import Paper
from summit_reader.index.memory import MemoryIndex
from summit_reader.intake.fetching import Response
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


@dataclass
class Web:
    """Answers for a few addresses; notes what is asked, and with which conditions."""

    answers: dict[str, Response | FetchProblem] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def get(self, url: str, etag: str = "", last_modified: str = "") -> Response:
        """The answer that was prepared; nobody answers at any other address."""
        self.asked.append((url, etag, last_modified))
        answer = self.answers.get(url, NobodyAnswers(url, reason="no such host"))
        if isinstance(answer, FetchProblem):
            raise answer
        return answer

    def put(self, url: str, content: str | bytes = b"", status: int = 200, **more: str) -> Response:
        """Have this answered at `url`; `moved` and headers by name may be given."""
        moved = more.pop("moved", "")
        headers = {name.replace("_", "-"): value for name, value in more.items()}
        data = content.encode() if isinstance(content, str) else content
        answer = Response(status, moved or url, headers, data, moved)
        self.answers[url] = answer
        return answer


@dataclass
class Clock:
    """Tells a time that only the test moves."""

    now: datetime = datetime(2021, 3, 4, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def web() -> Web:
    return Web()


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
def services(database: Database, index: MemoryIndex, web: Web, clock: Clock) -> Services:
    """The use cases over an empty library and an index in memory."""
    upkeep = Upkeep(database, index)
    reading, pinning = Reading(database), Pinning(database)
    recognising = Recognising(database, Transliteration)
    gathering = Gathering(database)
    importing = Importing(database, upkeep, lambda: REGISTER, gathering)
    comparing = Comparing(database)
    correcting = Correcting(database, upkeep, lambda: REGISTER)
    return Services(
        library=database.folder,
        is_sample=False,
        reading=reading,
        place_keeping=PlaceKeeping(database),
        describing=Describing(database, gathering),
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
        importing=importing,
        previewing=Previewing(database, index, lambda: REGISTER),
        following=Following(database, lambda: web, lambda: REGISTER, clock),
        polling=Polling(database, lambda: web, clock),
        sifting=Sifting(database, importing, upkeep, gathering, lambda: web, lambda: REGISTER),
        refreshing=Refreshing(database, upkeep, lambda: REGISTER),
        gathering=gathering,
        charting=Charting(database),
        narrowing=NarrowingDown(database),
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
