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
from summit_reader.services.assembly import Equipment, put_together
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
    equipment = Equipment(
        register=lambda: REGISTER,
        transliteration=Transliteration,
        vectors=_no_vectors,
        fetcher=lambda: web,
        print_pdf=_no_printer,
        now=clock,
    )
    return put_together(database, index, equipment, ExitStack())


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
