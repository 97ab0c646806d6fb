from __future__ import annotations

from summit_reader.compare.story_ties import WORDS, shared_words
from summit_reader.compare.terms import Terms


def top(text: str) -> Terms:
    words = tuple(text.split())
    return Terms(words, tuple(word.removesuffix("s") for word in words), words)


def test_what_most_share_comes_first_in_each_texts_own_words() -> None:
    found = shared_words([top("frost kills apples"), top("apple frost"), top("frosts at sea")])
    assert found == [("frost", "apples"), ("frost", "apple"), ("frosts",)]


def test_a_text_of_its_own_shares_nothing() -> None:
    assert shared_words([top("frost"), top("harbour"), top("")]) == [(), (), ()]
    assert shared_words([]) == []


def test_numbers_alone_tie_nothing_and_a_reason_stays_short() -> None:
    many = " ".join(f"word{letter}" for letter in "abcdefghij")
    assert shared_words([top("2019"), top("2019")]) == [(), ()]
    assert [len(words) for words in shared_words([top(many), top(many)])] == [WORDS, WORDS]
