"""Taking texts in: read, broken into takes, stored, made searchable."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from summit_reader.domain.article import ArticleDraft, Hints
from summit_reader.domain.correction import Renewal
from summit_reader.domain.errors import FileProblem, FileTooLarge
from summit_reader.domain.importing import Failure, Imported, ImportReport, Item
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.progress import CancelToken, Progress, Report, silent
from summit_reader.domain.shelf import BinState
from summit_reader.intake.files import MEBIBYTE, SIZE_LIMIT
from summit_reader.intake.reader import articles_at, articles_in
from summit_reader.services.gathering import Gathering
from summit_reader.services.refreshing import is_news, newly_read, renew
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, binning, takes
from summit_reader.store.database import Database
from summit_reader.text.articles import draft_article

_LOG = logging.getLogger(__name__)

_FILES_PER_BATCH = 100
"""Files after which the index is told, so that a long import is searchable while it goes on."""


class Importing:
    """Every text is a transaction of its own: what was reported is kept, whatever comes after."""

    def __init__(
        self,
        database: Database,
        upkeep: Upkeep,
        register: Callable[[], OutletRegister],
        gathering: Gathering,
    ) -> None:
        self._database = database
        self._upkeep = upkeep
        self._register = register
        self._gathering = gathering

    def import_paths(
        self,
        paths: Sequence[Path],
        report: Report = silent,
        token: CancelToken | None = None,
    ) -> ImportReport:
        """Every file, on one of the two lists; one that cannot be read stops no other.

        A folder is no file: choosing the texts inside it is left to whoever asks.

        Raises:
            Cancelled: if the token says so; the texts reported until then stay.
            LibraryProblem: if the library cannot be written; likewise.
        """
        imported: list[Imported] = []
        failed: list[Failure] = []
        try:
            for done, path in enumerate(paths):
                if token is not None:
                    token.checkpoint()
                report(Progress(done, len(paths), path.name))
                self._take_in(articles_at(path), path, imported, failed)
                if (done + 1) % _FILES_PER_BATCH == 0:
                    self._upkeep.catch_up()
        finally:
            self._finish(imported)
        report(Progress(len(paths), len(paths)))
        return ImportReport(tuple(imported), tuple(failed))

    def import_text(self, text: str, name: str, hints: Hints = Hints()) -> ImportReport:  # noqa: B008 - frozen
        """What became of a text that came without a file, under the name it is to be known by.

        Raises:
            LibraryProblem: if the library cannot be written.
        """
        imported: list[Imported] = []
        failed: list[Failure] = []
        try:
            self._take_in(_articles_in(text, name, hints), Path(name), imported, failed)
        finally:
            self._finish(imported)
        return ImportReport(tuple(imported), tuple(failed))

    def _finish(self, imported: Sequence[Imported]) -> None:
        """Tell the index, and propose the stories of what is new."""
        self._upkeep.catch_up()
        self._gathering.gather([each.article_id for each in imported if not each.known])

    def _take_in(
        self,
        items: Iterable[Item],
        path: Path,
        imported: list[Imported],
        failed: list[Failure],
    ) -> None:
        reading = _drafts(items, self._register)
        while True:
            try:
                draft = next(reading, None)
            except FileProblem as error:
                failed.append(Failure(path, error))
                return
            except Exception:  # noqa: BLE001 - a defect in one rule must not cost the other files
                _LOG.exception("a text could not be read")
                failed.append(Failure(path, FileProblem(path)))
                return
            if draft is None:
                return
            if isinstance(draft, Failure):
                failed.append(draft)
            else:
                imported.append(self.store(draft))

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


def _drafts(
    items: Iterable[Item], register: Callable[[], OutletRegister]
) -> Iterator[ArticleDraft | Failure]:
    for item in items:
        yield item if isinstance(item, Failure) else draft_article(item, register())


def _articles_in(text: str, name: str, hints: Hints) -> Iterator[Item]:
    # Half characters, which a clipboard may hold, have no place in UTF-8.
    content = text.encode("utf-8", "replace")
    if len(content) > SIZE_LIMIT:
        raise FileTooLarge(name, size=-(-len(content) // MEBIBYTE), limit=SIZE_LIMIT // MEBIBYTE)
    yield from articles_in(content, name, hints)
