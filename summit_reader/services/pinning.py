"""Comparisons: what the reader keeps, in which order, with which notes."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from summit_reader.domain.arrangement import Places, next_place
from summit_reader.domain.comparison import (
    COLUMNS,
    BoardSummary,
    Card,
    Clipping,
    Colour,
    Comparison,
)
from summit_reader.store import articles, comparisons, properties, takes
from summit_reader.store.database import Database, Work

NOWHERE: Places = MappingProxyType({})
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

    def summaries(self) -> tuple[BoardSummary, ...]:
        """Every comparison in short, those in the bin included, oldest first."""
        with self._database.read() as work:
            return comparisons.summaries(work)

    def comparison(self, comparison_id: int) -> Comparison:
        """The comparison, also one in the bin.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.read() as work:
            return comparisons.by_id(work, comparison_id)

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

    def throw_away(self, comparison_id: int) -> Comparison:
        """Put the comparison into the bin; the one that is current then.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparisons.bin_comparison(work, comparison_id, binned=True)
            left = comparisons.all_comparisons(work)
            current = _current(work) or (left[-1] if left else _made(work, FIRST_NAME))
            properties.use_comparison(work, current.id)
            work.commit()
        return current

    def take_out(self, comparison_id: int) -> Comparison:
        """The comparison out of the bin again; it is the current one from now on.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparisons.bin_comparison(work, comparison_id, binned=False)
            properties.use_comparison(work, comparison_id)
            return _committed(work, comparison_id)

    def erase(self, comparison_ids: Sequence[int]) -> None:
        """Delete for good those of these comparisons that are in the bin; the others stay.

        Raises:
            NoSuchComparison: if there is none with one of the numbers; then none is deleted.
        """
        with self._database.write() as work:
            for comparison_id in comparison_ids:
                if comparisons.is_binned(work, comparison_id):
                    comparisons.remove(work, comparison_id)
            work.commit()

    def pin(self, comparison_id: int, clipping_id: str, take_id: int, column: int) -> Comparison:
        """The comparison with a copy of the take in the last row, or in a new one below.

        An id that is there changes nothing.

        Raises:
            NoSuchComparison: if there is none.
            NoSuchTake: if there is no such take.
        """
        with self._database.write() as work:
            take = takes.by_id(work, take_id)
            source = articles.source(work, take.article_id)
            place = next_place(comparisons.by_id(work, comparison_id), column)
            clipping = Clipping(clipping_id, take, source, place.column, place.row)
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

    def restore(self, comparison_id: int, card: Card, places: Places = NOWHERE) -> Comparison:
        """The comparison with the clipping as it was: id, words, note and place.

        `places` are those that all others had then. A clipping without a take is added the same
        way.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparisons.put_clipping(work, comparison_id, card)
            if places:
                comparisons.arrange(work, comparison_id, places)
            return _committed(work, comparison_id)

    def arrange(self, comparison_id: int, places: Places) -> Comparison:
        """The comparison with these clippings in these places; the others stay where they are.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparisons.arrange(work, comparison_id, places)
            return _committed(work, comparison_id)

    def set_titles(self, comparison_id: int, titles: Sequence[str]) -> Comparison:
        """The comparison with its columns called so, from A on; more than six are not kept.

        Raises:
            NoSuchComparison: if there is none.
        """
        with self._database.write() as work:
            comparisons.set_titles(work, comparison_id, [one.strip() for one in titles[:COLUMNS]])
            return _committed(work, comparison_id)

    def set_tags(self, comparison_id: int, clipping_id: str, tags: Sequence[str]) -> Comparison:
        """The comparison with these words on the clipping by which the reader sorts.

        Raises:
            NoSuchClipping: if it is not in the comparison.
        """
        with self._database.write() as work:
            comparisons.set_tags(work, comparison_id, clipping_id, tidied(tags))
            return _committed(work, comparison_id)

    def set_colour(self, comparison_id: int, clipping_id: str, colour: Colour | None) -> Comparison:
        """The comparison with that colour on the clipping.

        Raises:
            NoSuchClipping: if it is not in the comparison.
        """
        with self._database.write() as work:
            comparisons.set_colour(work, comparison_id, clipping_id, colour)
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


def tidied(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags without blanks around them, each once whatever its case, empty ones left out.

    >>> tidied([" aid", "Aid", "", "to  check"])
    ('aid', 'to check')
    """
    found: dict[str, str] = {}
    for tag in (" ".join(each.split()) for each in tags):
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def _current(work: Work) -> Comparison | None:
    used = properties.current_comparison(work)
    if used is None or comparisons.is_binned(work, used):
        return None
    return comparisons.by_id(work, used)


def _made(work: Work, name: str) -> Comparison:
    comparison_id = comparisons.add(work, name)
    properties.use_comparison(work, comparison_id)
    return comparisons.by_id(work, comparison_id)


def _committed(work: Work, comparison_id: int) -> Comparison:
    # Read first: after the commit nothing may fail any more, or the reader would pin twice.
    comparison = comparisons.by_id(work, comparison_id)
    work.commit()
    return comparison
