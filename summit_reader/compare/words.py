"""The words of a quotation, in the form in which two outlets' prints of them are compared.

Outlets set the same words differently: curly or straight marks, capitals, accents, “U.S.” or “US”,
“Jong-un” or “Jong Un”. None of that is a change of wording. Square brackets and dots for words left
out are kept apart, because with them an outlet declares that it changed something.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from summit_reader.domain.spans import Span

LONGEST_BRACKET = 200
"""Characters within which a square bracket has to close to count as an editor's."""

LONGEST_WORD = 100
"""Characters of a word that are compared; longer ones are encoded blobs."""

# Kana and Han are written without spaces: each sign is a word.
_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ANY = rf"[^\W_{_SIGNS}]"
_LETTER = rf"[^\W\d_{_SIGNS}]"
_PIECE = rf"(?:{_ANY}|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])"
_ELLIPSIS = r"…|\.{2,}|\.(?:[ \xa0]\.)+"
_TOKEN = (
    rf"(?P<gap>[\[(][ \xa0]?(?:{_ELLIPSIS})[ \xa0]?[\])]|{_ELLIPSIS})"
    rf"|(?P<acronym>(?<!{_ANY})(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!{_ANY}))?)"  # U.S.
    rf"|(?P<sign>[{_SIGNS}])"
    rf"|(?P<word>(?:\[{_LETTER}{{1,4}}\](?={_ANY}))?"  # [T]he
    rf"{_ANY}{_PIECE}*"
    rf"(?:['’‘ʼ]{_ANY}{_PIECE}*"  # don't
    rf"|(?<=\d)[.,](?=\d){_PIECE}+"  # 1.5
    rf"|\[{_LETTER}{{1,4}}\])*)"  # talk[ed]
)
_BRACKET = re.compile(rf"\[[^\[\]\n]{{1,{LONGEST_BRACKET}}}\]")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in print and in the form that is compared; an editor's hand is in `bracketed` ones."""

    form: str
    span: Span
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text, and before which of them it says that words are left out."""

    words: tuple[Word, ...]
    gaps: frozenset[int]

    @property
    def forms(self) -> list[str]:
        """The words in the form that is compared."""
        return [word.form for word in self.words]


def wording_of(text: str) -> Wording:
    """The words of `text` with its declared cuts.

    >>> wording_of("“[W]e … won’t pay $1,000”").forms
    ['we', 'wont', 'pay', '1000']
    """
    words: list[Word] = []
    gaps: set[int] = set()
    starts, ends = _brackets(text)
    for match in _token().finditer(text):
        if match.lastgroup == "gap":
            gaps.add(len(words))
            continue
        form = _form(match.group()[: 2 * LONGEST_WORD])
        at = bisect_right(starts, match.start()) - 1
        inside = at >= 0 and match.end() < ends[at]
        if form:
            words.append(Word(form, Span(*match.span()), inside or "[" in match.group()))
    return Wording(tuple(words), frozenset(gaps))


def _brackets(text: str) -> tuple[list[int], list[int]]:
    spans = [match.span() for match in _BRACKET.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    # Compiled when the first text is looked at: whoever starts the program would wait for it.
    return re.compile(_TOKEN)


@lru_cache(maxsize=1 << 14)
def _form(printed: str) -> str:
    if _THOUSANDS.fullmatch(printed):
        return "".join(filter(str.isdigit, printed))
    if printed[0].isdigit() and printed[-1].isdigit():
        return printed.replace(",", ".")
    folded = unicodedata.normalize("NFKD", printed.casefold())
    return _NO_LETTER.sub("", folded)[:LONGEST_WORD]
