"""What a search found, as rows grouped by outlet."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.search import Hit, SearchResults
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.wording import outlet_line


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit; `group` counts its outlet's hits and is 0 on all rows but the first of a group."""

    hit: Hit
    headline: str
    group: int


class HitListModel(ListModel[HitRow]):
    """Hits in groups, the best outlet first; `VALUE` hands out a `HitRow`."""

    def show(self, results: SearchResults) -> None:
        """Show these results instead."""
        self.reset(grouped(results))

    def shown(self, row: HitRow) -> str:
        return row.hit.snippet.text

    def spoken(self, row: HitRow) -> str:
        return f"{outlet_line(row.hit.outlet)}: {row.hit.snippet.text}"


def grouped(results: SearchResults) -> list[HitRow]:
    """The hits by outlet, in the order in which the outlets first appear."""
    groups: dict[int, list[tuple[Hit, str]]] = {}
    for article in results.articles:
        for hit in article.hits:
            groups.setdefault(hit.outlet.id, []).append((hit, article.headline))
    return [
        HitRow(hit, headline, group=len(hits) if number == 0 else 0)
        for hits in groups.values()
        for number, (hit, headline) in enumerate(hits)
    ]
