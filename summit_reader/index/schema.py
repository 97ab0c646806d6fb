"""What an article is in the Whoosh index: a document of its own, followed by one for each take.

Words anywhere in an article have to meet, so that the article is one document. Its passages are not
documents: that would hold every word twice. The first position of each passage is stored instead;
matching and ranking read the article's postings, and for the articles of one page the passages are
found by the positions of the words asked for. Between two passages positions are left out, so that
no phrase runs from one into the next.

Takes are documents, because “flour, said by Lankov” is a matter of one take. They follow their
article in the same segment, which is how `NestedParent` gets from a take to its article.

Analysis happens once, before Whoosh is called. Text is indexed as it is printed and folded; which
words are forms of one another is for `codec.families` to say, in each document's own language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from whoosh.fields import ID, NUMERIC, STORED, FieldType, Schema
from whoosh.formats import Existence

from summit_reader.domain.search import FacetField
from summit_reader.index.analyzer import stem, stem_language, terms
from summit_reader.index.codec.families import Families
from summit_reader.index.codec.text import PrintedText
from summit_reader.index.codec.tokens import Tokens, Words
from summit_reader.index.cutting import cut
from summit_reader.index.facets import digest, facet_values
from summit_reader.index.frequent_words import FREQUENT_WORDS
from summit_reader.index.port import ArticleDocument
from summit_reader.index.query import MOST_GAP, Place

KEY = "key"
KIND = "kind"
LANGUAGE = "language"
WORDS, TITLE, SAID, COMMENTS, REMOVED = "words", "title", "said", "comments", "removed"
OUTLET_WORDS, SPEAKER_WORDS = "outlet_words", "speaker_words"
ARTICLE_ID, HAS, DIGEST, ROLE = "article_id", "has", "digest", "role"
DAY, OUTLET_SORT = "day", "outlet_sort"
ARTICLE, TAKE, PASSAGES, STEMMED_IN = "article", "take", "passages", "stemmed_in"

ARTICLE_KIND, TAKE_KIND = "article", "take"

FACETS = {
    FacetField.OUTLET: "outlet",
    FacetField.COUNTRY: "country",
    FacetField.LANGUAGE: "in_language",
    FacetField.ROLE: "roles",
    FacetField.SPEAKER: "speakers",
    FacetField.MONTH: "month",
}
"""The fields that articles are counted by; only the articles' own documents have them."""

PLACES = {
    Place.ANYWHERE: WORDS,
    Place.TITLE: TITLE,
    Place.SAID: SAID,
    Place.SPEAKER: SPEAKER_WORDS,
    Place.OUTLET: OUTLET_WORDS,
    Place.COMMENTS: COMMENTS,
    Place.REMOVED: REMOVED,
}
"""The field in which the words of each place stand."""

HEADLINE = -1
"""Stands for the headline where passages have their number."""

NO_DAY = 0
"""Stands in the column for a missing date; days are counted from 1 January of the year 1."""

_GAP = MOST_GAP + 1
"""Places left empty after each text."""


class Keywords(FieldType):  # type: ignore[misc]  # Whoosh ships no types
    """A field of finished terms; its value is the list of them."""

    def __init__(self) -> None:
        super().__init__(Existence(), analyzer=None)

    def index(self, value: Sequence[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """What Whoosh stores for each term."""
        return ((term.encode("utf-8", "replace"), 1, 1.0, b"") for term in sorted(set(value)))


def _schema() -> Schema:
    families = Families(LANGUAGE, stem)
    fields: dict[str, FieldType] = {
        name: PrintedText(families) for name in (TITLE, COMMENTS, REMOVED)
    }
    fields |= {name: PrintedText(families, FREQUENT_WORDS) for name in (WORDS, SAID)}
    fields |= {name: PrintedText() for name in (OUTLET_WORDS, SPEAKER_WORDS)}
    keywords = (KEY, KIND, LANGUAGE, ARTICLE_ID, HAS, DIGEST, ROLE, *FACETS.values())
    fields |= {name: Keywords() for name in keywords}
    fields |= {name: STORED() for name in (ARTICLE, TAKE, PASSAGES, STEMMED_IN)}
    fields[DAY] = NUMERIC(int, 32, signed=False, shift_step=0, sortable=True, default=NO_DAY)
    fields[OUTLET_SORT] = ID(sortable=True)
    return Schema(**fields)


SCHEMA = _schema()


def key(article_id: int) -> str:
    """The term under which the documents of the article are found."""
    return str(article_id)


class _Texts:
    """The texts of several articles, gathered so that all are cut at once."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def put(self, texts: Iterable[str]) -> tuple[int, ...]:
        """The numbers under which these texts are cut."""
        before = len(self._texts)
        self._texts += texts
        return tuple(range(before, len(self._texts)))

    def tokens(self) -> Tokens:
        """The words of all of them."""
        return cut(self._texts)


class _Places:
    """Under which numbers the texts of an article are cut."""

    def __init__(self, article: ArticleDocument, texts: _Texts) -> None:
        names = [article.outlet, *article.aliases, *(take.outlet for take in article.takes)]
        self.own = texts.put([article.headline, *(each.text for each in article.passages)])
        self.others = texts.put(take.headline for take in article.takes)
        self.comments = texts.put(each.text for each in article.comments)
        self.removed = texts.put(article.removed)
        self.outlets = texts.put(dict.fromkeys(names))
        self.said = texts.put(take.text for take in article.takes)
        self.speakers = texts.put(take.speaker for take in article.takes)


def documents(articles: Sequence[ArticleDocument]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The document of each article and, behind it, those of its takes: values by field.

    Each comes with the id of its article. The words of all articles are cut in one go, and looked
    up in one go by who writes them: that is most of the work, and costs little more for many.
    """
    texts = _Texts()
    places = [_Places(article, texts) for article in articles]
    tokens = texts.tokens()
    for article, place in zip(articles, places, strict=True):
        for fields in _documents(article, place, tokens):
            yield article.article_id, fields


def _documents(
    article: ArticleDocument, place: _Places, tokens: Tokens
) -> Iterator[dict[str, Any]]:
    language = stem_language(article.language)
    shared: dict[str, Any] = {
        KEY: [key(article.article_id)],
        LANGUAGE: [language] if language else None,
        ARTICLE: article.article_id,
    }
    words = Words(tokens, place.own, _GAP)
    commented = Words(tokens, place.comments, _GAP)
    numbers = [HEADLINE, *(each.number for each in article.passages)]
    comment_numbers = [each.number for each in article.comments]
    yield {
        **shared,
        **_article(article, language),
        WORDS: words,
        TITLE: Words(tokens, (place.own[0], *place.others), _GAP),
        COMMENTS: commented if place.comments else None,
        REMOVED: Words(tokens, place.removed, _GAP) if place.removed else None,
        OUTLET_WORDS: Words(tokens, place.outlets, _GAP),
        PASSAGES: {
            WORDS: list(zip(words.begins(), numbers, strict=True)),
            COMMENTS: list(zip(commented.begins(), comment_numbers, strict=True)),
        },
    }
    for take, text, speaker in zip(article.takes, place.said, place.speakers, strict=True):
        yield {
            **shared,
            KIND: [TAKE_KIND],
            SAID: tokens.text(text),
            SPEAKER_WORDS: tokens.text(speaker),
            ROLE: [take.role] if take.role else None,
            TAKE: take.take_id,
        }


def _article(article: ArticleDocument, language: str) -> dict[str, Any]:
    copied = digest(article)
    outlet = " ".join(terms(article.outlet))
    return {
        KIND: [ARTICLE_KIND],
        ARTICLE_ID: [key(article.article_id)],
        HAS: _has(article) or None,
        DIGEST: [copied] if copied else None,
        DAY: article.published.toordinal() if article.published else None,
        OUTLET_SORT: outlet.removeprefix("the ") or None,
        STEMMED_IN: language,
        **{
            name: sorted(values) if (values := facet_values(article, field)) else None
            for field, name in FACETS.items()
        },
    }


def _has(article: ArticleDocument) -> list[str]:
    held = {
        "take": article.takes,
        "cut": article.cut,
        "comments": article.comments,
        "removed": article.removed,
    }
    return [name for name, value in held.items() if value]
