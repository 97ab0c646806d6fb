"""Which words a text holds, in the forms that are compared, and where they stand in the print.

One analysis serves the index, the query and the highlighter, so that what is found is what is
marked. A text is *folded* first (case, accents, ligatures, apostrophes, invisible characters), then
cut into words; a word's *stem* is made from its folded form, so that words which look the same
after folding have the same stem in every language. There are no stop words: "will not" is a phrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from threading import Lock

import Stemmer

from summit_reader.domain.spans import Span

LONGEST_WORD = 100
"""Characters of a word that count; beyond it stand encoded blobs, which nobody searches for."""

_APOSTROPHES = frozenset("'‘’‛ʹʻʼʽ′`´＇")
_NARROW_SPACES = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}")
GROUPING = "\N{INFORMATION SEPARATOR ONE}"
"""Stands in folded text for a space that does not break: it may group the digits of a number."""

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
        return GROUPING
    if unicodedata.category(character) == "Cf":  # soft hyphen, zero width, direction marks
        return ""
    if character in "йЙ":  # not an accented и: Russian endings are told apart by it
        return "й"
    decomposed = unicodedata.normalize("NFKD", character)
    pieces = unicodedata.normalize("NFKD", decomposed.casefold())
    return "".join(_plain(piece) for piece in pieces if not unicodedata.combining(piece))


def _plain(piece: str) -> str:
    if piece in _APOSTROPHES:
        return "'"
    # Signs that are of no word are all alike; most texts are plain ASCII then.
    return _PLAIN.get(piece, piece) if piece.isascii() or piece.isalnum() else " "


_FOLDING = _Folding()

_ANY = r"[^\W_]"
_LETTER = r"[^\W\d_]"
_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Kana and Han are written without spaces: each sign is a word, and a run of them is a phrase.
_WORD = re.compile(
    rf"(?:(?P<number>(?<!{_ANY})\d{{1,3}}(?:[.,'\x1f]\d{{3}})+(?!{_ANY}))"  # 100,000
    rf"|(?P<acronym>(?<!{_ANY}){_LETTER}(?:\.{_LETTER})+(?!{_ANY})\.?)"  # U.S.
    rf"|(?P<sign>[{_SIGNS}])"
    rf"|(?P<plain>[^\W_{_SIGNS}]+))"
    rf"(?:'s(?!{_ANY}))?"  # Kim's
)


_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def folded(text: str) -> str:
    """The text in the form that is cut into words; no use where places in the print matter."""
    text = text.lower()
    if not text.isascii():
        if _BREVE in text:
            text = text.replace("и" + _BREVE, "й")
        text = _NOT_ASCII.sub(_fold_run, text)
    return text.replace("`", "'")


def words_of_folded(text: str) -> list[str]:
    """The words of a folded text, in order."""
    return [_form(match) for match in _WORD.finditer(text)]


def terms(text: str) -> list[str]:
    """The folded words of `text`, in order.

    >>> terms("Kim’s U.S. trip: Jong-un wants 100,000 tonnes")
    ['kim', 'us', 'trip', 'jong', 'un', 'wants', '100000', 'tonnes']
    """
    return words_of_folded(folded(text))


def _fold_run(match: re.Match[str]) -> str:
    return match.group().translate(_FOLDING)


def words(text: str) -> list[Word]:
    """The words of `text` with the places they are printed at.

    >>> [word.span.of("ﬁnal Cafe\u0301s") for word in words("ﬁnal Cafe\u0301s")]
    ['ﬁnal', 'Cafe\u0301s']
    """
    return [Word(form, Span(start, end)) for form, start, end in placed(text)]


def placed(text: str) -> list[tuple[str, int, int]]:
    """As `words`, in plain tuples: the folded word, and where it begins and ends."""
    folded = _folded_in_place(text)
    if folded is None:
        return list(_placed(text))
    return [(_form(match), *match.span()) for match in _WORD.finditer(folded)]


def word_spans(text: str, most: int) -> list[tuple[int, int]]:
    """Where each of the first `most` words of `words` begins and ends."""
    folded = _folded_in_place(text)
    if folded is None:
        return [(start, end) for _, start, end in islice(_placed(text), most)]
    return [match.span() for match in islice(_WORD.finditer(folded), most)]


def _folded_in_place(text: str) -> str | None:
    """The text folded if every character stays where it was, as nearly always."""
    if text.isascii():
        return folded(text)
    if all(len(_FOLDING[ord(character)]) == 1 for character in set(text)):
        return text.translate(_FOLDING)
    return None


def _placed(text: str) -> Iterator[tuple[str, int, int]]:
    folded, origins = _traced(text)
    for match in _WORD.finditer(folded):
        start, end = origins[match.start()], origins[match.end() - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield _form(match), start, end


def _traced(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place of the one it comes from."""
    if _BREVE not in text:
        return _traced_in_runs(text)
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


def _traced_in_runs(text: str) -> tuple[str, Sequence[int]]:
    """As `_traced`, of a text in which each character is folded by itself."""
    moving = [character for character in set(text) if len(_FOLDING[ord(character)]) != 1]
    pieces: list[str] = []
    origins: list[int] = []
    done = 0
    for match in re.finditer(f"[{re.escape(''.join(moving))}]", text) if moving else ():
        place, piece = match.start(), _FOLDING[ord(match.group())]
        pieces += text[done:place].translate(_FOLDING), piece
        origins += range(done, place)
        origins += [place] * len(piece)
        done = place + 1
    pieces.append(text[done:].translate(_FOLDING))
    origins += range(done, len(text))
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
    return f"2, Snowball {Stemmer.version()}, Unicode {unicodedata.unidata_version}"
