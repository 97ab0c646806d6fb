"""Texts as they would come in: held against the library, put right, and kept as they were shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Hints
from summit_reader.domain.errors import Cancelled, EmptyFile
from summit_reader.domain.importing import Failure, Imported
from summit_reader.domain.outlet import OutletKind, OutletProfile, OutletRegister
from summit_reader.domain.preview import Preview
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.spans import Span
from summit_reader.index.memory import MemoryIndex
from summit_reader.intake.offers import OfferedBytes
from summit_reader.services.previewing import Previewing
from summit_reader.store.database import Database

Paste = Callable[..., Imported]

REPORT = """{0}

The town council met in a crowded hall on Monday evening to talk about what was to become of the
old harbour, which has been losing money for more than twenty years in a row.

Subscribe to our newsletter!

“We will close the harbour for good,” said Ada Byrne, the mayor of the town, to loud protests from
the fishermen who had come with their families. “Nobody in this town will pay for it.”

Fishermen left the hall before the vote was taken, and said that they would take their boats to the
next harbour down the coast, where the quay has been repaired with money from the county.
"""

REGISTER = OutletRegister(
    (
        OutletProfile("The Tide", "GB", "en", domains=("tide.example",)),
        OutletProfile("Coast Press Agency", "GB", "en", OutletKind.AGENCY, aliases=("CPA",)),
    )
)


@pytest.fixture
def previewing(database: Database, index: MemoryIndex) -> Previewing:
    return Previewing(database, index, lambda: REGISTER)


def offer(text: str, name: str = "report.txt") -> OfferedBytes:
    return OfferedBytes(name, text.encode())


def preview(previewing: Previewing, text: str) -> Preview:
    (found,) = previewing.previews([offer(text)])
    assert isinstance(found, Preview)
    return found


def test_one_bad_file_stops_no_other(previewing: Previewing) -> None:
    found = list(
        previewing.previews([offer(""), Failure(Path("gone"), EmptyFile("gone")), offer("Words.")])
    )
    assert [type(one) for one in found] == [Failure, Failure, Preview]


def test_what_is_looked_at_is_not_kept(services: Services, previewing: Previewing) -> None:
    found = preview(previewing, REPORT.format("Harbour to close"))
    assert (found.format, found.known, found.twin) == ("text", 0, None)
    assert services.reading.summary().texts == 0


def test_a_text_that_is_here_is_known(services: Services, previewing: Previewing) -> None:
    services.importing.import_offers([offer(REPORT.format("Harbour to close"))])
    assert preview(previewing, REPORT.format("Harbour to close")).known == 1


def test_nearly_the_same_text_is_named_with_its_share(previewing: Previewing, paste: Paste) -> None:
    paste(REPORT.format("Harbour to close"), "The Tide")
    found = preview(previewing, REPORT.format("Boats leave the harbour for ever"))
    assert found.known == 0
    assert found.twin is not None
    assert (found.twin.article_id, found.twin.outlet, found.twin.agency) == (1, "The Tide", "")
    assert 0.9 < found.twin.share < 1


def test_another_text_has_no_twin(previewing: Previewing, paste: Paste) -> None:
    paste(REPORT.format("Harbour to close"), "The Tide")
    other = "The harbour\n\n" + "A herring of another kind came into town and was sold. " * 20
    assert preview(previewing, other).twin is None


def test_the_text_of_an_agency_is_called_that(previewing: Previewing, paste: Paste) -> None:
    paste(REPORT.format("Harbour to close"), "The Tide")
    found = preview(previewing, REPORT.format("Boats leave") + "\n(Coast Press Agency)\n")
    assert found.twin is not None
    assert found.twin.agency == "Coast Press Agency"


def test_texts_of_one_import_are_held_against_each_other(previewing: Previewing) -> None:
    one, other = previewing.previews(
        [offer(REPORT.format("Harbour to close")), offer(REPORT.format("Boats leave for ever"))]
    )
    assert isinstance(one, Preview)
    assert isinstance(other, Preview)
    assert one.twin is None
    assert other.twin is not None
    assert (other.twin.title, other.twin.article_id) == ("Harbour to close", 0)


def test_a_removed_part_is_restored_and_removed_again(
    services: Services, previewing: Previewing
) -> None:
    found = preview(previewing, REPORT.format("Harbour to close"))
    (removed,) = found.draft.removed
    shown = previewing.toggled(found, removed.source)
    assert "Subscribe to our newsletter!" in shown.draft.cleaned.text
    assert shown.draft.removed[0].restored
    assert previewing.toggled(shown, removed.source) == found
    services.importing.import_previews([shown])
    assert "Subscribe to our newsletter!" in services.reading.article(1).cleaned.text
    with pytest.raises(LookupError):
        previewing.toggled(found, Span(0, 1))


def test_what_the_reader_says_of_a_text_holds(services: Services, previewing: Previewing) -> None:
    found = preview(previewing, REPORT.format("Harbour to close"))
    restored = previewing.toggled(found, found.draft.removed[0].source)
    hints = Hints(OutletProfile("Harbour Post", "US"), published=date(2021, 3, 4))
    changed = previewing.revised(restored, hints)
    assert changed.restored == restored.restored
    assert "Subscribe" in changed.draft.cleaned.text
    services.importing.import_previews([changed])
    said = services.reading.article(1).metadata
    assert (said.outlet.name, said.outlet.country, said.published) == (
        "Harbour Post",
        "US",
        date(2021, 3, 4),
    )


def test_a_site_can_always_be_of_an_outlet(previewing: Previewing) -> None:
    found = preview(previewing, REPORT.format("Harbour to close"))
    at_site = replace(found.draft.raw.hints, url="https://www.quay.example/harbour")
    assert previewing.revised(found, at_site).draft.metadata.outlet.name == "Unknown outlet"
    previewing.settle_site("quay.example", "The Tide")

    class Linked:
        name = "report.txt"

        def items(self, *_: object) -> object:
            yield replace(found.draft.raw, hints=at_site)

    (ruled,) = previewing.previews([Linked()])  # type: ignore[list-item] # as much as is needed
    assert isinstance(ruled, Preview)
    assert ruled.draft.metadata.outlet.name == "The Tide"
    previewing.settle_site("quay.example", "")
    assert previewing.rules().sites == {}


def test_trust_in_an_outlet_is_kept_and_taken_back(previewing: Previewing) -> None:
    previewing.trust("The Tide", always=True)
    assert previewing.rules().trusted == {"The Tide"}
    previewing.trust("The Tide", always=False)
    assert previewing.rules().trusted == frozenset()


def test_looking_is_given_up_on_request(previewing: Previewing) -> None:
    token = CancelToken()
    found = previewing.previews([offer("One."), offer("Two.")], token)
    next(found)
    token.cancel()
    with pytest.raises(Cancelled):
        next(found)
