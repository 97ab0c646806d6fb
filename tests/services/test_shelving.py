from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.importing import Imported
from summit_reader.domain.point import Decision
from summit_reader.domain.shelf import ArticleFacts
from summit_reader.store.errors import NoSuchOutlet, NoSuchText

Paste = Callable[..., Imported]


def first(services: Services) -> int:
    return services.reading.texts()[0].article_id


def everything(services: Services) -> object:
    return (
        services.shelving.rows(),
        services.reading.outlets(),
        services.reading.summary(),
        services.comparing.points(),
        services.gathering.stories(),
        services.pinning.comparisons(),
        [services.reading.takes_in(source.article_id) for source in services.reading.texts()],
    )


def found(services: Services, query: str) -> set[int]:
    results = services.searching.search(query)
    return {each.article_id for each in results.articles}


def test_every_article_is_a_row(stocked: Services) -> None:
    rows = stocked.shelving.rows()
    assert {row.article_id for row in rows} == {
        source.article_id for source in stocked.reading.texts()
    }
    assert [row.takes for row in rows] == [
        len(stocked.reading.takes_in(row.article_id)) for row in rows
    ]
    assert not any(row.is_read or row.is_flagged for row in rows)


def test_marks_are_kept_and_taken_back(stocked: Services) -> None:
    article_id = first(stocked)
    stocked.shelving.mark([article_id], is_flagged=True)
    step = stocked.shelving.mark([article_id, 999], is_read=True)
    row = next(each for each in stocked.shelving.rows() if each.article_id == article_id)
    assert row.is_read
    assert row.is_flagged
    stocked.shelving.restore_marks(step)
    row = next(each for each in stocked.shelving.rows() if each.article_id == article_id)
    assert not row.is_read
    assert row.is_flagged


def test_facts_survive_reading_anew_and_can_be_taken_back(stocked: Services) -> None:
    article_id = first(stocked)
    facts = ArticleFacts(
        "Quay News",
        headline="  The harbour   closes ",
        byline="Jane Roe",
        published=date(2021, 3, 4),
        language="FR",
        url="https://quay.example/1",
        carrier="a blog",
    )
    step = stocked.shelving.edit(article_id, facts)
    tidied = replace(facts, headline="The harbour closes", language="fr")
    assert stocked.shelving.facts(article_id) == tidied
    assert stocked.reading.source(article_id).title == "The harbour closes"
    assert found(stocked, 'outlet:"Quay News"') == {article_id}
    chains = [take.chain for take in stocked.reading.takes_in(article_id)]
    assert chains
    assert all(chain[-1].name == "a blog" for chain in chains)
    stocked.refreshing.refresh(article_id)
    assert stocked.shelving.facts(article_id) == tidied
    stocked.shelving.edit(article_id, replace(tidied, byline="", published=None))
    stocked.refreshing.refresh_all(every=True)
    assert stocked.shelving.facts(article_id).byline == ""
    assert stocked.shelving.facts(article_id).published is None
    stocked.shelving.restore_facts(step)
    takes = stocked.reading.takes_in(article_id)
    assert "Quay News" not in {voice.name for take in takes for voice in take.chain}
    assert stocked.shelving.facts(article_id) == step.facts
    with pytest.raises(NoSuchText):
        stocked.shelving.edit(999, facts)
    with pytest.raises(ValueError, match="name"):
        stocked.shelving.edit(article_id, replace(facts, outlet=" "))


def test_a_step_about_facts_is_taken_back_wholly(stocked: Services) -> None:
    before = everything(stocked)
    article_id = first(stocked)
    step = stocked.shelving.edit(article_id, ArticleFacts("Harbour Post", carrier="a blog"))
    after = everything(stocked)
    again = stocked.shelving.restore_facts(step)
    assert everything(stocked) == before
    stocked.shelving.restore_facts(again)
    assert everything(stocked) == after


def test_what_is_deleted_is_nowhere_and_comes_back_whole(stocked: Services) -> None:
    article_id = first(stocked)
    take = stocked.reading.takes_in(article_id)[0]
    point = stocked.comparing.add_point("Will the harbour close?").id
    stocked.comparing.decide(point, take.id, Decision.ACCEPTED)
    board = stocked.pinning.new_comparison("Board").id
    stocked.pinning.pin(board, "clip", take.id, 0)
    story = stocked.gathering.stories()
    before = everything(stocked)
    question = stocked.shelving.deletion([article_id])
    assert (question.texts, question.pinned, question.on_points) == (1, 1, 1)
    step = stocked.shelving.delete([article_id])
    assert article_id not in {row.article_id for row in stocked.shelving.rows()}
    assert stocked.reading.takes_by(take.outlet.id) == ()
    assert stocked.comparing.view(point).takes == ()
    assert not found(stocked, "fishermen")
    assert all(article_id not in _members(each) for each in stocked.gathering.stories())
    with pytest.raises(NoSuchText):
        stocked.reading.article(article_id)
    kept = stocked.pinning.use(board).clippings
    assert [clipping.take.segments for clipping in kept] == [take.segments]
    (lying,) = stocked.shelving.binned()
    assert (lying.article_id, lying.texts) == (article_id, 1)
    stocked.shelving.restore_bin(step)
    assert everything(stocked) == before
    assert story == stocked.gathering.stories()
    assert found(stocked, "fishermen") == {article_id}
    assert stocked.shelving.binned() == ()


def _members(story: object) -> set[int]:
    return {article.source.article_id for article in story.articles}  # type: ignore[attr-defined]


def test_an_outlet_goes_with_its_texts_and_takes(stocked: Services) -> None:
    outlet = stocked.reading.outlets()[0].outlet
    before = everything(stocked)
    question = stocked.shelving.deletion_of_outlet(outlet.id)
    assert question.is_outlet
    assert (question.name, question.texts) == (outlet.name, 1)
    assert question.takes == len(stocked.reading.takes_by(outlet.id))
    stocked.shelving.delete_outlet(outlet.id)
    assert outlet not in [each.outlet for each in stocked.reading.outlets()]
    (lying,) = stocked.shelving.binned()
    assert (lying.outlet_id, lying.texts, lying.takes) == (outlet.id, 1, question.takes)
    stocked.shelving.take_out(outlet_id=outlet.id)
    assert everything(stocked) == before
    with pytest.raises(NoSuchOutlet):
        stocked.shelving.delete_outlet(999)


def test_importing_a_deleted_text_brings_it_back(stocked: Services, paste: Paste) -> None:
    imported = paste("A short text on the old crane, which nobody has seen.", "The Tide")
    stocked.shelving.delete([imported.article_id])
    again = paste("A short text on the old crane, which nobody has seen.", "The Tide")
    assert again.known
    assert again.article_id == imported.article_id
    assert found(stocked, "crane") >= {imported.article_id}


def test_an_emptied_bin_is_final(stocked: Services) -> None:
    article_id, other = (source.article_id for source in stocked.reading.texts()[:2])
    step = stocked.shelving.delete([article_id])
    assert stocked.shelving.empty_bin() == 1
    assert stocked.shelving.binned() == ()
    stocked.shelving.restore_bin(step)
    assert [row.article_id for row in stocked.shelving.rows()] == [other]
    assert all(finding.ok for finding in stocked.upkeep.findings())
    assert stocked.shelving.empty_bin() == 0


def test_nothing_can_be_deleted_that_is_not_there(stocked: Services) -> None:
    for wrong in ([999], []):
        with pytest.raises(NoSuchText):
            stocked.shelving.delete(wrong)
