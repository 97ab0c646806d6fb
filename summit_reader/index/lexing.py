"""What the characters of a query are: words, phrases, fields, signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from summit_reader.domain.spans import Span

FIELDS = (
    "country", "date", "has", "in", "language", "outlet", "role", "said", "speaker", "title",
)  # fmt: skip
"""The fields that can be asked for, as they are typed before a colon."""

QUOTES = '"“”„‟«»＂'
MINUS_SIGNS = "–−-"
# Narrow no-break spaces group the digits of a number, so that they part no words here.
_SPACE = r"[^\S\xa0\u202f\u2009]"
_FIELD = "|".join(FIELDS)
_LEXEME = re.compile(
    rf"(?P<phrase>[{QUOTES}](?P<quoted>[^{QUOTES}]*)(?P<closing>[{QUOTES}](?:~(?P<gap>\d{{1,3}}))?)?)"
    r"|(?P<open>\()|(?P<close>\))"
    rf"|(?P<minus>[{MINUS_SIGNS}](?=[^\s{MINUS_SIGNS}]))"
    rf"|(?P<field>(?i:{_FIELD})):(?!//)"
    rf"|(?P<word>(?:(?!{_SPACE})[^(){QUOTES}])+)"
)


class Kind(Enum):
    """What a lexeme is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    MINUS = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A stretch of the query.

    `text` is a word as typed, what stands between the quotes of a phrase, or a field's name in
    small letters. `gap` is the number after a phrase's tilde. `is_closed` is false for a phrase
    whose second quote is missing; `is_alone` is true for a field with a space or nothing after it.
    """

    kind: Kind
    text: str
    span: Span
    gap: int = 0
    is_closed: bool = True
    is_alone: bool = False


def lexemes(text: str) -> Iterator[Lexeme]:
    """The lexemes of `text`, in order.

    >>> [lexeme.text for lexeme in lexemes('kim -outlet:"The Tide"')]
    ['kim', '-', 'outlet', 'The Tide']
    """
    for match in _LEXEME.finditer(text):
        span = Span(*match.span())
        if match["phrase"] is not None:
            gap, is_closed = int(match["gap"] or 0), match["closing"] is not None
            yield Lexeme(Kind.PHRASE, match["quoted"], span, gap, is_closed)
        elif match["field"] is not None:
            following = text[span.end : span.end + 1]
            is_alone = not following or following.isspace() or following == ")"
            yield Lexeme(Kind.FIELD, match["field"].casefold(), span, is_alone=is_alone)
        else:
            kind = Kind[(match.lastgroup or "word").upper()]
            yield Lexeme(kind, match.group(), span)
