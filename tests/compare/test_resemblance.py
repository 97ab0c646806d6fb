from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.resemblance import proposals, resemblance
from summit_reader.compare.transliteration import transliteration_at
from summit_reader.domain.person import Person, PersonName, Resemblance

FOLDING = transliteration_at(Path(__file__).parents[2] / "resources" / "transliterations.toml")


def people(*names: str) -> list[Person]:
    return [Person((PersonName(number, name, 1),)) for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Kim Jong-un", "Kim Jong Un", Resemblance.SPACING),
        ("Viktor Orban", "Viktor Orbán", Resemblance.ACCENTS),
        ("Sergei Lavrov", "Sergej Lawrow", Resemblance.TRANSLITERATION),
        ("Sergei Lavrov", "Сергей Лавров", Resemblance.TRANSLITERATION),
        ("Orbán Viktor", "Viktor Orbán", Resemblance.ORDER),
        ("Donald Trump", "Donald J. Trump", Resemblance.MIDDLE_NAME),
        ("John Fitzgerald Kennedy", "John F. Kennedy", Resemblance.MIDDLE_NAME),
        ("A. Lankov", "Andrei Lankov", Resemblance.INITIALS),
        ("Lankov", "Andrei Lankov", Resemblance.PART),
        ("Kim", "Kim Jong Un", Resemblance.PART),
        ("Angela Merkel", "Paul Merkel", None),
        ("John A. Smith", "John B. Smith", None),
        ("Andrei", "Andrei Lankov", None),
        ("B. Lankov", "Andrei Lankov", None),
        ("Met", "Meet", None),
        ("", "", None),
        ("–", "Andrei Lankov", None),
    ],
)
def test_why_two_names_may_be_one(one: str, other: str, reason: Resemblance | None) -> None:
    assert resemblance(one, other, FOLDING) is reason
    assert resemblance(other, one, FOLDING) is reason


def test_the_surest_is_proposed_first() -> None:
    found = proposals(
        people("Andrei Lankov", "Kim Jong-un", "Lankov", "Kim Jong Un", "Ada Byrne"), FOLDING
    )
    assert [(each.one.name, each.other.name, each.resemblance) for each in found] == [
        ("Kim Jong-un", "Kim Jong Un", Resemblance.SPACING),
        ("Andrei Lankov", "Lankov", Resemblance.PART),
    ]


def test_a_surname_that_fits_two_people_is_evidence_for_neither() -> None:
    assert proposals(people("Smith", "Ada Smith", "Tom Smith"), FOLDING) == ()
    assert proposals(people("A. Smith", "Ada Smith", "Anna Smith"), FOLDING) == ()


def test_a_person_of_many_names_is_proposed_once() -> None:
    trump = Person((PersonName(1, "Donald Trump", 5), PersonName(2, "Donald J. Trump", 2)))
    (found,) = proposals([trump, *people("Donald J Trump")], FOLDING)
    assert found.resemblance is Resemblance.SPACING
    assert {found.one_name, found.other_name} == {"Donald J. Trump", "Donald J Trump"}


@given(st.lists(st.sampled_from(["Kim", "Jong", "Un", "J.", "Ada", "Smith", "-", ""]), max_size=4))
def test_candidates_are_all_that_resemble_each_other(parts: list[str]) -> None:
    name = " ".join(parts)
    reason = resemblance(name, "Kim Jong Un", FOLDING)
    found = proposals(people(name, "Kim Jong Un"), FOLDING)
    assert [each.resemblance for each in found] == ([] if reason is None else [reason])
