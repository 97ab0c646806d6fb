from __future__ import annotations

import pytest

from summit_reader.compare.shared_quotations import shared_quotations, shared_runs
from summit_reader.domain.anchor import Anchor
from summit_reader.domain.collation import Verdict
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Take, TakeKind

CLOSED = "We will close the harbour for good, and nobody will pay"
CUT = "“we will close the harbour for good …”"


def take(take_id: int, article_id: int, text: str, kind: TakeKind = TakeKind.DIRECT) -> Take:
    return Take(
        id=take_id,
        article_id=article_id,
        kind=kind,
        role=Role.OFFICIAL,
        origin=Origin.EXTRACTED,
        anchor=Anchor.of(text, (Span(0, len(text)),)),
        outlet=OutletRef(article_id, f"Outlet {article_id}"),
        chain=(),
        segments=(text,),
    )


def test_a_run_is_as_long_as_it_can_be() -> None:
    ((here, there),) = shared_runs(f"Well. {CLOSED}", f"She said: {CUT}")
    assert here.of(f"Well. {CLOSED}") == "We will close the harbour for good"
    assert there.of(f"She said: {CUT}") == "we will close the harbour for good"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("close the harbour for good", CLOSED),  # five words
        ("North Korean leader Kim Jong Un spoke", "the North Korean leader Kim Jong-un left"),
        ("At the end of the day we pay", "I think at the end of the day he left"),
        ("", CLOSED),
    ],
)
def test_chance_is_no_evidence(first: str, second: str) -> None:
    assert shared_runs(first, second) == ()


def test_repetition_ends() -> None:
    text = "ever more ships come here today and " * 10_000
    assert len(shared_runs(text, text)) == 1


def test_takes_of_different_articles_are_paired() -> None:
    takes = [take(1, 1, CLOSED), take(2, 2, CUT), take(3, 3, "Something else was said by others")]
    (pair,) = shared_quotations(takes)
    assert (pair.first.id, pair.second.id) == (1, 2)
    assert pair.run == "We will close the harbour for good"
    assert pair.collation.verdict is Verdict.TRIMMED
    assert pair.collation.left_out_of_second == ("and nobody will pay",)


def test_an_article_is_not_paired_with_itself() -> None:
    assert shared_quotations([take(1, 1, CLOSED), take(2, 1, CLOSED)]) == ()


@pytest.mark.parametrize("kind", [TakeKind.NARRATIVE, TakeKind.THESIS])
def test_an_outlets_own_prose_carries_nobodys_words(kind: TakeKind) -> None:
    assert shared_quotations([take(1, 1, CLOSED), take(2, 2, CLOSED, kind)]) == ()


def test_the_longest_run_comes_first() -> None:
    takes = [take(1, 1, CUT), take(2, 2, CLOSED), take(3, 3, CLOSED)]
    pairs = shared_quotations(takes)
    assert [(pair.first.id, pair.second.id) for pair in pairs] == [(2, 3), (1, 2), (1, 3)]


def test_what_everybody_says_links_nobody() -> None:
    assert shared_quotations([take(number, number, CLOSED) for number in range(1, 60)]) == ()
