"""Articles that print the same text: another copy of it, or the same agency's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from summit_reader.compare.same_text import runs_of, shared_share
from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.outlet import OutletKind, OutletRegister
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.preview import Twin
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import Asking, SearchIndex
from summit_reader.store import articles
from summit_reader.store.database import Database
from summit_reader.text.outlet_names import outlets_named_in

ENOUGH = 0.5
"""Share of the shorter text from which two texts are told to be the same in large part."""

_PHRASES, _WORDS = 6, 8
"""Passages of a text that are looked for, and the words in a row that stand for each."""

_CANDIDATES = 8
"""Articles found by these that are held against the text as a whole."""

_ENDS = 300
"""Characters at both ends of the text in which an agency signs."""

_WORD = re.compile(r"\w+")


class Twins:
    """Holds texts against the library, and against each other in the order they come."""

    def __init__(
        self, database: Database, index: SearchIndex, register: Callable[[], OutletRegister]
    ) -> None:
        self._database = database
        self._index = index
        self._register = register
        self._before: list[tuple[ArticleDraft, frozenset[int]]] = []

    def of(self, draft: ArticleDraft) -> Twin | None:
        """The article that has most of the same text; None if none has enough of it."""
        runs = runs_of(draft.cleaned.text)
        found = [*self._in_library(draft, runs), *self._in_import(draft, runs)]
        self._before.append((draft, runs))
        best = max(found, key=lambda twin: twin.share, default=None)
        return best if best is not None and best.share >= ENOUGH else None

    def _in_library(self, draft: ArticleDraft, runs: frozenset[int]) -> Iterator[Twin]:
        query = " OR ".join(f'"{phrase}"' for phrase in _phrases(draft))
        if not query:
            return
        try:
            hits = self._index.search(query, _CANDIDATES, 1, Asking(fuzzy=False)).articles
        except BrokenIndex:  # it is being mended, and this is no more than a hint
            return
        with self._database.read() as work:
            here = set(articles.ids(work))
            for hit in hits:
                if hit.article_id in here:
                    source = articles.source(work, hit.article_id)
                    text = articles.source_text(work, hit.article_id)
                    outlet = source.metadata.outlet.name
                    share = shared_share(runs, runs_of(text))
                    agency = self._agency(draft) if outlet != draft.metadata.outlet.name else ""
                    yield Twin(source.title, outlet, share, agency, hit.article_id)

    def _in_import(self, draft: ArticleDraft, runs: frozenset[int]) -> Iterator[Twin]:
        for other, other_runs in self._before:
            said = other.metadata
            is_other = said.outlet.name != draft.metadata.outlet.name
            yield Twin(
                said.headline or other.raw.name,
                said.outlet.name,
                shared_share(runs, other_runs),
                self._agency(draft) if is_other else "",
            )

    def _agency(self, draft: ArticleDraft) -> str:
        """The agency that signs the text: in its byline, its dateline, or at one of its ends."""
        said, text = draft.metadata, draft.cleaned.text
        signed = "\n".join((said.byline, said.dateline, text[:_ENDS], text[-_ENDS:]))
        named = outlets_named_in(signed, self._register())
        return next((one.name for one in named if one.kind is OutletKind.AGENCY), "")


def _phrases(draft: ArticleDraft) -> list[str]:
    """Words in a row from the middle of the longest passages, of which a copy has some at least."""
    text = draft.cleaned.text
    bodies = [one.cleaned.of(text) for one in draft.passages if one.kind is PassageKind.BODY]
    phrases = []
    for body in sorted(bodies, key=len, reverse=True)[:_PHRASES]:
        words = _WORD.findall(body)
        middle = max((len(words) - _WORDS) // 2, 0)
        phrases.append(" ".join(words[middle : middle + _WORDS]))
    return [phrase for phrase in phrases if phrase.count(" ") >= _WORDS // 2]
