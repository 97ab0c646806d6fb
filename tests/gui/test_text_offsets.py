from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from summit_reader.domain.spans import Span
from summit_reader.gui.text_offsets import Utf16Offsets, utf16_length

texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60)


@given(texts, st.data())
def test_a_span_selects_the_same_words_in_qt(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = Utf16Offsets(text).span_units(Span(start, end))
    encoded = text.encode("utf-16-le")
    assert encoded[2 * units.start : 2 * units.end].decode("utf-16-le") == text[start:end]


@given(texts, st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    offsets = Utf16Offsets(text)
    assert offsets.code_points(offsets.units(at)) == at


@given(texts)
def test_length_is_what_qt_counts(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


def test_inside_a_surrogate_pair_counts_what_lies_before_it() -> None:
    assert Utf16Offsets("a🌍b").code_points(2) == 1


def test_a_document_cursor_selects_behind_an_emoji() -> None:
    text = "🌍 accord reached"
    start = text.index("accord")
    units = Utf16Offsets(text).span_units(Span(start, start + 6))
    document = QTextDocument(text)
    cursor = QTextCursor(document)
    cursor.setPosition(units.start)
    cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "accord"
