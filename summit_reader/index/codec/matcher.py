"""Whoosh's own way through the postings of a term: any stock query runs over the columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from copy import copy
from typing import Any, Self

import numpy as np
from whoosh.formats import Format
from whoosh.matching.mcore import LeafMatcher, ReadTooFar
from whoosh.scoring import BaseScorer

from summit_reader.index.codec.postings import FieldPostings


class ColumnarMatcher(LeafMatcher):  # type: ignore[misc]  # Whoosh ships no types
    """The documents of one term, one after another."""

    def __init__(
        self,
        postings: FieldPostings,
        ordinal: int,
        format_: Format,
        term: tuple[str, bytes],
        scorer: BaseScorer | None,
    ) -> None:
        self._postings = postings
        self._start, end = postings.stretch(ordinal, ordinal + 1)
        self._documents: list[int] = postings.holding(ordinal, ordinal + 1).tolist()
        self._frequencies: list[int] = postings.frequencies(self._start, end).tolist()
        self._at = 0
        self.format = format_
        self.scorer = scorer
        self._term = term

    def is_active(self) -> bool:
        """Whether there is a document left."""
        return self._at < len(self._documents)

    def id(self) -> int:
        """The current document."""
        return self._documents[self._at]

    def weight(self) -> float:
        """How often the term stands in the current document."""
        return float(self._frequencies[self._at])

    def next(self) -> bool:
        """Go to the next document."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return False

    def skip_to(self, id: int) -> bool:  # noqa: A002 - Whoosh's name
        """Go to the first document not before `id`."""
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._documents, id, self._at)
        return False

    def reset(self) -> None:
        """Go back to the first document."""
        self._at = 0

    def copy(self) -> Self:
        """A matcher that goes on from here by itself."""
        return copy(self)

    def all_ids(self) -> Iterator[int]:
        """The documents from the current one on."""
        return iter(self._documents[self._at :])

    def supports_block_quality(self) -> bool:
        """Never: the columns are read whole, there are no blocks to skip."""
        return False

    def max_quality(self) -> float:
        """The best score any document can reach."""
        if self.scorer is not None:
            return float(self.scorer.max_quality())
        return float(max(self._frequencies, default=0))

    def positions(self) -> list[int]:
        """Where the term stands in the current document."""
        if not self._postings.has_places:
            return []
        here: list[int] = self._postings.places(np.array([self._start + self._at]))[1].tolist()
        return here

    def value(self) -> bytes:
        """The posting as the field's format would have written it."""
        if self._postings.has_places:
            encoded: bytes = self.format.encode(self.positions())
            return encoded
        if self._postings.has_frequencies:
            return int(self._frequencies[self._at]).to_bytes(4, "big")
        return b""

    def value_as(self, astype: str) -> Any:
        """The posting as "positions", "frequency" or "weight"."""
        if astype == "positions":
            return self.positions()
        if astype in {"frequency", "weight"}:
            return self._frequencies[self._at]
        return super().value_as(astype)
