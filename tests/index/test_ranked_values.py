from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.index.ranked_values import RankedValues

NAMES = st.text("aAbßİ é\n", max_size=6) | st.text(max_size=4)


def test_the_most_frequent_come_first_each_once() -> None:
    values = RankedValues({"Tony Tan": 7, "anna": 2, "Zoe": 2, "Donald Trump": 9})
    assert values.begun("t", 9) == (("Donald Trump", 9), ("Tony Tan", 7))
    assert values.begun("", 3) == (("Donald Trump", 9), ("Tony Tan", 7), ("anna", 2))
    assert values.begun("donald tr", 9) == (("Donald Trump", 9),)
    assert values.begun("rump", 9) == values.begun("t", 0) == values.begun("t", -1) == ()
    assert RankedValues({}).begun("", 9) == RankedValues({}).begun("a", 9) == ()


@given(st.dictionaries(NAMES, st.integers(0, 3)), NAMES)
def test_a_value_is_found_by_how_its_words_begin(values: dict[str, int], typed: str) -> None:
    def folded(text: str) -> str:
        return text.casefold().replace("\n", " ")

    found = RankedValues(values).begun(typed, len(values))
    assert dict(found) == {
        value: count
        for value, count in values.items()
        if f" {folded(value)}".find(f" {folded(typed)}") >= 0 or not typed
    }
    assert [count for _, count in found] == sorted(dict(found).values(), reverse=True)
