"""Versions of a statement: who else carries the same words, and what each left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summit_reader.compare.collation import collated
from summit_reader.compare.quote_check import quote_check
from summit_reader.compare.shared_quotations import (
    RUN,
    carries_words,
    shared_quotations,
    shared_runs,
)
from summit_reader.domain.collation import (
    QuoteCheck,
    SharedQuotation,
    Tie,
    Version,
)
from summit_reader.domain.take import Take
from summit_reader.index.analyzer import terms
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import ArticleHit, Asking, SearchIndex
from summit_reader.services.recognising import Recognising
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, people, takes
from summit_reader.store.database import Database

_GRAM, _STRIDE = 5, 2
"""Words of a phrase that is looked for, and words from one to the next.

Whatever six words in a row two takes have in common, one of these phrases lies in them.
"""

_PHRASES = 60
"""Phrases that are looked for at most; a take of more than 120 words is sampled more thinly."""

_CANDIDATES = 200
"""Articles of the index that are gone through for the same words."""

_HEARD, _SHOWN = 300, 20
"""Takes of the same speaker that are gone through, and how many of them are shown."""

_LONG_WORD = 5
"""Letters of a word that may tell what a statement is about."""


class Collating:
    """Holds takes against other articles; it changes nothing."""

    def __init__(
        self, database: Database, index: SearchIndex, upkeep: Upkeep, recognising: Recognising
    ) -> None:
        self._database = database
        self._index = index
        self._upkeep = upkeep
        self._recognising = recognising

    def versions(self, take_id: int) -> tuple[Version, ...]:
        """Other articles' versions of a take: the same words first, then the same speaker's.

        Raises:
            NoSuchTake: if there is no such take.
        """
        with self._database.read() as work:
            take = takes.by_id(work, take_id)
        same = self._same_words(take)
        known = {version.take.id for version in same}
        return (*same, *self._same_speaker(take, known))

    def shared(self, article_ids: Collection[int]) -> tuple[SharedQuotation, ...]:
        """Every two takes of these articles, not of the same one, that carry the same words.

        The longest run of words comes first. An article that is gone has no takes.
        """
        with self._database.read() as work:
            carried = [take for each in article_ids for take in takes.in_article(work, each)]
        return shared_quotations(carried)

    def check(self, take_id: int, article_id: int) -> QuoteCheck:
        """The words of a take held against the text of an article.

        Raises:
            NoSuchTake: if there is no such take.
            NoSuchText: if there is no such article.
        """
        with self._database.read() as work:
            take = takes.by_id(work, take_id)
            text = articles.by_id(work, article_id).cleaned.text
        return quote_check(take.text, text)

    def _same_words(self, take: Take) -> tuple[Version, ...]:
        if not carries_words(take):
            return ()
        with self._database.read() as work:
            others = [
                other
                for article in self._holding(_phrases(take.text))
                if article.article_id != take.article_id
                for other in takes.in_article(work, article.article_id)
                if other.id in article.takes and carries_words(other)
            ]
        found = []
        for other in others:
            runs = tuple(here for here, _ in shared_runs(take.text, other.text))
            if runs:
                shared = collated(take.text, other.text)
                found.append(Version(other, Tie.SAME_WORDS, shared, runs))
        found.sort(key=lambda one: (-max(map(len, one.runs)), one.take.id))
        return tuple(found)

    def _same_speaker(self, take: Take, known: Collection[int]) -> tuple[Version, ...]:
        ids = self._recognising.names_of(take.id)
        with self._database.read() as work:
            heard = people.takes_elsewhere(work, ids, take.article_id, _HEARD)
        mine = _long_words(take)
        # What has most letters of long words in common is most likely to be about the same.
        telling = {
            other.id: sum(map(len, mine & _long_words(other)))
            for other in heard
            if other.id not in known
        }
        nearest = sorted(
            (other for other in heard if other.id in telling),
            key=lambda other: -telling[other.id],
        )
        return tuple(
            Version(other, Tie.SAME_SPEAKER, collated(take.text, other.text))
            for other in nearest[:_SHOWN]
        )

    def _holding(self, phrases: Sequence[str]) -> tuple[ArticleHit, ...]:
        """The articles with takes in which one of the phrases is said."""
        if not phrases:
            return ()
        query = " OR ".join(f'said:"{phrase}"' for phrase in phrases)
        asking = Asking(fuzzy=False)
        try:
            return self._index.search(query, _CANDIDATES, 0, asking).articles
        except BrokenIndex:
            # Damaged while it was open. Nobody is asked: it is only a copy.
            self._upkeep.rebuild()
            return self._index.search(query, _CANDIDATES, 0, asking).articles


def _phrases(text: str) -> list[str]:
    """Words in a row, so chosen that one of them lies in any run that counts."""
    words = terms(text)
    if len(words) < RUN:
        return []
    starts = [*range(0, len(words) - _GRAM, _STRIDE), len(words) - _GRAM]
    thinned = starts[:: -(-len(starts) // _PHRASES)]
    return list(dict.fromkeys(" ".join(words[at : at + _GRAM]) for at in thinned))


def _long_words(take: Take) -> set[str]:
    return {word for word in terms(take.text) if len(word) >= _LONG_WORD}
