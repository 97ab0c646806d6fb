from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from summit_reader.bootstrap import Services
from summit_reader.compare.transliteration import transliteration_at
from summit_reader.domain.errors import UnknownPerson
from summit_reader.domain.importing import Imported
from summit_reader.domain.person import Person, Resemblance
from summit_reader.services.recognising import Recognising
from summit_reader.shipped import resources_folder
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchPerson, NoSuchTake

Paste = Callable[..., Imported]

QUOTES = {
    "The Tide": "“We will close the harbour,” said Sergei Lavrov, the mayor of the town.",
    "Harbour Post": "“The harbour is closed,” said Sergej Lawrow, a former sailor.",
    "Radio Coast": "“The harbour was closed early,” said Sergey Lavrov, who leads the council.",
}


@pytest.fixture
def library(services: Services, database: Database, paste: Paste) -> Services:
    """One mayor under three spellings, and a fisherwoman."""
    for outlet, quote in QUOTES.items():
        paste(f"A headline of {outlet}\n\n{quote}\n\n“I was there,” said Ada Byrne.\n", outlet)
    folding = transliteration_at(resources_folder() / "transliterations.toml")
    return replace(services, recognising=Recognising(database, lambda: folding))


def by_name(services: Services) -> dict[str, Person]:
    return {person.name: person for person in services.recognising.people()}


def proposed(services: Services) -> set[frozenset[str]]:
    return {
        frozenset({each.one.name, each.other.name}) for each in services.recognising.proposals()
    }


def test_a_person_is_listed_with_each_outlets_description(library: Services) -> None:
    everybody = by_name(library)
    assert len(everybody) == 4
    ada = everybody["Ada Byrne"]
    assert library.recognising.people()[0] == ada
    assert ada.takes == 3
    assert [outlet.name for outlet in ada.outlets] == ["Harbour Post", "Radio Coast", "The Tide"]
    (description,) = everybody["Sergei Lavrov"].descriptions
    assert (description.outlet.name, description.text) == ("The Tide", "mayor of the town")


def test_nobody_is_made_one_without_being_asked(library: Services) -> None:
    names = ("Sergei Lavrov", "Sergej Lawrow", "Sergey Lavrov")
    assert proposed(library) == {
        frozenset({one, other}) for one in names for other in names if one != other
    }
    (first, *_) = library.recognising.proposals()
    assert first.resemblance is Resemblance.TRANSLITERATION


def test_who_is_accepted_is_one_person_with_all_descriptions(library: Services) -> None:
    everybody = by_name(library)
    one, other = everybody["Sergei Lavrov"], everybody["Sergej Lawrow"]
    library.recognising.accept(one.id, other.id)
    person = library.recognising.person(other.id)
    assert person == library.recognising.person(one.id)
    assert {name.name for name in person.names} == {"Sergei Lavrov", "Sergej Lawrow"}
    assert {each.text for each in person.descriptions} == {"mayor of the town", "former sailor"}
    takes = library.recognising.takes_of(other.id)
    assert [take.outlet.name for take in takes] == ["The Tide", "Harbour Post"]
    assert set(library.recognising.names_of(takes[0].id)) == {one.id, other.id}
    assert len(library.recognising.people()) == 3
    assert len(proposed(library)) == 1


def test_an_answer_can_be_taken_back(library: Services) -> None:
    everybody, asked = by_name(library), proposed(library)
    one, other = everybody["Sergei Lavrov"], everybody["Sergej Lawrow"]
    for decide in (library.recognising.accept, library.recognising.refuse):
        before = decide(one.id, other.id)
        assert proposed(library) != asked
        library.recognising.restore(before)
        assert proposed(library) == asked
        assert by_name(library) == everybody


def test_who_is_kept_apart_is_not_proposed_again(library: Services) -> None:
    everybody = by_name(library)
    one, other = everybody["Sergei Lavrov"], everybody["Sergej Lawrow"]
    library.recognising.refuse(one.id, other.id)
    assert frozenset({one.name, other.name}) not in proposed(library)
    # A third name does not bring together what was kept apart.
    third = everybody["Sergey Lavrov"]
    library.recognising.accept(one.id, third.id)
    assert proposed(library) == set()


def test_a_name_can_be_separated_again(library: Services) -> None:
    everybody = by_name(library)
    names = ("Sergei Lavrov", "Sergej Lawrow", "Sergey Lavrov")
    one, two, three = (everybody[name].id for name in names)
    library.recognising.accept(one, two)
    library.recognising.accept(one, three)
    before = library.recognising.separate(two)
    assert len(library.recognising.person(one).names) == 2
    assert len(library.recognising.person(two).names) == 1
    assert proposed(library) == set()
    library.recognising.restore(before)
    assert len(library.recognising.person(two).names) == 3


def test_decisions_hold_for_what_is_imported_later(library: Services, paste: Paste) -> None:
    everybody = by_name(library)
    one, other = everybody["Sergei Lavrov"], everybody["Sergej Lawrow"]
    library.recognising.accept(one.id, other.id)
    paste("Another day\n\n“It stays closed,” said Sergej Lawrow, an author.\n", "The Tide")
    assert library.recognising.person(one.id).takes == 3
    paste("A headline of The Tide\n\n" + QUOTES["The Tide"] + "\n", "The Tide")
    assert len(library.recognising.person(one.id).names) == 2


def test_people_are_found_by_name(library: Services) -> None:
    find = library.recognising.named
    assert find("ada  byrne").name == find("Byrne").name == "Ada Byrne"
    for name in ("Lavrov", "Nobody", "", "Byr"):
        with pytest.raises(UnknownPerson):
            find(name)


def test_nobody_has_no_takes(library: Services) -> None:
    for ask in (library.recognising.person, library.recognising.takes_of):
        with pytest.raises(NoSuchPerson):
            ask(99)
    with pytest.raises(NoSuchPerson):
        library.recognising.accept(1, 99)
    with pytest.raises(NoSuchPerson):
        library.recognising.separate(99)
    with pytest.raises(NoSuchTake):
        library.recognising.names_of(99)
