from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine

from summit_reader.domain.article import ArticleDraft
from summit_reader.store import articles
from summit_reader.store.database import Database
from summit_reader.store.migrating import MIGRATIONS, upgrade
from summit_reader.store.revisions import NEWEST, REVISIONS
from summit_reader.store.rows import METADATA


@pytest.fixture
def engine(folder: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{folder}/library.db")
    yield engine
    engine.dispose()


MakeDraft = Callable[..., ArticleDraft]


def test_the_known_revisions_are_those_of_the_scripts() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    chain = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(chain)) == REVISIONS
    assert scripts.get_heads() == [NEWEST]


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, METADATA) == []


def test_the_comparison_would_see_a_difference(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP INDEX ix_takes_person_id")
        connection.exec_driver_sql("ALTER TABLE takes DROP COLUMN cue")
        assert len(compare_metadata(MigrationContext.configure(connection), METADATA)) == 2


def test_references_do_what_the_models_say(engine: Engine) -> None:
    with engine.connect() as connection:
        for table in METADATA.sorted_tables:
            rows = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table.name})")
            made = {row[3]: row[6] for row in rows}
            said = {key.parent.name: key.ondelete for key in table.foreign_keys}
            assert made == said


def test_upgrading_twice_changes_nothing(folder: Path) -> None:
    before = (folder / "library.db").read_bytes()
    with closing(Database.open(folder)) as database:
        database.upgrade()
    assert (folder / "library.db").read_bytes()[100:] == before[100:]


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """A copy of the scripts, to be continued."""
    return Path(shutil.copytree(MIGRATIONS, tmp_path / "migrations"))


def continued(migrations: Path, body: str) -> Path:
    (migrations / "versions" / "next_tables.py").write_text(
        "from alembic import op\nimport sqlalchemy as sa\n"
        f"revision = 'next'\ndown_revision = {NEWEST!r}\n"
        f"def upgrade():\n    {body}\n"
    )
    return migrations


def test_rebuilding_a_table_keeps_what_refers_to_it(
    library: Database, migrations: Path, make_draft: MakeDraft
) -> None:
    with library.write() as work:
        articles.add(work, make_draft())
        work.commit()
    altering = (
        "with op.batch_alter_table('outlets') as table:"
        " table.alter_column('country', new_column_name='seat')"
    )
    upgrade(library._writing, continued(migrations, altering))
    with library._reading.connect() as connection:
        outlets = connection.exec_driver_sql("SELECT seat FROM outlets").scalars().all()
        aliases = connection.exec_driver_sql("SELECT alias FROM outlet_aliases").scalars().all()
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert (outlets, aliases) == (["GB"], ["Tide Online"])


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("op.execute(\"INSERT INTO story_articles VALUES (1, 1, 'reader')\")", RuntimeError),
        ("op.drop_table('takes'); raise ArithmeticError", ArithmeticError),
    ],
)
def test_a_migration_that_fails_is_undone(
    library: Database, migrations: Path, body: str, problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        upgrade(library._writing, continued(migrations, body))
    with library._reading.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM story_articles").scalar() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM takes").scalar() == 0
        stamp = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    assert stamp == NEWEST
