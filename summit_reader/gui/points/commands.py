"""What the reader can do about points: the commands of the Point menu, and what is proposed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from summit_reader.domain.point import PointOrigin, PointView
from summit_reader.domain.proposal import PointProposals, Proposal
from summit_reader.domain.search import Hit, Snippet
from summit_reader.domain.take import Take
from summit_reader.gui.points.origins import words_from
from summit_reader.gui.takes.model import ProposalRow, TakeRow
from summit_reader.gui.tasks import Latest

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow

ORIGINS = {
    "point_from_headline": PointOrigin.HEADLINE,
    "point_from_thesis": PointOrigin.THESIS,
    "point_from_heading": PointOrigin.HEADING,
    "point_from_selection": PointOrigin.SELECTION,
    "point_from_search": PointOrigin.SEARCH,
}
OF_ROWS = ("accept_proposal", "refuse_proposal", "add_to_point", "refuse", "move_up", "move_down")


class PointCommands(QObject):
    """Acts on the row that is chosen where a list has the focus, else on the pane that listens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._edits = window, window.points
        self._latest, self._latest_chips = Latest(), Latest()
        takes, sidebar = window.rooms.takes, window.rooms.sidebar
        self._on("new_point", self._edits.create)
        for name, origin in ORIGINS.items():
            self._on(name, partial(self._create_from, origin))
        self._on("edit_point", self._edits.edit)
        self._on("remove_point", self._edits.remove)
        self._on("add_to_point", lambda: self._edits.add(self._take()))
        self._on("refuse", self._refuse)
        self._on("accept_proposal", self._accept_chosen)
        self._on("refuse_proposal", self._refuse_chosen)
        self._on("move_up", partial(self._move, -1))
        self._on("move_down", partial(self._move, 1))
        takes.view.addActions([window.actions_[name] for name in OF_ROWS])
        takes.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        takes.proposal_opened.connect(self._open)
        takes.proposal_judged.connect(self._judge)
        takes.move_asked.connect(self._edits.place_take)
        sidebar.points.move_asked.connect(self._edits.place_point)
        sidebar.chips.chosen.connect(self._edits.create)
        window.desk.point_shown.connect(self._find_proposals)
        window.filled.connect(self._find_chips)

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    # --- what is proposed -----------------------------------------------------------------------

    def _find_proposals(self, view: PointView) -> None:
        narrowing = self._window.session.filters.narrowing

        def show(found: PointProposals) -> None:
            left = found if narrowing is None else narrowing.proposed(found)
            self._window.rooms.takes.show_proposals(left)

        point_id = view.summary.point.id
        token = self._window.session.read(
            lambda s: s.proposing.for_point(point_id), show, lambda _: None
        )
        self._latest.replace(token)

    def _find_chips(self) -> None:
        window = self._window
        token = window.session.read(
            lambda s: s.proposing.chips(most=SHOWN), window.rooms.sidebar.show_chips, lambda _: None
        )
        self._latest_chips.replace(token)

    def _open(self, proposal: Proposal, across: bool) -> None:  # noqa: FBT001  # a signal's
        if proposal.take is not None:
            self._window.open_take(proposal.take, across)
            return
        part = proposal.part
        snippet = Snippet(part.text, ())
        hit = Hit(part.article_id, part.source, proposal.outlet, snippet, proposal.confidence)
        self._window.open_hit(hit, across)

    def _judge(self, proposal: Proposal, accepted: bool) -> None:  # noqa: FBT001  # as above
        if accepted:
            self._edits.accept_proposal(proposal)
        else:
            self._edits.refuse_proposal(proposal)

    def _accept_chosen(self) -> None:
        self._judge_chosen(accepted=True)

    def _refuse_chosen(self) -> None:
        self._judge_chosen(accepted=False)

    def _judge_chosen(self, *, accepted: bool) -> None:
        row = self._window.rooms.takes.current()
        if isinstance(row, ProposalRow):
            self._judge(row.proposal, accepted)
        else:
            self._window.toast.say(self.tr("Choose something proposed in the list of takes first."))

    # --- takes and order ------------------------------------------------------------------------

    def _refuse(self) -> None:
        row = self._window.rooms.takes.current()
        if self._is_in(self._window.rooms.takes) and isinstance(row, ProposalRow):
            self._edits.refuse_proposal(row.proposal)
        else:
            self._edits.refuse(self._take())

    def _take(self) -> Take | None:
        row = self._window.rooms.takes.current()
        if self._is_in(self._window.rooms.takes) and isinstance(row, TakeRow):
            return row.take
        return self._window.desk.take_in(self._window.rooms.pair.side)

    def _move(self, by: int) -> None:
        if (board := self._window.pages.board_shown) is not None:
            board.move(by, 0)
            return
        sidebar, takes = self._window.rooms.sidebar, self._window.rooms.takes
        row, point = takes.current(), sidebar.current_point()
        if self._is_in(takes) and isinstance(row, TakeRow):
            self._edits.move_take(row.take.id, by)
        elif sidebar.point_view.hasFocus() and point is not None:
            at = sidebar.points.row_of(point)
            if at is not None and 0 <= at + by < sidebar.points.rowCount():
                self._edits.place_point(point, at + by)
        else:
            self._window.toast.say(self.tr("Choose a point or a take in its list first."))

    @staticmethod
    def _is_in(part: QWidget) -> bool:
        focused: QWidget | None = part.window().focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    # --- where words come from ------------------------------------------------------------------

    def _create_from(self, origin: PointOrigin) -> None:
        window = self._window
        pane = window.rooms.pair.focused_pane
        cursor = pane.browser.textCursor()
        selection = cursor.selectedText().replace("\N{PARAGRAPH SEPARATOR}", " ")
        words = words_from(origin, pane.content, selection, window.field.text())
        if words.strip():
            self._edits.create(words, origin)
        else:
            window.toast.say(self.tr(NOTHING[origin]))


NOTHING = {
    PointOrigin.HEADLINE: "Open a text first: its headline becomes the question.",
    PointOrigin.THESIS: "The take in this pane has no thesis.",
    PointOrigin.HEADING: "No heading of this text is a question.",
    PointOrigin.SELECTION: "Select some words in the text first.",
    PointOrigin.SEARCH: "Search for something first.",
}
SHOWN = 3
"""Suggestions in the sidebar; the dialog has more."""
