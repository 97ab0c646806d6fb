"""The words of a text with their stems, for those who weigh texts against each other."""

from __future__ import annotations

from summit_reader.compare.terms import Analyse
from summit_reader.index.analyzer import stem, stem_language, terms


def analysis(language: str) -> Analyse:
    """Gives the words of a text in the language with this tag, each with its stem.

    >>> analysis("en")("Sanctions lifted")
    [('sanctions', 'sanction'), ('lifted', 'lift')]
    """
    known = stem_language(language)

    def analyse(text: str) -> list[tuple[str, str]]:
        return [(word, stem(word, known) if known else word) for word in terms(text)]

    return analyse
