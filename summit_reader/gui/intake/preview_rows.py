"""A text that is to come in, as rows: its passages and, among them, what was removed."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from summit_reader.domain.article import ArticleDraft, Layout
from summit_reader.domain.passage import Passage, PassageKind
from summit_reader.domain.preview import Preview
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeDraft, TakeKind, speaker_of
from summit_reader.gui.apart.rows import KINDS
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.wording import tr

LABELS = {
    PassageKind.HEADLINE: "Headline",
    PassageKind.STANDFIRST: "Standfirst",
    PassageKind.KEY_POINT: "Key point",
    PassageKind.CAPTION: "Caption",
    PassageKind.OUTLET_LINE: "Outlet",
    PassageKind.THESIS: "Thesis",
    PassageKind.COMMENT: "Reader comment",
}
"""What stands beside a passage that is not plain text, in English source text."""

LONGEST = 6_000
"""Characters shown of one passage: laying out more would hold up the window."""

_NAMED = 2
"""Speakers named beside a passage."""

_CARRIED = {TakeKind.PRESS_REVIEW, TakeKind.ROUNDUP}


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A paragraph. `place` is set where it was removed; `restored` where it is shown all the same.

    `label` says what it is and `who` whose words are in it; `marks` are the takes, as stretches of
    `text`.
    """

    kind: PassageKind
    text: str
    label: str = ""
    who: str = ""
    marks: tuple[Span, ...] = ()
    place: Span | None = None
    restored: bool = False

    @property
    def removed(self) -> bool:
        """Whether it does not come in as things are."""
        return self.place is not None and not self.restored


def rows_of(preview: Preview) -> list[PreviewRow]:
    """The rows of the preview, in the order of its source text."""
    draft = preview.draft
    places = {one.source: one for one in draft.removed}
    rows = [(passage.source, _passage_row(draft, passage, preview)) for passage in draft.passages]
    source = draft.raw.source_text
    rows += [
        (
            one.source,
            PreviewRow(
                PassageKind.BODY,
                " ".join(one.source.of(source)[:LONGEST].split()),
                tr(KINDS[one.kind]),
                place=one.source,
            ),
        )
        for one in places.values()
        if not one.restored
    ]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _passage_row(draft: ArticleDraft, passage: Passage, preview: Preview) -> PreviewRow:
    text = passage.cleaned.of(draft.cleaned.text)[:LONGEST]
    inside = [take for take in draft.takes if _stands_in(take, passage)]
    place = next((one for one in preview.restored if passage.source == one), None)
    label, who = _said_beside(draft, passage, inside)
    if place is not None:
        label = tr("Restored")
    return PreviewRow(
        passage.kind,
        text,
        label,
        who,
        tuple(_marks(draft, passage, inside, len(text))),
        place,
        restored=place is not None,
    )


def _said_beside(
    draft: ArticleDraft, passage: Passage, inside: Sequence[TakeDraft]
) -> tuple[str, str]:
    if passage.kind in LABELS:
        return tr(LABELS[passage.kind]), ""
    carried = [take.outlet.name for take in inside if take.kind in _CARRIED]
    if carried:
        return tr("Carried"), ", ".join(dict.fromkeys(carried))
    voices = (speaker_of(take.chain) for take in inside)
    names = list(dict.fromkeys(voice.name for voice in voices if voice is not None))
    if inside:
        more = ", …" if len(names) > _NAMED else ""
        return tr("Quotations"), ", ".join(names[:_NAMED]) + more
    own = draft.metadata.layout is not Layout.PLAIN and passage.kind is PassageKind.BODY
    return (tr("Own words") if own else ""), ""


def _stands_in(take: TakeDraft, passage: Passage) -> bool:
    return any(segment.overlaps(passage.source) for segment in take.anchor.segments)


def _marks(
    draft: ArticleDraft, passage: Passage, inside: Sequence[TakeDraft], length: int
) -> Iterator[Span]:
    for take in inside:
        for segment in take.anchor.segments:
            place = draft.cleaned.cleaned_span(segment)
            if place is None or not place.overlaps(passage.cleaned):
                continue
            start = max(place.start - passage.cleaned.start, 0)
            end = min(place.end - passage.cleaned.start, length)
            if start < end:
                yield Span(start, end)


class PreviewModel(ListModel[PreviewRow]):
    """The rows of the text on show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def key(self, row: PreviewRow) -> Hashable:
        """A part stays the row it was, removed or restored."""
        return row.place or row.text

    def shown(self, row: PreviewRow) -> str:
        """The words."""
        return row.text

    def spoken(self, row: PreviewRow) -> str:
        """What it is, its words, and what can be done about it."""
        if row.removed:
            what = tr("Removed, {0}: {1}. Space restores it.")
            return what.format(row.label, row.text)
        if row.restored:
            return tr("Restored: {0}. Space removes it again.").format(row.text)
        beside = ", ".join(filter(None, (row.label, row.who)))
        return f"{beside}: {row.text}" if beside else row.text
