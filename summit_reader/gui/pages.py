"""The pages that take the place of lists and panes: each is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from summit_reader.gui.grid.flow import GridFlow
    from summit_reader.gui.main_window import MainWindow


class Pages(QObject):
    """Connects the commands that open a page, and keeps the one in sight up to date."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._grid: GridFlow | None = None
        window.actions_["grid"].triggered.connect(lambda _=False: self.show_grid())
        window.session.opened.connect(self._on_opened)
        window.filled.connect(self._on_filled)

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

    def _on_opened(self) -> None:
        self._window.rooms.show_work()
        if self._grid is not None:
            self._grid.forget()

    def _on_filled(self) -> None:
        if self._grid is not None and self._grid.page.isVisible():
            self._grid.refresh()
