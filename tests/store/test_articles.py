from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.passage import PassageKind, RemovedKind
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeDraft, Voice, VoiceKind
from summit_reader.store import article_lists, articles, outbox, outlets, passages, takes
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchTake, NoSuchText
from summit_reader.store.outbox import Action

MakeDraft = Callable[..., ArticleDraft]


def added(library: Database, draft: ArticleDraft) -> int:
    with library.write() as work:
        article_id = articles.add(work, draft)
        work.commit()
    return article_id


def moved(draft: TakeDraft, source: str, *segments: Span) -> TakeDraft:
    return replace(draft, anchor=Anchor.of(source, segments))


def test_an_article_comes_back_as_it_went_in(library: Database, make_draft: MakeDraft) -> None:
    draft = make_draft(suggested_date=date(2021, 3, 5), date_evidence="on Friday", cut=True)
    article_id = added(library, draft)
    with library.read() as work:
        article = articles.by_id(work, article_id)
        assert articles.raw(work, article_id) == draft.raw.raw
        assert articles.source_text(work, article_id) == draft.raw.source_text
    assert article.metadata == draft.metadata
    assert article.cleaned == draft.cleaned
    assert article.passages == draft.passages
    assert article.removed == draft.removed
    assert article.removed[0].kind is RemovedKind.PROMOTION
    assert article.outlet.name == "The Tide"
    assert article.title == "Harbour to close"


def test_a_take_comes_back_as_it_went_in(library: Database, make_draft: MakeDraft) -> None:
    draft = make_draft()
    said = replace(
        draft.takes[0],
        attribution=Span(17, 32),
        cue="said",
        headline="Closing",
        thesis="It closes",
        subject="the harbour",
        sentence=Span(17, 57),
        fragment=True,
        confidence=0.75,
    )
    article_id = added(library, replace(draft, takes=(said,)))
    with library.read() as work:
        (take,) = takes.in_article(work, article_id)
        assert takes.by_id(work, take.id) == take
    assert take.segments == ("close for good",)
    assert take.anchor == said.anchor
    assert take.chain == said.chain
    assert take.speaker == Voice("Ada Byrne", VoiceKind.PERSON, "mayor of the town")
    for fact in (
        *("kind", "role", "origin", "attribution", "cue", "headline", "thesis"),
        *("subject", "sentence", "fragment", "confidence"),
    ):
        assert getattr(take, fact) == getattr(said, fact)


def test_words_across_a_mended_line_are_shown_mended(
    library: Database, make_draft: MakeDraft
) -> None:
    draft = make_draft()
    take = moved(draft.takes[0], draft.raw.source_text, Span(17, 31), Span(41, 46))
    article_id = added(library, replace(draft, takes=(take,)))
    with library.read() as work:
        (stored,) = takes.in_article(work, article_id)
        (place,) = takes.places(work, [article_id])
    assert stored.anchor.exact == ("The mayor\nsaid", "close")
    assert stored.segments == ("The mayor said", "close")
    assert [span.of(draft.cleaned.text) for span in place.cleaned] == list(stored.segments)
    assert (place.speaker, place.outlet.name) == ("Ada Byrne", "The Tide")


def test_words_that_are_not_shown_are_still_the_takes(
    library: Database, make_draft: MakeDraft
) -> None:
    draft = make_draft()
    take = moved(draft.takes[0], draft.raw.source_text, Span(58, 67))
    article_id = added(library, replace(draft, takes=(take,)))
    with library.read() as work:
        (stored,) = takes.in_article(work, article_id)
        (place,) = takes.places(work, [article_id])
    assert stored.segments == ("Subscribe",)
    assert place.cleaned == ()


def test_takes_stand_in_the_order_of_the_text(library: Database, make_draft: MakeDraft) -> None:
    draft = make_draft()
    source, one = draft.raw.source_text, draft.takes[0]
    spans = [Span(41, 55), Span(17, 57), Span(17, 31), Span(0, 7)]
    article_id = added(
        library, replace(draft, takes=tuple(moved(one, source, span) for span in spans))
    )
    with library.read() as work:
        stored = [take.anchor.segments[0] for take in takes.in_article(work, article_id)]
    assert stored == [Span(0, 7), Span(17, 57), Span(17, 31), Span(41, 55)]


def test_importing_again_changes_nothing(library: Database, make_draft: MakeDraft) -> None:
    first = added(library, make_draft())
    again = added(library, make_draft(headline="Something else", takes=()))
    assert first == again
    with library.read() as work:
        assert articles.count(work) == 1
        assert articles.by_id(work, first).title == "Harbour to close"
        assert takes.count(work) == 1
        assert outbox.last(work) == 1


def test_lists_need_no_long_columns(library: Database, make_draft: MakeDraft) -> None:
    draft = make_draft()
    article_id = added(library, draft)
    with library.read() as work:
        source = articles.source(work, article_id)
        assert articles.sources(work) == (source,)
        (heading,) = article_lists.headings(work, [article_id, 99])
        assert articles.ids(work) == (article_id,)
        assert article_lists.holdings(work) == (
            article_lists.Holding(article_id, heading.outlet.id, cut=False),
        )
    assert source.metadata == draft.metadata
    assert (heading.title, heading.language, heading.outlet.country) == (source.title, "en", "GB")


def test_passages_keep_their_number_and_what_is_shown(
    library: Database, make_draft: MakeDraft
) -> None:
    draft = make_draft()
    article_id = added(library, draft)
    with library.read() as work:
        headline, body = passages.of_articles(work, [article_id])
        assert passages.at(work, [(article_id, 1), (article_id, 9), (99, 0)]) == {
            (article_id, 1): body
        }
    assert headline.kind is PassageKind.HEADLINE
    assert (body.number, body.text) == (1, "The mayor said it will “close for good”.")
    assert body.cleaned.of(draft.cleaned.text) == body.text


def test_removing_an_article_takes_what_is_its_own(
    library: Database, make_draft: MakeDraft
) -> None:
    article_id = added(library, make_draft())
    with library.write() as work:
        articles.remove(work, article_id)
        work.commit()
    with library.read() as work:
        assert articles.count(work) == takes.count(work) == 0
        assert passages.of_articles(work, [article_id]) == ()
        assert outlets.summaries(work) == ()
        assert outlets.named(work, "The Tide") is not None
        changes = outbox.after(work, 0)
    assert [(one.number, one.action) for one in changes] == [(1, Action.PUT), (2, Action.REMOVE)]


def test_a_change_number_is_never_used_twice(library: Database, make_draft: MakeDraft) -> None:
    with library.write() as work:
        articles.add(work, make_draft())  # not committed: the number was never given out
    article_id = added(library, make_draft())
    with library.write() as work:
        articles.remove(work, article_id)
        work.commit()
    added(library, make_draft())
    with library.read() as work:
        assert [change.number for change in outbox.after(work, 1)] == [2, 3]


def test_what_is_not_there_is_named(library: Database) -> None:
    with library.write() as work:
        for query in (articles.by_id, articles.source, articles.raw, articles.source_text):
            with pytest.raises(NoSuchText, match="number 7"):
                query(work, 7)
        with pytest.raises(NoSuchText):
            articles.remove(work, 7)
        with pytest.raises(NoSuchTake):
            takes.by_id(work, 7)


def test_half_characters_do_not_keep_a_text_out(library: Database, make_draft: MakeDraft) -> None:
    article_id = added(library, make_draft(headline="A \ud83c half\0", byline="𝔘nı"))
    with library.read() as work:
        said = articles.by_id(work, article_id).metadata
    assert (said.headline, said.byline) == ("A ? half\0", "𝔘nı")


def test_an_outlet_that_only_others_carry_counts(library: Database, make_draft: MakeDraft) -> None:
    draft = make_draft()
    carried = replace(draft.takes[0], outlet=OutletProfile("Polska", "PL"))
    added(library, replace(draft, takes=(carried, draft.takes[0])))
    with library.read() as work:
        counts = [(one.outlet.name, one.articles, one.takes) for one in outlets.summaries(work)]
        polska = outlets.named(work, "polska")
        assert polska is not None
        assert [take.outlet for take in takes.by_outlet(work, polska.id)] == [polska]
    assert counts == [("Polska", 0, 1), ("The Tide", 1, 1)]
