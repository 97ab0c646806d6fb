"""How feeds stood before a step, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptFeed:
    """All that is stored of a feed and of what it brought, as columns; the store's to read."""

    columns: Mapping[str, object]
    items: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class FeedState:
    """Feeds by their ids as they were; None for one that was not followed."""

    feeds: Mapping[int, KeptFeed | None]
