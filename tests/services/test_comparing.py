from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import OutletNotOnPoint, UnknownOutlet, UnknownPoint
from summit_reader.domain.importing import Imported
from summit_reader.domain.point import Absence, DecidedBy, Decision
from summit_reader.domain.take import Take
from summit_reader.store import points
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchPoint, NoSuchTake

Paste = Callable[..., Imported]


def takes(services: Services) -> list[Take]:
    texts = services.reading.texts()
    return [take for text in texts for take in services.reading.takes_in(text.article_id)]


def test_the_reader_makes_a_point_and_fills_it(stocked: Services) -> None:
    point = stocked.comparing.add_point("  Who \n pays? ")
    assert point.question == "Who pays?"
    for take in takes(stocked):
        stocked.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    view = stocked.comparing.view(point.id)
    assert [one.take for one in view.takes] == takes(stocked)
    assert {one.decided_by for one in view.takes} == {DecidedBy.READER}
    assert (view.summary.takes, view.summary.outlets, view.summary.texts) == (2, 2, 2)
    assert stocked.comparing.points() == (view.summary,)
    assert view.absent == ()


def test_a_refused_take_leaves_its_outlet_silent(stocked: Services) -> None:
    point = stocked.comparing.add_point("Who pays?")
    one, two = takes(stocked)
    stocked.comparing.decide(point.id, one.id, Decision.ACCEPTED)
    stocked.comparing.decide(point.id, two.id, Decision.REFUSED)
    view = stocked.comparing.view(point.id)
    assert [each.take.id for each in view.takes] == [one.id]
    assert [(each.outlet, each.absence) for each in view.absent] == [(two.outlet, Absence.SILENT)]


def test_the_same_question_is_the_same_point(stocked: Services) -> None:
    point = stocked.comparing.add_point("Who pays?")
    assert stocked.comparing.add_point("who pays") == point
    assert len(stocked.comparing.points()) == 1


@pytest.mark.parametrize("blank", ["", "  \n "])
def test_a_point_needs_a_question(stocked: Services, blank: str) -> None:
    point = stocked.comparing.add_point("Who pays?")
    with pytest.raises(ValueError, match="question"):
        stocked.comparing.add_point(blank)
    with pytest.raises(ValueError, match="question"):
        stocked.comparing.rename_point(point.id, blank)
    assert stocked.comparing.point_named("who pays") == point


def test_points_are_renamed_and_removed(stocked: Services) -> None:
    point = stocked.comparing.add_point("Who pays?")
    stocked.comparing.rename_point(point.id, "Who will pay?")
    assert stocked.comparing.point_named("WHO WILL PAY").id == point.id
    stocked.comparing.remove_point(point.id)
    with pytest.raises(UnknownPoint):
        stocked.comparing.point_named("Who will pay?")
    assert len(takes(stocked)) == 2


def test_an_outlets_takes_stand_together_and_the_first_pair_first(
    stocked: Services, paste: Paste, database: Database
) -> None:
    quoted = "“The quay will be sold,” said {}, an engineer. “Nobody asked us.”"
    for person, outlet in (("Eve Low", "Anchor"), ("Ida Moss", "The Tide"), ("Al Finn", "Buoy")):
        paste(f"News from the quay today.\n\n{quoted.format(person)}\n", outlet)
    tide, post, anchor, second_tide, buoy = takes(stocked)
    with database.write() as work:
        point_id = points.add(work, "Who pays?")
        for take in (anchor, tide, post, second_tide, buoy):
            points.decide(work, point_id, take.id, Decision.ACCEPTED, DecidedBy.CATALOGUE)
        points.set_first_pair(work, point_id, (buoy.id, tide.id))
        work.commit()
    order = [one.take.id for one in stocked.comparing.view(point_id).takes]
    assert order == [buoy.id, tide.id, second_tide.id, anchor.id, post.id]
    stocked.comparing.decide(point_id, buoy.id, Decision.REFUSED)
    view = stocked.comparing.view(point_id)
    assert view.summary.point.first_pair is None
    assert [one.take.id for one in view.takes] == [anchor.id, tide.id, second_tide.id, post.id]


def test_takes_of_an_outlet_on_a_point(stocked: Services) -> None:
    point = stocked.comparing.add_point("Who pays?")
    tide, _ = takes(stocked)
    stocked.comparing.decide(point.id, tide.id, Decision.ACCEPTED)
    for name in ("The Tide", "tide", "TIDE ONLINE"):
        assert [one.take for one in stocked.comparing.takes_of("who pays", name)] == [tide]
    with pytest.raises(UnknownPoint, match="Who knows"):
        stocked.comparing.takes_of("Who knows?", "tide")
    with pytest.raises(UnknownOutlet, match="Gazette"):
        stocked.comparing.takes_of("who pays", "Gazette")
    with pytest.raises(OutletNotOnPoint, match="“Harbour Post” has no take on “Who pays\\?”"):
        stocked.comparing.takes_of("who pays", "harbour post")


def test_a_wrong_number_is_named(stocked: Services) -> None:
    point = stocked.comparing.add_point("Who pays?")
    with pytest.raises(NoSuchPoint):
        stocked.comparing.view(99)
    with pytest.raises(NoSuchPoint):
        stocked.comparing.decide(99, 1, Decision.ACCEPTED)
    with pytest.raises(NoSuchTake):
        stocked.comparing.decide(point.id, 99, Decision.ACCEPTED)
    with pytest.raises(NoSuchPoint):
        stocked.comparing.rename_point(99, "x")
    with pytest.raises(NoSuchPoint):
        stocked.comparing.remove_point(99)


def test_outlets_share_the_points_on_which_each_has_a_take(stocked: Services) -> None:
    both, alone = (stocked.comparing.add_point(words) for words in ("Who pays?", "Who sails?"))
    one, two = takes(stocked)
    for point, take in ((both, one), (both, two), (alone, one)):
        stocked.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    outlets = [one.outlet.id, two.outlet.id]
    assert stocked.comparing.shared_points(outlets) == (both.id,)
    assert stocked.comparing.shared_points(outlets[:1]) == (both.id, alone.id)
    stocked.comparing.decide(both.id, two.id, Decision.REFUSED)
    assert stocked.comparing.shared_points(outlets) == ()
