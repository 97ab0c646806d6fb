"""How far articles have been read, pane by pane."""

from __future__ import annotations

from summit_reader.store import reading_places
from summit_reader.store.database import Database


class PlaceKeeping:
    """Remembers the place that each pane was left at in each article, by the pane's letter.

    Places are offsets in the source text, which never changes, so that they hold whatever is
    restored in it or taken out.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def place(self, article_id: int, pane: str) -> int | None:
        """Where the pane was left in the article; None if at its beginning, or never there."""
        with self._database.read() as work:
            return reading_places.place(work, article_id, pane)

    def keep(self, article_id: int, pane: str, place: int | None) -> None:
        """Remember where the pane was left, None for the beginning."""
        with self._database.write() as work:
            reading_places.put(work, article_id, pane, place)
            work.commit()
