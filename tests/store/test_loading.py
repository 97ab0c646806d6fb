"""Many articles at once end up as the very rows that one after the other would."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Evidence, Role, Voice, VoiceKind
from summit_reader.store import articles, outlets
from summit_reader.store.database import Database
from summit_reader.store.founding import founded
from summit_reader.store.loading import Loader, known_among, load_of, stored

MakeDraft = Callable[..., ArticleDraft]

TABLES = ("articles", "passages", "takes", "outlets", "outlet_aliases", "people", "outbox")


def rows(library: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All there is, the moments of import aside."""
    with library.read() as work:
        connection = work.session.connection()
        found = {}
        for table in TABLES:
            result = connection.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2"))  # noqa: S608
            hidden = [at for at, name in enumerate(result.keys()) if name == "imported_at"]
            found[table] = [
                tuple(value for at, value in enumerate(row) if at not in hidden) for row in result
            ]
    return found


@pytest.fixture
def drafts(make_draft: MakeDraft) -> list[ArticleDraft]:
    """Three articles that share an outlet and a speaker; one has everything that a take can."""
    one = make_draft()
    told = replace(
        one.takes[0],
        role=Role.EXPERT,
        outlet=OutletProfile("Polityka", "PL"),
        chain=(Voice("ada BYRNE", VoiceKind.PERSON, "major\ud83c"), Voice("AFP", VoiceKind.OUTLET)),
        attribution=Span(17, 32),
        sentence=Span(17, 57),
        clause=Span(20, 57),
        quoted=(Span(41, 55),),
        confidence=0.75,
        hedged=True,
        evidence=Evidence("verb after", Span(27, 31), Span(17, 26), 3, "pronoun", Span(0, 4)),
    )
    unnamed = replace(one.takes[0], chain=(Voice("analysts", VoiceKind.UNNAMED),))
    two = make_draft(takes=(told, unnamed), url="", published=None)
    three = make_draft(takes=(), outlet=OutletProfile("Tide Online"), headline="")
    return [one, replace(two, fingerprint="two"), replace(three, fingerprint="three")]


def test_the_rows_are_those_of_one_article_after_the_other(
    library: Database, drafts: list[ArticleDraft], tmp_path: Path
) -> None:
    with founded(tmp_path / "other", "Other"):
        pass
    loads = [pickle.loads(pickle.dumps(load_of(draft))) for draft in drafts]  # noqa: S301 - our own
    with library.write() as work:
        for draft in drafts:
            articles.add(work, draft)
        work.commit()
    with closing(Database.open(tmp_path / "other")) as other:
        with other.write() as work:
            assert Loader().put(work, loads) == [1, 2, 3]
            work.commit()
        assert rows(other) == rows(library)


def test_what_is_there_is_known_by_its_fingerprint(
    library: Database, drafts: list[ArticleDraft]
) -> None:
    with library.write() as work:
        Loader().put(work, [load_of(draft) for draft in drafts])
        asked = {"nobody's", *(draft.fingerprint for draft in drafts)}
        known = known_among(work, asked)
        assert known == {draft.fingerprint: at for at, draft in enumerate(drafts, start=1)}
        facts = stored(work, [2, 3, 99])
    assert sorted(facts) == [2, 3]
    assert (facts[2].outlet, facts[2].takes, facts[2].removed) == ("The Tide", 2, 1)
    assert facts[3].source == drafts[2].cleaned.source


def test_an_outlet_that_was_deleted_meanwhile_comes_anew(
    library: Database, drafts: list[ArticleDraft]
) -> None:
    loader = Loader()
    with library.write() as work:
        loader.put(work, [load_of(drafts[2])])
        articles.remove(work, 1)
        work.session.flush()
        work.session.connection().execute(text("DELETE FROM outlets"))
        assert loader.put(work, [load_of(drafts[0])]) == [1]
        assert outlets.named(work, "The Tide") is not None


def test_nothing_is_put_in_with_no_articles(library: Database) -> None:
    with library.write() as work:
        assert Loader().put(work, []) == []
