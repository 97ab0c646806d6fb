"""Comparisons: what the reader keeps, in which order, with which notes."""

from __future__ import annotations

from summit_reader.domain.comparison import Clipping, Comparison
from summit_reader.store import articles, comparisons, properties, takes
from summit_reader.store.database import Database, Work

FIRST_NAME = "My comparison"
"""What the comparison is called that is there before the reader names one."""


class Pinning:
    """Every change is one transaction and answers with the comparison as it is then."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison, oldest first."""
        with self._database.read() as work:
            return comparisons.all_comparisons(work)

    def current(self) -> Comparison:
        """The comparison that was used last; the first one is made here."""
        with self._database.read() as work:
            comparison = _current(work)
        if comparison is not None:
            return comparison
        with self._database.write() as work:
            # Between the two blocks another program may have made one.
            comparison = _current(work) or _made(work, FIRST_NAME)
            work.commit()
        return comparison

    def new_comparison(self, name: str) -> Comparison:
        """A new, empty comparison, which is the current one from now on."""
        with self._database.write() as work:
            comparison = _made(work, name.strip() or FIRST_NAME)
            work.commit()
        return comparison

    def rename(self, comparison_id: int, name: str) -> Comparison:
        """The comparison under another name; a blank one is the default name.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparisons.rename(work, comparison_id, name.strip() or FIRST_NAME)
            return _committed(work, comparison_id)

    def use(self, comparison_id: int) -> Comparison:
        """The comparison, which is the current one from now on.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparison = comparisons.by_id(work, comparison_id)
            properties.use_comparison(work, comparison_id)
            work.commit()
        return comparison

    def pin(self, comparison_id: int, clipping_id: str, take_id: int, column: int) -> Comparison:
        """The comparison with a copy of the take at its end; an id that is there changes nothing.

        Raises:
            NoSuchComparison: if there is none.
            NoSuchTake: if there is no such take.
        """
        with self._database.write() as work:
            take = takes.by_id(work, take_id)
            source = articles.source(work, take.article_id)
            last = len(comparisons.by_id(work, comparison_id).clippings)
            clipping = Clipping(clipping_id, take, source, column, last)
            comparisons.put_clipping(work, comparison_id, clipping)
            return _committed(work, comparison_id)

    def unpin(self, comparison_id: int, clipping_id: str) -> Comparison:
        """The comparison without the clipping; `restore` brings it back.

        Raises:
            NoSuchClipping: if it is not in the comparison.
        """
        with self._database.write() as work:
            comparisons.remove_clipping(work, comparison_id, clipping_id)
            return _committed(work, comparison_id)

    def restore(self, comparison_id: int, clipping: Clipping) -> Comparison:
        """The comparison with the clipping as it was: id, words, note and place.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparisons.put_clipping(work, comparison_id, clipping)
            return _committed(work, comparison_id)

    def move(self, comparison_id: int, clipping_id: str, position: int) -> Comparison:
        """The comparison with the clipping at `position`, the others closing up around it.

        Raises:
            NoSuchClipping: if it is not in the comparison.
        """
        with self._database.write() as work:
            comparisons.move_clipping(work, comparison_id, clipping_id, position)
            return _committed(work, comparison_id)

    def set_note(self, comparison_id: int, clipping_id: str, note: str) -> Comparison:
        """The comparison with what the reader says of the clipping.

        Raises:
            NoSuchClipping: if it is not in the comparison.
        """
        with self._database.write() as work:
            comparisons.set_note(work, comparison_id, clipping_id, note)
            return _committed(work, comparison_id)

    def set_my_take(self, comparison_id: int, text: str) -> Comparison:
        """The comparison with what the reader makes of it all.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparisons.set_my_take(work, comparison_id, text)
            return _committed(work, comparison_id)


def _current(work: Work) -> Comparison | None:
    used = properties.current_comparison(work)
    return None if used is None else comparisons.by_id(work, used)


def _made(work: Work, name: str) -> Comparison:
    comparison_id = comparisons.add(work, name)
    properties.use_comparison(work, comparison_id)
    return comparisons.by_id(work, comparison_id)


def _committed(work: Work, comparison_id: int) -> Comparison:
    # Read first: after the commit nothing may fail any more, or the reader would pin twice.
    comparison = comparisons.by_id(work, comparison_id)
    work.commit()
    return comparison
