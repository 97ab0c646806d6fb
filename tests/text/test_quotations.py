from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.spans import Span
from summit_reader.text.quotations import find_quotations


def quoted(text: str, *paragraphs: str) -> list[str]:
    places, at = [], 0
    for paragraph in paragraphs:
        at = text.index(paragraph, at)
        places.append(Span(at, at + len(paragraph)))
        at += len(paragraph)
    return [found.inner.of(text) for found in find_quotations(text, places or None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “No.”", ["No."]),
        ('"No," he said. "Never."', ["No,", "Never."]),
        ("„Nein“, sagte er.", ["Nein"]),
        ("« Non », dit-il.", ["Non"]),  # French puts blanks inside its marks
        ("«Non», dit-il.", ["Non"]),
        ("He isn't sure, they don't know.", []),
        ('a 6" nail and a 7" nail', []),
        ("‘No,’ he said. ‘It isn’t the states’ fault.’", ["No,", "It isn’t the states’ fault."]),
        ("“", []),
        ("“”", []),
    ],
)
def test_marks_of_many_kinds(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_single_marks_nest_in_double_ones() -> None:
    text = "“He called it ‘a farce’ and the ministers’ plan ‘a joke’.”"
    (found,) = find_quotations(text)
    assert [span.of(text) for span in found.nested] == ["a farce", "a joke"]


def test_a_quotation_nobody_closed_ends_with_its_paragraph() -> None:
    text = "“It goes on and on.\n“And ends here.” He left."
    one, two = find_quotations(text, [Span(0, 19), Span(20, len(text))])
    assert one.continues
    assert one.inner.of(text) == "It goes on and on."
    assert two.inner.of(text) == "And ends here."
    assert quoted("a “b") == []


@given(st.text(alphabet="a.’‘'\"“”„«» \n", max_size=80))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = find_quotations(text)
    for one in found:
        assert one.outer.contains(one.inner)
        assert all(one.inner.contains(inner) for inner in one.nested)
    assert all(one.outer.end <= two.outer.start for one, two in pairwise(found))
