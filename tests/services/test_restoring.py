from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.importing import Imported
from summit_reader.domain.passage import PassageKind, RemovedKind
from summit_reader.domain.spans import Span
from summit_reader.store.errors import NoSuchText

Paste = Callable[..., Imported]

PAGE = """Harbour to close for good

The town council met in a crowded hall on Monday evening to talk about the old harbour.

Subscribe to The Tide and read every story on our website

“We will close the harbour for good,” said Ada Byrne, the mayor of the town. “Nobody will pay.”

Related stories
• The crane that never came
• Fishermen march on the hall

2 comments
Tom Reed says:
It was closed long ago.
Ann Lee says:
High time.
"""


QUOTING = PAGE.replace(
    "Subscribe to The Tide and read every story on our website",
    "Subscribe now or lose it all. “The quay will rot by May,” said Ada Byrne in the hall.",
)


def quoting(services: Services, paste: Paste) -> tuple[int, Span]:
    """An article whose promotion, before it was taken for one, quotes somebody."""
    article_id = paste(QUOTING, "The Tide").article_id
    return article_id, the_promotion(services, article_id)


def the_promotion(services: Services, article_id: int) -> Span:
    article = services.reading.article(article_id)
    return next(one.source for one in article.removed if one.kind is RemovedKind.PROMOTION)


def test_what_is_restored_is_shown_in_its_place(services: Services, paste: Paste) -> None:
    article_id = paste(PAGE, "The Tide").article_id
    before = services.reading.article(article_id)
    article = services.restoring.restore(article_id, the_promotion(services, article_id))
    lines = article.cleaned.text.split("\n\n")
    assert lines[2] == "Subscribe to The Tide and read every story on our website"
    assert [line for number, line in enumerate(lines) if number != 2] == (
        before.cleaned.text.split("\n\n")
    )
    assert [one.restored for one in article.removed if one.kind is RemovedKind.PROMOTION] == [True]
    assert services.reading.article(article_id) == article


def test_takes_stay_where_they_stood(services: Services, paste: Paste) -> None:
    article_id = paste(PAGE, "The Tide").article_id
    takes = services.reading.takes_in(article_id)
    article = services.restoring.restore(article_id, the_promotion(services, article_id))
    assert services.reading.takes_in(article_id) == takes
    for take in takes:
        for segment in take.anchor.segments:
            shown = article.cleaned.cleaned_span(segment)
            assert shown is not None
            assert shown.of(article.cleaned.text) == segment.of(article.cleaned.source)


def test_restoring_is_undone_by_removing_again(services: Services, paste: Paste) -> None:
    article_id = paste(PAGE, "The Tide").article_id
    before = services.reading.article(article_id)
    place = the_promotion(services, article_id)
    services.restoring.restore(article_id, place)
    assert services.restoring.remove_again(article_id, place) == before


def test_what_is_restored_is_found_and_survives_another_import(
    services: Services, paste: Paste
) -> None:
    article_id = paste(PAGE, "The Tide").article_id
    services.restoring.restore(article_id, the_promotion(services, article_id))
    services.upkeep.catch_up()
    assert paste(PAGE, "The Tide").known
    article = services.reading.article(article_id)
    assert any(one.restored for one in article.removed)
    kinds = [one.kind for one in article.passages]
    assert kinds.count(PassageKind.BODY) == 3


def test_what_stands_beside_an_article(services: Services, paste: Paste) -> None:
    apart = services.restoring.set_apart(paste(PAGE, "The Tide").article_id)
    assert [item.headline for item in apart.related] == [
        "The crane that never came",
        "Fishermen march on the hall",
    ]
    assert [(one.author, one.text) for one in apart.comments] == [
        ("Tom Reed", "It was closed long ago."),
        ("Ann Lee", "High time."),
    ]


def test_the_rest_of_what_was_removed_is_listed_apart(services: Services, paste: Paste) -> None:
    article_id = paste(PAGE, "The Tide").article_id
    apart = services.restoring.set_apart(article_id)
    assert [one.kind for one in apart.removed] == [
        RemovedKind.PROMOTION, RemovedKind.RELATED, RemovedKind.COMMENT_WIDGET,
    ]  # fmt: skip
    services.restoring.restore(article_id, *apart.comments[0].ranges)
    apart = services.restoring.set_apart(article_id)
    assert [one.author for one in apart.comments] == ["Ann Lee"]
    assert [one.restored for one in apart.removed] == [False, False, False, True, True]


def test_somebody_who_speaks_in_what_is_restored_gets_a_take(
    services: Services, paste: Paste
) -> None:
    article_id, place = quoting(services, paste)
    before = services.reading.takes_in(article_id)
    services.restoring.restore(article_id, place)
    after = services.reading.takes_in(article_id)
    assert [take for take in after if take in before] == list(before)
    (new,) = [take for take in after if take not in before]
    assert (new.speaker and new.speaker.name, new.text) == (
        "Ada Byrne",
        "The quay will rot by May,",
    )
    hit = services.searching.search("said:quay").articles[0].hits[0]
    assert hit.take_id == new.id


def test_takes_found_behind_what_is_restored_stand_where_they_are_shown(
    services: Services, paste: Paste
) -> None:
    article_id = paste(PAGE, "The Tide").article_id
    services.restoring.restore(article_id, the_promotion(services, article_id))
    hit = services.searching.search("said:nobody").articles[0].hits[0]
    assert [mark.of(hit.snippet.text) for mark in hit.snippet.marks] == ["Nobody"]


def test_takes_go_with_what_is_removed_again(services: Services, paste: Paste) -> None:
    article_id, place = quoting(services, paste)
    before = services.reading.takes_in(article_id)
    services.restoring.restore(article_id, place)
    services.restoring.remove_again(article_id, place)
    assert services.reading.takes_in(article_id) == before
    assert services.searching.search("said:quay", fuzzy=False).total == 0


def test_a_take_that_the_reader_uses_outlives_its_passage(services: Services, paste: Paste) -> None:
    article_id, place = quoting(services, paste)
    services.restoring.restore(article_id, place)
    pinned = next(one for one in services.reading.takes_in(article_id) if "quay" in one.text)
    comparison = services.pinning.new_comparison("Harbour")
    services.pinning.pin(comparison.id, "a", pinned.id, 0)
    services.restoring.remove_again(article_id, place)
    assert services.reading.take(pinned.id) == pinned
    services.restoring.restore(article_id, place)
    assert [one for one in services.reading.takes_in(article_id) if one == pinned] == [pinned]
    texts = [one.text for one in services.reading.takes_in(article_id)]
    assert len(texts) == len(set(texts))


def test_a_refused_place_changes_nothing(services: Services, paste: Paste) -> None:
    article_id = paste(PAGE, "The Tide").article_id
    before = services.reading.article(article_id)
    with pytest.raises(LookupError):
        services.restoring.restore(article_id, the_promotion(services, article_id), Span(0, 4))
    assert services.reading.article(article_id) == before


def test_nothing_is_restored_where_nothing_was_removed(services: Services, paste: Paste) -> None:
    with pytest.raises(LookupError):
        services.restoring.restore(paste(PAGE, "The Tide").article_id, Span(0, 4))


def test_an_unknown_text_has_nothing_to_restore(services: Services) -> None:
    with pytest.raises(NoSuchText):
        services.restoring.restore(99, Span(0, 4))
    with pytest.raises(NoSuchText):
        services.restoring.set_apart(99)
