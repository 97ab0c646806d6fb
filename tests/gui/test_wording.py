"""Clauses put together in the core, said in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from summit_reader.domain.errors import QueryProblem
from summit_reader.gui.search.faults import sentence_on
from summit_reader.gui.wording import clause_words, error_sentence
from summit_reader.index.parsing import parse, read
from summit_reader.index.wording import understood

GERMAN = {
    "{first} and {rest}": "{first} und {rest}",
    "not {part}": "nicht {part}",
    "published in {month}": "erschienen im {month}",
    "words that begin with “{begun}”": "Wörter, die mit „{begun}“ beginnen",
    "“{part}”: {reason}.": "„{part}“: {reason}.",
    "“{query}” cannot be searched for: {reason}.": "„{query}“ ist keine Suche: {reason}.",
    "{month} has no day {day}": "der {month} hat keinen Tag {day}",
}


class German(QTranslator):
    def translate(  # Qt's signature
        self,
        context: str,  # noqa: ARG002
        text: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        return GERMAN.get(text, "")

    def isEmpty(self) -> bool:  # noqa: N802  # as above
        return False


@contextmanager
def in_german() -> Iterator[None]:
    before, translator = QLocale(), German()
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(before)


def test_how_a_query_was_read_is_said_in_the_readers_language(qapp: QApplication) -> None:
    tree = parse("sanct* -kim date:2019-05").tree
    assert tree is not None
    with in_german():
        said = clause_words(understood(tree))
    assert said == "Wörter, die mit „sanct“ beginnen und nicht kim und erschienen im Mai 2019"
    assert "begin with “sanct” and not kim" in clause_words(understood(tree))


def test_braces_that_were_typed_stay_what_they_are(qapp: QApplication) -> None:
    tree = parse('speaker:"{0} {first}" kim').tree
    assert tree is not None
    assert clause_words(understood(tree)) == str(understood(tree))


def test_what_is_wrong_with_a_query_is_said_in_the_readers_language(qapp: QApplication) -> None:
    query = "date:2019-02-30"
    with pytest.raises(QueryProblem) as caught:
        read(query, strict=True)
    with in_german():
        assert sentence_on(parse(query).faults, query) == (
            "„2019-02-30“: der Februar 2019 hat keinen Tag 30."
        )
        assert error_sentence(caught.value) == (
            f"„{query}“ ist keine Suche: der Februar 2019 hat keinen Tag 30."
        )
    assert str(caught.value) == (f"“{query}” cannot be searched for: February 2019 has no day 30.")


@given(st.text(max_size=40) | st.from_regex(r"(date|has|role):[^\s]{1,9}", fullmatch=True))
def test_every_fault_can_be_said(query: str) -> None:
    for fault in parse(query).faults:
        assert clause_words(fault.reason) == str(fault.reason)
        str(fault.reason).encode()
