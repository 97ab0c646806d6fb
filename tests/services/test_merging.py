from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_reader.bootstrap import Services
from summit_reader.domain.backup import BackupReason
from summit_reader.domain.comparison import Colour, Comparison, LooseClipping
from summit_reader.domain.correction import Attributed
from summit_reader.domain.errors import MissingFile
from summit_reader.domain.exchange import Fate, HandOutRead, MergeReport
from summit_reader.domain.hand_out_errors import MergeChanged, NotAHandOut
from summit_reader.domain.relation import Relation
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Standing
from summit_reader.export.formats import Format
from summit_reader.services.reading import Reading
from summit_reader.store import articles, comparisons, takes
from summit_reader.store.database import Database
from summit_reader.store.founding import founded

shared_library = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Travel = Callable[..., HandOutRead]


@pytest.fixture
def board(stocked: Services) -> Comparison:
    """A comparison of two takes, with a note on the first."""
    made = stocked.pinning.new_comparison("Who pays?")
    for column in range(2):
        made = stocked.pinning.pin(made.id, str(uuid4()), column + 1, column)
    made = stocked.pinning.set_note(made.id, made.clippings[0].id, "Not the town.")
    return stocked.pinning.set_my_take(made.id, "Nobody.")


@pytest.fixture
def travel(stocked: Services, tmp_path: Path) -> Travel:
    """A comparison as a file that somebody named Anna sends back."""

    def sent(comparison: Comparison, kind: Format = Format.HTML) -> HandOutRead:
        path = tmp_path / "Anna.html"
        path.write_bytes(stocked.exporting.rendered(comparison, kind))
        return stocked.merging.read(path)

    return sent


def fates(report: MergeReport) -> list[Fate]:
    return [each.fate for each in report.clippings]


def noted(comparison: Comparison, place: int, note: str) -> Comparison:
    clippings = list(comparison.clippings)
    clippings[place] = replace(clippings[place], note=note)
    return replace(comparison, clippings=tuple(clippings))


@pytest.mark.parametrize("kind", [Format.HTML, Format.WORD, Format.MARKDOWN, Format.JSON])
def test_what_comes_back_unchanged_changes_nothing(
    stocked: Services, board: Comparison, travel: Travel, kind: Format
) -> None:
    report = stocked.merging.merge(travel(board, kind))
    assert fates(report) == [Fate.SAME, Fate.SAME]
    assert not report.changes
    assert stocked.pinning.comparisons() == (board,)


def test_the_library_is_backed_up_before_a_merge_changes_it(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    stocked.merging.preview(travel(noted(board, 1, "See page 3.")))
    stocked.merging.merge(travel(board))
    assert stocked.backing_up.backups() == ()
    stocked.merging.merge(travel(noted(board, 1, "See page 3.")))
    (backup,) = stocked.backing_up.backups()
    assert backup.reason is BackupReason.MERGE
    stocked.backing_up.restore(backup)
    assert stocked.pinning.comparisons() == (board,)


def test_a_note_where_there_was_none_is_taken_over(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    report = stocked.merging.merge(travel(noted(board, 1, "See page 3.")))
    assert fates(report) == [Fate.SAME, Fate.NOTED]
    assert report.comparison.clippings[1].note == "See page 3."
    assert report.comparison.clippings[0].note == "Not the town."


def test_notes_that_differ_both_stay(stocked: Services, board: Comparison, travel: Travel) -> None:
    read = travel(replace(noted(board, 0, "Taxpayers will."), my_take="Everybody."))
    report = stocked.merging.merge(read)
    assert report.comparison.clippings[0].note == "Not the town.\n\n[Anna]\nTaxpayers will."
    assert report.comparison.my_take == "Nobody.\n\n[Anna]\nEverybody."
    assert report.conflicts == 2
    again = stocked.merging.merge(read)
    assert not again.changes
    assert again.comparison == report.comparison


def test_a_note_that_was_written_on_replaces_its_beginning(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    report = stocked.merging.merge(travel(noted(board, 0, "Not the town.\nBut who?")))
    assert report.comparison.clippings[0].note == "Not the town.\nBut who?"
    assert report.conflicts == 0


def test_a_clipping_that_was_let_go_here_comes_back_last(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    read = travel(board)
    first = board.clippings[0]
    stocked.pinning.unpin(board.id, first.id)
    report = stocked.merging.merge(read)
    assert fates(report) == [Fate.NEW, Fate.SAME]
    assert [one.id for one in report.comparison.clippings] == [board.clippings[1].id, first.id]
    assert report.clippings[0].in_library
    assert report.comparison.clippings[1].take.id == first.take.id


def test_the_same_words_pinned_by_both_are_one_clipping(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    twin = replace(board.clippings[0], id=str(uuid4()), note="Mine too.")
    theirs = replace(board, clippings=(twin, board.clippings[1]))
    report = stocked.merging.merge(travel(theirs))
    assert len(report.comparison.clippings) == 2
    assert report.comparison.clippings[0].note == "Not the town.\n\n[Anna]\nMine too."


def test_words_credited_otherwise_stand_beside_ours(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    ours = board.clippings[0]
    other = replace(ours, take=replace(ours.take, role=Role.EDITORIAL))
    read = travel(replace(board, clippings=(other, board.clippings[1])))
    report = stocked.merging.merge(read)
    assert fates(report) == [Fate.CONFLICT, Fate.SAME]
    roles = [one.take.role for one in report.comparison.clippings]
    assert roles.count(Role.EDITORIAL) == 1
    assert len(roles) == 3
    assert not stocked.merging.merge(read).changes


def test_a_hand_out_of_no_comparison_here_becomes_one(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    clippings = tuple(replace(one, id=str(uuid4())) for one in board.clippings)
    read = replace(
        travel(replace(board, name="Anna’s board", clippings=clippings)), library=str(uuid4())
    )
    report = stocked.merging.merge(read)
    assert report.is_new
    assert report.comparison.name == "Anna’s board"
    assert fates(report) == [Fate.NEW, Fate.NEW]
    assert not stocked.merging.merge(read).changes
    stocked.merging.undo(report)
    assert [one.name for one in stocked.pinning.comparisons()] == ["Who pays?"]


def test_it_can_be_merged_into_another_comparison(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    other = stocked.pinning.new_comparison("Other")
    read = travel(board)
    report = stocked.merging.merge(read, other.id)
    assert report.comparison.name == "Other"
    assert fates(report) == [Fate.NEW, Fate.NEW]
    assert not stocked.merging.merge(read, other.id).changes
    assert stocked.exporting.comparison(board.id) == board, "what it was made of stays as it is"


def test_a_point_that_was_read_back_is_known_again(stocked: Services, travel: Travel) -> None:
    made = stocked.exporting.of_takes("Takes", [1, 2])
    first = stocked.merging.merge(travel(made))
    assert first.is_new
    second = stocked.merging.merge(travel(made))
    assert not second.changes


@pytest.fixture
def excerpted(
    stocked: Services, board: Comparison, travel: Travel, database: Database
) -> HandOutRead:
    """The board, read back after its second text was removed."""
    read = travel(board)
    stocked.pinning.unpin(board.id, board.clippings[0].id)
    stocked.pinning.unpin(board.id, board.clippings[1].id)
    with database.write() as work:
        articles.remove(work, board.clippings[1].take.article_id)
        work.commit()
    return read


def test_a_text_that_is_not_here_leaves_an_excerpt(
    stocked: Services, excerpted: HandOutRead
) -> None:
    report = stocked.merging.merge(excerpted)
    known, excerpt = report.clippings
    assert (known.in_library, excerpt.in_library) == (True, False)
    take = excerpt.clipping.take
    assert take.id < 0, "it must not be taken for a take of this library"
    assert take.article_id < 0
    assert take.text == "The harbour stays open, … Taxpayers will pay for the crane."
    assert excerpt.clipping.source.metadata.outlet.name == "Harbour Post"
    assert stocked.reading.current(take) == take
    page = stocked.exporting.rendered(report.comparison, Format.HTML)
    assert b"The harbour stays open" in page


def test_a_take_a_colleague_has_marked_is_marked_here(
    stocked: Services, board: Comparison, travel: Travel, database: Database
) -> None:
    article = stocked.reading.article(1)
    start = article.cleaned.source.index("Fishermen left the hall")
    step = stocked.correcting.mark(
        1, [Span(start, start + 23)], Attributed(None, "", Role.REPORTING)
    )
    marked = step.after[0].take
    theirs = stocked.pinning.pin(board.id, str(uuid4()), marked.id, 0)
    read = travel(theirs)
    stocked.pinning.unpin(board.id, theirs.clippings[2].id)
    with database.write() as work:
        takes.remove(work, marked.id)
        work.commit()
    report = stocked.merging.merge(read)
    (made,) = report.marked
    take = stocked.reading.take(made)
    assert (take.text, take.origin, take.standing) == (
        "Fishermen left the hall",
        Origin.MARKED,
        Standing.CONFIRMED,
    )
    assert report.comparison.clippings[2].take.id == made
    stocked.merging.undo(report)
    assert made not in {one.id for one in stocked.reading.takes_in(1)}
    again = stocked.merging.redo(report)
    assert again.comparison.clippings == report.comparison.clippings
    assert made in {one.id for one in stocked.reading.takes_in(1)}


NOTES = st.sampled_from(["", "Not the town.", "Taxpayers will.", "Not the town.\nBut who?", " \n"])


@shared_library
@given(ours=NOTES, theirs=NOTES, my_take=NOTES, kept=st.sets(st.sampled_from([0, 1])))
def test_nothing_is_lost_and_all_of_it_can_be_taken_back(
    stocked: Services, travel: Travel, ours: str, theirs: str, my_take: str, kept: set[int]
) -> None:
    board = stocked.pinning.new_comparison("Board")
    for column in range(2):
        board = stocked.pinning.pin(board.id, str(uuid4()), column + 1, column)
    read = travel(replace(noted(board, 0, theirs), my_take=my_take))
    for place in {0, 1} - kept:
        board = stocked.pinning.unpin(board.id, read.comparison.clippings[place].id)
    if 0 in kept:
        board = stocked.pinning.set_note(board.id, read.comparison.clippings[0].id, ours)
    before = stocked.pinning.set_my_take(board.id, ours)

    planned = stocked.merging.preview(read, before.id)
    assert stocked.exporting.comparison(before.id) == before, "a preview changes nothing"
    report = stocked.merging.merge(read, before.id)
    assert report == planned
    after = {one.id: one for one in report.comparison.clippings}
    for one in (*before.clippings, *read.comparison.clippings):
        assert one.note.strip() in after[one.id].note
    assert before.my_take.strip() in report.comparison.my_take
    assert my_take.strip() in report.comparison.my_take
    assert not stocked.merging.merge(read, before.id).changes

    stocked.merging.undo(report)
    assert stocked.exporting.comparison(before.id) == before
    assert stocked.merging.redo(report).comparison == report.comparison


def test_what_was_written_since_stays(stocked: Services, board: Comparison, travel: Travel) -> None:
    report = stocked.merging.merge(travel(noted(board, 1, "Theirs.")))
    stocked.pinning.set_note(board.id, board.clippings[1].id, "Theirs. And mine.")
    stocked.merging.undo(report)
    assert stocked.exporting.comparison(board.id).clippings[1].note == "Theirs. And mine."


def test_a_comparison_that_is_gone_cannot_be_put_back(
    stocked: Services, board: Comparison, travel: Travel, database: Database
) -> None:
    report = stocked.merging.merge(travel(noted(board, 1, "Theirs.")))
    with database.write() as work:
        comparisons.remove(work, board.id)
        work.commit()
    with pytest.raises(MergeChanged):
        stocked.merging.undo(report)
    with pytest.raises(MergeChanged):
        stocked.merging.redo(report)


def test_a_file_that_is_none_is_said_to_be(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    with pytest.raises(MissingFile):
        services.merging.read(path)
    path.write_text("# My notes\n")
    with pytest.raises(NotAHandOut, match=r"notes\.md"):
        services.merging.read(path)


def test_libraries_are_told_apart(services: Services, tmp_path: Path) -> None:
    mine = services.reading.library_id()
    assert services.reading.library_id() == mine
    with founded(tmp_path / "other", "Other"):
        pass
    other = Database.open(tmp_path / "other")
    try:
        assert Reading(other).library_id() != mine
    finally:
        other.close()


@pytest.mark.parametrize("kind", [Format.HTML, Format.WORD, Format.MARKDOWN, Format.JSON])
def test_everything_on_the_board_comes_back_and_can_be_taken_back(
    stocked: Services, board: Comparison, travel: Travel, kind: Format
) -> None:
    first, second = board.clippings
    loose = LooseClipping(str(uuid4()), "Heard on the radio.", 0, 1, "who?", ("radio",))
    stocked.pinning.restore(board.id, loose)
    stocked.pinning.set_tags(board.id, first.id, ["aid"])
    stocked.pinning.set_colour(board.id, first.id, Colour.GREEN)
    stocked.pinning.set_titles(board.id, ["Asking", "Holding back"])
    stocked.deciding.relate(first.take.id, second.take.id, Relation.CONTRADICTS)
    whole = stocked.pinning.comparison(board.id)
    read = travel(whole, kind)
    stocked.pinning.unpin(board.id, loose.id)
    stocked.pinning.set_tags(board.id, first.id, ["mine"])
    stocked.pinning.set_colour(board.id, first.id, None)
    stocked.pinning.set_titles(board.id, ["Mine"])
    stocked.deciding.relate(first.take.id, second.take.id, None)
    here = stocked.pinning.comparison(board.id)
    report = stocked.merging.merge(read)
    merged = report.comparison
    assert merged.loose == (loose,)
    assert merged.titles == ("Mine", "Holding back")
    assert merged.clippings[0].tags == ("mine", "aid")
    assert merged.clippings[0].colour is Colour.GREEN
    assert [said.relation for said in merged.relations] == [Relation.CONTRADICTS]
    assert not stocked.merging.merge(read).changes
    stocked.merging.undo(report)
    assert stocked.pinning.comparison(board.id) == here


def test_a_relation_the_reader_has_set_is_not_overruled(
    stocked: Services, board: Comparison, travel: Travel
) -> None:
    first, second = (clipping.take.id for clipping in board.clippings)
    stocked.deciding.relate(first, second, Relation.ADDS)
    read = travel(stocked.pinning.comparison(board.id))
    stocked.deciding.relate(first, second, Relation.AGREES)
    report = stocked.merging.merge(read)
    assert not report.changes
    assert [said.relation for said in report.comparison.relations] == [Relation.AGREES]
