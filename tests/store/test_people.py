from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.person import NameDecision
from summit_reader.domain.point import Decision
from summit_reader.domain.take import Voice, VoiceKind
from summit_reader.store import articles, people, person_decisions
from summit_reader.store.database import Database
from summit_reader.store.migrating import MIGRATIONS, upgrade

MakeDraft = Callable[..., ArticleDraft]
SaidBy = Callable[..., int]


@pytest.fixture
def said_by(library: Database, make_draft: MakeDraft) -> SaidBy:
    """Stores an article in which this person speaks, described so."""

    def stored(name: str, description: str = "", outlet: str = "The Tide") -> int:
        draft = make_draft(outlet=OutletProfile(outlet))
        voice = Voice(name, VoiceKind.PERSON, description)
        (take,) = draft.takes
        take = replace(take, chain=(voice,), outlet=OutletProfile(outlet))
        fingerprint = f"{name} {description} {outlet}"
        with library.write() as work:
            article_id = articles.add(work, replace(draft, takes=(take,), fingerprint=fingerprint))
            work.commit()
        return article_id

    return stored


def test_each_outlets_description_is_kept(library: Database, said_by: SaidBy) -> None:
    said_by("Ada Byrne", "mayor of the town")
    said_by("Ada Byrne", "a former sailor", "Harbour Post")
    said_by("Tom Reed", "", "Harbour Post")
    with library.read() as work:
        mentions = people.mentions(work)
        assert [(each.name, each.outlet.name, each.description) for each in mentions] == [
            ("Ada Byrne", "The Tide", "mayor of the town"),
            ("Ada Byrne", "Harbour Post", "a former sailor"),
            ("Tom Reed", "Harbour Post", ""),
        ]
        assert {each.takes for each in mentions} == {1}
        assert people.mentions(work, [mentions[2].person_id]) == mentions[2:]


def test_what_else_a_person_says_comes_nearest_first(library: Database, said_by: SaidBy) -> None:
    ids = [said_by("Ada Byrne", str(number)) for number in range(4)]
    with library.read() as work:
        (name,) = {each.person_id for each in people.mentions(work)}
        elsewhere = people.takes_elsewhere(work, [name], ids[3], limit=2)
        assert [take.article_id for take in elsewhere] == [ids[2], ids[1]]
        assert len(people.takes_of(work, [name])) == 4
        assert people.speaker_of(work, elsewhere[0].id) == name
        assert people.speaker_of(work, 99) is None


def test_people_are_found_by_their_keys(library: Database) -> None:
    with library.write() as work:
        ids = [people.ensure(work, name) for name in ("Ada Byrne", "Tom Reed")]
        assert people.key(work, ids[0]) == "ada byrne"
        assert people.key(work, 99) is None
        assert people.ids(work, ["tom reed", "ada byrne", "nobody"]) == tuple(ids)


def test_a_decision_says_what_was_decided_before(library: Database) -> None:
    proposed = NameDecision("ada", "ida", Decision.PROPOSED)
    accepted = replace(proposed, decision=Decision.ACCEPTED)
    refused = replace(proposed, decision=Decision.REFUSED)
    with library.write() as work:
        assert person_decisions.put(work, proposed) == proposed
        assert person_decisions.put(work, accepted) == proposed
        assert person_decisions.put(work, refused) == accepted
        assert person_decisions.all_decisions(work) == (refused,)
        assert person_decisions.put(work, proposed) == refused
        assert person_decisions.all_decisions(work) == ()


@pytest.fixture
def first_tables(tmp_path: Path) -> Engine:
    """A database as it was before people were kept by their spelling."""
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    shutil.copy(MIGRATIONS / "versions" / "first_tables.py", scripts / "versions")
    engine = create_engine(f"sqlite:///{tmp_path}/old.db")
    upgrade(engine, scripts)
    return engine


def test_spellings_that_were_one_person_become_their_own(first_tables: Engine) -> None:
    with first_tables.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO outlets VALUES (1, 'The Tide', 'tide', '', '', 'unknown', '[]')"
        )
        connection.exec_driver_sql(
            "INSERT INTO articles VALUES (1, 1, 'f', '2020-01-01', 'n', 'm', 't', 'plain', '', '',"
            " '', '', '', NULL, NULL, '', '', 'en', 0, '[]', '[]', '', x'')"
        )
        connection.exec_driver_sql(
            "INSERT INTO people VALUES (7, 'Kim Jong-un', 'kim jong un',"
            ' \'["KIM JONG-UN", "Kim Jong Un"]\')'
        )
        for number, name in enumerate(("Kim Jong-un", "Kim Jong Un", "KIM JONG-UN"), 1):
            connection.exec_driver_sql(
                f"INSERT INTO takes VALUES ({number}, 1, 0, 1, 7, '', 'direct', 'official',"  # noqa: S608 - our own names
                f" 'extracted', '[[\"{name}\", \"person\", \"\"]]', '[]', '[]', '', '', '', '[]',"
                " '[]', NULL, '', '', '', '', NULL, 0, 1)"
            )
    upgrade(first_tables)
    with first_tables.connect() as connection:
        rows = connection.exec_driver_sql("SELECT id, name, key, aliases FROM people").all()
        spoken = connection.exec_driver_sql("SELECT person_id FROM takes ORDER BY id").scalars()
        assert [tuple(row) for row in rows] == [
            (7, "Kim Jong-un", "kim jong-un", '["KIM JONG-UN"]'),
            (8, "Kim Jong Un", "kim jong un", "[]"),
        ]
        assert spoken.all() == [7, 8, 7]
    first_tables.dispose()
