from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.outlet import Label, OutletKind, OutletProfile, OutletRegister
from summit_reader.domain.outlet_card import OutletState
from summit_reader.store import outlet_states, outlets, people
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchOutlet
from summit_reader.store.names import outlet_key
from summit_reader.store.rows import PersonRow

CBS = OutletProfile("CBS News", "US", "en", OutletKind.BROADCASTER, ("CBS",), ("cbsnews.com",))


@pytest.mark.parametrize("name", ["CBS News", "CBS", "cbs", "The CBS", "  cbs   news "])
def test_a_name_or_an_alias_finds_the_outlet(library: Database, name: str) -> None:
    with library.write() as work:
        stored = outlets.ensure(work, CBS)
        assert outlets.named(work, name) == stored
        assert outlets.ensure(work, OutletProfile(name)) == stored


def test_an_outlet_first_met_under_its_alias_is_the_same(library: Database) -> None:
    with library.write() as work:
        first = outlets.ensure(work, OutletProfile("CBS"))
        again = outlets.ensure(work, CBS)
        outlet = outlets.by_id(work, first.id)
        assert outlets.named(work, "CBS News") == again
    assert again.id == first.id
    assert outlet.profile == OutletProfile(
        "CBS", "US", "en", OutletKind.BROADCASTER, ("CBS News",), ("cbsnews.com",)
    )


def test_what_is_known_is_not_overwritten(library: Database) -> None:
    with library.write() as work:
        stored = outlets.ensure(work, CBS)
        outlets.ensure(work, OutletProfile("CBS", "CA", "fr", OutletKind.WEBSITE, ("Columbia",)))
        profile = outlets.by_id(work, stored.id).profile
    assert (profile.country, profile.language, profile.kind) == ("US", "en", CBS.kind)
    assert profile.aliases == ("CBS", "Columbia")


def test_an_alias_that_another_outlet_goes_by_stays_with_it(library: Database) -> None:
    with library.write() as work:
        guardian = outlets.ensure(work, OutletProfile("The Guardian", "GB"))
        other = outlets.ensure(
            work, OutletProfile("Nigerian Guardian", "NG", aliases=("Guardian NG",))
        )
        outlets.ensure(work, OutletProfile("Nigerian Guardian", aliases=("The Guardian",)))
        assert outlets.named(work, "guardian") == guardian
        assert outlets.named(work, "guardian ng") == other


@given(st.text(max_size=20), st.sampled_from(["", "The ", "the  ", "THE "]))
def test_names_fold_as_in_the_register(name: str, article: str) -> None:
    register = OutletRegister((OutletProfile(name),))
    assert register.named(article + name.upper()) is None or (
        outlet_key(article + name.upper()) == outlet_key(name)
    )
    assert (register.named(article + name) is not None) == (
        outlet_key(article + name) == outlet_key(name)
    )


def test_labels_say_who_said_so(library: Database) -> None:
    label = Label("ownership", "state", "the reader", date(2020, 1, 2))
    with library.write() as work:
        stored = outlets.ensure(work, CBS)
        was = outlet_states.record(work, stored.id)
        assert was is not None
        labelled = replace(was, labels=(label,))
        outlet_states.restore(work, OutletState(outlets=((stored.id, labelled),)))
        outlet = outlets.by_id(work, stored.id)
        assert outlet.labels == (label,)
        assert outlet.ref == stored
        with pytest.raises(NoSuchOutlet):
            outlets.by_id(work, 99)


def test_a_person_is_one_whatever_the_capitals(library: Database) -> None:
    with library.write() as work:
        names = ("Kim Jong-un", "KIM JONG-UN", "Kim  Jong\N{NON-BREAKING HYPHEN}un", "Kim Jong-un")
        (person_id,) = {people.ensure(work, name) for name in names}
        row = work.session.get_one(PersonRow, person_id)
        assert (row.name, row.aliases) == ("Kim Jong-un", names[1:3])


def test_spellings_are_people_of_their_own(library: Database) -> None:
    with library.write() as work:
        names = ("Kim Jong-un", "Kim Jong Un", "Kim Jong-il", "Viktor Orban", "Viktor Orbán")
        assert len({people.ensure(work, name) for name in names}) == len(names)
