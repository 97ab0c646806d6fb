from __future__ import annotations

import pytest

from summit_reader.compare.quote_check import quote_check
from summit_reader.domain.collation import Verdict

SOURCE = (
    "The council met on Monday. The mayor was asked twice.\n"
    "“We will never, as long as I live, pay for the crane, and that is that,” she said. "
    "Nobody believed her."
)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("We will never, as long as I live, pay for the crane", Verdict.VERBATIM),
        ("as long as I live", Verdict.VERBATIM),
        ("crane", Verdict.VERBATIM),
        ("We will never … pay for the crane", Verdict.TRIMMED),
        ("We will pay for the crane", Verdict.TRIMMED),
        ("We will never pay for a harbour", Verdict.ALTERED),
        ("We will never, ever, as long as I live, pay", Verdict.ALTERED),
        ("[The town] will never, as long as I live, pay", Verdict.TRIMMED),
        ("Taxes are the price of civilisation", Verdict.DIFFERENT),
        ("", Verdict.DIFFERENT),
    ],
)
def test_a_quotation_is_held_against_its_source(words: str, verdict: Verdict) -> None:
    assert quote_check(words, SOURCE).verdict is verdict


def test_the_place_is_the_sentence() -> None:
    check = quote_check("never pay for the crane", SOURCE)
    assert check.place is not None
    assert check.place.of(SOURCE).startswith("“We will never")
    assert check.place.of(SOURCE).endswith("she said.")


def test_what_is_left_out_inside_is_named() -> None:
    check = quote_check("We will pay for the crane", SOURCE)
    assert check.collation is not None
    assert check.collation.left_out_of_first[0] == "never, as long as I live"


def test_a_text_without_the_words_has_no_place() -> None:
    check = quote_check("Taxes are the price of civilisation", SOURCE)
    assert (check.place, check.collation) == (None, None)


def test_the_words_are_found_far_into_a_long_text() -> None:
    source = "The same sentence over and over again. " * 2_000 + SOURCE
    check = quote_check("We will never … pay for the crane", source)
    assert check.verdict is Verdict.TRIMMED
    assert check.place is not None
    assert check.place.start > len(source) - len(SOURCE)


def test_a_long_quotation_keeps_its_verdict() -> None:
    words = [f"w{number}" for number in range(1_500)]
    source = f"Before it. {' '.join(words)}. After it."
    assert quote_check(" ".join(words), source).verdict is Verdict.VERBATIM
    words[700] = "other"
    assert quote_check(" ".join(words), source).verdict is Verdict.ALTERED


def test_repetition_ends() -> None:
    assert quote_check("a b c " * 1_000, "c b a " * 50_000).verdict in set(Verdict)
