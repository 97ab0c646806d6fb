"""Keeping the index in step with the library, and finding out whether both are sound."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Lock

from summit_reader.domain.errors import LibraryProblem, SummitError
from summit_reader.domain.finding import Finding
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.progress import CancelToken, Progress, Report, silent
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import ArticleDocument, PassageDocument, SearchIndex, TakeDocument
from summit_reader.services.building import Build
from summit_reader.services.comments import comment_documents, comments_and_rest
from summit_reader.services.vector_keeping import VectorKeeping
from summit_reader.store import articles, outbox, passages, searchable, takes
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Database, Work
from summit_reader.store.outbox import Action
from summit_reader.store.searchable import SearchableTake

_LOG = logging.getLogger(__name__)

_SEARCHED = {
    PassageKind.HEADLINE,
    PassageKind.STANDFIRST,
    PassageKind.KEY_POINT,
    PassageKind.SUBHEADING,
    PassageKind.BODY,
    PassageKind.TAKE_HEADLINE,
    PassageKind.THESIS,
}
"""What a search looks through; readers' comments, which have their own scope, and captions are not
what an outlet says."""

_CHUNK = 100
"""Articles read from the library at a time: enough to be fast, few enough to lie in memory."""


BULK = 5_000
"""Passages from which on the index is built in a process of its own.

Starting an interpreter and loading what it needs takes as long as indexing twice as many; fewer are
done, in half a second, before the process would have begun. What is longer the window would feel:
both would share one interpreter lock.
"""

_LOOK = 0.1
"""Seconds between two looks at the token of who waits for another's rebuild."""


class _Overtaken(Exception):
    """The index is not any more what the changes were meant for."""


class Upkeep:
    """The library is the truth, the index a copy that can be made anew at any time.

    `elsewhere` builds the index of a large library in a process of its own. `vectors` of passages,
    if they are kept, go with the index.
    """

    def __init__(
        self,
        database: Database,
        index: SearchIndex,
        elsewhere: Build | None = None,
        bulk: int = BULK,
        vectors: VectorKeeping | None = None,
    ) -> None:
        self._database = database
        self._index = index
        self._elsewhere = elsewhere
        self._bulk = bulk
        self._vectors = vectors
        self._turn = Lock()
        self._rebuilds = 0

    def catch_up(self, report: Report = silent, *, bulk: bool = True) -> int:
        """The number of articles the index was told of, so that it holds every change.

        An index that is new, far behind, ahead of the library or unfit is rebuilt; with `bulk`
        False not if that takes long, then it is left as it is. If it cannot be written (a full
        disk, another program at it), the log says so, searches find what the index holds, and the
        next start tries again: no text is lost by it.
        """
        count = self._index_caught_up(report, bulk=bulk)
        if self._vectors is not None:
            self._vectors.catch_up()
        return count

    def _index_caught_up(self, report: Report, *, bulk: bool) -> int:
        try:
            told = self._replayed(report)
        except LibraryProblem:
            _LOG.warning("the index cannot be written", exc_info=True)
            return 0
        except Exception:  # noqa: BLE001 - an index breaks in more ways than there are names
            _LOG.exception("the index does not take the changes")
            told = None
        if told is not None:
            return told
        # Whoever is rebuilding it takes up these changes, too; nobody need wait for that.
        if self._turn.locked() or not (bulk or self._is_small()):
            return 0
        try:
            return self.rebuild(report)
        except LibraryProblem:
            _LOG.warning("the index cannot be rebuilt", exc_info=True)
        except Exception:  # noqa: BLE001 - it may not keep the library from being opened
            _LOG.exception("the index cannot be rebuilt")
        return 0

    def rebuild(self, report: Report = silent, token: CancelToken | None = None) -> int:
        """The number of articles in the index after it was made anew.

        Until all of it is written, the index answers, and takes changes, as before; what changed
        meanwhile is replayed at the end. Who asks while a rebuild is under way gets that one.

        Raises:
            Cancelled: if the token says so; the index is then what it was.
            LibraryReadOnly: if the disk is full or refuses; likewise.
            LibraryBusy: if another program is rebuilding it; likewise.
        """
        token = token or CancelToken()
        before = self._rebuilds
        while not self._turn.acquire(timeout=_LOOK):
            token.checkpoint()
        try:
            if self._rebuilds != before:
                return len(self._index.article_ids())
            while True:
                count = self._made_anew(report, token)
                self._rebuilds += 1
                if self._replayed(silent) is not None:
                    return count
        finally:
            self._turn.release()

    def build(self, report: Report, token: CancelToken) -> int:
        """Make the index anew in this process, of the library as it is now; as `rebuild`.

        What changes meanwhile is left to `catch_up`.
        """
        with self._database.read() as work:
            change, ids = outbox.last(work), articles.ids(work)
            with self._index.replacement(change) as batch:
                for done, document in enumerate(_documents(work, ids)):
                    token.checkpoint()
                    report(Progress(done, len(ids), document.headline))
                    batch.put(document)
                token.checkpoint()
        report(Progress(len(ids), len(ids)))
        if self._vectors is not None:
            try:
                self._vectors.build(report, token)
            except OSError:
                _LOG.warning("the vectors of passages cannot be written", exc_info=True)
        return len(ids)

    def is_up_to_date(self) -> bool:
        """Whether the index, and the vectors if they are kept, hold every change of the library."""
        if self._vectors is not None and not self._vectors.is_up_to_date():
            return False
        try:
            held = self._index.change()
        except BrokenIndex:
            return False
        with self._database.read() as work:
            return held == outbox.last(work)

    def findings(self) -> tuple[Finding, ...]:
        """What a check-up of the library finds, one finding a check."""
        damage = self._database.damage()
        if damage:
            # Everything else would be read from a file that cannot be trusted.
            return (Finding("database", ok=False, detail=damage),)
        return (
            Finding("database", ok=True, detail="The file is sound."),
            self._anchors(),
            self._index_state(),
            *(self._vectors.findings() if self._vectors is not None else ()),
        )

    def _made_anew(self, report: Report, token: CancelToken) -> int:
        if self._elsewhere is None or self._is_small():
            return self.build(report, token)
        try:
            return self._elsewhere(report, token)
        except SummitError:
            raise
        except Exception:  # noqa: BLE001 - some systems let nobody start a process
            _LOG.exception("the index is built without a process of its own")
            return self.build(report, token)
        finally:
            self._index.tidy()

    def _is_small(self) -> bool:
        with self._database.read() as work:
            return passages.count(work) < self._bulk

    def _replayed(self, report: Report) -> int | None:
        """The number of articles the index was told of; None if it has to be made anew."""
        while True:
            held = self._index.change()
            with self._database.read() as work:
                last = outbox.last(work)
                if held == last:
                    return 0
                latest = {change.article_id: change.action for change in outbox.after(work, held)}
                is_near = 2 * len(latest) <= articles.count(work)
                if not (0 < held < last and is_near):
                    return None
                with suppress(_Overtaken):
                    return self._told(work, (held, last), latest, report)

    def _told(
        self, work: Work, step: tuple[int, int], latest: dict[int, Action], report: Report
    ) -> int:
        held, last = step
        present = [article_id for article_id, action in latest.items() if action is Action.PUT]
        with self._index.batch(last) as batch:
            if self._index.change() != held:  # while we waited for our turn to write
                raise _Overtaken
            for article_id in latest.keys() - set(present):
                batch.remove(article_id)
            for done, document in enumerate(_documents(work, present)):
                report(Progress(done, len(present), document.headline))
                batch.put(document)
        return len(latest)

    def _anchors(self) -> Finding:
        with self._database.read() as work:
            lost = []
            for article_id in articles.ids(work):
                text = articles.source_text(work, article_id)
                for take in takes.in_article(work, article_id):
                    if not take.anchor.holds_in(text):
                        lost.append(take.id)  # noqa: PERF401 - the text is read once an article
            count = takes.count(work)
        if lost:
            numbers = ", ".join(map(str, lost[:5]))
            detail = (
                f"{len(lost)} of {count} takes do not stand where they stood: {numbers}. "
                "“summit-reader takes --lost” lists them; the window links them again."
            )
            return Finding("takes", ok=False, detail=detail)
        return Finding("takes", ok=True, detail=f"All {count} takes stand where they stood.")

    def _index_state(self) -> Finding:
        try:
            held, indexed = self._index.change(), self._index.article_ids()
        except BrokenIndex as error:
            return Finding("index", ok=False, detail=f"It is broken: {error.reason}.")
        with self._database.read() as work:
            last, stored = outbox.last(work), frozenset(articles.ids(work))
        if held != last:
            return Finding("index", ok=False, detail=f"It holds change {held} of {last}.")
        missing, gone = len(stored - indexed), len(indexed - stored)
        if missing or gone:
            detail = f"It lacks {missing} of {len(stored)} texts and holds {gone} that are gone."
            return Finding("index", ok=False, detail=detail)
        return Finding("index", ok=True, detail="It holds every change.")


def _documents(work: Work, article_ids: Sequence[int]) -> Iterator[ArticleDocument]:
    for chunk in chunks(article_ids, _CHUNK):
        searched: dict[int, list[PassageDocument]] = {article_id: [] for article_id in chunk}
        comments: dict[int, list[PassageDocument]] = {article_id: [] for article_id in chunk}
        said: dict[int, list[TakeDocument]] = {article_id: [] for article_id in chunk}
        for passage in passages.of_articles(work, chunk):
            document = PassageDocument(passage.number, passage.text)
            if passage.kind in _SEARCHED:
                searched[passage.article_id].append(document)
            elif passage.kind is PassageKind.COMMENT:
                comments[passage.article_id].append(document)
        for take in searchable.takes_of(work, chunk):
            said[take.article_id].append(_take(take))
        for article in searchable.of_articles(work, chunk):
            said_by_readers, removed = comments_and_rest(article.source, article.removed)
            yield ArticleDocument(
                article.article_id,
                article.headline,
                article.language,
                tuple(searched[article.article_id]),
                outlet=article.outlet.name,
                aliases=article.aliases,
                country=article.outlet.country,
                published=article.published,
                takes=tuple(said[article.article_id]),
                comments=(*comments[article.article_id], *comment_documents(said_by_readers)),
                removed=tuple(one.source.of(article.source) for one in removed),
                cut=article.cut,
            )


def _take(take: SearchableTake) -> TakeDocument:
    return TakeDocument(
        take.take_id,
        take.text,
        outlet=take.outlet.name,
        country=take.outlet.country,
        speaker=take.speaker,
        role=take.role.value,
        headline=take.headline,
    )
