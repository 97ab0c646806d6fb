from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.spans import Span
from summit_reader.services.snippets import LENGTH, snippet_of

LONG = " ".join(f"word{number}" for number in range(200))


def mark(text: str, word: str) -> Span:
    at = text.index(word)
    return Span(at, at + len(word))


def marked(text: str, *words: str) -> list[Span]:
    return [mark(text, word) for word in words]


def test_a_short_passage_is_shown_whole() -> None:
    snippet = snippet_of("Nobody will pay.", [Span(7, 11)])
    assert (snippet.text, snippet.marks) == ("Nobody will pay.", (Span(7, 11),))


def test_a_long_passage_is_cut_at_words_around_the_match() -> None:
    snippet = snippet_of(LONG, marked(LONG, "word120"))
    assert [each.of(snippet.text) for each in snippet.marks] == ["word120"]
    assert snippet.text[0] == snippet.text[-1] == "…"
    assert set(snippet.text.strip("…").split(" ")) <= set(LONG.split(" "))
    assert len(snippet.text) <= LENGTH + 2


def test_the_place_with_most_matches_is_shown() -> None:
    snippet = snippet_of(LONG, marked(LONG, "word20", "word150", "word152", "word153"))
    words = [each.of(snippet.text) for each in snippet.marks]
    assert words == ["word150", "word152", "word153"]


def test_of_equal_places_the_first_is_shown() -> None:
    snippet = snippet_of(LONG, marked(LONG, "word50", "word150"))
    assert [each.of(snippet.text) for each in snippet.marks] == ["word50"]


def test_without_a_match_the_opening_is_shown() -> None:
    snippet = snippet_of(LONG, [])
    assert snippet.text.startswith("word0 word1 ")
    assert (snippet.text[-1], snippet.marks) == ("…", ())


def test_the_end_of_a_passage_is_shown_to_its_end() -> None:
    snippet = snippet_of(LONG, marked(LONG, "word199"))
    assert snippet.text.endswith("word199")


def test_a_text_without_blanks_is_cut_anywhere() -> None:
    text = "a" * 1000
    snippet = snippet_of(text, [Span(500, 505)])
    assert snippet.text == "…" + "a" * LENGTH + "…"
    assert [len(each) for each in snippet.marks] == [5]


def test_a_cut_between_words_is_left_where_it_is() -> None:
    text = ("a" * 29 + " ") * 20
    snippet = snippet_of(text, [Span(300, 329)])
    assert snippet.text == "…" + text[270 : 270 + LENGTH - 1] + "…"


@given(
    st.text(alphabet="ab ,é\n🌍", max_size=800),
    st.lists(st.tuples(st.integers(0, 800), st.integers(1, 300)), max_size=8),
)
def test_marks_point_at_what_they_pointed_at(text: str, places: list[tuple[int, int]]) -> None:
    marks, reached = [], 0
    for start, length in sorted(places):
        if reached <= start and start + length <= len(text):
            marks.append(Span(start, start + length))
            reached = start + length
    snippet = snippet_of(text, marks)
    assert len(snippet.text) <= LENGTH + 2
    assert snippet.text.strip("…") in text
    assert bool(snippet.marks) == bool(marks)
    originals = [each.of(text) for each in marks]
    for each in snippet.marks:
        assert 0 <= each.start < each.end <= len(snippet.text)
        assert any(original.startswith(each.of(snippet.text)) for original in originals)
