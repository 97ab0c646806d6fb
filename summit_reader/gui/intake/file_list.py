"""The left list of an import: every text that was offered, with its state."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.article import ArticleDraft, Layout
from summit_reader.domain.importing import Failure
from summit_reader.domain.passage import PassageKind, RemovedKind
from summit_reader.domain.preview import Preview
from summit_reader.domain.take import TakeDraft, TakeKind
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import counted, error_sentence, outlets_counted, takes_counted, tr

PADDING = 8
ICON = 17


class State(StrEnum):
    """What becomes of a text."""

    READY = "ready"
    SKIPPED = "skipped"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class FileRow:
    """A text or what could not be read; `number` is its place among what was offered."""

    number: int
    found: Preview | Failure
    state: State = State.READY

    @property
    def preview(self) -> Preview | None:
        """The text; None where there is none."""
        return self.found if isinstance(self.found, Preview) else None

    @property
    def waits(self) -> bool:
        """Whether it would come in with all the others."""
        return self.preview is not None and self.state is State.READY


def title_of(preview: Preview) -> str:
    """The headline, else how the text begins."""
    return preview.draft.metadata.headline or " ".join(preview.draft.cleaned.text[:120].split())


def reviewed(draft: ArticleDraft) -> list[TakeDraft]:
    """The takes that a press review is made of; who is quoted in its own words is none of them."""
    return [take for take in draft.takes if take.kind is TakeKind.PRESS_REVIEW]


def kind_of(preview: Preview) -> str:
    """What sort of text it is, in a few words."""
    draft = preview.draft
    if draft.metadata.layout is Layout.PRESS_REVIEW:
        return f"{tr('press review')}, {takes_counted(len(reviewed(draft)))}"
    if draft.metadata.layout is Layout.ROUNDUP:
        cited = {take.outlet.name for take in draft.takes} - {draft.metadata.outlet.name}
        return f"{tr('roundup')}, {outlets_counted(len(cited))}"
    facts = [tr("copy ends early")] if draft.metadata.cut else []
    comments = sum(one.kind is RemovedKind.COMMENT for one in draft.removed)
    comments += sum(one.kind is PassageKind.COMMENT for one in draft.passages)
    if comments:
        facts.append(counted(comments, "{n} comment", "{n} comments"))
    return ", ".join(facts) or takes_counted(len(draft.takes))


class FileModel(ListModel[FileRow]):
    """What was offered, in its order; those that could not be read among the others."""

    def key(self, row: FileRow) -> Hashable:
        """A text stays the row it was, whatever is said of it."""
        return row.number

    def shown(self, row: FileRow) -> str:
        """The headline, or what could not be read."""
        return row.found.path.name if isinstance(row.found, Failure) else title_of(row.found)

    def spoken(self, row: FileRow) -> str:
        """Headline, outlet, kind and state."""
        return ". ".join(filter(None, (self.shown(row), *_lines(row))))


class FileDelegate(RowDelegate):
    """Draws a sign, the headline, and below it whose text of what kind it is."""

    def content_height(self, index: Index, width: int) -> float:
        height = self.look.type.line_height
        return height("listb") + height("micro") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: FileRow = index.data(VALUE)
        side, ratio = self.look.type.px(ICON), painter.device().devicePixelRatioF()
        role = "danger" if row.preview is None else "ink2"
        icon = self.look.icons.pixmap(_icon(row), role, side, ratio)
        top = box.top() + PADDING
        painter.drawPixmap(QPointF(box.left(), top + 2), icon)
        left = box.left() + side + 10
        height = self.look.type.line_height
        line = QRectF(left, top, box.right() - left, height("listb"))
        ink = "ink" if row.waits else "ink2"
        model = index.model()
        said = model.shown(row) if isinstance(model, FileModel) else ""
        self.draw_line(painter, line, said, "listb", ink)
        line = QRectF(left, line.bottom(), box.right() - left, height("micro"))
        self.draw_line(painter, line, " · ".join(filter(None, _lines(row))), "micro", "ink2")


def _icon(row: FileRow) -> str:
    preview = row.preview
    if preview is None:
        return "trouble"
    if row.state is State.IMPORTED:
        return "verbatim"
    if row.state is State.SKIPPED:
        return "silent"
    if preview.known or preview.twin is not None:
        return "same_text"
    if preview.draft.metadata.layout is not Layout.PLAIN:
        return "press_review"
    return "cut" if preview.draft.metadata.cut else "text"


def _lines(row: FileRow) -> tuple[str, str]:
    if isinstance(row.found, Failure):
        return error_sentence(row.found.error), ""
    state = {
        State.IMPORTED: tr("imported"),
        State.SKIPPED: tr("skipped"),
        State.READY: tr("already here") if row.found.known else kind_of(row.found),
    }
    return row.found.draft.metadata.outlet.name, state[row.state]
