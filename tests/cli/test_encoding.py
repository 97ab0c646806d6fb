from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.cli.encoding import forgiving, nearest


@given(st.text(st.characters(exclude_categories=())))
def test_the_nearest_is_ascii(text: str) -> None:
    assert nearest(text).isascii()


@pytest.mark.parametrize(
    ("encoding", "printed"),
    [
        ("ascii", '"Lidove noviny" ... -> ?'),
        ("latin-1", '"Lidové noviny" ... -> ?'),
        ("utf-8", "“Lidové noviny” … -> 北"),
    ],
)
def test_a_stream_prints_what_it_can(encoding: str, printed: str) -> None:
    raw = io.BytesIO()
    stream = forgiving(io.TextIOWrapper(raw, encoding=encoding))
    stream.write("“Lidové noviny” … -> 北")
    stream.flush()
    assert raw.getvalue().decode(encoding) == printed


def test_half_a_surrogate_pair_does_not_stop_even_utf8() -> None:
    raw = io.BytesIO()
    stream = forgiving(io.TextIOWrapper(raw, encoding="utf-8"))
    stream.write("a\udc80b")
    stream.flush()
    assert raw.getvalue() == b"a?b"
