"""Clauses put together in the core, said in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from summit_reader.gui.wording import clause_words
from summit_reader.index.parsing import parse
from summit_reader.index.wording import understood

GERMAN = {
    "{first} and {rest}": "{first} und {rest}",
    "not {part}": "nicht {part}",
    "published in {month}": "erschienen im {month}",
    "words that begin with “{begun}”": "Wörter, die mit „{begun}“ beginnen",
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
