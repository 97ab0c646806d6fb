"""The page of stories: a list with a filter, and beside it the texts of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.comparison import Source
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.point import DecidedBy
from summit_reader.domain.story import Story, StoryArticle, StoryTie
from summit_reader.gui.actions import bare
from summit_reader.gui.folding import Fold, fold_at
from summit_reader.gui.look import Look
from summit_reader.gui.stories.articles import TextRow, TextView
from summit_reader.gui.stories.listing import Alone, StoryDelegate, StoryListModel
from summit_reader.gui.stories.wording import reason_line, state_word, story_line, tie_line
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.page_heads import hairline
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.wording import counted, texts_counted, tr

LIST_WIDTH = 330


class StoryPage(Ground):
    """What is chosen is told as a signal; commands act on it through `story` and `chosen`."""

    story_chosen = Signal(object)
    text_opened = Signal(int, bool)
    left = Signal()

    def __init__(
        self, look: Look, of_story: Sequence[QAction], of_texts: Sequence[QAction]
    ) -> None:
        super().__init__(look, "paper")
        self.model = StoryListModel(self)
        self.filter = FilterField(self.tr("Filter stories"), self._on_typed)
        self.view = RowView("window")
        self.view.setModel(self.model)
        self.view.setItemDelegate(StoryDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Stories"))
        self.view.set_placeholder(self.tr("No two texts here are on the same story."))
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._on_chosen(now))
        self.texts = TextView(look)
        self.texts.opened.connect(self.text_opened)
        self.texts.addActions(list(of_texts))
        self.texts.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.addActions(list(of_story))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._title = Label(look, "head", wrapped=True)
        self._state = Label(look, "micro", "ink2", wrapped=True)
        self._reason = Label(look, "ui", "ink", wrapped=True)
        self._of_story = _Buttons(look, of_story)
        self._of_texts = _Buttons(look, of_texts)
        self._shown: Story | Alone | None = None
        self._narrowing: Narrowing | None = None
        self._arrange()
        self._show_head()

    @property
    def story(self) -> Story | None:
        """The chosen story."""
        return self._shown if isinstance(self._shown, Story) else None

    @property
    def stories(self) -> list[Story]:
        """Every story in the list."""
        return [row for row in self.model.rows if isinstance(row, Story)]

    def chosen(self) -> list[int]:
        """The ids of the texts that were chosen."""
        return self.texts.chosen()

    def show_stories(
        self,
        stories: Sequence[Story],
        alone: Sequence[Source],
        story_id: int | None,
        article_id: int | None = None,
    ) -> None:
        """List these; the story with that id is chosen, or that of the article, or the first."""
        scrolled = self.view.verticalScrollBar().value()
        self.model.show(stories, alone)
        row = self.model.row_of(story_id, article_id)
        self.view.setCurrentIndex(self.model.index(self.model.first() if row is None else row))
        self.view.verticalScrollBar().setValue(scrolled)
        if not self.model.rows:
            self._on_chosen(QModelIndex())

    def narrow(self, narrowing: Narrowing | None) -> None:
        """Show of each story only the texts that count; what is listed next heeds it."""
        self._narrowing = narrowing

    def show_ties(self, story: Story, ties: Sequence[StoryTie]) -> None:
        """Say why each text is in the story, if that is still the chosen one."""
        if self.story != story:
            return
        tied = {tie.article_id: tie for tie in ties}
        self.texts.show_rows(
            [
                TextRow(each.source, tie_line(tied.get(each.source.article_id), each.decided_by))
                for each in self._left(story)
            ]
        )
        self._reason.setText(reason_line(story, ties))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = fold_at(self.width(), self._look.type.em) is Fold.STACKED
        self._splitter.setOrientation(
            Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        )

    def _on_typed(self, letters: str) -> None:
        before = self.story
        self.model.narrow(letters)
        row = self.model.row_of(before.id if before is not None else None)
        self.view.setCurrentIndex(self.model.index(self.model.first() if row is None else row))

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(VALUE) if index.isValid() else None
        self._shown = row if isinstance(row, Story | Alone) else None
        self._show_head()
        if isinstance(self._shown, Story):
            self.texts.show_rows(
                [TextRow(each.source, _known(each.decided_by)) for each in self._left(self._shown)]
            )
            self.story_chosen.emit(self._shown)
        elif self._shown is not None:
            self.texts.show_rows([TextRow(source, "") for source in self._shown.sources])
        else:
            self.texts.show_rows(())

    def _left(self, story: Story) -> tuple[StoryArticle, ...]:
        if self._narrowing is None:
            return story.articles
        texts = self._narrowing.texts
        return tuple(each for each in story.articles if each.source.article_id in texts)

    def _show_head(self) -> None:
        shown = self._shown
        self._of_story.setVisible(isinstance(shown, Story))
        self._of_texts.setVisible(shown is not None)
        if isinstance(shown, Story):
            self._title.setText(shown.title)
            said = [state_word(shown), story_line(shown)]
            if (left := len(self._left(shown))) < len(shown.articles):
                said.append(counted(left, "{n} text left", "{n} texts left"))
            self._state.setText(" · ".join(said))
            self._reason.setText("")
        elif shown is not None:
            self._title.setText(tr("In no story"))
            self._state.setText(texts_counted(len(shown.sources)))
            self._reason.setText(tr("Choose texts and put them into the story they belong to."))
        else:
            for label in (self._title, self._state, self._reason):
                label.setText("")

    def _arrange(self) -> None:
        left = Ground(self._look, "window")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        field = QVBoxLayout()
        field.setContentsMargins(10, 0, 10, 0)
        field.addWidget(self.filter)
        column.addLayout(field)
        column.addWidget(self.view, 1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 8)
        head.setSpacing(6)
        for part in (self._title, self._state, self._reason, self._of_story):
            head.addWidget(part)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.addWidget(self._of_texts)
        right = Ground(self._look, "paper")
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addLayout(head)
        side.addWidget(hairline(self._look))
        side.addWidget(self.texts, 1)
        side.addLayout(foot)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([self._look.type.px(LIST_WIDTH), 900])
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._splitter)


class _Buttons(QWidget):
    """Commands as buttons beside each other; those that do not fit are in a menu at the end."""

    def __init__(self, look: Look, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._buttons: list[QPushButton] = []
        for action in actions:
            button = QPushButton(bare(action.text()))
            button.setAutoDefault(False)
            button.clicked.connect(action.trigger)
            self._row.addWidget(button)
            self._buttons.append(button)
        self._row.addStretch(1)
        self._more = QToolButton()
        look.icons.put(self._more, "more")
        self._more.setAccessibleName(tr("More"))
        self._more.setToolTip(tr("More"))
        self._more.addActions(list(actions))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._row.addWidget(self._more)
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the words, or the style, ask for more room
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room = self.width() - self._more.sizeHint().width() - 8
        for button in self._buttons:
            room -= button.sizeHint().width() + 8
            button.setVisible(room >= 0)
        self._more.setVisible(room < 0)


def _known(decided_by: DecidedBy) -> str:
    return tie_line(None, decided_by) if decided_by is DecidedBy.READER else ""
