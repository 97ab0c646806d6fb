"""What is left of a library once the reader has narrowed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from summit_reader.domain.narrowing import Narrowing, Trait, falls_in, holds, months
from summit_reader.domain.outlet import OutletSummary
from summit_reader.store import narrowing, outlets
from summit_reader.store.database import Database


@dataclass(frozen=True, slots=True)
class Left:
    """What counts, None where everything does, and its outlets with what counts of them."""

    narrowing: Narrowing | None
    outlets: tuple[OutletSummary, ...]


class NarrowingDown:
    """Finds what the reader's filters leave; it changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def months(self) -> list[tuple[Trait, int]]:
        """Every month with the number of texts from it, the latest first."""
        with self._database.read() as work:
            return months(each.day for each in narrowing.texts(work))

    def left(self, wanted: Collection[Trait]) -> Left:
        """What has these traits: values of one attribute are alternatives, all attributes hold.

        A text counts by its outlet and its day, a take by the outlet whose words they are and the
        day of the text it stands in.
        """
        with self._database.read() as work:
            everyone = outlets.summaries(work)
            if not wanted:
                return Left(None, everyone)
            dated = [each for each in narrowing.texts(work) if falls_in(each.day, wanted)]
            quoted = narrowing.quoted(work)
        chosen = {each.outlet.id for each in everyone if holds(each, wanted)}
        in_time = {each.article_id for each in dated}
        own = [each for each in dated if each.outlet_id in chosen]
        said = [each for each in quoted if each.outlet_id in chosen and each.article_id in in_time]
        texts = Counter(each.outlet_id for each in own)
        takes = Counter[int]()
        for each in said:
            takes[each.outlet_id] += each.takes
        return Left(
            Narrowing(
                frozenset(chosen),
                frozenset(each.article_id for each in own),
                frozenset({one.article_id for one in own} | {one.article_id for one in said}),
            ),
            tuple(
                replace(each, articles=texts[each.outlet.id], takes=takes[each.outlet.id])
                for each in everyone
                if each.outlet.id in texts or each.outlet.id in takes
            ),
        )
