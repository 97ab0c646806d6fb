"""Pinning what is chosen in a list, without opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from summit_reader.domain.article import Article
from summit_reader.domain.correction import Attributed, Correction
from summit_reader.domain.proposal import Proposal
from summit_reader.domain.search import Hit
from summit_reader.domain.take import Role, Take
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.search.model import HitRow
from summit_reader.gui.takes.model import ProposalRow, TakeRow
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side

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
        self._marking = DecisionSteps[Correction](
            window.session, window.board.stack, _taken_back, self
        )
        self._marking.changed.connect(lambda *_: self._show_again())
        self._marking.failed.connect(window.show_problem)
        for view in (window.rooms.takes.view, window.rooms.results.view):
            view.addActions([window.actions_[name] for name in OF_ENTRIES])
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def toggle(self) -> None:
        """Do what the command says."""
        window, chosen = self._window, self._chosen()
        match chosen:
            case TakeRow(take=take):
                if not self._let_go(take.id):
                    self._keep(take)
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

    def _toggle_proposal(self, proposal: Proposal) -> None:
        if proposal.take is None or not self._let_go(proposal.take.id):
            article_id = proposal.part.article_id
            self._window.session.read(
                lambda services: services.reading.article(article_id),
                lambda article: self._window.points.accept_with(
                    proposal, lambda take: self._window.board.pin(take, article, self._side)
                ),
            )

    def _toggle_hit(self, hit: Hit) -> None:
        if hit.removed or hit.comment:
            self._window.toast.say(
                self.tr("This stands beside the article: restore it there, and then pin it.")
            )
            return

        def found(take: Take | None) -> None:
            if take is None:
                self._mark(hit)
            elif not self._let_go(take.id):
                self._keep(take)

        self._window.session.read(lambda services: _take_of(services, hit), found)

    def _mark(self, hit: Hit) -> None:
        """Make the passage a take that nobody but its outlet speaks, and keep it."""
        window = self._window
        voice = Attributed(None, hit.outlet.name, Role.REPORTING)

        def mark(services: Services) -> Correction:
            return services.correcting.mark(hit.article_id, (hit.source,), voice)

        def pin(correction: Correction, article: Article) -> None:
            name = self.tr("Mark and pin")
            window.board.stack.beginMacro(name)
            self._marking.note(name, correction)
            window.board.pin(correction.after[0].take, article, self._side)
            window.board.stack.endMacro()
            self._show_again()
            window.toast.say(self.tr("Marked as a take, and pinned."), window.board.stack.undo)

        window.session.write(
            lambda services: (mark(services), services.reading.article(hit.article_id)),
            lambda made: pin(*made),
            window.show_problem,
        )

    def _keep(self, take: Take) -> None:
        window = self._window

        def pin(found: tuple[Take, Article]) -> None:
            # The key may have been pressed again before the library had answered.
            if self._clipping_of(take.id) is None:
                window.rooms.strip.keep_texts()
                window.board.pin(*found, self._side)
                window.toast.say(self.tr("Pinned."), window.board.stack.undo)

        def work(services: Services) -> tuple[Take, Article]:
            return services.reading.current(take), services.reading.article(take.article_id)

        window.session.read(work, pin)

    def _let_go(self, take_id: int) -> bool:
        kept = self._clipping_of(take_id)
        if kept is not None:
            self._window.pins.drop(kept)
        return kept is not None

    def _clipping_of(self, take_id: int) -> str | None:
        comparison = self._window.board.comparison
        clippings = comparison.clippings if comparison is not None else ()
        return next((one.id for one in clippings if one.take.id == take_id), None)

    @property
    def _side(self) -> Side:
        return self._window.rooms.pair.side

    def _show_again(self) -> None:
        window = self._window
        window.reload()
        window.search.refresh()
        for side in Side:
            window.desk.reload_text(side)


def _take_of(services: Services, hit: Hit) -> Take | None:
    """The take that a hit stands in, or that it is the headline or the thesis of."""
    if hit.take_id is not None:
        return services.reading.take(hit.take_id)
    words = hit.source.of(services.reading.article(hit.article_id).cleaned.source).strip()
    takes = services.reading.takes_in(hit.article_id)
    return next((take for take in takes if words in {take.headline, take.thesis}), None)


def _taken_back(services: Services, correction: Correction) -> Correction:
    undone = correction.undone
    services.correcting.apply(undone)
    return undone
