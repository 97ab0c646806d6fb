"""One import from its first offer to its last: what was read is stored, many texts at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from summit_reader.domain.article import RawArticle
from summit_reader.domain.errors import FileProblem, SummitError
from summit_reader.domain.importing import Failure, Imported, ImportReport
from summit_reader.services.readings import Fresh, Reading
from summit_reader.store import loading
from summit_reader.store.database import Database
from summit_reader.store.loading import Loader

_LOG = logging.getLogger(__name__)

AT_ONCE = 100
"""New articles in one transaction: few waits for the disk, and none that another writer feels."""

Store = Callable[[RawArticle], Imported]
"""Takes in a text that the library may have already in other words."""


class Storing:
    """Stores what was read, in the order in which it was read, and keeps the report.

    An article is stored whole or not at all, at whatever moment the program ends.
    """

    def __init__(self, database: Database, store: Store) -> None:
        self._database = database
        self._store = store
        self._loader = Loader()
        self._waiting: list[Reading] = []
        self._imported: list[Imported] = []
        self._failed: list[Failure] = []

    @property
    def count(self) -> int:
        """How many texts were read so far."""
        return len(self._imported) + len(self._failed) + len(self._waiting)

    def take(self, answer: Sequence[Reading]) -> None:
        """Store these, at the latest with the next `flush`."""
        self._waiting.extend(answer)
        if sum(isinstance(one, Fresh) for one in self._waiting) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Store all that was taken.

        Raises:
            LibraryProblem: if the library cannot be written.
        """
        waiting, self._waiting = self._waiting, []
        ids = self._put([one for one in waiting if isinstance(one, Fresh)])
        for one in waiting:
            if isinstance(one, Fresh):
                article_id = ids.pop(id(one), None)
                if article_id is None:  # it came twice
                    self._look_into(one.raw)
                else:
                    self._imported.append(_imported(one, article_id))
            elif isinstance(one, RawArticle):
                self._look_into(one)
            elif isinstance(one, Imported):
                self._imported.append(one)
            else:
                self._failed.append(one)

    def report(self) -> ImportReport:
        """What became of everything that was stored."""
        return ImportReport(tuple(self._imported), tuple(self._failed))

    def _put(self, fresh: Sequence[Fresh]) -> dict[int, int]:
        """The ids of the articles by the identity of what was read; those known have none."""
        if not fresh:
            return {}
        by_print = {one.load.fingerprint: one for one in reversed(fresh)}
        with self._database.write() as work:
            # What lies in the bin has its place, too; it is taken out by who looks into it.
            known = loading.known_among(work, by_print, with_binned=True)
            new = [
                one
                for one in fresh
                if by_print[one.load.fingerprint] is one and one.load.fingerprint not in known
            ]
            ids = self._loader.put(work, [one.load for one in new])
            work.commit()
        return {id(one): article_id for one, article_id in zip(new, ids, strict=True)}

    def _look_into(self, raw: RawArticle) -> None:
        try:
            self._imported.append(self._store(raw))
        except SummitError:
            raise
        except Exception:  # noqa: BLE001 - a defect in one rule must not cost the other texts
            _LOG.exception("a text could not be stored")
            self._failed.append(Failure(Path(raw.name), FileProblem(raw.name)))


def _imported(fresh: Fresh, article_id: int) -> Imported:
    load = fresh.load
    return Imported(
        fresh.raw.name, article_id, load.title, load.outlet.name, len(load.takes), load.removed
    )
