"""Between the page of stories and the rest: fills it, keeps what the reader decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Source
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.story import Story, StoryState
from summit_reader.gui.actions import Actions
from summit_reader.gui.decision_steps import Decide, DecisionSteps
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.stories.choice import StoryChoice
from summit_reader.gui.stories.page import StoryPage
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.wording import counted, tr

OF_STORY = ("accept_story", "rename_story", "merge_story", "story_grid")
OF_TEXTS = ("split_story", "move_to_story")

Listed = tuple[tuple[Story, ...], tuple[Source, ...]]


class StoryFlow(QObject):
    """Acts on the story and the texts that are chosen on the page."""

    grid_asked = Signal(int)

    def __init__(
        self,
        session: LibrarySession,
        look: Look,
        actions: Actions,
        steps: DecisionSteps[StoryState],
    ) -> None:
        super().__init__(steps)
        self._session, self._look, self._steps = session, look, steps
        self.page = StoryPage(
            look, [actions[name] for name in OF_STORY], [actions[name] for name in OF_TEXTS]
        )
        self._toast = Toast(look, self.page)
        self._latest, self._reasons = Latest(), Latest()
        self.page.story_chosen.connect(self._ask_reasons)

    def refresh(self, article_id: int | None = None) -> None:
        """List the stories anew; with an article, its story is chosen."""
        narrowing = self._session.filters.narrowing

        def ask(services: Services) -> Listed:
            return left(services.gathering.stories(), services.gathering.alone(), narrowing)

        def done(found: Listed) -> None:
            # What was chosen meanwhile stays chosen.
            chosen = self.page.story
            kept = chosen.id if chosen is not None and article_id is None else None
            texts = self.page.chosen()
            anchor = article_id if article_id is not None else next(iter(texts), None)
            self.page.narrow(narrowing)
            self.page.show_stories(*found, kept, anchor)

        token = self._session.read(ask, done)
        self._latest.replace(token)

    def focus(self) -> None:
        """Put the focus on the list."""
        self.page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def accept(self) -> None:
        """Make the proposal the reader's own."""
        if (story := self._story()) is None:
            return
        if not story.is_proposal:
            self._toast.say(tr("This story is yours already."))
            return
        self._make(tr("Accept story"), tr("Accepted: “{0}”.").format(story.title),
                   lambda s: s.gathering.accept(story.id))  # fmt: skip

    def rename(self) -> None:
        """Ask for a name."""
        if (story := self._story()) is None:
            return
        name, fine = QInputDialog.getText(
            self.page, tr("Rename story"), tr("Name of the story:"), text=story.title
        )
        if fine and " ".join(name.split()) != story.title:
            self._make(tr("Rename story"), tr("Renamed."),
                       lambda s: s.gathering.rename(story.id, name))  # fmt: skip

    def merge(self) -> None:
        """Ask which story this one is the same as."""
        if (story := self._story()) is None:
            return
        self._choose(tr("Merge “{0}” with").format(story.title), tr("Merge"), story, self._merge)

    def split(self) -> None:
        """Take the chosen texts out, as a story of their own."""
        story, texts = self._story(), self.page.chosen()
        if story is None:
            return
        if not texts or len(texts) == len(story.articles):
            self._toast.say(tr("Choose some of the texts, not all: they become another story."))
            return
        said = counted(len(texts), "{n} text taken out.", "{n} texts taken out.")
        self._make(tr("Split story"), said, lambda s: s.gathering.split(story.id, texts))

    def move(self) -> None:
        """Ask which story the chosen texts belong to."""
        texts = self.page.chosen()
        if not texts:
            self._toast.say(tr("Choose the texts first: they are put into another story."))
            return
        self._choose(
            tr("Put the chosen texts into"), tr("Put there"), self.page.story,
            partial(self._move, texts),
        )  # fmt: skip

    def show_grid(self) -> None:
        """Set the grid to the chosen story."""
        if (story := self._story()) is not None:
            self.grid_asked.emit(story.id)

    def _merge(self, story: Story | None, other_id: int) -> None:
        if story is not None:
            self._make(tr("Merge stories"), tr("Merged."),
                       lambda s: s.gathering.merge(story.id, other_id))  # fmt: skip

    def _move(self, texts: list[int], _: Story | None, story_id: int) -> None:
        said = counted(len(texts), "{n} text put there.", "{n} texts put there.")
        self._make(tr("Move texts"), said, lambda s: s.gathering.add(story_id, texts))

    def _choose(
        self, title: str, verb: str, story: Story | None, then: Callable[[Story | None, int], None]
    ) -> None:
        others = [each for each in self.page.stories if each != story]
        if not others:
            self._toast.say(tr("There is no other story in the list."))
            return
        choice = StoryChoice(title, verb, others, self._look, self.page)
        choice.story_chosen.connect(partial(then, story))
        choice.open()

    def _story(self) -> Story | None:
        if self.page.story is None:
            self._toast.say(tr("Choose a story first."))
        return self.page.story

    def _make(self, name: str, said: str, decide: Decide[StoryState]) -> None:
        self._steps.make(name, decide)
        self._toast.say(said, self._steps.undo)

    def _ask_reasons(self, story: Story) -> None:
        token = self._session.read(
            lambda s: s.gathering.ties(story.id),
            lambda ties: self.page.show_ties(story, ties),
            lambda _: None,
        )
        self._reasons.replace(token)


def left(
    stories: tuple[Story, ...], alone: tuple[Source, ...], narrowing: Narrowing | None
) -> Listed:
    """The stories of which a text counts, and the texts in no story that do."""
    if narrowing is None:
        return stories, alone
    texts = narrowing.texts
    return (
        tuple(
            story
            for story in stories
            if any(each.source.article_id in texts for each in story.articles)
        ),
        tuple(source for source in alone if source.article_id in texts),
    )
