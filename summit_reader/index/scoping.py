"""A query as it is asked: in its scope, in all spellings, its last word perhaps still growing."""

from __future__ import annotations

from summit_reader.domain.search import Scope
from summit_reader.index.parsing import Reading, as_typed
from summit_reader.index.port import Asking
from summit_reader.index.query import Place, Query, moved

_PLACES = {
    Scope.ALL: Place.ANYWHERE,
    Scope.QUOTES: Place.SAID,
    Scope.HEADLINES: Place.TITLE,
    Scope.SPEAKERS: Place.SPEAKER,
    Scope.COMMENTS: Place.COMMENTS,
}

SHORTEST_TYPED = 2
"""Letters from which on the word being typed is read as a beginning."""


def as_asked(reading: Reading, asking: Asking, shortest: int = SHORTEST_TYPED) -> Query:
    """The tree of a reading that has one, made ready to be answered.

    Raises:
        ValueError: if nothing was asked.
    """
    if reading.tree is None:
        message = "nothing is asked"
        raise ValueError(message)
    tree = asking.spellings.met(moved(reading.tree, _PLACES[asking.scope]))
    return as_typed(tree, len(reading.text), shortest) if asking.typing else tree
