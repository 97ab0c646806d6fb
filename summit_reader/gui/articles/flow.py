"""Between the list of all articles and the rest: fills it, and keeps what the reader does there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from summit_reader.bootstrap import Services
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.shelf import Marks, ShelfRow
from summit_reader.gui.actions import Actions
from summit_reader.gui.articles.arranging import Arrangement, Scope, arranged
from summit_reader.gui.articles.page import ShelfPage
from summit_reader.gui.look import Look
from summit_reader.gui.outlets.filtering import OutletFilter
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
        self,
        session: LibrarySession,
        look: Look,
        actions: Actions,
        outlets: OutletFilter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._look, self._outlets = session, look, outlets
        self.page = ShelfPage(
            look, [actions[name] for name in BUTTONS], [actions[name] for name in OF_ROWS]
        )
        self._all: tuple[ShelfRow, ...] = ()
        self._outlet: OutletRef | None = None
        self._story = 0
        self._latest = Latest()
        self.page.asked.connect(self._arrange)
        self.page.chips.removed.connect(self._on_removed)
        outlets.changed.connect(self._on_filtered)

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

    def only_outlet(self, outlet: OutletRef | None) -> None:
        """List the texts of one outlet, or of all."""
        self._outlet = outlet
        self._arrange()

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
        self._all, self._outlet, self._story = (), None, 0
        self.page.filter.clear()
        self.page.scope.setCurrentIndex(0)
        self.refresh()

    def _asked(self) -> Arrangement:
        outlets = self._outlets.ids()
        if self._outlet is not None:
            one = frozenset({self._outlet.id})
            outlets = one if outlets is None else one & outlets
        self._show_chips()
        return Arrangement(
            self.page.filter.text(),
            Scope(self.page.scope.currentData()),
            outlets,
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

    def _show_chips(self) -> None:
        names = [self._outlets.name_of(each) for each in self._outlets.chosen]
        if self._outlet is not None:
            names.append(self._look.names.outlet(self._outlet).name)
        if self._story:
            names.append(tr("this story"))
        self.page.chips.show_names(names)

    def _on_removed(self, place: int) -> None:
        if place < len(self._outlets.chosen):
            self._outlets.remove(place)
        elif self._outlet is not None and place == len(self._outlets.chosen):
            self.only_outlet(None)
        else:
            self.only_story(0)

    def _on_filtered(self) -> None:
        if self.page.isVisible():
            self._arrange()
