from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.export.characters import neutral, one_line

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_what_goes_out_can_be_encoded_and_drives_nothing(text: str) -> None:
    shown = neutral(text)
    shown.encode("utf-8")
    assert not any(char < " " and char != "\n" for char in shown)
    assert not any(char in shown for char in "\x7f\x9b\u202a\u202b\u202c\u202d\u202e\u2066\u2069")
    assert neutral(shown) == shown


@given(ANYTHING)
def test_one_line_is_one_line_without_spare_blanks(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == " ".join(line.split())


def test_an_override_cannot_turn_a_title_round() -> None:
    assert one_line("harmless\u202egpj.exe") == "harmlessgpj.exe"


def test_marks_of_direction_that_right_to_left_text_needs_stay() -> None:
    assert neutral("שלום\u200f!") == "שלום\u200f!"


def test_line_ends_of_all_systems_become_one() -> None:
    assert neutral("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
