"""What an article is in the Whoosh index: one document, whose positions tell the passages apart.

The obvious shape is two kinds of documents, articles to match and passages to show; it holds every
word twice. Here an article is one document, and the first position of each passage is stored with
it. Matching and ranking read the article's postings; the passages are then found, for the articles
of one page only, by looking up the positions of the words asked for. Between two passages one
position is left out, so that no phrase runs from one into the next.

Analysis happens once, before Whoosh is called: `exact` holds the folded words, `stem` their stems
with the language in front ("en:summit"), so that stems of different languages never meet. The
fields take finished postings, as a columnar codec will want them, and know no Whoosh analyzer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from whoosh.fields import ID, STORED, FieldType, Schema
from whoosh.formats import Positions

from summit_reader.index.analyzer import stem, stem_language, terms
from summit_reader.index.port import ArticleDocument
from summit_reader.index.ranking import HEADLINE_WEIGHT

KEY = "key"
EXACT = "exact"
STEM = "stem"
LANGUAGE = "language"
ARTICLE = "article"
PASSAGES = "passages"

HEADLINE = -1
"""Stands for the headline where passages have their number."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A word of one document: the positions it stands at, ascending, and how much it weighs."""

    text: str
    positions: tuple[int, ...]
    weight: float


class AnalyzedText(FieldType):  # type: ignore[misc]  # Whoosh ships no types
    """A field of finished postings; its value is a list of `Posting`."""

    def __init__(self) -> None:
        super().__init__(Positions(), analyzer=None, scorable=True)

    def index(self, value: list[Posting], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """What Whoosh stores for each word: bytes, frequency, weight, encoded positions."""
        for posting in value:
            encoded = self.format.encode(posting.positions)
            yield posting.text.encode(), len(posting.positions), posting.weight, encoded


SCHEMA = Schema(
    **{
        KEY: ID(),
        LANGUAGE: ID(),
        EXACT: AnalyzedText(),
        STEM: AnalyzedText(),
        ARTICLE: STORED(),
        PASSAGES: STORED(),
    }
)


def key(article_id: int) -> str:
    """The term under which the article's document is found."""
    return str(article_id)


def stem_term(word: str, language: str) -> str:
    """The term of `word` in the stem field."""
    return f"{language}:{stem(word, language)}"


def fields(document: ArticleDocument) -> dict[str, object]:
    """The values of the article's document, by field."""
    language = stem_language(document.language)
    exact: dict[str, list[int]] = {}
    starts: list[tuple[int, int]] = []
    position = headline_end = 0
    parts = [(HEADLINE, document.headline), *((p.number, p.text) for p in document.passages)]
    for number, text in parts:
        starts.append((position, number))
        for word in terms(text):
            exact.setdefault(word, []).append(position)
            position += 1
        if number == HEADLINE:
            headline_end = position
        position += 1  # the gap that no phrase crosses
    stems: dict[str, list[int]] = {}
    if language:
        for word, positions in exact.items():
            stems.setdefault(stem_term(word, language), []).extend(positions)
    return {
        KEY: key(document.article_id),
        LANGUAGE: language or None,
        EXACT: _postings(exact, headline_end),
        STEM: _postings(stems, headline_end),
        ARTICLE: document.article_id,
        PASSAGES: starts,
    }


def _postings(found: dict[str, list[int]], headline_end: int) -> list[Posting]:
    postings = []
    for text, places in found.items():
        positions = sorted(places)
        in_headline = bisect_left(positions, headline_end)
        weight = len(positions) + (HEADLINE_WEIGHT - 1) * in_headline
        postings.append(Posting(text, tuple(positions), weight))
    return postings
