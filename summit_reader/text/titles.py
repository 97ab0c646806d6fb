"""Marks around what nobody says: titles of works, and names."""

from __future__ import annotations

from summit_reader.text.attribution.attribution import Surroundings
from summit_reader.text.languages import Language

LONGEST_TITLE = 8
"""Words of a title of a work."""
SHORT_WORD = 3
"""Letters up to which a word in a title may be small: "of", "the"."""


def is_title(around: Surroundings, language: Language) -> bool:
    """Whether the words are the title of a work, or a name: capitals, and no sentence."""
    if around.last in {".", "!", "?", ","}:
        return False
    return _is_capitalised(around, language)


def is_work(around: Surroundings, language: Language) -> bool:
    """Whether a title of a work stands where one is cited: "on “The Daily Hour,”"."""
    is_word = around.words == 1
    if is_word or around.at == 0 or not _is_capitalised(around, language):
        return False
    paragraph = around.paragraph
    before = around.at - 1
    if paragraph.words[before] == "," and before:
        before -= 1
    low = paragraph.lows[before]
    return (
        low in language.grammar.prepositions
        or low in language.said_things
        or paragraph.is_possessive(before)
    )


def _is_capitalised(around: Surroundings, language: Language) -> bool:
    words = around.quotation.inner.of(around.paragraph.text).split()
    if len(words) > LONGEST_TITLE:
        return False
    capitals = sum(word[0].isupper() for word in words)
    longest = 0 if language.capitalised_nouns else SHORT_WORD
    small = [word for word in words if word[0].islower() and len(word) > longest]
    return not small and 2 * capitals >= len(words)
