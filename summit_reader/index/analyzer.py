"""Which words a text holds, in the forms that are compared, and where they stand in the print.

One analysis serves the index, the query and the highlighter, so that what is found is what is
marked. A text is *folded* first (case, accents, ligatures, apostrophes, invisible characters), then
cut into words; a word's *stem* is made from its folded form, so that words which look the same
after folding have the same stem in every language. There are no stop words: "will not" is a phrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import Stemmer

from summit_reader.domain.spans import Span

LONGEST_WORD = 100
"""Characters of a word that count; beyond it stand encoded blobs, which nobody searches for."""

_APOSTROPHES = frozenset("'‘’‛ʹʻʼʽ′`´＇")
_NARROW_SPACES = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}")
_BREVE = "\N{COMBINING BREVE}"

# Letters that Unicode does not decompose but readers type without their strokes.
_PLAIN = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
    "ı": "i",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its folded form, and the code points it is printed with."""

    text: str
    span: Span


class _Folding(dict[int, str]):
    """What each character becomes; filled as characters are met. Made for `str.translate`."""

    def __missing__(self, codepoint: int) -> str:
        self[codepoint] = folded = _folded(chr(codepoint))
        return folded


def _folded(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    if character in _NARROW_SPACES:
        return "\N{NO-BREAK SPACE}"
    if unicodedata.category(character) == "Cf":  # soft hyphen, zero width, direction marks
        return ""
    if character in "йЙ":  # not an accented и: Russian endings are told apart by it
        return "й"
    decomposed = unicodedata.normalize("NFKD", character)
    pieces = unicodedata.normalize("NFKD", decomposed.casefold())
    return "".join(
        "'" if piece in _APOSTROPHES else _PLAIN.get(piece, piece)
        for piece in pieces
        if not unicodedata.combining(piece)
    )


_FOLDING = _Folding()

_ANY = r"[^\W_]"
_LETTER = r"[^\W\d_]"
_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Kana and Han are written without spaces: each sign is a word, and a run of them is a phrase.
_WORD = re.compile(
    rf"(?:(?P<number>(?<!{_ANY})\d{{1,3}}(?:[.,'\xa0]\d{{3}})+(?!{_ANY}))"  # 100,000
    rf"|(?P<acronym>(?<!{_ANY}){_LETTER}(?:\.{_LETTER})+(?!{_ANY})\.?)"  # U.S.
    rf"|(?P<sign>[{_SIGNS}])"
    rf"|(?P<plain>[^\W_{_SIGNS}]+))"
    rf"(?:'s(?!{_ANY}))?"  # Kim's
)


_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SIGN = re.compile(rf"[{_SIGNS}]")


class _Cutting:
    """Cuts folded text into the same words as `_WORD`, without looking at each of them.

    What stands inside a word without being of it (the points of an acronym, the separators of a
    number, a possessive) is taken out first; then the words are the runs of letters and digits.
    """

    def __init__(self, letter: str, digit: str, any_: str) -> None:
        grouping = "|".join(
            rf"(?<={digit}{{{count}}}.)(?<!{any_}{digit}{{{count}}}.)" for count in (1, 2, 3)
        )
        # It begins with a set of characters, so that all others are passed at once.
        self._inside = re.compile(
            r"[.,'\xa0](?:"
            rf"(?<={any_}')s(?!{any_})"
            rf"|(?={letter}(?!{any_}))(?<={letter}\.)(?<!{any_}{letter}\.)(?<!{any_}'s\.)"
            rf"|(?={digit}{{3}}(?!{any_}))(?:{grouping}))"
        )
        self._runs = re.compile(rf"{any_}+")

    def __call__(self, folded: str) -> list[str]:
        found: list[str] = self._runs.findall(self._inside.sub("", folded))
        if max(map(len, found), default=0) > LONGEST_WORD:
            return [word[:LONGEST_WORD] for word in found]
        return found


_ASCII_WORDS = _Cutting("[a-z]", "[0-9]", "[a-z0-9]")
_ALL_WORDS = _Cutting(_LETTER, r"\d", _ANY)


def terms(text: str) -> list[str]:
    """The folded words of `text`, in order.

    >>> terms("Kim’s U.S. trip: Jong-un wants 100,000 tonnes")
    ['kim', 'us', 'trip', 'jong', 'un', 'wants', '100000', 'tonnes']
    """
    folded = text.lower()
    if not folded.isascii():
        if _BREVE in folded:
            folded = folded.replace("и" + _BREVE, "й")
        folded = _NOT_ASCII.sub(_fold_run, folded)
    folded = folded.replace("`", "'")
    # Possessives of possessives, those of acronyms with a point, and signs without spaces between
    # them are left to the one that looks at each word.
    if "'s's" in folded or ".'s" in folded or (not folded.isascii() and _SIGN.search(folded)):
        return [_form(match) for match in _WORD.finditer(folded)]
    return _ASCII_WORDS(folded) if folded.isascii() else _ALL_WORDS(folded)


def _fold_run(match: re.Match[str]) -> str:
    return match.group().translate(_FOLDING)


def words(text: str) -> list[Word]:
    """The words of `text` with the places they are printed at.

    >>> [word.span.of("ﬁnal Cafe\u0301s") for word in words("ﬁnal Cafe\u0301s")]
    ['ﬁnal', 'Cafe\u0301s']
    """
    return list(_placed(text))


def _placed(text: str) -> Iterator[Word]:
    folded, origins = _traced(text)
    for match in _WORD.finditer(folded):
        start, end = origins[match.start()], origins[match.end() - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield Word(_form(match), Span(start, end))


def _traced(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one it comes from."""
    pieces: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        if character == _BREVE and pieces and text[place - 1] in "иИ":
            pieces[-1] = "й"
            continue
        piece = _FOLDING[ord(character)]
        pieces.append(piece)
        origins.extend([place] * len(piece))
    return "".join(pieces), origins


def _form(match: re.Match[str]) -> str:
    kind = match.lastgroup
    text = match.group(kind or 0)
    if kind == "number":
        text = "".join(filter(str.isdigit, text))
    elif kind == "acronym":
        text = text.replace(".", "")
    return text[:LONGEST_WORD]


# PyStemmer: "only a single thread should access the instance at any given time".
_stemming = Lock()


def primary_language(tag: str) -> str:
    """The language of a tag without its region ("en" for "en-GB"); both Norwegians are one."""
    primary = re.split(r"[-_]", tag.strip().casefold(), maxsplit=1)[0]
    return {"nb": "no", "nn": "no"}.get(primary, primary)


def stem_language(tag: str) -> str:
    """The Snowball language for a language tag; empty if there is none."""
    primary = primary_language(tag)
    return primary if len(primary) in {2, 3} and _stemmer(primary) is not None else ""


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """The Snowball stem of a folded word; `language` is one that `stem_language` gave."""
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    with _stemming:
        return str(stemmer.stemWord(word))


@lru_cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    try:
        return Stemmer.Stemmer(language, 0)
    except (KeyError, UnicodeError):
        return None


def analysis_version() -> str:
    """What the forms of words depend on: an index made by another version does not fit ours."""
    return f"1, Snowball {Stemmer.version()}, Unicode {unicodedata.unidata_version}"
