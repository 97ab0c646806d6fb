"""Texts read and brought into the form in which they are stored, unless they are here already."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import FileProblem, SummitError
from summit_reader.domain.importing import Failure, Imported, Item
from summit_reader.domain.outlet import OutletRegister
from summit_reader.intake.offers import Offer
from summit_reader.intake.protocol import Reader
from summit_reader.store import loading
from summit_reader.store.database import Database
from summit_reader.store.loading import ArticleLoad, Stored, load_of
from summit_reader.text.articles import EXTRACTION, Outline, drafted, likely_fingerprint, outline_of

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fresh:
    """An article that the library does not have yet."""

    raw: RawArticle
    load: ArticleLoad


Reading: TypeAlias = Fresh | Imported | RawArticle | Failure
"""What became of a text: it is new; it is here as it is; it is here but not like that, or by
earlier rules, which whoever writes has to look into; or it could not be read."""


def items_of(offer: Offer, hints: Hints, reader: Reader | None) -> Iterator[Item]:
    """The articles in what is offered; why nothing more can be read is the last of them."""
    try:
        yield from offer.items(hints, reader)
    except SummitError as error:
        yield Failure(Path(offer.name), error)
    except Exception:  # noqa: BLE001 - a defect in one rule must not cost the other files
        _LOG.exception("a file could not be read")
        yield Failure(Path(offer.name), FileProblem(offer.name))


def readings(
    items: Iterable[Item], register: Callable[[], OutletRegister], database: Database
) -> list[Reading]:
    """What becomes of each item, in order; the library is only looked at."""
    entries = [_Entry(item, register) for item in items]
    with database.read() as work:
        known = loading.known_among(work, {entry.fingerprint for entry in entries})
    for entry in entries:
        entry.outline_unless(known)
    with database.read() as work:
        known |= loading.known_among(work, {entry.fingerprint for entry in entries})
        stored = loading.stored(work, {each for e in entries if (each := known.get(e.fingerprint))})
    return [entry.reading(stored.get(known.get(entry.fingerprint, 0))) for entry in entries]


class _Entry:
    """An item on its way. A text that is here already is hardly looked at."""

    def __init__(self, item: Item, register: Callable[[], OutletRegister]) -> None:
        self._item = item
        self._read: tuple[Outline, OutletRegister] | None = None
        self._outlets = OutletRegister(())
        self.fingerprint = ""
        if isinstance(item, RawArticle):
            try:
                self._outlets = register()
                self.fingerprint = likely_fingerprint(item, self._outlets)
            except Exception:  # noqa: BLE001 - as in `items_of`
                self._fail(item)

    def outline_unless(self, known: Collection[str]) -> None:
        """Lay the text out, unless it is known by what it states."""
        item = self._item
        if isinstance(item, Failure) or self.fingerprint in known:
            return
        try:
            outline = outline_of(item, self._outlets)
        except Exception:  # noqa: BLE001 - as in `items_of`
            self._fail(item)
            return
        self._read = outline, self._outlets
        self.fingerprint = outline.fingerprint

    def reading(self, stored: Stored | None) -> Reading:
        """What became of the item, given the article that is stored under its fingerprint."""
        item = self._item
        if isinstance(item, Failure):
            return item
        if stored is not None:
            return _known(item, stored)
        if self._read is None:
            return item  # gone again meanwhile
        try:
            return Fresh(item, load_of(drafted(*self._read)))
        except Exception:  # noqa: BLE001 - as in `items_of`
            return self._fail(item)

    def _fail(self, raw: RawArticle) -> Failure:
        _LOG.exception("a text could not be read")
        failure = Failure(Path(raw.name), FileProblem(raw.name))
        self._item, self.fingerprint = failure, ""
        return failure


def _known(raw: RawArticle, stored: Stored) -> Imported | RawArticle:
    if stored.extraction < EXTRACTION or stored.source != raw.source_text:
        return raw
    return Imported(
        raw.name, stored.article_id, stored.title, stored.outlet, stored.takes, stored.removed,
        known=True,
    )  # fmt: skip
