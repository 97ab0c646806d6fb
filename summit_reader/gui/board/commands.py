"""The pin board as a page: its commands, and what goes between it and the rest of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from summit_reader.domain.arrangement import (
    Place,
    Places,
    column_moved,
    exchanged,
    in_new_row,
    row_moved,
    set_down,
)
from summit_reader.domain.comparison import COLUMNS, Card, Clipping, Colour, Comparison
from summit_reader.domain.relation import Relation
from summit_reader.gui.board.bin import BoardBin
from summit_reader.gui.board.page import BoardPage
from summit_reader.gui.board.table import Between
from summit_reader.gui.board.wording import sources_of
from summit_reader.gui.differences.wording import RELATION_ICONS, RELATIONS
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.announcing import announce
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.wording import tr

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow

CARD_COMMANDS = (
    "open_here", "open_across", "edit_note", "edit_tags",
    "colour_none", *(f"colour_{colour.value}" for colour in Colour),
    "own_row", "row_up", "row_down", "drop_card",
)  # fmt: skip
BOARD_COMMANDS = ("new_comparison", "rename_comparison", "delete_comparison", "empty_comparisons")


class BoardFlow(QObject):
    """Everything that is done on the page goes to the `Board`, and what that has is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._board = window, window.board
        actions = window.actions_
        undo = self._board.stack.createUndoAction(self)
        redo = self._board.stack.createRedoAction(self)
        for action, icon in ((undo, "undo"), (redo, "redo")):
            window.look.icons.put(action, icon)
        board_actions = [actions[name] for name in BOARD_COMMANDS]
        self.page: BoardPage = BoardPage(
            window.look,
            tools=[undo, redo, actions["blind"], actions["export"]],
            board_actions=board_actions,
            card_actions=[actions[name] for name in CARD_COMMANDS],
        )
        self.toast = Toast(window.look, self.page)
        self._board.stack.indexChanged.connect(lambda _: self.toast.hide())
        self.bin: BoardBin = BoardBin(self._board, self.page, self.toast, board_actions)
        self._latest = Latest()
        self._citations: dict[str, str] = {}
        self._connect_page()
        self._board.changed.connect(self._show)
        self._board.listed.connect(self.list_boards)
        self._board.failed.connect(lambda _: self.page.aside.hold_texts())
        window.compare.differences.relating.changed.connect(self._board.refresh)

    def refresh(self) -> None:
        """Show what the board has now."""
        self._show()
        self.list_boards()

    def list_boards(self) -> None:
        """Fill the list of comparisons anew, behind the edits that are being kept."""
        self._window.session.write(
            lambda services: services.pinning.summaries(), self.page.show_summaries
        )

    def focus(self) -> None:
        """Put the focus on the cards."""
        view = self.page.view
        if not view.currentIndex().isValid():
            view.setCurrentIndex(self.page.model.index(0, 0))
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- cards ----------------------------------------------------------------------------------

    def move(self, rows: int, columns: int) -> None:
        """Move the chosen card by so many places; beyond the ends is a row of its own."""
        board, card = self._board.comparison, self.page.view.current_card()
        if board is None or card is None:
            self._say(tr("Choose a card first."))
            return
        place = Place(card.row + rows, card.column + columns)
        if not 0 <= place.column < COLUMNS:
            return
        alone = sum(one.row == card.row for one in board.cards) == 1
        if place.row < 0 or (place.row >= board.rows and not alone):
            self._board.arrange(in_new_row(board, card.id, Place(max(place.row, 0), card.column)))
        elif place.row < board.rows:
            self._board.arrange(exchanged(board, card.id, place))
        self._tell_place(card.id)

    def give_own_row(self) -> None:
        """Put the chosen card into a row of its own, below the one it stands in."""
        board, card = self._board.comparison, self.page.view.current_card()
        if board is not None and card is not None:
            below = Place(card.row + 1, card.column)
            self._board.arrange(in_new_row(board, card.id, below))
            self._tell_place(card.id)

    def move_row(self, by: int) -> None:
        """Move the row one stands in."""
        board, index = self._board.comparison, self.page.view.currentIndex()
        if board is not None and index.isValid():
            row = index.row()
            self._board.arrange(row_moved(board, row, row + by))
            to = min(max(row + by, 0), board.rows - 1)
            self.page.view.setCurrentIndex(self.page.model.index(to, index.column()))

    def move_column(self, by: int) -> None:
        """Move the column one stands in, with its title."""
        board, index = self._board.comparison, self.page.view.currentIndex()
        if board is None or not index.isValid():
            return
        here = self.page.model.place(index).column
        to = here + by
        if not 0 <= to < board.columns:
            return
        titles = [board.title(column) for column in range(board.columns)]
        titles[here], titles[to] = titles[to], titles[here]
        self._board.move_column(column_moved(board, here, to), tuple(titles))

    def drop(self) -> None:
        """Let the chosen card go; the notice takes it back."""
        if (card := self.page.view.current_card()) is not None:
            self._let_go(card)

    def edit_note(self) -> None:
        """Go to the note of the chosen card."""
        self._edit(lambda: self.page.aside.note.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def edit_tags(self) -> None:
        """Go to the tags of the chosen card."""
        self._edit(lambda: self.page.aside.tags.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def colour(self, colour: Colour | None) -> None:
        """Mark the chosen card."""
        card = self.page.view.current_card()
        if card is None:
            self._say(tr("Choose a card first."))
        else:
            self._board.set_colour(card.id, colour)

    def relate(self, relation: Relation | None) -> None:
        """Say how the card one stands on, or between, stands to its neighbour on the left."""
        view, model = self.page.view, self.page.model
        index = view.currentIndex()
        between = view.current_between()
        if between is None and index.isValid():
            at = index.column()
            sides = (model.index(index.row(), column) for column in (at - 1, at + 1))
            between = next(
                (found for side in sides if (found := model.between(side)) is not None), None
            )
        if between is None:
            self._say(tr("Choose a card with another one beside it first."))
        else:
            self._relate(between, relation)

    def step_board(self, by: int) -> None:
        """Go to the next comparison in the list, or to the one before."""
        self.page.step_board(by)

    # --- columns and comparisons ----------------------------------------------------------------

    def title_column(self) -> None:
        """Let the reader write what the column one stands in is called."""
        index = self.page.view.currentIndex()
        self.page.view.head.edit_title(
            self.page.model.place(index).column if index.isValid() else 0
        )

    def add_column(self) -> None:
        """One more column at the end."""
        board = self._board.comparison
        if board is not None and board.columns < COLUMNS:
            titles = [board.title(column) for column in range(board.columns)]
            self._board.set_titles((*titles, ""))
        else:
            self._say(tr("A comparison has six columns at most."))

    def remove_column(self) -> None:
        """One column less, if the last one is empty."""
        board = self._board.comparison
        if board is None or board.columns <= 2:  # noqa: PLR2004 - a comparison takes two
            return
        last = board.columns - 1
        if any(card.column == last for card in board.cards):
            self._say(tr("The last column still has cards. Move them first."))
        else:
            self._board.set_titles(tuple(board.title(column) for column in range(last)))

    # --- inside ---------------------------------------------------------------------------------

    def _connect_page(self) -> None:
        page, board = self.page, self._board
        page.board_chosen.connect(self._use)
        page.board_wanted_back.connect(board.take_out)
        page.view.opened.connect(self._open)
        page.view.let_go.connect(self._let_go)
        page.view.put.connect(self._put)
        page.view.put_between.connect(self._put_between)
        page.view.row_put.connect(self._put_row)
        page.view.words_given.connect(self._add_words)
        page.view.take_given.connect(self._pin)
        page.view.relation_asked.connect(self._ask_relation)
        page.view.chosen.connect(lambda: page.aside.show_card(page.view.current_card()))
        page.view.left.connect(self._window.rooms.show_work)
        page.view.head.titled.connect(self._title)
        page.aside.my_take_kept.connect(board.set_my_take)
        page.aside.note_kept.connect(board.set_note)
        page.aside.tags_kept.connect(board.set_tags)
        page.aside.colour_kept.connect(board.set_colour)
        page.aside.source_chosen.connect(page.view.choose)
        page.aside.copy_asked.connect(self._copy_sources)

    def _show(self) -> None:
        board = self._board.comparison
        self.page.show_board(board)
        if board is not None and self.page.isVisible():
            token = self._window.session.read(
                lambda _: sources_of(board, self._citations), self.page.aside.show_sources
            )
            self._latest.replace(token)

    def _use(self, comparison_id: int) -> None:
        self.page.aside.keep_texts()
        if self._board.comparison is None or self._board.comparison.id != comparison_id:
            self._board.use(comparison_id)

    def _open(self, card: Card, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        if not isinstance(card, Clipping):
            self._say(tr("These words come from outside: there is no text to go to."))
        elif card.take.article_id <= 0:
            self._say(tr("The text of this take is not in this library."))
        else:
            self._window.open_take(card.take, across)

    def _let_go(self, card: Card) -> None:
        self.page.aside.keep_texts()
        self._board.unpin(card.id)
        self.toast.say(tr("Unpinned."), self._board.stack.undo)

    def _put(self, card_id: str, place: Place) -> None:
        if (board := self._board.comparison) is not None:
            self._board.arrange(exchanged(board, card_id, place))
            self.page.view.choose(card_id)

    def _put_between(self, card_id: str, place: Place) -> None:
        if (board := self._board.comparison) is not None:
            self._board.arrange(in_new_row(board, card_id, place))
            self.page.view.choose(card_id)

    def _put_row(self, row: int, to: int) -> None:
        if (board := self._board.comparison) is not None:
            self._board.arrange(row_moved(board, row, to))

    def _pin(self, take_id: int, place: Place, between: bool) -> None:  # noqa: FBT001
        def put(board: Comparison, card_id: str) -> Places:
            return in_new_row(board, card_id, place) if between else set_down(board, card_id, place)

        def done(card_id: str, is_new: bool) -> None:  # noqa: FBT001  # a callback's argument
            self.page.view.choose(card_id)
            if is_new:
                self.toast.say(tr("Pinned."), self._board.stack.undo)

        self._board.pin_listed(take_id, put, done)

    def _add_words(self, words: str, place: Place, between: bool) -> None:  # noqa: FBT001
        board = self._board.comparison
        if board is None:
            return
        taken = any((card.row, card.column) == (place.row, place.column) for card in board.cards)
        self._board.stack.beginMacro(tr("Add text"))
        # Where a card stands, or between two rows, the words get a row of their own.
        at = Place(board.rows, place.column) if between or taken else place
        card_id = self._board.add_words(words, at)
        now = self._board.comparison
        if between and now is not None:
            self._board.arrange(in_new_row(now, card_id, place))
        self._board.stack.endMacro()
        self.page.view.choose(card_id)
        self.toast.say(tr("Added, without a source."), self._board.stack.undo)

    def _ask_relation(self, between: Between, at: QPoint) -> None:
        menu = QMenu(self.page.view)
        for relation, name in RELATIONS.items():
            action = menu.addAction(tr(name), partial(self._relate, between, relation))
            action.setIcon(self._window.look.icons.icon(RELATION_ICONS[relation]))
            action.setCheckable(True)
            action.setChecked(between.relation is relation)
        menu.addSeparator()
        menu.addAction(tr("Nothing said"), partial(self._relate, between, None))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _relate(self, between: Between, relation: Relation | None) -> None:
        if (takes := between.takes) is None:
            self._say(tr("Relations are kept between two takes of this library."))
        else:
            self._board.relate(*takes, relation)
            announce(self.page.view, tr(RELATIONS[relation]) if relation else tr("Nothing said"))

    def _title(self, column: int, title: str) -> None:
        if (board := self._board.comparison) is not None and title != board.title(column):
            titles = [board.title(each) for each in range(board.columns)]
            titles[column] = title
            self._board.set_titles(tuple(titles))

    def _copy_sources(self) -> None:
        model = self.page.aside.sources
        lines = [f"{row.number}  {model.shown(row)}" for row in model.rows]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._say(tr("Sources copied."))

    def _edit(self, go: Callable[[], None]) -> None:
        if self.page.view.current_card() is None:
            self._say(tr("Choose a card first."))
            return
        self.page.show_aside()
        go()

    def _tell_place(self, card_id: str) -> None:
        index = self.page.model.index_of(card_id)
        if index.isValid():
            self.page.view.scrollTo(index)
            announce(self.page.view, str(index.data()))

    def _say(self, words: str) -> None:
        self.toast.say(words)
