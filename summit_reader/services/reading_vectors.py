"""Word vectors as far as they can be read; without them words are matched by their stems alone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache

from summit_reader.compare.word_vectors import UnreadableVectors, WordVectors

_LOG = logging.getLogger(__name__)


def read_once(vectors: Callable[[], WordVectors]) -> Callable[[], WordVectors | None]:
    """Gives what `vectors` reads, when it is first asked for; None if they cannot be read."""

    @cache
    def readable() -> WordVectors | None:
        try:
            return vectors()
        except UnreadableVectors as error:
            _LOG.warning("Words are matched by their stems alone: %s", error)
            return None

    return readable
