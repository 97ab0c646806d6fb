from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.spans import Span, covering

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(*sorted(ends)))


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (3, 2), (-2, -1)])
def test_what_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(SPANS, SPANS)
def test_overlapping_is_mutual_and_containing_includes_it(one: Span, two: Span) -> None:
    assert one.overlaps(two) == two.overlaps(one)
    if len(one) and len(two):
        assert one.overlaps(two) == bool({*range(*_ends(one))} & {*range(*_ends(two))})
        assert one.overlaps(two) or not one.contains(two)


@given(st.lists(SPANS, min_size=1))
def test_covering_is_the_smallest_that_holds_all(spans: list[Span]) -> None:
    whole = covering(tuple(spans))
    assert all(whole.contains(span) for span in spans)
    assert whole.start in {span.start for span in spans}
    assert whole.end in {span.end for span in spans}


@given(SPANS, st.integers(0, 20))
def test_shifting_keeps_the_length(span: Span, by: int) -> None:
    text = "x" * by + "abcdefghij" * 6
    assert span.shifted(by).of(text) == span.of(text[by:])


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
