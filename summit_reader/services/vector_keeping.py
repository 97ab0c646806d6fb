"""Keeping the directions of passages in step with the library, beside the index."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from threading import Lock

import numpy as np

from summit_reader.compare.passage_vectors import (
    NOTHING,
    Directions,
    Manifest,
    PassageVectors,
    UnfitVectors,
    create,
    discard,
    extend,
)
from summit_reader.compare.terms import LONGEST
from summit_reader.compare.word_vectors import VERSION, WordVectors
from summit_reader.domain.errors import LibraryProblem
from summit_reader.domain.finding import Finding
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.progress import CancelToken, Progress, Report, silent
from summit_reader.index.cutting import cut
from summit_reader.services.reading_vectors import read_once
from summit_reader.store import articles, outbox, passages
from summit_reader.store.database import Database, Work
from summit_reader.store.outbox import Action

_LOG = logging.getLogger(__name__)

_SAYING = frozenset({PassageKind.BODY, PassageKind.STANDFIRST, PassageKind.KEY_POINT})
"""Passages that are kept: those in which an outlet, or whom it quotes, says something."""

SMALL = 5_000
"""Passages up to which directions are made at once, in about half a second, if they are missing."""

_FEWEST = 6
"""Words of a passage below which it is a label, which goes in whatever direction it names."""

_CHUNK = 50
"""Articles whose passages are read at a time."""


class VectorKeeping:
    """The library is the truth, the files a copy that can be made anew at any time.

    `vectors` reads the word vectors. Without them there are no directions, and nothing is kept.
    """

    def __init__(
        self, database: Database, folder: Path, vectors: Callable[[], WordVectors]
    ) -> None:
        self._database = database
        self._folder = folder
        self._vectors = read_once(vectors)
        self._opened: PassageVectors | None = None
        self._lock = Lock()

    def opened(self) -> PassageVectors | None:
        """The directions as far as they go; None if there are none that fit."""
        try:
            manifest = Manifest.read(self._folder, VERSION)
        except UnfitVectors:
            return None
        with self._lock:
            if self._opened is None or self._opened.manifest != manifest:
                try:
                    self._opened = PassageVectors(self._folder, VERSION)
                except UnfitVectors as error:
                    _LOG.warning("the vectors of passages are no use: %s", error)
                    discard(self._folder)
                    return None
            return self._opened

    def catch_up(self) -> None:
        """Take over what changed; what is missing or does not fit is made anew if that is quick.

        If it cannot be written, the log says so, points are looked for by words alone, and the next
        start tries again.
        """
        if self.is_up_to_date():
            return
        try:
            if not self._replayed() and self._is_small():
                self.build()
        except (OSError, LibraryProblem):
            _LOG.warning("the vectors of passages cannot be written", exc_info=True)

    def build(self, report: Report = silent, token: CancelToken | None = None) -> None:
        """Make all directions anew; until they are written, those before count.

        Raises:
            Cancelled: if the token says so; the files are then what they were.
            OSError: if they cannot be written; likewise.
        """
        vectors, token = self._vectors(), token or CancelToken()
        if vectors is None:
            return
        with self._database.read() as work:
            change, ids = outbox.last(work), articles.ids(work)

            def made() -> Iterator[Directions]:
                for first in range(0, len(ids), _CHUNK):
                    token.checkpoint()
                    report(Progress(first, len(ids)))
                    yield _directions(work, ids[first : first + _CHUNK], vectors)

            create(self._folder, VERSION, change, made())
        report(Progress(len(ids), len(ids)))

    def is_up_to_date(self) -> bool:
        """Whether the directions hold every change; so they do where there can be none."""
        with self._database.read() as work:
            last = outbox.last(work)
        try:
            held = Manifest.read(self._folder, VERSION).change
        except UnfitVectors:
            held = -1
        # Reading the word vectors takes its time: only where it matters whether there are any.
        return held == last or self._vectors() is None

    def findings(self) -> tuple[Finding, ...]:
        """Whether word vectors can be read, and whether the passages' are in step."""
        if self._vectors() is None:
            detail = (
                "The word vectors of this copy of the program are missing or damaged: texts are "
                "compared by their words alone. Installing it again mends that."
            )
            return (Finding("word vectors", ok=False, detail=detail),)
        return (
            Finding("word vectors", ok=True, detail="They can be read."),
            self._state(),
        )

    def _state(self) -> Finding:
        again = "Points are found by words alone; “summit-reader reindex” makes them anew."
        try:
            kept = PassageVectors(self._folder, VERSION)
        except UnfitVectors as error:
            detail = f"Those of passages are no use: {error}. {again}"
            return Finding("passage vectors", ok=False, detail=detail)
        with self._database.read() as work:
            last, stored = outbox.last(work), frozenset(articles.ids(work))
        if kept.manifest.change != last:
            detail = f"Those of passages hold change {kept.manifest.change} of {last}. {again}"
            return Finding("passage vectors", ok=False, detail=detail)
        gone = len(kept.articles() - stored)
        if gone:
            detail = f"Those of passages hold {gone} texts that are gone. {again}"
            return Finding("passage vectors", ok=False, detail=detail)
        return Finding("passage vectors", ok=True, detail="They hold every change.")

    def _replayed(self) -> bool:
        """Whether what changed could be added; else all has to be made anew."""
        vectors = self._vectors()
        # Two programs may have the library open: who writes to it, writes here.
        with self._database.write() as work:
            try:
                held = PassageVectors(self._folder, VERSION).manifest
            except UnfitVectors:
                return False
            last = outbox.last(work)
            latest = {each.article_id: each.action for each in outbox.after(work, held.change)}
            is_near = 2 * len(latest) <= articles.count(work)
            if vectors is None or not (held.change < last and is_near):
                return held.change == last
            if held.rows > 2 * held.ordered + SMALL:
                return False  # more was replaced than is left: time to write it in order again
            present = [each for each, action in latest.items() if action is Action.PUT]
            changed = {**dict.fromkeys(latest, NOTHING), **_directions(work, present, vectors)}
            extend(self._folder, held, last, changed)
        return True

    def _is_small(self) -> bool:
        with self._database.read() as work:
            return passages.count(work) <= SMALL


def _directions(work: Work, article_ids: Sequence[int], vectors: WordVectors) -> Directions:
    """The sums of the vectors of the words of these articles' passages."""
    shown = [each for each in passages.of_articles(work, article_ids) if each.kind in _SAYING]
    # All words are cut at once: one by one they took most of the end of a large import.
    tokens = cut([each.text for each in shown])
    spans = ((each, *tokens.span(number)) for number, each in enumerate(shown))
    kept = [(each, start, min(end, start + LONGEST))
            for each, start, end in spans if end - start >= _FEWEST]  # fmt: skip
    if not kept:
        return {}
    at = np.concatenate([np.arange(start, end) for _, start, end in kept])
    _, first, place = np.unique(tokens.codes[at], return_index=True, return_inverse=True)
    words = [tokens[number].decode("utf-8", "surrogatepass") for number in at[first].tolist()]
    said = vectors.of(words)[place]
    ends = np.cumsum([end - start for _, start, end in kept]).tolist()
    # Numpy's own sum of stretches is eight times slower than one sum after the other.
    sums = np.stack([said[start:end].sum(axis=0) for start, end in pairwise((0, *ends))])
    rows: dict[int, list[int]] = {}
    for row, (passage, _, _) in enumerate(kept):
        rows.setdefault(passage.article_id, []).append(row)
    return {
        article: ([kept[row][0].number for row in numbers], sums[numbers])
        for article, numbers in rows.items()
    }
