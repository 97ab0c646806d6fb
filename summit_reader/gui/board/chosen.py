"""Pinning what is chosen in a list, without opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from summit_reader.domain.comparison import Source
from summit_reader.domain.correction import Attributed, Correction
from summit_reader.domain.proposal import Proposal
from summit_reader.domain.search import Hit
from summit_reader.domain.take import Role, Take
from summit_reader.gui.search.model import HitRow
from summit_reader.gui.takes.model import ProposalRow, TakeRow
from summit_reader.gui.widgets.rows import VALUE

if TYPE_CHECKING:
    from summit_reader.bootstrap import Services
    from summit_reader.gui.main_window import MainWindow

OF_ENTRIES = ("open_here", "open_across", "pin")
"""What the menu of an entry in a list begins with."""


class ChosenPins(QObject):
    """Keeps, or lets go of, what the list with the focus has chosen; else the take of the pane.

    What is kept goes to the column of the pane that listens. A proposal is accepted first, and a
    passage that was found becomes a take: each with its pinning is one step of undo.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for view in (window.rooms.takes.view, window.rooms.results.view):
            view.addActions([window.actions_[name] for name in OF_ENTRIES])
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def toggle(self) -> None:
        """Do what the command says."""
        window, chosen = self._window, self._chosen()
        match chosen:
            case TakeRow(take=take):
                self._toggle(take)
            case ProposalRow(proposal=proposal):
                self._toggle_proposal(proposal)
            case HitRow(hit=hit):
                self._toggle_hit(hit)
            case _ if window.pages.board_shown is not None or window.rooms.strip.view.hasFocus():
                window.actions_["drop_card"].trigger()
            case _:
                window.pins.toggle(window.rooms.pair.side)

    def _chosen(self) -> object:
        rooms, field = self._window.rooms, self._window.field
        if rooms.takes.view.hasFocus():
            return rooms.takes.current()
        searching = rooms.results.isVisible()
        if searching and (rooms.results.view.hasFocus() or field.hasFocus()):
            return rooms.results.view.currentIndex().data(VALUE)
        return None

    def _toggle(self, take: Take) -> None:
        if not self._let_go(take.id):
            self._window.session.read(
                lambda services: _found(services, services.reading.current(take)), self._keep
            )

    def _toggle_proposal(self, proposal: Proposal) -> None:
        if proposal.take is None or not self._let_go(proposal.take.id):
            self._window.points.accept_with(proposal, self._pin)

    def _toggle_hit(self, hit: Hit) -> None:
        if hit.removed or hit.comment:
            self._window.toast.say(
                self.tr("This stands beside the article: restore it there, and then pin it.")
            )
            return

        def read(found: tuple[Take | None, Source]) -> None:
            take, source = found
            if take is None:
                self._mark(hit, source)
            elif not self._let_go(take.id):
                self._keep((take, source))

        self._window.session.read(
            lambda services: (_take_of(services, hit), services.reading.source(hit.article_id)),
            read,
        )

    def _mark(self, hit: Hit, source: Source) -> None:
        """Make the passage a take that nobody but its outlet speaks, and keep it."""
        voice = Attributed(None, hit.outlet.name, Role.REPORTING)

        def follow(correction: Correction) -> None:
            self._pin(correction.after[0].take, source)

        self._window.commands.takes.steps.make(
            self.tr("Mark and pin"),
            self.tr("Marked as a take, and pinned."),
            lambda services: services.correcting.mark(hit.article_id, (hit.source,), voice),
            follow,
        )

    def _keep(self, found: tuple[Take, Source]) -> None:
        take, source = found
        # The key may have been pressed again before the library had answered.
        if self._window.board.clipping_of(take) is None:
            self._window.pins.keep(take, source, self._window.rooms.pair.side)

    def _let_go(self, take_id: int) -> bool:
        kept = self._window.board.clipping_with(take_id)
        if kept is not None:
            self._window.pins.drop(kept.id)
        return kept is not None

    def _pin(self, take: Take, source: Source) -> None:
        self._window.rooms.strip.keep_texts()
        self._window.board.pin(take, source, self._window.rooms.pair.side)


def _take_of(services: Services, hit: Hit) -> Take | None:
    """The take that a hit stands in, or that it is the headline or the thesis of."""
    if hit.take_id is not None:
        return services.reading.take(hit.take_id)
    words = hit.source.of(services.reading.article(hit.article_id).cleaned.source).strip()
    takes = services.reading.takes_in(hit.article_id)
    return next((take for take in takes if words in {take.headline, take.thesis}), None)


def _found(services: Services, take: Take) -> tuple[Take, Source]:
    return take, services.reading.source(take.article_id)
