"""The left list: stories that are proposed, those the reader made, and texts in none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.comparison import Source
from summit_reader.domain.story import Story
from summit_reader.gui.stories.wording import spoken_story, state_word, story_line
from summit_reader.gui.widgets.rows import VALUE, Index, RowState
from summit_reader.gui.widgets.sections import SectionedDelegate, SectionedModel
from summit_reader.gui.wording import texts_counted, tr

PADDING = 8


@dataclass(frozen=True, slots=True)
class Alone:
    """The texts that are in no story."""

    sources: tuple[Source, ...]


Listed = Story | Alone


class StoryListModel(SectionedModel[Listed]):
    """Stories by section; `narrow` leaves those with some letters in a title or an outlet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters = ""
        self._stories: list[tuple[str, Story]] = []
        self._alone = Alone(())

    def show(self, stories: Sequence[Story], alone: Sequence[Source] = ()) -> None:
        """Show these stories, as far as they have the letters."""
        self._stories = [(_searched(story), story) for story in stories]
        self._alone = Alone(tuple(alone))
        self.narrow(self._letters)

    def narrow(self, letters: str) -> None:
        """Show only stories with these letters."""
        self._letters = letters.strip().casefold()
        found = [story for text, story in self._stories if self._letters in text]
        self.reset_sections(
            (
                (tr("Proposed"), [story for story in found if story.is_proposal]),
                (tr("Yours"), [story for story in found if not story.is_proposal]),
                (tr("In no story"), [self._alone] if self._alone.sources else []),
            )
        )

    def row_of(self, story_id: int | None, article_id: int | None = None) -> int | None:
        """Where a story stands, or the one that holds an article; None if not here."""
        held = None
        for at, row in enumerate(self.rows):
            if isinstance(row, Story):
                if row.id == story_id:
                    return at
                if any(each.source.article_id == article_id for each in row.articles):
                    held = at
            elif isinstance(row, Alone) and any(
                each.article_id == article_id for each in row.sources
            ):
                held = at
        return held

    def spoken_row(self, row: Listed) -> str:
        """Title, whose story it is, counts."""
        return _lone_line(row) if isinstance(row, Alone) else spoken_story(row)


class StoryDelegate(SectionedDelegate):
    """A title in two lines at most, whose story it is and its counts below."""

    def row_height(self, index: Index, width: int) -> float:
        title = self.blocks.block(_title(index.data(VALUE)), "list", width, lines=2)
        return title.height + self.look.type.line_height("micro") + 2 * PADDING - 2

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: Listed = index.data(VALUE)
        face = "listb" if state.selected else "list"
        title = self.blocks.block(_title(row), face, box.width(), lines=2)
        top = self.draw(painter, title, QPointF(box.left(), box.top() + PADDING - 1), "ink")
        line = QRectF(box.left(), top, box.width(), self.look.type.line_height("micro"))
        below = (
            tr("ready to be put into a story")
            if isinstance(row, Alone)
            else f"{state_word(row)} · {story_line(row)}"
        )
        self.draw_line(painter, line, below, "micro", "ink2")


def _title(row: Listed) -> str:
    return texts_counted(len(row.sources)) if isinstance(row, Alone) else row.title


def _lone_line(row: Alone) -> str:
    return tr("{texts} in no story").format(texts=texts_counted(len(row.sources)))


def _searched(story: Story) -> str:
    names = {article.source.metadata.outlet.name for article in story.articles}
    titles = [article.source.title for article in story.articles]
    return "\n".join([story.title, *titles, *sorted(names)]).casefold()
