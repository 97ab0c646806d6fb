"""What was set apart from a text, as rows: what it is, its words, and where they stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from summit_reader.domain.passage import RemovedKind, RemovedRange
from summit_reader.domain.set_apart import ReaderComment, RelatedItem, SetApart
from summit_reader.domain.spans import Span
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.wording import tr

KINDS = {
    RemovedKind.PROMOTION: "Promotion or newsletter box",
    RemovedKind.PAYWALL: "Paywall notice",
    RemovedKind.RELATED: "Related story",
    RemovedKind.SITE_CONTROL: "Site control",
    RemovedKind.COMMENT: "Reader comment",
    RemovedKind.COMMENT_WIDGET: "Comment box",
    RemovedKind.SOURCE_LINK: "Link to the source",
    RemovedKind.REPEATED_HEADLINE: "Repeated headline",
    RemovedKind.IMAGE_MARKUP: "Picture or its credit",
}
"""What each kind is called, in English source text."""

LONGEST = 4_000
"""Characters shown of one row; laying out more than a few screens would hold up the window."""


@dataclass(frozen=True, slots=True)
class ApartRow:
    """Something set apart; `places` are its removed ranges, `restored` if they are in the text.

    `about` may be empty: not every page says who wrote a comment.
    """

    about: str
    words: str
    places: tuple[Span, ...]
    restored: bool = False

    def holds(self, source: Span) -> bool:
        """Whether a stretch of the source text has something of it."""
        return any(place.overlaps(source) for place in self.places)


@dataclass(frozen=True, slots=True)
class ApartRows:
    """The rows of the three sections."""

    related: tuple[ApartRow, ...] = ()
    comments: tuple[ApartRow, ...] = ()
    removed: tuple[ApartRow, ...] = ()


def rows_of(apart: SetApart, source: str) -> ApartRows:
    """What was set apart from the text with this `source`."""
    return ApartRows(
        tuple(map(_story, apart.related)),
        tuple(map(_comment, apart.comments)),
        tuple(_removed(one, source) for one in apart.removed),
    )


def _story(story: RelatedItem) -> ApartRow:
    return ApartRow(_joined(story.section, story.author), _lines(story.headline), story.ranges)


def _comment(comment: ReaderComment) -> ApartRow:
    about = _joined(comment.author, comment.written)
    return ApartRow(about, _lines(comment.text), comment.ranges)


def _removed(one: RemovedRange, source: str) -> ApartRow:
    about = _joined(tr(KINDS[one.kind]), tr("shown in the text") if one.restored else "")
    return ApartRow(about, _lines(one.source.of(source)), (one.source,), one.restored)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _lines(text: str) -> str:
    """The text as Qt breaks it: a line feed inside a text layout is a box."""
    text = text.strip()
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
    return "\u2028".join(" ".join(line.split()) for line in shown.splitlines())


class ApartModel(ListModel[ApartRow]):
    """The rows of one section."""

    def show(self, rows: Iterable[ApartRow]) -> None:
        """Show these rows; one that was there before stays the row it was."""
        self.change(rows)

    def key(self, row: ApartRow) -> Hashable:
        return row.places

    def row_at(self, source: Span) -> int | None:
        """The row with a stretch of the source text; None if it is in none."""
        return next((n for n, row in enumerate(self.rows) if row.holds(source)), None)

    def spoken(self, row: ApartRow) -> str:
        return f"{row.about}: {row.words}" if row.about else row.words
