from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Terms, terms_of
from summit_reader.compare.word_vectors import WordVectors, vectors_at
from summit_reader.shipped import resources_folder


def by_blanks(text: str) -> list[tuple[str, str]]:
    """Words between blanks, each without a final s for its stem."""
    return [(word, word.removesuffix("s")) for word in text.casefold().split()]


@pytest.fixture(scope="session")
def vectors() -> WordVectors:
    """The vectors that ship with the program."""
    return vectors_at(resources_folder() / "vectors")


@pytest.fixture
def terms() -> Callable[[str], Terms]:
    return lambda text: terms_of(text, by_blanks)


@pytest.fixture
def passage_set() -> Callable[..., PassageSet]:
    def made(*texts: str, vectors: WordVectors | None = None) -> PassageSet:
        return PassageSet([terms_of(text, by_blanks) for text in texts], vectors)

    return made
