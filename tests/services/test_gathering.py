from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Hints
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.point import DecidedBy
from summit_reader.domain.story import Story
from summit_reader.store.errors import NoSuchStory

DAY = date(2019, 4, 25)
HARBOUR = "The town council voted on Monday to close the old harbour for good and sell the quay."
HARBOUR_TOO = "On Monday the council voted to close the town's harbour and to sell the old quay."
ORCHARD = "Late frost has killed the blossoms of apple and cherry trees in every orchard inland."
FROST = "Apple and cherry blossoms were killed by late frost in the orchards, farmers say."

TakeIn = Callable[..., int]


@pytest.fixture
def take_in(services: Services) -> TakeIn:
    """Takes in a text of an outlet with a date; its number."""

    def taken_in(text: str, outlet: str, published: date | None = DAY, title: str = "") -> int:
        hints = Hints(outlet=OutletProfile(outlet), headline=title, published=published)
        report = services.importing.import_text(f"{title}\n\n{text}\n", outlet, hints)
        (imported,) = report.imported
        return imported.article_id

    return taken_in


@pytest.fixture
def filled(services: Services, take_in: TakeIn) -> Services:
    """Two stories of two outlets each."""
    take_in(HARBOUR, "The Tide", title="Council closes the harbour")
    take_in(ORCHARD, "The Tide", title="Frost kills apple blossoms")
    take_in(HARBOUR_TOO, "Harbour Post", title="Harbour closed by council")
    take_in(FROST, "Harbour Post", title="Apple blossoms killed by frost")
    return services


def members(story: Story) -> list[int]:
    return [article.source.article_id for article in story.articles]


def groups(services: Services) -> list[list[int]]:
    return sorted(members(story) for story in services.gathering.stories())


def test_stories_are_proposed_as_articles_come_in(filled: Services) -> None:
    assert groups(filled) == [[1, 3], [2, 4]]
    assert all(each.is_proposal for each in filled.gathering.stories())
    assert [each.outlets for each in filled.gathering.stories()] == [2, 2]
    story = filled.gathering.story_of(3)
    assert story is not None
    assert story.title == "Council closes the harbour"


def test_an_article_without_a_date_finds_its_story(filled: Services, take_in: TakeIn) -> None:
    number = take_in(HARBOUR_TOO + " Fishermen wept.", "Buoy", None, "Council closes harbour")
    junk = take_in(FROST + " Fruit is dear.", "Buoy", date(2150, 1, 1), "Frost kills blossoms")
    assert groups(filled) == [[1, 3, number], [2, 4, junk]]


def test_the_same_words_much_later_are_no_part_of_it(filled: Services, take_in: TakeIn) -> None:
    text = HARBOUR_TOO + " Again."
    number = take_in(text, "Buoy", date(2020, 1, 1), "Harbour closed by council")
    assert filled.gathering.story_of(number) is None


def test_an_article_alone_has_no_story(services: Services, take_in: TakeIn) -> None:
    number = take_in(HARBOUR, "The Tide")
    assert services.gathering.story_of(number) is None
    assert services.gathering.stories() == ()
    services.gathering.gather()
    assert services.gathering.stories() == ()


def test_what_the_reader_merged_stays_merged(filled: Services, take_in: TakeIn) -> None:
    one, other = filled.gathering.story_of(1), filled.gathering.story_of(2)
    assert one is not None
    assert other is not None
    before = filled.gathering.merge(one.id, other.id)
    assert groups(filled) == [[1, 2, 3, 4]]
    take_in(HARBOUR_TOO + " So it ends.", "Buoy", title="Harbour closed by council")
    filled.gathering.gather()
    assert groups(filled) == [[1, 2, 3, 4, 5]]
    filled.gathering.restore(before)
    assert filled.gathering.story(other.id).is_proposal
    assert [2, 4] in groups(filled)


def test_what_the_reader_split_stays_apart(filled: Services, take_in: TakeIn) -> None:
    story = filled.gathering.story_of(1)
    assert story is not None
    filled.gathering.split(story.id, [3])
    filled.gathering.gather()
    alone = filled.gathering.story_of(3)
    assert alone is not None
    assert members(alone) == [3]
    assert not alone.is_proposal
    assert groups(filled) == [[1], [2, 4], [3]]
    take_in(HARBOUR + " It rained.", "Buoy", title="Council closes the harbour")
    filled.gathering.gather()
    assert [3, 5] not in [
        members(each) for each in filled.gathering.stories() if 1 in members(each)
    ]
    assert len(groups(filled)) == 3


def test_a_split_is_taken_back(filled: Services) -> None:
    story = filled.gathering.story_of(1)
    assert story is not None
    before = filled.gathering.split(story.id, [3])
    filled.gathering.restore(before)
    assert filled.gathering.story_of(3) == story


def test_a_story_is_named_by_the_reader(filled: Services) -> None:
    story = filled.gathering.story_of(1)
    assert story is not None
    before = filled.gathering.rename(story.id, "  The  harbour ")
    named = filled.gathering.story(story.id)
    assert (named.title, named.is_proposal) == ("The harbour", False)
    filled.gathering.gather()
    assert filled.gathering.story(story.id) == named
    filled.gathering.restore(before)
    assert filled.gathering.story(story.id) == story


def test_a_named_story_takes_in_what_comes_later(filled: Services, take_in: TakeIn) -> None:
    story = filled.gathering.story_of(1)
    assert story is not None
    filled.gathering.rename(story.id, "The harbour")
    number = take_in(HARBOUR_TOO + " So it ends.", "Buoy", title="Harbour closed by council")
    found = filled.gathering.story(story.id)
    assert members(found) == [1, 3, number]
    assert found.articles[-1].decided_by is DecidedBy.PROGRAM


def test_all_or_none_of_a_story_cannot_be_split_off(filled: Services) -> None:
    story = filled.gathering.story_of(1)
    assert story is not None
    for given in ([], [1, 3], [2]):
        with pytest.raises(ValueError, match="some stay"):
            filled.gathering.split(story.id, given)
    assert filled.gathering.story(story.id) == story


def test_a_wrong_number_is_named(filled: Services) -> None:
    with pytest.raises(NoSuchStory, match="99"):
        filled.gathering.story(99)
    with pytest.raises(NoSuchStory):
        filled.gathering.rename(99, "x")
    with pytest.raises(NoSuchStory):
        filled.gathering.merge(1, 99)
    with pytest.raises(NoSuchStory):
        filled.gathering.split(99, [1])


def test_a_proposal_says_what_ties_its_articles(filled: Services) -> None:
    (story,) = (each for each in filled.gathering.stories() if 1 in members(each))
    ties = filled.gathering.ties(story.id)
    assert [each.article_id for each in ties] == [1, 3]
    assert set(ties[0].words) >= {"Council", "harbour"}
    assert "closes" in ties[0].words
    assert "closed" in ties[1].words
    assert [each.days for each in ties] == [0, 0]
    with pytest.raises(NoSuchStory):
        filled.gathering.ties(99)


def test_articles_without_a_date_are_tied_by_words_alone(
    services: Services, take_in: TakeIn
) -> None:
    take_in(HARBOUR, "The Tide", None, title="Council closes the harbour")
    take_in(HARBOUR_TOO, "Harbour Post", title="Harbour closed by council")
    (story,) = services.gathering.stories()
    assert [each.days for each in services.gathering.ties(story.id)] == [None, None]


def test_an_accepted_story_is_the_readers(filled: Services) -> None:
    story = filled.gathering.stories()[0]
    before = filled.gathering.accept(story.id)
    assert not filled.gathering.story(story.id).is_proposal
    filled.gathering.restore(before)
    assert filled.gathering.story(story.id).is_proposal


def test_an_article_is_put_into_another_story_and_back(filled: Services) -> None:
    one, other = filled.gathering.stories()
    moved = members(other)[0]
    before = filled.gathering.add(one.id, [moved])
    assert moved in members(filled.gathering.story(one.id))
    filled.gathering.gather()
    assert moved in members(filled.gathering.story(one.id))
    filled.gathering.restore(before)
    assert groups(filled) == [[1, 3], [2, 4]]


def test_an_article_that_stood_alone_stands_alone_again(filled: Services, take_in: TakeIn) -> None:
    lone = take_in("Nothing of the sort was ever heard of here.", "Radio Coast", title="Quiet")
    assert [each.article_id for each in filled.gathering.alone()] == [lone]
    story = filled.gathering.stories()[0]
    before = filled.gathering.add(story.id, [lone])
    assert filled.gathering.alone() == ()
    filled.gathering.restore(before)
    assert [each.article_id for each in filled.gathering.alone()] == [lone]
    with pytest.raises(NoSuchStory):
        filled.gathering.add(99, [lone])
