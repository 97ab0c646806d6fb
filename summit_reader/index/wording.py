"""Which forms a query was read as, for the line that explains it to the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice, takewhile

from summit_reader.index.analyzer import stem
from summit_reader.index.query import Leaf, Phrase, Prefix

MOST_FORMS = 12
"""Forms that one line can name."""

_SCANNED = 400
_SHORTEST_START = 3

Lexicon = Callable[[str], Iterable[tuple[str, int]]]
"""Gives the words of the index that begin alike, with the number of articles that hold each."""


def forms_looked_for(
    wanted: Sequence[Leaf], languages: Sequence[str], lexicon: Lexicon
) -> tuple[str, ...]:
    """The words as typed and, most frequent first, their other forms that the index holds."""
    forms: dict[str, None] = {}
    for leaf in wanted:
        if len(forms) >= MOST_FORMS:
            break
        if isinstance(leaf, Phrase):
            forms[" ".join(leaf.words)] = None
        elif isinstance(leaf, Prefix):
            forms.update(dict.fromkeys(_by_number(islice(lexicon(leaf.text), _SCANNED))))
        else:
            forms[leaf.text] = None
            forms.update(dict.fromkeys(_other_forms(leaf.text, languages, lexicon)))
    return tuple(islice(forms, MOST_FORMS))


def _other_forms(word: str, languages: Sequence[str], lexicon: Lexicon) -> list[str]:
    stems = {language: stem(word, language) for language in languages}
    shared = takewhile(lambda signs: len(set(signs)) == 1, zip(word, *stems.values(), strict=False))
    start = "".join(signs[0] for signs in shared)
    if len(start) < _SHORTEST_START:
        return []
    return _by_number(
        (form, number)
        for form, number in islice(lexicon(start), _SCANNED)
        if any(stem(form, language) == wanted for language, wanted in stems.items())
    )


def _by_number(counted: Iterable[tuple[str, int]]) -> list[str]:
    return [form for form, _ in sorted(counted, key=lambda item: -item[1])]
