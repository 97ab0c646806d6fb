from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import LooseClipping
from summit_reader.domain.importing import Imported
from summit_reader.domain.outlet import Label, OutletKind
from summit_reader.domain.outlet_card import OutletFacts
from summit_reader.store.errors import NoSuchAlias, NoSuchOutlet, OutletNameTaken

Paste = Callable[..., Imported]

QUOTING = """Harbour row goes on

The council met again on Tuesday, and nobody was sure what would become of the old quay.

“The crane is too dear,” said Mia Cole, a member of the council, according to Harbour Post.
"""


def outlet_id(services: Services, name: str) -> int:
    found = services.curating.named(name)
    assert found is not None
    return found


def everything(services: Services) -> object:
    """All that a step about outlets may touch, as readers see it."""
    return (
        services.reading.outlets(),
        [services.curating.card(each.outlet.id).outlet for each in services.reading.outlets()],
        services.reading.texts(),
        [services.reading.takes_in(source.article_id) for source in services.reading.texts()],
        services.pinning.comparisons(),
    )


def found(services: Services, query: str) -> set[int]:
    results = services.searching.search(query)
    return {each.article_id for each in results.articles}


def test_a_card_tells_all_that_is_known(stocked: Services) -> None:
    tide = outlet_id(stocked, "The Tide")
    card = stocked.curating.card(tide)
    assert card.outlet.profile.country == "GB"
    assert card.articles == 1
    assert {each.take.outlet.id for each in card.takes} == {tide}
    assert all(each.source.title for each in card.takes)
    with pytest.raises(NoSuchOutlet):
        stocked.curating.card(999)


def test_words_from_outside_on_a_board_are_no_outlets(stocked: Services) -> None:
    board = stocked.pinning.current()
    stocked.pinning.pin(board.id, "one", 1, 0)
    stocked.pinning.restore(board.id, LooseClipping("loose", "Heard on the radio.", 1, 0))
    pinned = stocked.reading.take(1).outlet
    assert stocked.curating.card(pinned.id).clippings == 1


def test_facts_are_what_the_reader_says(stocked: Services, paste: Paste) -> None:
    tide = outlet_id(stocked, "The Tide")
    before = everything(stocked)
    label = Label("ownership", "family", "own FAQ", date(2024, 5, 6))
    step = stocked.curating.edit(
        tide,
        OutletFacts(
            "  Tide   Weekly ",
            country="",
            language="FR",
            kind=OutletKind.MAGAZINE,
            owner="The Byrnes",
            homepage="https://www.tide.example/en",
            labels=(label, Label("", "nothing")),
            notes="Weekly since 1990.",
        ),
    )
    card = stocked.curating.card(tide)
    assert card.outlet.profile.name == "Tide Weekly"
    assert "The Tide" in card.outlet.profile.aliases
    assert card.outlet.labels == (label,)
    assert card.outlet.profile.homepage == "https://tide.example"
    assert card.outlet.notes == "Weekly since 1990."
    assert {voice.name for each in card.takes for voice in each.take.chain} >= {"Tide Weekly"}
    assert found(stocked, 'outlet:"Tide Weekly"')
    # An import knows a country, but the reader has settled that there is none.
    paste("Another text of the paper stands here, about the old quay.", "The Tide")
    assert stocked.curating.card(tide).outlet.profile.country == ""
    stocked.shelving.delete([stocked.reading.texts()[-1].article_id])
    again = stocked.curating.restore(step)
    assert everything(stocked) == before
    stocked.curating.restore(again)
    assert stocked.curating.card(tide).outlet.profile.name == "Tide Weekly"


def test_two_outlets_share_no_name(stocked: Services) -> None:
    tide = outlet_id(stocked, "The Tide")
    facts = OutletFacts.of(stocked.curating.card(tide).outlet)
    before = everything(stocked)
    for wrong in (replace(facts, name="harbour post"), replace(facts, aliases=("Harbour Post",))):
        with pytest.raises(OutletNameTaken, match=r"(?i)harbour post"):
            stocked.curating.edit(tide, wrong)
    with pytest.raises(ValueError, match="name"):
        stocked.curating.edit(tide, replace(facts, name=" "))
    assert everything(stocked) == before


def test_a_label_takes_the_place_of_what_the_same_source_said(stocked: Services) -> None:
    tide = outlet_id(stocked, "The Tide")
    stocked.curating.label(tide, Label("leaning", "left", "A"))
    stocked.curating.label(tide, Label("leaning", "centre", "B"))
    step = stocked.curating.label(tide, Label("leaning", "right", "A"))
    labels = stocked.curating.card(tide).outlet.labels
    assert {(one.source, one.value) for one in labels} == {("A", "right"), ("B", "centre")}
    assert stocked.reading.outlets()[1].labels == labels
    stocked.curating.restore(step)
    assert stocked.curating.card(tide).outlet.labels[0].value == "left"
    with pytest.raises(ValueError, match="axis"):
        stocked.curating.label(tide, Label("leaning", "  "))


def test_merged_outlets_are_one_and_can_be_two_again(stocked: Services) -> None:
    tide, post = outlet_id(stocked, "The Tide"), outlet_id(stocked, "Harbour Post")
    stocked.curating.label(post, Label("ownership", "state", "its imprint"))
    take = stocked.reading.takes_by(post)[0]
    board = stocked.pinning.new_comparison("Board").id
    stocked.pinning.pin(board, "clip", take.id, 0)
    before = everything(stocked)
    step = stocked.curating.merge(tide, post)
    card = stocked.curating.card(tide)
    assert outlet_id(stocked, "Harbour Post") == tide
    assert card.articles == 2
    assert card.clippings == 1
    assert take.id in {each.take.id for each in card.takes}
    assert "Harbour Post" not in {voice.name for each in card.takes for voice in each.take.chain}
    assert card.outlet.labels[0].value == "state"
    assert len(stocked.reading.outlets()) == 1
    assert len(found(stocked, "outlet:Tide")) == 2
    again = stocked.curating.restore(step)
    assert everything(stocked) == before
    assert len(found(stocked, "outlet:Tide")) == 1
    stocked.curating.restore(again)
    assert outlet_id(stocked, "Harbour Post") == tide
    with pytest.raises(ValueError, match="another"):
        stocked.curating.merge(tide, tide)


def test_a_split_gives_back_what_a_merge_brought(stocked: Services) -> None:
    tide, post = outlet_id(stocked, "The Tide"), outlet_id(stocked, "Harbour Post")
    takes = {take.id for take in stocked.reading.takes_by(post)}
    facts = OutletFacts.of(stocked.curating.card(post).outlet)
    stocked.curating.edit(post, replace(facts, aliases=("Post of the Harbour",)))
    stocked.curating.merge(tide, post)
    merged = everything(stocked)
    step = stocked.curating.split(tide, "harbour post")
    parted = outlet_id(stocked, "Harbour Post")
    assert parted != tide
    assert {take.id for take in stocked.reading.takes_by(parted)} == takes
    assert stocked.curating.card(parted).articles == 1
    assert stocked.curating.card(parted).outlet.profile.country == "US"
    assert stocked.curating.card(parted).outlet.profile.aliases == ("Post of the Harbour",)
    stocked.curating.restore(step)
    assert everything(stocked) == merged
    with pytest.raises(NoSuchAlias, match="Nobody"):
        stocked.curating.split(tide, "Nobody")


def test_a_split_takes_what_was_printed_under_the_name(stocked: Services, paste: Paste) -> None:
    paste(QUOTING, "The Tide")
    post = outlet_id(stocked, "Harbour Post")
    quoted = stocked.reading.takes_by(post)
    stocked.curating.edit(
        post, replace(OutletFacts.of(stocked.curating.card(post).outlet), name="Port Courier")
    )
    stocked.curating.split(post, "Harbour Post")
    parted = outlet_id(stocked, "Harbour Post")
    carried = [take.id for take in quoted if "according to" in (take.cue or "")]
    assert {take.id for take in stocked.reading.takes_by(parted)} >= set(carried)
