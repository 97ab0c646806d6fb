from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.alignment import CUT_OFF, aligned
from summit_reader.compare.exact_links import exact_links
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import terms_of
from summit_reader.compare.word_vectors import WordVectors
from summit_reader.domain.alignment import Alignment, Counterparts, Part, ReasonKind
from summit_reader.domain.spans import Span

from .conftest import by_blanks

TIDE = (
    "The council met in a crowded hall on Monday evening",
    "“We will close the old harbour for good and nobody will pay for it,” said Ada Byrne",
    "A crane costs 400,000 crowns according to the engineers",
    "Fishermen left the hall before the vote was taken",
)
POST = (
    "Rain fell over the coast all week long and damaged apple orchards",
    "Engineers expect the crane to cost 400,000 crowns next year",
    "The mayor said “we will close the old harbour for good” to loud applause",
)


def parts(texts: Sequence[str], article: int, *speakers: tuple[int, str]) -> list[Part]:
    heard = dict(speakers)
    return [
        Part(article, Span(at, at + 1), text, frozenset({heard[at]} if at in heard else ()))
        for at, text in enumerate(texts)
    ]


def alignment(
    one: Sequence[Part], other: Sequence[Part], vectors: WordVectors | None = None
) -> Alignment:
    terms = {part: terms_of(part.text, by_blanks) for part in (*one, *other)}
    story = PassageSet([terms[part] for part in (*one, *other)], vectors)
    numbers = range(len(one), len(one) + len(other))
    return aligned(one, other, story, terms, numbers)


def kinds(pair: Counterparts | None) -> list[ReasonKind]:
    return [] if pair is None else [reason.kind for reason in pair.reasons]


def test_the_same_words_are_certain_and_come_first() -> None:
    found = alignment(parts(TIDE, 1), parts(POST, 2))
    pair = found.pairs[0]
    assert (pair.first, pair.second, pair.is_certain, pair.confidence) == (1, 2, True, 1.0)
    assert pair.reasons[0].kind is ReasonKind.SAME_WORDS
    assert pair.reasons[0].evidence == ("We will close the old harbour for good",)


def test_a_pair_has_its_reasons() -> None:
    found = alignment(parts(TIDE, 1), parts(POST, 2))
    pair = found.counterpart_of_first(2)
    assert pair is not None
    assert (pair.second, pair.is_certain) == (1, False)
    evidence = {reason.kind: reason.evidence for reason in pair.reasons}
    assert evidence[ReasonKind.NUMBERS] == ("400,000",)
    assert "crane" in evidence[ReasonKind.RARE_WORDS]
    mirrored = found.mirrored().counterpart_of_first(1)
    assert mirrored is not None
    assert (mirrored.second, mirrored.reasons) == (2, pair.reasons)


def test_what_the_other_says_nothing_on_has_no_counterpart() -> None:
    found = alignment(parts(TIDE, 1), parts(POST, 2))
    assert 3 in found.only_first
    assert 0 in found.only_second
    assert found.counterpart_of_first(3) is None
    assert found.mirrored().counterpart_of_first(0) is None


def test_the_same_speaker_is_a_reason() -> None:
    one = parts(("The quay and the pier are safe says Ada Byrne",), 1, (0, "Ada Byrne"))
    other = parts(("Ada Byrne calls the quay and the pier safe",), 2, (0, "Ada Byrne"))
    assert ReasonKind.SAME_SPEAKER in kinds(alignment(one, other).counterpart_of_first(0))


def test_words_used_alike_are_a_reason(vectors: WordVectors) -> None:
    one = parts(("nuclear disarmament talks failed in hanoi", *TIDE), 1)
    other = parts(("atomic disarmament negotiations failed in hanoi", *POST), 2)
    pair = alignment(one, other, vectors).counterpart_of_first(0)
    assert pair is not None
    assert pair.second == 0
    evidence = {reason.kind: reason.evidence for reason in pair.reasons}
    assert "nuclear / atomic" in evidence[ReasonKind.LIKE_WORDS]


def test_two_identical_articles_lie_level() -> None:
    found = alignment(parts(TIDE, 1), parts(TIDE, 2))
    assert {(pair.first, pair.second) for pair in found.pairs} >= {
        (number, number) for number in range(len(TIDE))
    }
    assert found.only_first == found.only_second == ()


def test_texts_without_words_have_nothing() -> None:
    assert alignment([], []).pairs == ()
    found = alignment(parts(TIDE, 1), parts(("", "  "), 2))
    assert found.pairs == ()
    assert found.only_second == (0, 1)
    assert alignment(parts(TIDE, 1), []).only_first == (0, 1, 2, 3)


def test_a_formula_links_nobody() -> None:
    formula = "we will do what is right for the people here"
    assert exact_links([formula] * 30, [formula]) == {}


@pytest.mark.parametrize("text", ["a", "word " * 5_000, "\ud800", "“" * 500])
def test_strange_texts_are_no_trouble(text: str) -> None:
    found = alignment(parts((text,), 1), parts((text, *POST), 2))
    assert all(0 <= pair.confidence <= 1 for pair in found.pairs)


@given(
    st.lists(st.text("abc .", max_size=40), max_size=5),
    st.lists(st.text("abc .", max_size=40), max_size=5),
)
def test_every_part_is_paired_or_alone(one: list[str], other: list[str]) -> None:
    found = alignment(parts(one, 1), parts(other, 2))
    assert {pair.first for pair in found.pairs} | {*found.only_first} == set(range(len(one)))
    assert {pair.second for pair in found.pairs} | {*found.only_second} == set(range(len(other)))
    assert all(pair.reasons and pair.confidence >= CUT_OFF for pair in found.pairs)
    assert all(pair.is_certain == (pair.confidence == 1) for pair in found.pairs)
