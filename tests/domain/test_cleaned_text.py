from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summit_reader.domain.cleaned_text import CleanedText, Piece
from summit_reader.domain.spans import Span


@st.composite
def views(draw: st.DrawFn) -> CleanedText:
    """A source cut into stretches, each copied, replaced, left out, or with something put in."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for _ in range(draw(st.integers(0, 8))):
        words = draw(st.text(alphabet="ab😀\n", min_size=1, max_size=6))
        place = Span(at, at + len(words))
        parts.append(words)
        at = place.end
        match draw(st.sampled_from(("copy", "replace", "hide", "insert"))):
            case "copy":
                pieces.append(Piece(place, words))
            case "replace":
                pieces.append(Piece(place, draw(st.text(alphabet="xyz ", min_size=1, max_size=4))))
            case "insert":
                pieces.append(Piece(Span(place.start, place.start), "+"))
                pieces.append(Piece(place, words))
            case _:
                pass
    return CleanedText("".join(parts), tuple(pieces))


def mended() -> CleanedText:
    source = "It was\nfine.AD Then it rained.But"
    return CleanedText(
        source,
        (
            Piece(Span(0, 6), "It was"),
            Piece(Span(6, 7), " "),
            Piece(Span(7, 12), "fine."),
            Piece(Span(14, 30), " Then it rained."),
            Piece(Span(30, 30), " "),
            Piece(Span(30, 33), "But"),
        ),
    )


def test_what_is_shown() -> None:
    assert mended().text == "It was fine. Then it rained. But"


def test_there_and_back_over_a_joined_line_and_a_gap() -> None:
    view = mended()
    shown = Span(view.text.index("was"), view.text.index("Then") + 4)
    source = view.source_span(shown)
    assert source.of(view.source) == "was\nfine.AD Then"
    assert view.cleaned_span(source) == shown


def test_what_is_hidden_is_shown_nowhere() -> None:
    assert mended().cleaned_span(Span(12, 14)) is None


@given(views(), st.data())
def test_from_the_source_and_back_covers_what_is_shown(
    view: CleanedText, data: st.DataObject
) -> None:
    copies = [piece for piece in view.pieces if len(piece.source)]
    assume(copies)
    one = data.draw(st.sampled_from(copies))
    two = data.draw(st.sampled_from([piece for piece in copies if piece.source >= one.source]))
    span = (
        Span(
            data.draw(st.integers(one.source.start, one.source.end - 1)),
            data.draw(st.integers(two.source.start + 1, two.source.end)),
        )
        if one is not two
        else one.source
    )
    shown = view.cleaned_span(span)
    assert shown is not None
    assert view.source_span(shown).contains(span)


@given(views(), st.data())
def test_from_the_view_and_back_covers_what_was_asked(
    view: CleanedText, data: st.DataObject
) -> None:
    assume(view.text)
    start = data.draw(st.integers(0, len(view.text) - 1))
    asked = Span(start, data.draw(st.integers(start + 1, len(view.text))))
    source = view.source_span(asked)
    assert source.end <= len(view.source)
    shown = view.cleaned_span(source)
    if len(source):
        assert shown is not None
        letters = [char for char in asked.of(view.text) if char != "+"]
        assert len(letters) <= len(shown)


@given(views())
def test_the_map_keeps_the_order(view: CleanedText) -> None:
    starts = [view.source_span(Span(at, at + 1)).start for at in range(len(view.text))]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "pieces",
    [
        (Piece(Span(1, 2), "b"), Piece(Span(0, 1), "a")),
        (Piece(Span(0, 2), "ab"), Piece(Span(1, 3), "bc")),
        (Piece(Span(0, 4), "abcd"),),
    ],
)
def test_pieces_that_do_not_follow_each_other(pieces: tuple[Piece, ...]) -> None:
    with pytest.raises(ValueError, match="piece"):
        CleanedText("abc", pieces)
