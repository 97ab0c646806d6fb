"""What a pane shows."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.article import Article
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take


@dataclass(frozen=True, slots=True)
class PaneContent:
    """An article, the take on show, and what else is marked in it.

    `siblings` are the outlet's takes on the point, `take` among them, for "1 of 4". `at` is the
    source stretch to scroll to where there is no take, and `place` the offset in the source text at
    which the pane was left when it last showed the article. `hits` are source stretches.
    """

    article: Article
    take: Take | None = None
    siblings: tuple[Take, ...] = ()
    others: tuple[Take, ...] = ()
    at: Span | None = None
    query: str = ""
    hits: tuple[Span, ...] = ()
    place: int | None = None

    def number(self) -> int:
        """Place of the take among its siblings, counted from 1; 0 without one."""
        ids = [take.id for take in self.siblings]
        return ids.index(self.take.id) + 1 if self.take and self.take.id in ids else 0

    def sibling(self, by: int) -> Take | None:
        """The next or previous take of the same outlet, round the ends."""
        number = self.number()
        if not number:
            return None
        return self.siblings[(number - 1 + by) % len(self.siblings)]
