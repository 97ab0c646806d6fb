from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.collation import collated
from summit_reader.export.versions import Mark, marked_text, runs_of

WORDS = st.lists(
    st.sampled_from(["we ", "will ", "pay, ", "“not” ", "the ", "… ", "[men] ", "\n"]), max_size=20
).map("".join)


def test_each_version_shows_what_it_leaves_out_and_what_only_it_has() -> None:
    collation = collated("We will close the harbour, sadly.", "We will never close the harbour.")
    assert marked_text(collation, first=True) == ("We will [-never-] close the harbour, {+sadly+}.")
    assert marked_text(collation, first=False) == ("We will {+never+} close the harbour [-sadly-].")


def test_what_is_put_otherwise_is_marked_in_both() -> None:
    collation = collated("We will pay for the crane", "We must pay for the crane")
    assert marked_text(collation, first=True) == "We {~will~} pay for the crane"
    assert marked_text(collation, first=False) == "We {~must~} pay for the crane"


def test_a_declared_cut_says_so() -> None:
    collation = collated("We will … pay for it", "We will in the end pay for it")
    (left_out,) = [run for run in runs_of(collation, first=True) if run.mark is Mark.LEFT_OUT]
    assert left_out.declared


@pytest.mark.parametrize("first", [True, False])
@given(one=WORDS, other=WORDS)
def test_a_version_keeps_every_letter(one: str, other: str, first: bool) -> None:  # noqa: FBT001
    runs = runs_of(collated(one, other), first=first)
    text = "".join(run.text for run in runs if run.mark is not Mark.LEFT_OUT)
    assert text == (one if first else other)
