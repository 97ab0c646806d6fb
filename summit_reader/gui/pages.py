"""The pages that take the place of lists and panes: each is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from summit_reader.domain.comparison import Colour
from summit_reader.domain.story import StoryState
from summit_reader.domain.timeline import Covered
from summit_reader.gui.decision_steps import DecisionSteps

if TYPE_CHECKING:
    from summit_reader.gui.board.commands import BoardFlow
    from summit_reader.gui.coverage.flow import CoverageFlow
    from summit_reader.gui.grid.flow import GridFlow
    from summit_reader.gui.main_window import MainWindow
    from summit_reader.gui.stories.flow import StoryFlow

STORY_COMMANDS: dict[str, Callable[[StoryFlow], None]] = {
    "accept_story": lambda flow: flow.accept(),
    "rename_story": lambda flow: flow.rename(),
    "merge_story": lambda flow: flow.merge(),
    "split_story": lambda flow: flow.split(),
    "move_to_story": lambda flow: flow.move(),
    "story_grid": lambda flow: flow.show_grid(),
}
"""What each command about a story does, once the page is there."""


BOARD_COMMANDS: dict[str, Callable[[BoardFlow], None]] = {
    "delete_comparison": lambda flow: flow.bin.delete(),
    "empty_comparisons": lambda flow: flow.bin.empty(),
    "next_comparison": lambda flow: flow.step_board(1),
    "previous_comparison": lambda flow: flow.step_board(-1),
    "title_column": lambda flow: flow.title_column(),
    "add_column": lambda flow: flow.add_column(),
    "remove_column": lambda flow: flow.remove_column(),
    "column_left": lambda flow: flow.move_column(-1),
    "column_right": lambda flow: flow.move_column(1),
    "row_up": lambda flow: flow.move_row(-1),
    "row_down": lambda flow: flow.move_row(1),
    "own_row": lambda flow: flow.give_own_row(),
    "edit_tags": lambda flow: flow.edit_tags(),
}
"""What each command about the board does, once the page is there."""
COLOUR_COMMANDS: dict[str, Colour | None] = {
    "colour_none": None,
    **{f"colour_{colour.value}": colour for colour in Colour},
}


def _colour(colour: Colour | None, flow: BoardFlow) -> None:
    flow.colour(colour)


class Pages(QObject):
    """Connects the commands that open a page, and keeps the one in sight up to date."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._grid: GridFlow | None = None
        self._stories: StoryFlow | None = None
        self._coverage: CoverageFlow | None = None
        self._board: BoardFlow | None = None
        self.steps = DecisionSteps[StoryState](
            window.session,
            window.board.stack,
            lambda services, before: services.gathering.restore(before),
            self,
        )
        self.steps.changed.connect(self._on_filled)
        self.steps.failed.connect(window.show_problem)
        self._on("grid", self.show_grid)
        self._on("stories", self.show_stories)
        self._on("coverage", self.show_coverage)
        self._on("board", self.show_board)
        for name, do in BOARD_COMMANDS.items():
            self._on(name, partial(self._on_board, do))
        for name, colour in COLOUR_COMMANDS.items():
            self._on(name, partial(self._on_board, partial(_colour, colour)))
        for name, act in STORY_COMMANDS.items():
            self._on(name, partial(self._of_story, act))
        window.session.opened.connect(self._on_opened)
        window.filled.connect(self._on_filled)

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    @property
    def stories(self) -> StoryFlow:
        """The page of stories."""
        if self._stories is None:
            from summit_reader.gui.stories.flow import StoryFlow  # noqa: PLC0415 - as below

            window = self._window
            flow = StoryFlow(window.session, window.look, window.actions_, self.steps)
            flow.page.text_opened.connect(window.open_text)
            flow.page.left.connect(window.rooms.show_work)
            flow.grid_asked.connect(self.show_grid)
            window.rooms.add_page(flow.page)
            self._stories = flow
        return self._stories

    @property
    def coverage(self) -> CoverageFlow:
        """The picture of coverage over time."""
        if self._coverage is None:
            from summit_reader.gui.coverage.flow import CoverageFlow  # noqa: PLC0415 - as below

            window = self._window
            flow = CoverageFlow(window.session, window.look, window.settings, self)
            flow.opened.connect(self._open_covered)
            flow.failed.connect(window.show_problem)
            flow.page.view.left.connect(window.rooms.show_work)
            window.rooms.add_page(flow.page)
            self._coverage = flow
        return self._coverage

    @property
    def board(self) -> BoardFlow:
        """The page of the comparison."""
        if self._board is None:
            from summit_reader.gui.board.commands import BoardFlow  # noqa: PLC0415 - as below

            self._board = BoardFlow(self._window)
            self._window.rooms.add_page(self._board.page, heeds_filters=False)
        return self._board

    @property
    def board_shown(self) -> BoardFlow | None:
        """The page of the comparison, where it is in sight: commands for cards are its then."""
        return self._board if self._board is not None and self._board.page.isVisible() else None

    @property
    def grid(self) -> GridFlow:
        """The grid of points and outlets."""
        if self._grid is None:
            # Not at the top: a start would wait for what is not asked for yet.
            from summit_reader.gui.grid.flow import GridFlow  # noqa: PLC0415

            window = self._window
            self._grid = GridFlow(window.session, window.look, window.rooms, window.desk)
            window.rooms.add_page(self._grid.page)
        return self._grid

    def show_grid(self, story_id: int | None = None) -> None:
        """Go to the grid; with a story, to the grid of that story."""
        if story_id is None:
            self.grid.refresh()
        else:
            self.grid.load(story_id)
        self._window.rooms.show_page(self.grid.page)
        self.grid.focus()

    def stops(self) -> list[QWidget]:
        """Where the focus can go on the pages that are made."""
        stops: list[QWidget] = []
        if self._grid is not None:
            stops.append(self._grid.page.view)
        if self._stories is not None:
            stops += [self._stories.page.view, self._stories.page.texts]
        if self._coverage is not None:
            stops.append(self._coverage.page.view)
        if self._board is not None:
            stops += self._board.page.stops()
        return stops + self._window.shelf.stops()

    def topics(self) -> dict[QWidget, str]:
        """The pages that are made, and the topic of the help that each has."""
        flows = ((self._grid, "grid"), (self._stories, "stories"), (self._coverage, "coverage"))
        return {flow.page: topic for flow, topic in flows if flow is not None}

    def show_stories(self) -> None:
        """Go to the stories, to that of the text in the pane that listens."""
        content = self._window.rooms.pair.focused_pane.content
        self.stories.refresh(content.article.id if content is not None else None)
        self._window.rooms.show_page(self.stories.page)
        self.stories.focus()

    def keep_texts(self) -> None:
        """Hand on what was typed on the strip and on the board and not yet kept."""
        self._window.rooms.strip.keep_texts()
        if self._board is not None:
            self._board.page.aside.keep_texts()

    def show_board(self) -> None:
        """Go to the page of the comparison."""
        self._window.rooms.strip.keep_texts()
        self._window.rooms.show_page(self.board.page)
        self.board.refresh()
        self.board.focus()

    def show_coverage(self) -> None:
        """Go to the picture of coverage over time."""
        self.coverage.refresh()
        self._window.rooms.show_page(self.coverage.page)
        self.coverage.focus()

    def _open_covered(self, covered: Covered, across: bool) -> None:  # noqa: FBT001  # a signal's
        if covered.take is not None:
            self._window.open_take(covered.take, across)
        else:
            self._window.open_text(covered.article_id, across)

    def _of_story(self, act: Callable[[StoryFlow], None]) -> None:
        if self._stories is not None and self._stories.page.isVisible():
            act(self._stories)
        else:
            self.show_stories()

    def _on_board(self, act: Callable[[BoardFlow], None]) -> None:
        if self.board_shown is None:
            self.show_board()
        act(self.board)

    def _on_opened(self) -> None:
        self._window.rooms.show_work()
        for flow in (self._grid, self._coverage):
            if flow is not None:
                flow.forget()

    def _on_filled(self) -> None:
        for flow in (self._grid, self._stories, self._coverage):
            if flow is not None and flow.page.isVisible():
                flow.refresh()
