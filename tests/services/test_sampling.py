from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Hints
from summit_reader.domain.errors import MissingFile
from summit_reader.domain.importing import Imported
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.point import DecidedBy, Decision
from summit_reader.domain.progress import Progress
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, TakeDraft, TakeKind
from summit_reader.intake.catalogue import (
    Catalogue,
    CataloguedPoint,
    CataloguedTake,
    CataloguedText,
)
from summit_reader.services import sampling
from summit_reader.store.database import Database

Paste = Callable[..., Imported]

TEXT = "Harbour to close\n\n“We will close it,” said Ada Byrne. The boats will have to leave.\n"
TIDE = OutletProfile("The Tide", "GB")


def catalogued(take_id: str, words: str) -> CataloguedTake:
    start = TEXT.index(words)
    draft = TakeDraft(
        kind=TakeKind.NARRATIVE,
        role=Role.REPORTING,
        origin=Origin.CATALOGUE,
        anchor=Anchor.of(TEXT, (Span(start, start + len(words)),)),
        outlet=TIDE,
        chain=(),
    )
    return CataloguedTake(take_id, "harbour.txt", draft)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """One text with two takes on one point, not in the order of the text."""
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT)
    takes = (catalogued("boats", "The boats will have to leave"), catalogued("close", "close it"))
    return Catalogue(
        texts=(CataloguedText(path, "A story.", Hints(outlet=TIDE, carrier="a blog")),),
        points=(CataloguedPoint("What next?", takes, (takes[1], takes[0])),),
        searches=("boats",),
    )


def test_what_the_catalogue_lists_is_there(
    services: Services, database: Database, catalogue: Catalogue
) -> None:
    told: list[Progress] = []
    sampling.fill(database, catalogue, OutletRegister(()), told.append)
    services.upkeep.catch_up()
    (text,) = services.reading.texts()
    assert (text.metadata.outlet.name, text.metadata.carrier) == ("The Tide", "a blog")
    view = services.comparing.view(services.comparing.point_named("what next").id)
    assert [one.take.text for one in view.takes] == ["The boats will have to leave", "close it"]
    assert {(one.decision, one.decided_by) for one in view.takes} == {
        (Decision.ACCEPTED, DecidedBy.CATALOGUE)
    }
    boats, close = (one.take.id for one in view.takes)
    assert view.summary.point.first_pair == (close, boats)
    assert [(one.query, one.total) for one in services.searching.saved()] == [("boats", 1)]
    assert told == [Progress(0, 1, "harbour.txt"), Progress(1, 1)]


def test_a_found_take_and_a_listed_one_on_the_same_words_are_one(
    services: Services, database: Database, catalogue: Catalogue
) -> None:
    sampling.fill(database, catalogue, OutletRegister(()))
    takes = services.reading.takes_in(1)
    assert [take.origin for take in takes] == [Origin.CATALOGUE] * 2


def test_a_missing_text_leaves_nothing(
    services: Services, database: Database, catalogue: Catalogue
) -> None:
    catalogue.texts[0].path.unlink()
    with pytest.raises(MissingFile):
        sampling.fill(database, catalogue, OutletRegister(()))
    assert services.reading.summary().texts == 0
    assert services.comparing.points() == ()
