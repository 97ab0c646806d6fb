from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.bootstrap import Services
from summit_reader.compare.word_vectors import WordVectors, vectors_at
from summit_reader.domain.alignment import ReasonKind
from summit_reader.domain.importing import Imported
from summit_reader.domain.point import Absence, PointOrigin
from summit_reader.domain.proposal import OutletProposals, PointProposals
from summit_reader.domain.take import Role
from summit_reader.index.memory import MemoryIndex
from summit_reader.services import weighing
from summit_reader.services.proposing import Proposing
from summit_reader.services.questions import LONGEST, question_from
from summit_reader.services.weighing import Weighing
from summit_reader.shipped import resources_folder
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchPoint, NoSuchStory

Paste = Callable[..., Imported]

QUESTION = "Who pays for the crane?"

ANCHOR = """Crane to rise at the quay

The council has found the money for a new crane, which nobody but the taxpayers will pay for.

“A crane costs less than a wreck,” said Ida Moss, an engineer at the yard.

Gulls were seen on Monday.
"""


FOG = "Fog on the river\n\nIt was a quiet day for everybody there.\n"


def outlet(found: PointProposals, name: str) -> OutletProposals:
    return next(each for each in found.outlets if each.outlet.name == name)


def test_every_outlet_has_its_best_or_a_reason_for_none(stocked: Services, paste: Paste) -> None:
    paste(ANCHOR, "Anchor")
    paste(FOG, "Buoy")
    point = stocked.comparing.add_point(QUESTION)
    found = stocked.proposing.for_point(point.id)
    names = [each.outlet.name for each in found.outlets]
    assert names == ["Anchor", "Harbour Post", "The Tide", "Buoy"]
    post = outlet(found, "Harbour Post").best
    assert post is not None
    assert post.take is not None
    assert post.take.text.endswith("Taxpayers will pay for the crane.")
    assert {reason.kind: reason.evidence for reason in post.reasons} == {
        ReasonKind.RARE_WORDS: ("pays", "crane")
    }
    anchor = outlet(found, "Anchor").best
    assert anchor is not None
    assert anchor.take is None
    assert anchor.part.text.startswith("The council has found")
    buoy = outlet(found, "Buoy")
    assert (buoy.best, buoy.absence) == (None, Absence.SILENT)


def test_confidences_fall_and_weak_ones_are_marked(stocked: Services, paste: Paste) -> None:
    paste(ANCHOR, "Anchor")
    found = stocked.proposing.for_question(QUESTION)
    for each in found.outlets:
        confidences = [one.confidence for one in each.proposals]
        assert confidences == sorted(confidences, reverse=True)
        assert all(0 < confidence < 1 for confidence in confidences)
        assert all(one.is_weak == (one.confidence < 0.6) for one in each.proposals)
        assert all(one.reasons for one in each.proposals)


def test_nothing_is_stored_by_proposing(stocked: Services) -> None:
    point = stocked.comparing.add_point(QUESTION)
    stocked.proposing.for_point(point.id)
    assert stocked.comparing.view(point.id).takes == ()


def test_what_is_accepted_is_on_the_point_and_not_proposed(stocked: Services) -> None:
    point = stocked.comparing.add_point(QUESTION)
    best = outlet(stocked.proposing.for_point(point.id), "Harbour Post").best
    assert best is not None
    stocked.deciding.accept(point.id, best)
    found = stocked.proposing.for_point(point.id)
    post = outlet(found, "Harbour Post")
    assert [one.take for one in post.takes] == [best.take]
    assert best not in post.proposals
    assert (found.outlets_on, found.voices) == (1, 1)


def test_a_refused_take_is_not_proposed_again(stocked: Services) -> None:
    point = stocked.comparing.add_point(QUESTION)
    best = outlet(stocked.proposing.for_point(point.id), "Harbour Post").best
    assert best is not None
    before = stocked.deciding.refuse(point.id, best)
    assert best not in outlet(stocked.proposing.for_point(point.id), "Harbour Post").proposals
    other = stocked.comparing.add_point("The crane: who pays?")
    again = outlet(stocked.proposing.for_point(other.id), "Harbour Post").best
    assert again is not None
    assert again.take == best.take
    stocked.comparing.remove_point(other.id)
    stocked.deciding.restore(before)
    assert outlet(stocked.proposing.for_point(point.id), "Harbour Post").best == best


def test_a_refused_passage_is_not_proposed_again(stocked: Services, paste: Paste) -> None:
    paste(ANCHOR, "Anchor")
    point = stocked.comparing.add_point(QUESTION)
    best = outlet(stocked.proposing.for_point(point.id), "Anchor").best
    assert best is not None
    before = stocked.deciding.refuse(point.id, best)
    stocked.deciding.refuse(point.id, best)
    assert best not in outlet(stocked.proposing.for_point(point.id), "Anchor").proposals
    stocked.deciding.restore(before)
    assert outlet(stocked.proposing.for_point(point.id), "Anchor").best == best


def test_an_accepted_passage_becomes_a_take(stocked: Services, paste: Paste) -> None:
    paste(ANCHOR, "Anchor")
    point = stocked.comparing.add_point(QUESTION)
    best = outlet(stocked.proposing.for_point(point.id), "Anchor").best
    assert best is not None
    before = stocked.deciding.accept(point.id, best, Role.EDITORIAL)
    (on_point,) = stocked.comparing.view(point.id).takes
    assert on_point.take.text == best.part.text
    assert (on_point.take.role, on_point.take.outlet.name) == (Role.EDITORIAL, "Anchor")
    proposed = outlet(stocked.proposing.for_point(point.id), "Anchor").proposals
    assert best.part not in [one.part for one in proposed]
    count = stocked.reading.summary().takes
    again = stocked.deciding.restore(before)
    assert stocked.comparing.view(point.id).takes == ()
    assert stocked.reading.summary().takes == count - 1
    stocked.deciding.restore(again)
    assert stocked.comparing.view(point.id).takes == (on_point,)


def test_a_second_phrase_finds_what_the_question_does_not(stocked: Services) -> None:
    point = stocked.comparing.add_point("Whose burden?")
    assert all(not each.proposals for each in stocked.proposing.for_point(point.id).outlets)
    before = stocked.comparing.set_second_phrase(point.id, " taxpayers \n pay for the crane ")
    assert stocked.comparing.point_named("whose burden").second_phrase == (
        "taxpayers pay for the crane"
    )
    assert outlet(stocked.proposing.for_point(point.id), "Harbour Post").best is not None
    stocked.deciding.restore(before)
    assert stocked.comparing.point_named("whose burden").second_phrase == ""


def test_a_story_is_looked_at_by_itself(stocked: Services, paste: Paste) -> None:
    third = paste(ANCHOR, "Anchor").article_id
    point = stocked.comparing.add_point(QUESTION)
    story = stocked.gathering.story_of(2)
    if story is None:
        stocked.gathering.gather()
        story = stocked.gathering.story_of(2)
    assert story is not None
    members = {each.source.article_id for each in story.articles}
    found = stocked.proposing.for_point(point.id, story.id)
    assert {one.part.article_id for each in found.outlets for one in each.proposals} <= members
    stocked.gathering.split(story.id, [third] if third in members else [min(members)])
    alone = stocked.gathering.story_of(third)
    assert alone is not None
    found = stocked.proposing.for_point(point.id, alone.id)
    assert [each.outlet.name for each in found.outlets] == ["Anchor"]


def test_a_large_library_is_asked_by_its_index(
    stocked: Services, paste: Paste, monkeypatch: pytest.MonkeyPatch
) -> None:
    paste(ANCHOR, "Anchor")
    point = stocked.comparing.add_point(QUESTION)
    whole = stocked.proposing.for_point(point.id)
    monkeypatch.setattr(weighing, "_AT_ONCE", 0)
    paste(FOG, "Buoy")
    found = stocked.proposing.for_point(point.id)
    for name in ("Harbour Post", "Anchor"):
        by_index, by_all = outlet(found, name).best, outlet(whole, name).best
        assert by_index is not None
        assert by_all is not None
        assert by_index.part == by_all.part
    assert outlet(found, "Buoy").best is None


@pytest.mark.parametrize(
    "question", ["", " \n", "?!", "the of and", "\u200f\u200d", "\x00", "x" * 5_000]
)
def test_a_question_that_asks_nothing_finds_nothing(stocked: Services, question: str) -> None:
    found = stocked.proposing.for_question(question)
    assert all(not each.proposals for each in found.outlets)


@pytest.mark.parametrize("at_once", [0, 2_000])
def test_a_question_of_a_thousand_words_is_answered(
    stocked: Services, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(weighing, "_AT_ONCE", at_once)
    found = stocked.proposing.for_question("Who pays for the crane and " * 200)
    assert len(found.outlets) == 2


def test_words_of_the_query_language_are_words_in_a_question(
    stocked: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighing, "_AT_ONCE", 0)
    found = stocked.proposing.for_question('NOT outlet:crane AND (pay* OR "taxpayers')
    assert outlet(found, "Harbour Post").best is not None


def test_a_library_without_texts_has_no_proposals(services: Services) -> None:
    assert services.proposing.for_question(QUESTION).outlets == ()
    assert services.proposing.chips() == ()


def test_articles_without_text_and_twins_are_no_trouble(stocked: Services, paste: Paste) -> None:
    paste("Only a headline\n", "Anchor")
    paste(ANCHOR, "Buoy")
    paste(ANCHOR + "\n", "Bell")
    found = stocked.proposing.for_question(QUESTION)
    buoy, bell = outlet(found, "Buoy").best, outlet(found, "Bell").best
    assert buoy is not None
    assert bell is not None
    assert (buoy.part.text, buoy.confidence) == (bell.part.text, bell.confidence)
    assert buoy.confidence < 1
    assert outlet(found, "Anchor").best is None


def test_vectors_find_what_is_put_otherwise(
    stocked: Services, database: Database, index: MemoryIndex
) -> None:
    def read() -> WordVectors:
        return vectors_at(resources_folder() / "vectors")

    question = "Did sailors leave before voting?"
    assert outlet(stocked.proposing.for_question(question), "The Tide").best is None
    proposing = Proposing(database, Weighing(index, stocked.upkeep, read))
    best = outlet(proposing.for_question(question), "The Tide").best
    assert best is not None
    assert best.part.text == "Fishermen left the hall before the vote was taken."


def test_a_wrong_number_is_named(stocked: Services) -> None:
    with pytest.raises(NoSuchPoint):
        stocked.proposing.for_point(9)
    with pytest.raises(NoSuchStory):
        stocked.proposing.for_question(QUESTION, story_id=9)
    with pytest.raises(NoSuchStory):
        stocked.proposing.chips(9)


def test_words_that_outlets_share_are_offered(stocked: Services, paste: Paste) -> None:
    paste(ANCHOR, "Anchor")
    chips = {chip.words: chip for chip in stocked.proposing.chips()}
    assert chips["crane"].outlets == 2
    assert "Monday" not in chips
    assert not {"said", "new", "will", "council's"} & chips.keys()


def test_nobody_is_called_silent_while_something_is_proposed(
    stocked: Services, paste: Paste
) -> None:
    paste(FOG, "Buoy")
    stocked.comparing.add_point(QUESTION)
    grid = stocked.comparing.grid()
    bare = {
        column.name: cell for column, cell in zip(grid.columns, grid.rows[0].cells, strict=True)
    }
    assert bare["Harbour Post"].absence is Absence.SILENT
    (row,) = stocked.proposing.completed(grid).rows
    cells = {column.name: cell for column, cell in zip(grid.columns, row.cells, strict=True)}
    assert cells["Harbour Post"].absence is None
    assert cells["Harbour Post"].proposals
    assert cells["Buoy"] == bare["Buoy"]


@pytest.mark.parametrize(
    ("words", "origin", "question"),
    [
        ("“Who pays for it?” ", PointOrigin.HEADLINE, "Who pays for it?"),
        ("The crane is too dear.", PointOrigin.THESIS, "The crane is too dear"),
        ("Q: Why now?", PointOrigin.HEADING, "Why now?"),
        (" … the \n old crane, ", PointOrigin.SELECTION, "the old crane"),
        ('"Sanctions relief" kim* -trump outlet:bbc', PointOrigin.SEARCH, "Sanctions relief kim"),
        ("said:(Kim OR Putin) NOT Trump", PointOrigin.SEARCH, "Kim Putin"),
        ("date:2019", PointOrigin.SEARCH, ""),
        ("((", PointOrigin.SEARCH, ""),
    ],
)
def test_a_question_is_made_of_words(words: str, origin: PointOrigin, question: str) -> None:
    assert question_from(words, origin) == question


@given(st.text(max_size=400), st.sampled_from(PointOrigin))
def test_a_made_question_is_one_short_line(words: str, origin: PointOrigin) -> None:
    question = question_from(words, origin)
    assert len(question) <= LONGEST
    assert question == " ".join(question.split())
