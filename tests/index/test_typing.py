"""From how many letters on the word that is being typed is read as a beginning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from summit_reader.index import finding
from summit_reader.index.port import ArticleDocument, Asking, TakeDocument
from summit_reader.index.whoosh_index import WhooshIndex

MakeDocument = Callable[..., ArticleDocument]


@pytest.fixture
def filled(
    whoosh: WhooshIndex, document: MakeDocument, monkeypatch: pytest.MonkeyPatch
) -> WhooshIndex:
    """Two articles, each with as many takes as make a library large."""
    monkeypatch.setattr(finding, "LARGE", 3)
    takes = tuple(TakeDocument(number, "We will pay.") for number in range(3))
    with whoosh.batch(1) as batch:
        for number in (1, 2):
            batch.put(replace(document(number, "Harbour", "The harbour stays."), takes=takes))
    return whoosh


def typed(index: WhooshIndex, query: str) -> int:
    return index.search(query, asking=Asking(typing=True, fuzzy=False)).total


def test_two_letters_are_a_beginning_however_many_takes_there_are(filled: WhooshIndex) -> None:
    assert (typed(filled, "h"), typed(filled, "ha"), typed(filled, "har")) == (0, 2, 2)


def test_in_a_large_library_it_takes_three(filled: WhooshIndex, document: MakeDocument) -> None:
    with filled.batch(2) as batch:
        batch.put(document(3, "Harbour"))
    assert (typed(filled, "ha"), typed(filled, "har"), typed(filled, "crane ha")) == (0, 3, 0)
