"""Between the list of all articles and the rest: fills it, and keeps what the reader does there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from summit_reader.bootstrap import Services
from summit_reader.domain.shelf import Marks, ShelfRow
from summit_reader.gui.actions import Actions
from summit_reader.gui.articles.arranging import Arrangement, Scope, arranged
from summit_reader.gui.articles.page import ShelfPage
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.wording import tr

BUTTONS = ("toggle_read", "toggle_flag", "delete_article")
OF_ROWS = (
    "toggle_read",
    "toggle_flag",
    "edit_article",
    "only_outlet",
    "only_story",
    "outlet_card",
    "delete_article",
)


class ShelfFlow(QObject):
    """Keeps the rows of the library as they were read last, and lists what is asked of them."""

    def __init__(
        self, session: LibrarySession, look: Look, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.page = ShelfPage(
            look, [actions[name] for name in BUTTONS], [actions[name] for name in OF_ROWS]
        )
        self._all: tuple[ShelfRow, ...] = ()
        self._story = 0
        self._latest = Latest()
        self.page.asked.connect(self._arrange)
        self.page.chips.removed.connect(lambda _: self.only_story(0))

    @property
    def rows(self) -> dict[int, ShelfRow]:
        """Every article by its number."""
        return {row.article_id: row for row in self._all}

    def refresh(self) -> None:
        """Read the rows anew."""
        asked = self._asked()

        def ask(services: Services) -> tuple[tuple[ShelfRow, ...], list[ShelfRow]]:
            rows = services.shelving.rows()
            return rows, arranged(rows, asked)

        def done(found: tuple[tuple[ShelfRow, ...], list[ShelfRow]]) -> None:
            self._all = found[0]
            self.page.show_rows(found[1], len(self._all))

        self._latest.replace(self._session.read(ask, done))

    def focus(self) -> None:
        """Put the focus on the list."""
        self.page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def only_story(self, story_id: int) -> None:
        """List the texts of one story; 0 for all."""
        self._story = story_id
        self._arrange()

    def note(self, marks: Sequence[tuple[int, Marks]]) -> None:
        """Show marks that were made."""
        noted = dict(marks)
        self.page.model.note(noted)
        self._all = tuple(
            row
            if (each := noted.get(row.article_id)) is None
            else replace(row, is_read=each.is_read, is_flagged=each.is_flagged)
            for row in self._all
        )

    def forget(self) -> None:
        """Another library is open: nothing of what narrowed the list holds there."""
        self._all, self._story = (), 0
        self.page.filter.clear()
        self.page.scope.setCurrentIndex(0)
        self.refresh()

    def _asked(self) -> Arrangement:
        narrowing = self._session.filters.narrowing
        self.page.chips.show_names([tr("this story")] if self._story else [])
        return Arrangement(
            self.page.filter.text(),
            Scope(self.page.scope.currentData()),
            narrowing.texts if narrowing is not None else None,
            self._story,
            self.page.column,
            self.page.descending,
        )

    def _arrange(self) -> None:
        rows, asked = self._all, self._asked()
        self._latest.replace(
            self._session.read(
                lambda _: arranged(rows, asked),
                lambda found: self.page.show_rows(found, len(rows)),
            )
        )
