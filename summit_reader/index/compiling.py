"""A query as the index is asked: ordinary Whoosh query objects.

Printed forms come first because each word that stands as it was typed adds more to an article's
score than relevance ever does. What only narrows a query adds the same to every article.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from whoosh import query as whoosh

from summit_reader.domain.search import FacetField
from summit_reader.index.codec.forms import FormsPhrase, WordForms
from summit_reader.index.matching import orders
from summit_reader.index.port import Asking
from summit_reader.index.query import (
    AllOf,
    AnyOf,
    Dated,
    Fuzzy,
    Leaf,
    Not,
    OneTake,
    Phrase,
    Place,
    Prefix,
    Property,
    Query,
    Term,
    Valued,
    Wildcard,
)
from summit_reader.index.schema import (
    ARTICLE_ID,
    ARTICLE_KIND,
    DAY,
    DIGEST,
    FACETS,
    HAS,
    KIND,
    NO_DAY,
    OUTLET_WORDS,
    PLACES,
    ROLE,
    SPEAKER_WORDS,
    TAKE_KIND,
    TITLE,
    WORDS,
    key,
)
from summit_reader.index.values import KEPT

PRINTED_BONUS = 100.0
"""What a word adds that stands as it was typed. BM25 gives a word some 30 at the very most."""

_TITLE_BOOST = 2.0
_LAST_DAY = 4_000_000
"""Later than the last day that a date can name."""

_NAMES = {SPEAKER_WORDS, OUTLET_WORDS}
ARTICLES = whoosh.Term(KIND, ARTICLE_KIND)
"""The articles' own documents, those of their takes left out."""

_TAKES = whoosh.Term(KIND, TAKE_KIND)


@dataclass(frozen=True, slots=True)
class Compiler:
    """Makes Whoosh queries; `copies` gives the digests that several articles share."""

    asking: Asking
    copies: Callable[[], Collection[str]]

    def compiled(self, query: Query) -> whoosh.Query:
        """What finds the articles that match; it never matches a take's document."""
        if isinstance(query, OneTake):
            return whoosh.NestedParent(ARTICLES, self.of_takes(query.part))
        return self._compiled(query, ARTICLES)

    def of_takes(self, query: Query) -> whoosh.Query:
        """What finds the takes that match a query on takes."""
        return self._compiled(query, _TAKES)

    def _compiled(self, query: Query, kind: whoosh.Query) -> whoosh.Query:
        if isinstance(query, AllOf | Not):
            return self._narrowed(query.parts if isinstance(query, AllOf) else (query,), kind)
        if isinstance(query, AnyOf):
            return whoosh.Or([self._compiled(part, kind) for part in query.parts])
        if isinstance(query, OneTake):
            return self.compiled(query)
        if isinstance(query, Valued):
            return self._valued(query, kind)
        return _between(query) if isinstance(query, Dated) else _leaf(query)

    def _narrowed(self, parts: Sequence[Query], kind: whoosh.Query) -> whoosh.Query:
        wanted = [self._compiled(part, kind) for part in parts if not isinstance(part, Not)]
        excluded = [self._compiled(part.part, kind) for part in parts if isinstance(part, Not)]
        found = whoosh.And(wanted) if len(wanted) > 1 else (wanted or [kind])[0]
        return whoosh.AndNot(found, _any(excluded)) if excluded else found

    def _valued(self, valued: Valued, kind: whoosh.Query) -> whoosh.Query:
        terms: list[whoosh.Query] = []
        for value in valued.values:
            if valued.property is Property.ROLE:
                terms.append(whoosh.And([kind, whoosh.Term(ROLE, value)]))
            elif valued.property is Property.COUNTRY:
                terms.append(whoosh.Term(FACETS[FacetField.COUNTRY], value))
            elif valued.property is Property.LANGUAGE:
                terms.append(whoosh.Term(FACETS[FacetField.LANGUAGE], value))
            elif value in KEPT:
                terms += [whoosh.Term(ARTICLE_ID, key(each)) for each in self.asking.kept(value)]
            elif value == "duplicate":
                terms += [whoosh.Term(DIGEST, each) for each in self.copies()]
            else:
                terms.append(whoosh.Term(HAS, value))
        return _any(terms)


def _between(dated: Dated) -> whoosh.Query:
    first = dated.first.toordinal() if dated.first else NO_DAY + 1
    last = dated.last.toordinal() if dated.last else _LAST_DAY
    return whoosh.NumericRange(DAY, first, last)


def _leaf(leaf: Leaf) -> whoosh.Query:
    name = PLACES[leaf.place]
    if isinstance(leaf, Term):
        found = _term(leaf, name)
    elif isinstance(leaf, Phrase):
        found = _phrase(leaf, name)
    elif isinstance(leaf, Prefix):
        found = whoosh.Prefix(name, leaf.text, constantscore=False)
    elif isinstance(leaf, Wildcard):
        found = whoosh.Wildcard(name, leaf.pattern, constantscore=False)
    else:
        found = _similar(leaf, name)
    return whoosh.ConstantScoreQuery(found) if leaf.place is Place.OUTLET else found


def _term(term: Term, name: str) -> whoosh.Query:
    if name in _NAMES:
        return _any([whoosh.Term(name, word) for word in (term.text, *term.variants)])
    forms = _any([WordForms(name, word) for word in (term.text, *term.variants)])
    printed: list[whoosh.Query] = [
        whoosh.ConstantScoreQuery(whoosh.Term(name, term.text), PRINTED_BONUS)
    ]
    if name == WORDS:
        printed.append(WordForms(TITLE, term.text, boost=_TITLE_BOOST))
    return whoosh.AndMaybe(forms, _any(printed))


def _phrase(phrase: Phrase, name: str) -> whoosh.Query:
    if len(phrase.words) == 1:
        return whoosh.Term(name, phrase.words[0])
    if not phrase.printed and name not in _NAMES:
        return FormsPhrase(name, phrase.words)
    return _any([whoosh.Phrase(name, list(row), slop=phrase.gap + 1) for row in orders(phrase)])


def _similar(fuzzy: Fuzzy, name: str) -> whoosh.Query:
    return whoosh.FuzzyTerm(
        name, fuzzy.text, maxdist=fuzzy.distance, prefixlength=1, constantscore=False
    )


def _any(parts: list[whoosh.Query]) -> whoosh.Query:
    if not parts:
        return whoosh.NullQuery
    return parts[0] if len(parts) == 1 else whoosh.Or(parts)
