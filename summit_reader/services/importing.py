"""Taking texts in: read, broken into takes, stored, made searchable."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from threading import Thread

from summit_reader.domain.article import ArticleDraft, Hints, RawArticle
from summit_reader.domain.correction import Renewal
from summit_reader.domain.importing import Failure, Imported, ImportOrder, ImportReport, Item
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.preview import Preview
from summit_reader.domain.progress import CancelToken, Progress, Report, silent
from summit_reader.domain.shelf import BinState
from summit_reader.intake.asked import reader_asked
from summit_reader.intake.offers import Offer, OfferedBytes, OfferedFile, offers_of
from summit_reader.intake.protocol import Reader
from summit_reader.intake.reader import NO_HINTS
from summit_reader.intake.sizes import unpacked_size
from summit_reader.services.building import ProcessFailed
from summit_reader.services.gathering import Gathering
from summit_reader.services.reading_pool import Equip, ReadingPool, Task
from summit_reader.services.readings import items_of, readings
from summit_reader.services.refreshing import is_news, newly_read, renew
from summit_reader.services.storing import Storing
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, binning, takes
from summit_reader.store.database import Database
from summit_reader.text.articles import draft_article

_LOG = logging.getLogger(__name__)

Elsewhere = Callable[[ImportOrder, Report, CancelToken], ImportReport]
"""Carries out an order in a process of its own."""

ALONE = 50
"""Texts that are read before others are called to help: starting them takes as long."""

_SEARCHABLE = 100
"""Texts after which the index is told, so that what is slowly read is searchable meanwhile."""

LARGE = 2**20
"""Bytes from which on a file may hold many articles, and is read piece by piece."""

_PIECE, _PIECE_SIZE = 40, 400_000
"""Articles, and characters, of a large file that are broken into takes as one task."""

_MANY = 500
"""New texts whose stories take long enough to be proposed while the index is built."""


class Importing:
    """Takes in whatever is offered; what was stored is kept, whatever comes after.

    `equip` prepares processes that read; without it everything is read in this one. `elsewhere`
    imports in a process of its own, for who must not share an interpreter with it.
    """

    def __init__(
        self,
        database: Database,
        upkeep: Upkeep,
        register: Callable[[], OutletRegister],
        gathering: Gathering,
        equip: Equip | None = None,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self._database = database
        self._upkeep = upkeep
        self._register = register
        self._gathering = gathering
        self._equip = equip
        self._elsewhere = elsewhere

    def import_paths(
        self,
        paths: Sequence[Path],
        report: Report = silent,
        token: CancelToken | None = None,
    ) -> ImportReport:
        """As `import_offers`, of these files."""
        return self.import_offers([OfferedFile(path) for path in paths], report=report, token=token)

    def import_text(self, text: str, name: str, hints: Hints = NO_HINTS) -> ImportReport:
        """What became of a text that came without a file, under the name it is to be known by.

        Raises:
            LibraryProblem: if the library cannot be written.
        """
        # Half characters, which a clipboard may hold, have no place in UTF-8.
        return self.import_offers([OfferedBytes(name, text.encode("utf-8", "replace"))], hints)

    def import_order(
        self, order: ImportOrder, report: Report = silent, token: CancelToken | None = None
    ) -> ImportReport:
        """As `import_here`, in a process of its own where one can be had.

        Raises:
            Cancelled: if the token says so; the texts stored until then stay.
            SummitError: if there is no such format, or the library cannot be written.
        """
        token = token or CancelToken()
        if self._elsewhere is not None:
            try:
                return self._elsewhere(order, report, token)
            except ProcessFailed:
                _LOG.exception("an import goes on without a process of its own")
        return self.import_here(order, report, token)

    def import_here(
        self, order: ImportOrder, report: Report = silent, token: CancelToken | None = None
    ) -> ImportReport:
        """What became of the order; raises as `import_offers` and `reader_asked`."""
        reader = reader_asked(order.format, order.columns)
        outlet = order.outlet and (
            self._register().named(order.outlet) or OutletProfile(order.outlet)
        )
        hints = Hints(outlet=outlet or None, published=order.published)
        return self.import_offers(offers_of(order.names), hints, reader, report=report, token=token)

    def import_previews(self, previews: Sequence[Preview]) -> ImportReport:
        """What became of texts that the reader has looked at, stored as they were shown.

        Raises:
            LibraryProblem: if the library cannot be written.
        """
        done = ImportReport(tuple(self.store(each.draft) for each in previews), ())
        self._finish(len(previews))
        return done

    def import_offers(
        self,
        offers: Iterable[Offer | Failure],
        hints: Hints = NO_HINTS,
        reader: Reader | None = None,
        *,
        report: Report = silent,
        token: CancelToken | None = None,
    ) -> ImportReport:
        """Every text that is offered, on one of two lists; one that cannot be read stops no other.

        `hints` and `reader` hold for all of them.

        Raises:
            Cancelled: if the token says so; the texts stored until then stay.
            LibraryProblem: if the library cannot be written; likewise.
        """
        storing = Storing(self._database, self._stored_anew)
        run = _Run(list(offers), hints, reader, report, token or CancelToken())
        tasks, told = run.tasks(), 0
        try:
            for task in tasks:
                items = task if isinstance(task, Sequence) else items_of(task, hints, reader)
                storing.take(readings(items, self._register, self._database))
                storing.flush()
                if storing.count // _SEARCHABLE > told:
                    told += 1
                    self._upkeep.catch_up()
                if self._equip is not None and storing.count >= ALONE:
                    break
            following = next(tasks, None)
            if following is not None and self._equip is not None:
                with closing(
                    ReadingPool(self._database.folder, self._equip, hints, reader)
                ) as pool:
                    for answer in pool.answers(chain([following], tasks)):
                        run.token.checkpoint()
                        storing.take(answer)
            storing.flush()
        except BaseException:
            # The rest of what follows from an import can wait: the next one makes up for it.
            self._upkeep.catch_up(bulk=False)
            raise
        self._finish(sum(not each.known for each in storing.report().imported))
        run.tell_end()
        return storing.report()

    def _finish(self, new: int) -> None:
        """Tell the index, and propose the stories of what is new."""
        if new < _MANY:
            self._upkeep.catch_up()
            self._gathering.gather_new()
            return
        indexing = Thread(target=self._upkeep.catch_up)
        indexing.start()
        try:
            self._gathering.gather_new()
        finally:
            indexing.join()

    def _stored_anew(self, raw: RawArticle) -> Imported:
        return self.store(draft_article(raw, self._register()))

    def store(self, draft: ArticleDraft) -> Imported:
        """The text in the library.

        A known one that tells nothing new stays as it is; one that has changed, or is read by
        better rules now, is read anew, and what the reader decided about its takes is kept.
        """
        with self._database.write() as work:
            binned = binning.held(work, draft.fingerprint)
            if binned is not None:  # who imports a text again wants to have it
                binning.restore(work, BinState(((binned, None),)))
            known = articles.known(work, draft.fingerprint)
            article_id = articles.add(work, draft) if known is None else known
            renewal = Renewal()
            if known is not None and is_news(work, known, draft):
                register = self._register()
                news = newly_read(work, known, draft.raw, register)
                renewal = renew(work, known, news, register)
            source = articles.source(work, article_id)
            count = len(takes.in_article(work, article_id))
            if known is None or binned is not None or renewal.texts:
                work.commit()
        return Imported(
            name=draft.raw.name,
            article_id=article_id,
            title=source.title,
            outlet=source.metadata.outlet.name,
            takes=count,
            removed=len(draft.removed),
            known=known is not None,
            renewed=bool(renewal.texts),
            lost=renewal.lost,
        )


class _Run:
    """What is offered, in tasks; tells how far it is as they are begun."""

    def __init__(
        self,
        offers: Sequence[Offer | Failure],
        hints: Hints,
        reader: Reader | None,
        report: Report,
        token: CancelToken,
    ) -> None:
        self._offers, self._hints, self._reader = offers, hints, reader
        self._report = report
        self._beyond = 0
        """Articles that files held beyond one each."""
        self.token = token

    def tasks(self) -> Iterator[Task]:
        """Small files whole, for whoever is free to read them; of a large one piece after piece."""
        for done, offer in enumerate(self._offers):
            self.token.checkpoint()
            name = str(offer.path) if isinstance(offer, Failure) else offer.name
            total = len(self._offers) + self._beyond
            self._report(Progress(done + self._beyond, total, Path(name).name))
            if isinstance(offer, Failure):
                yield [offer]
            elif _is_large(offer):
                yield from self._pieces(offer, done + self._beyond)
            else:
                yield offer

    def _pieces(self, offer: Offer, before: int) -> Iterator[Task]:
        """The articles of a large file, by and by; how many there are is known when it ends."""
        size = unpacked_size(offer.path) if isinstance(offer, OfferedFile) else 0
        count = read = 0
        for piece in _pieces(items_of(offer, self._hints, self._reader)):
            self.token.checkpoint()
            count += len(piece)
            read += sum(len(one.raw) + 1 for one in piece if isinstance(one, RawArticle))
            if size > LARGE:
                expected = max(round(count * size / max(read, 1)), count)
                total = len(self._offers) + self._beyond - 1 + expected
                self._report(Progress(before + count, total, Path(offer.name).name))
            yield piece
        self._beyond += max(count - 1, 0)

    def tell_end(self) -> None:
        """Say that everything is done."""
        total = len(self._offers) + self._beyond
        self._report(Progress(total, total))


def _is_large(offer: Offer) -> bool:
    if not isinstance(offer, OfferedFile):
        return True  # its bytes are here already
    try:
        return offer.path.stat().st_size > LARGE
    except (OSError, ValueError):
        return False


def _pieces(items: Iterable[Item]) -> Iterator[list[Item]]:
    piece: list[Item] = []
    size = 0
    for item in items:
        piece.append(item)
        size += len(item.source_text) if isinstance(item, RawArticle) else 0
        if len(piece) >= _PIECE or size >= _PIECE_SIZE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece
