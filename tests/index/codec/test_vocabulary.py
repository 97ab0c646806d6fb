"""Every word has one number, whatever its length and whenever it comes."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.index.codec.tokens import packed
from summit_reader.index.codec.vocabulary import Vocabulary

WORDS = st.lists(st.text(alphabet="ab\0ж", max_size=20), max_size=60)


@given(st.lists(WORDS, max_size=4))
def test_numbers_tell_words_apart(batches: list[list[str]]) -> None:
    vocabulary = Vocabulary()
    for words in batches:
        tokens = packed(words).tokens
        held = np.flatnonzero(tokens.codes)
        assert held.tolist() == [place for place, word in enumerate(words) if word]
        numbers = vocabulary.numbers(tokens, held)
        found = [vocabulary.terms[number].decode() for number in numbers.tolist()]
        assert found == [word for word in words if word]
    assert len(set(vocabulary.terms)) == len(vocabulary.terms)


def test_more_words_than_it_was_made_for() -> None:
    vocabulary = Vocabulary()
    words = [f"word{number}" for number in range(50_000)]
    for start in range(0, len(words), 7_000):
        tokens = packed(words[start : start + 7_000]).tokens
        vocabulary.numbers(tokens, np.arange(len(tokens.codes)))
    tokens = packed(reversed(words)).tokens
    numbers = vocabulary.numbers(tokens, np.arange(len(words)))
    assert [vocabulary.terms[number].decode() for number in numbers.tolist()] == words[::-1]
    assert len(vocabulary.terms) == len(words)
