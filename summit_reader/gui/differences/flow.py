"""From the panes to their differences, and to what the reader says of two takes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.alignment import Part
from summit_reader.domain.decision_state import DecisionState
from summit_reader.domain.difference import Differences
from summit_reader.domain.relation import Relation
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import Take
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.differences.dialog import DifferencesDialog
from summit_reader.gui.differences.wording import RELATIONS, as_text
from summit_reader.gui.look import Look
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import inside, tr


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the window shows."""

    found: Differences
    relation: Relation | None
    parts: tuple[Part, Part]
    sides: tuple[Side, Side]


class DifferencesFlow(QObject):
    """Keeps the window at what the pane that listens and the next one show."""

    closed = Signal()

    def __init__(
        self,
        session: LibrarySession,
        look: Look,
        stack: QUndoStack,
        desk: Desk,
        rooms: Rooms,
        toast: Toast,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._look, self._desk = session, look, desk
        self._rooms, self._toast, self._window = rooms, toast, window
        self._dialog: DifferencesDialog | None = None
        self._shown: _Shown | None = None
        self._latest = Latest()
        self.relating = DecisionSteps[DecisionState](
            session, stack, lambda services, before: services.deciding.restore(before), self
        )
        self.relating.changed.connect(self.refresh)
        desk.panes_changed.connect(self.refresh)
        rooms.pair.side_focused.connect(lambda _: self.refresh())

    @property
    def dialog(self) -> DifferencesDialog | None:
        """The window, once it has been asked for."""
        return self._dialog

    def show(self, shown: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Show the window, or put it away."""
        if shown and self._dialog is None:
            self._dialog = DifferencesDialog(self._look, self._window)
            self._dialog.relation_chosen.connect(self.relate)
            self._dialog.whole_asked.connect(lambda _: self.refresh())
            self._dialog.copy_asked.connect(self.copy)
            self._dialog.closed.connect(self.closed)
        if self._dialog is not None:
            self._dialog.setVisible(shown)
        if shown:
            self.refresh()
            if self._dialog is not None:
                self._dialog.table.setFocus()

    def refresh(self) -> None:
        """Show the differences of what the panes show now."""
        dialog = self._dialog
        if dialog is None or not dialog.isVisible():
            return
        sides, parts = self._sides(), self._parts()
        if parts is None:
            return
        takes, whole = self._takes(), dialog.whole.isChecked()

        def ask(services: Services) -> _Shown:
            related = services.deciding.relation(*(each.id for each in takes)) if takes else None
            relation = related.relation if related is not None else None
            if whole:
                ids = (parts[0].article_id, parts[1].article_id)
                found = services.aligning.differences(*ids)
            else:
                found = services.aligning.part_differences(*parts)
            return _Shown(found, relation, parts, sides)

        def show(shown: _Shown) -> None:
            self._shown = shown
            words = (shown.parts[0].text, shown.parts[1].text)
            dialog.show_pair(
                shown.found, shown.sides, words, shown.relation, can_relate=takes is not None
            )

        self._latest.replace(self._session.read(ask, show))

    def copy(self) -> None:
        """Put the facts on the clipboard, as text."""
        if (shown := self._shown) is not None:
            words = [part.text for part in shown.parts]
            QGuiApplication.clipboard().setText(as_text(shown.found, shown.sides, words))
            self._toast.say(self.tr("Differences copied."))

    def relate(self, relation: Relation | None) -> None:
        """Say how the take in the second of the two panes stands to the one in the first."""
        takes = self._takes()
        if takes is None:
            self._toast.say(
                self.tr("Open a take in both panes first: a relation is between takes.")
            )
            return
        one, other = (side.name for side in self._sides())
        said = self.tr("{0} and {1}: no relation.").format(one, other)
        if relation is not None:
            said = self.tr("{0} and {1}: {2}.").format(one, other, inside(tr(RELATIONS[relation])))
        self.relating.make(
            self.tr("Relation"),
            lambda s: s.deciding.relate(takes[0].id, takes[1].id, relation),
            lambda _: self._toast.say(said, self.relating.undo),
        )

    def _sides(self) -> tuple[Side, Side]:
        side = self._rooms.pair.side
        one, other = sorted((side, self._rooms.pair.next_side(side)))
        return one, other

    def _parts(self) -> tuple[Part, Part] | None:
        one, other = (part_at_hand(self._rooms.pair.panes[side]) for side in self._sides())
        return (one, other) if one is not None and other is not None else None

    def _takes(self) -> tuple[Take, Take] | None:
        one, other = (self._desk.take_in(side) for side in self._sides())
        return (
            (one, other) if one is not None and other is not None and one.id != other.id else None
        )


def part_at_hand(pane: ReadingPane) -> Part | None:
    """The take that a pane shows, or the stretch it was opened at, or the passage it is read at."""
    content = pane.content
    if content is None:
        return None
    article = content.article
    if content.take is not None:
        return Part(article.id, covering(content.take.anchor.segments), content.take.text)
    place = content.at if pane.is_level else None
    if place is None and (at := pane.reading_place()) is not None:
        place = Span(at, at + 1)
    for passage in article.passages:
        if place is not None and passage.source.overlaps(place):
            return Part(article.id, passage.source, passage.cleaned.of(article.cleaned.text))
    return None
