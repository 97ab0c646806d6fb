"""The comparison that is open: what can be done with it, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.domain.arrangement import Place, Places, in_turn, next_place
from summit_reader.domain.article import Article
from summit_reader.domain.comparison import (
    Card,
    Clipping,
    Colour,
    Comparison,
    LooseClipping,
    Source,
)
from summit_reader.domain.relation import Relation
from summit_reader.domain.take import Take
from summit_reader.gui.board import edits
from summit_reader.gui.board.edits import Edit, Step
from summit_reader.gui.board.steps import MY_TAKE, NOTE, BoardCommand, MadeCommand, TextCommand
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.sides import Side


class Board(QObject):
    """Keeps the present `Comparison`; every edit goes through the undo stack.

    An edit is shown at once and kept in the background. If it cannot be kept, `failed` tells, and
    the comparison is shown as the library has it. A step that is taken back in another comparison
    than the one shown leads there. `listed` tells that there are others than before.
    """

    changed = Signal()
    listed = Signal()
    failed = Signal(object)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._unanswered = 0
        self.stack = QUndoStack(self)
        self.comparison: Comparison | None = None
        self._kept: Comparison | None = None

    def load(self) -> None:
        """Take up the comparison that was used last in the library now open."""
        self._lead(lambda services: services.pinning.current())

    def use(self, comparison_id: int) -> None:
        """Take up another comparison."""
        self._lead(lambda services: services.pinning.use(comparison_id))

    def create(self, name: str) -> None:
        """Start a new comparison."""

        def made(comparison: Comparison) -> None:
            self._on_led(comparison)
            edit = edits.taken_out(comparison.id)
            self.stack.push(MadeCommand(self.tr("New comparison"), self._make, edit.do, edit.undo))

        self._session.write(lambda services: services.pinning.new_comparison(name), made)

    def throw_away(self, comparison_id: int) -> None:
        """Put a comparison into the bin; undo takes it out."""
        self._push(self.tr("Delete comparison"), edits.thrown_away(comparison_id))

    def take_out(self, comparison_id: int) -> None:
        """Have a comparison back from the bin."""
        self._push(self.tr("Take comparison out of the bin"), edits.taken_out(comparison_id))

    def show_kept(self, comparison: Comparison) -> None:
        """Show what the library keeps now, of this comparison or of another."""
        another = self.comparison is None or self.comparison.id != comparison.id
        self._kept = comparison
        if self._unanswered and not another:
            return  # the answer to the last edit will show this, too
        self._on_led(comparison)

    def refresh(self) -> None:
        """Show what the library keeps now: something else than an edit may have changed it."""
        # Asked like an edit, so that its answer waits for the edits made meanwhile.
        if self.comparison is not None:
            self._unanswered += 1
            self._session.write(lambda services: services.pinning.current(), self._on_kept)

    def leave(self) -> None:
        """Hold no comparison: another library is being opened."""
        self.stack.clear()
        self._unanswered = 0
        self._kept = None
        self._show(None)

    def rename(self, name: str) -> None:
        """Give the comparison another name."""
        if (board := self.comparison) is not None and name != board.name:
            self._push(self.tr("Rename comparison"), edits.renamed(board, name))

    def clipping_of(self, take: Take | None) -> Clipping | None:
        """The clipping that keeps this take."""
        if take is None or self.comparison is None:
            return None
        kept = (clipping for clipping in self.comparison.clippings if clipping.take.id == take.id)
        return next(kept, None)

    def pin(self, take: Take, article: Article, side: Side) -> None:
        """Keep the take."""
        if (board := self.comparison) is not None:
            place = next_place(board, int(side))
            clipping = Clipping(
                id=str(uuid4()),
                take=take,
                source=Source(article.id, article.title, article.metadata),
                column=place.column,
                row=place.row,
            )
            self._push(self.tr("Pin"), edits.pinned(board, clipping))

    def add_words(self, words: str, place: Place) -> str:
        """Keep words that come from outside the library; the id of their card."""
        card = LooseClipping(str(uuid4()), words, place.column, place.row)
        if (board := self.comparison) is not None:
            self._push(self.tr("Add text"), edits.added(board, card))
        return card.id

    def unpin(self, clipping_id: str) -> None:
        """Let the clipping go; undo brings it back with its note and place."""
        board, card = self.comparison, self._card(clipping_id)
        if board is not None and card is not None:
            self._push(self.tr("Unpin"), edits.unpinned(board, card))

    def move(self, clipping_id: str, position: int) -> None:
        """Put the clipping at another place in the reader's order, counted with it taken out."""
        if (board := self.comparison) is not None:
            self.arrange(in_turn(board, clipping_id, position))

    def arrange(self, places: Places) -> None:
        """Put clippings into these places."""
        if (board := self.comparison) is not None and places:
            self._push(self.tr("Move"), edits.rearranged(board, places))

    def set_titles(self, titles: tuple[str, ...]) -> None:
        """Call the columns so."""
        if (board := self.comparison) is not None and titles != board.titles:
            self._push(self.tr("Titles of columns"), edits.titled(board, titles))

    def move_column(self, places: Places, titles: tuple[str, ...]) -> None:
        """Put the cards of two columns into each other's place, and the titles with them."""
        self.stack.beginMacro(self.tr("Move column"))
        self.arrange(places)
        self.set_titles(titles)
        self.stack.endMacro()

    def set_my_take(self, text: str) -> None:
        """Write down what the reader makes of it."""
        board = self.comparison
        if board is not None and text != board.my_take:
            edit = edits.thought(board, text)
            self._push_text(self.tr("My take"), edit, MY_TAKE, str(board.id))

    def set_note(self, clipping_id: str, note: str) -> None:
        """Write a note on a clipping."""
        board, card = self.comparison, self._card(clipping_id)
        if board is not None and card is not None and note != card.note:
            self._push_text(self.tr("Note"), edits.noted(board, card, note), NOTE, clipping_id)

    def set_tags(self, clipping_id: str, tags: tuple[str, ...]) -> None:
        """Sort a clipping by these words."""
        board, card = self.comparison, self._card(clipping_id)
        if board is not None and card is not None and tags != card.tags:
            self._push(self.tr("Tags"), edits.tagged(board, card, tags))

    def set_colour(self, clipping_id: str, colour: Colour | None) -> None:
        """Mark a clipping with a colour, or with none."""
        board, card = self.comparison, self._card(clipping_id)
        if board is not None and card is not None and colour is not card.colour:
            self._push(self.tr("Colour"), edits.coloured(board, card, colour))

    def relate(self, one: Clipping, other: Clipping, relation: Relation | None) -> None:
        """Say how the second take stands to the first; None takes back what was said."""
        board = self.comparison
        if board is None or one.take.id == other.take.id:
            return
        before = board.relation(one, other)
        if (before.relation if before is not None else None) is not relation:
            self._push(self.tr("Relation"), edits.related(board, one, other, relation))

    def close(self) -> None:
        """Let go of the undo stack quietly: its destructor would still tell of changes."""
        self.stack.blockSignals(True)

    def _card(self, card_id: str) -> Card | None:
        return self.comparison.card(card_id) if self.comparison is not None else None

    def _push(self, text: str, edit: Edit) -> None:
        self.stack.push(BoardCommand(text, self._make, edit.do, edit.undo))

    def _push_text(self, text: str, edit: Edit, kind: int, target: str) -> None:
        self.stack.push(TextCommand(text, self._make, edit.do, edit.undo, kind, target))

    def _make(self, step: Step) -> None:
        if self.comparison is None:
            return
        if step.shown is None:
            self._session.write(step.kept, self._on_led, self._on_failed)
        elif self.comparison.id == step.comparison_id:
            self._show(step.shown(self.comparison))
            self._unanswered += 1
            self._session.write(step.kept, self._on_kept, self._on_failed)
        else:

            def followed(services: Services) -> Comparison:
                step.kept(services)
                return services.pinning.use(step.comparison_id)

            self._session.write(followed, self._on_led, self._on_failed)

    def _on_kept(self, comparison: Comparison) -> None:
        self._unanswered = max(self._unanswered - 1, 0)
        self._kept = comparison
        mine = self.comparison is not None and self.comparison.id == comparison.id
        # An answer that is older than the last edit would take that edit off the screen.
        if mine and not self._unanswered and comparison != self.comparison:
            self._show(comparison)

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(error)
        # What follows on the stack stands on an edit that was never made.
        self.stack.clear()
        self._unanswered = max(self._unanswered - 1, 0)
        self._show(self._kept)
        self.refresh()

    def _lead(self, ask: Callable[[Services], Comparison]) -> None:
        self._session.write(ask, self._on_led)

    def _on_led(self, comparison: Comparison) -> None:
        self._unanswered = 0
        self._kept = comparison
        self._show(comparison)
        self.listed.emit()

    def _show(self, comparison: Comparison | None) -> None:
        self.comparison = comparison
        self.changed.emit()
