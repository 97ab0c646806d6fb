"""What the reader does with points; every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.decision_state import DecisionState
from summit_reader.domain.point import Decision, Point, PointOrigin, PointView
from summit_reader.domain.proposal import Proposal
from summit_reader.domain.take import Take
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.decision_steps import Decide, DecisionSteps
from summit_reader.gui.look import Look
from summit_reader.gui.points.dialog import PointDialog
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.wording import takes_counted


class PointEdits(QObject):
    """Asks, changes the library, and tells which point to show.

    `said` comes with what takes the step back, or None for the first making of a point.
    """

    made = Signal(int)
    changed = Signal()
    said = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self,
        session: LibrarySession,
        desk: Desk,
        stack: QUndoStack,
        look: Look,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._desk, self._look, self._window = session, desk, look, window
        self._steps, self._new = (
            DecisionSteps[DecisionState](
                session, stack, lambda services, before: services.deciding.restore(before), self
            )
            for _ in range(2)
        )
        self._steps.changed.connect(self.changed)
        # A new point is shown, not only listed: two ways of filling the lists would cross.
        self._new.changed.connect(self._on_new)
        for steps in (self._steps, self._new):
            steps.failed.connect(self.failed)
        self._latest = Latest()
        self._stack = stack

    # --- making and wording ---------------------------------------------------------------------

    def create(self, words: str = "", origin: PointOrigin | None = None) -> None:
        """Ask for a question and make it a point; `words` are what to start from."""
        dialog = self._dialog(None)
        if words and origin is not None:
            # It reads words as the index does, which takes a while to load.
            from summit_reader.services.questions import question_from  # noqa: PLC0415

            dialog.propose(question_from(words, origin))
        elif words:
            dialog.propose(words)
        dialog.put.connect(self._make)
        dialog.open()

    def edit(self) -> None:
        """Ask for another wording of the point at hand, and for a second phrase."""
        if (view := self._desk.view) is None:
            return
        point = view.summary.point
        dialog = self._dialog(point)
        dialog.put.connect(lambda question, phrase: self._reword(point, question, phrase))
        dialog.open()

    def remove(self) -> None:
        """Remove the point at hand; its takes stay in the library."""
        if (view := self._desk.view) is not None:
            point = view.summary.point
            said = self.tr("Point “{0}” removed; its {1} stay in the library.")
            self._step(
                self.tr("Remove point"),
                said.format(point.question, takes_counted(view.summary.takes)),
                lambda s: s.comparing.remove_point(point.id),
            )

    # --- what belongs to a point ----------------------------------------------------------------

    def add(self, take: Take | None) -> None:
        """Put a take on the point at hand."""
        self._decide(take, Decision.ACCEPTED, self.tr("Added to “{0}”."))

    def refuse(self, take: Take | None) -> None:
        """Take a take away from the point at hand."""
        self._decide(take, Decision.REFUSED, self.tr("Taken away from “{0}”."))

    def accept_proposal(self, proposal: Proposal) -> None:
        """Put what is proposed on the point at hand."""
        self._judge(
            self.tr("Accept proposal"), self.tr("Accepted for “{0}”."),
            lambda s, point_id: s.deciding.accept(point_id, proposal),
        )  # fmt: skip

    def accept_with(self, proposal: Proposal, follow: Callable[[Take], None]) -> None:
        """Put what is proposed on the point at hand; pinned by `follow`, it is the same step."""
        if (view := self._desk.view) is None:
            return
        point = view.summary.point
        said = self.tr("Accepted for “{0}”, and pinned.").format(point.question)

        def decide(services: Services) -> tuple[DecisionState, Take]:
            before = services.deciding.accept(point.id, proposal)
            if before.correction is not None:
                # What takes the step back begins with the take that it made of the passage.
                return before, before.correction.before[0].take
            assert proposal.take is not None, "a passage becomes a take"  # noqa: S101 - for mypy
            return before, services.reading.current(proposal.take)

        def done(made: tuple[DecisionState, Take]) -> None:
            name = self.tr("Accept and pin")
            self._stack.beginMacro(name)
            self._steps.note(name, made[0])
            follow(made[1])
            self._stack.endMacro()
            self.changed.emit()
            self.said.emit(said, self._steps.undo)

        self._session.write(decide, done, self.failed.emit)

    def refuse_proposal(self, proposal: Proposal) -> None:
        """Propose this for the point at hand no more."""
        self._judge(
            self.tr("Refuse proposal"), self.tr("Not proposed for “{0}” any more."),
            lambda s, point_id: s.deciding.refuse(point_id, proposal),
        )  # fmt: skip

    # --- order ----------------------------------------------------------------------------------

    def move_take(self, take_id: int, by: int) -> None:
        """Move a take up or down among those on the point at hand."""
        view = self._desk.view
        ids = [each.take.id for each in view.takes] if view is not None else []
        if take_id in ids:
            self.place_take(take_id, ids.index(take_id) + by)

    def place_take(self, take_id: int, position: int) -> None:
        """Put a take at a place among those on the point at hand, counted with it taken out."""
        view = self._desk.view
        if view is not None and 0 <= position < len(view.takes):
            point_id = view.summary.point.id
            narrowing = self._session.filters.narrowing
            self._step(
                self.tr("Move take"), "",
                lambda s: s.deciding.move_take(point_id, take_id, position, narrowing),
            )  # fmt: skip

    def place_point(self, point_id: int, position: int) -> None:
        """Put a point at a place among all, counted with it taken out."""
        self._step(self.tr("Move point"), "", lambda s: s.deciding.move_point(point_id, position))

    # --- how ------------------------------------------------------------------------------------

    def _dialog(self, point: Point | None) -> PointDialog:
        dialog = PointDialog(self._look, self._window, point)
        open_ = [True]
        dialog.finished.connect(open_.clear)

        def ask(question: str, phrase: str) -> None:
            # Answers may still come when the dialog is about to be deleted.
            token = self._session.read(
                lambda s: s.proposing.for_question(question, phrase),
                lambda found: dialog.show_found(found) if open_ else None,
                lambda _: None,
            )
            self._latest.replace(token)

        dialog.typed.connect(ask)
        self._session.read(
            lambda s: s.proposing.chips(),
            lambda chips: dialog.show_chips(chips) if open_ else None,
            lambda _: None,
        )
        return dialog

    def _make(self, question: str, phrase: str) -> None:
        def done(back: DecisionState) -> None:
            ((point_id, record),) = back.points
            if record is not None:  # it was there already
                self.made.emit(point_id)

        self._new.make(
            self.tr("New point"), lambda s: s.comparing.make_point(question, phrase)[1], done
        )

    def _on_new(self, back: DecisionState | None) -> None:
        ((point_id, record),) = back.points if back is not None else ((0, None),)
        if point_id and record is None:
            self.made.emit(point_id)
        else:
            self.changed.emit()

    def _reword(self, point: Point, question: str, phrase: str) -> None:
        if question != point.question:
            self._step(
                self.tr("Rename point"), self.tr("Point renamed."),
                lambda s: s.comparing.rename_point(point.id, question),
            )  # fmt: skip
        if phrase != point.second_phrase:
            self._step(
                self.tr("Second phrase"), self.tr("Second phrase kept."),
                lambda s: s.comparing.set_second_phrase(point.id, phrase),
            )  # fmt: skip

    def _decide(self, take: Take | None, decision: Decision, said: str) -> None:
        if take is not None:
            self._judge(
                self.tr("Decide about take"), said,
                lambda s, point_id: s.comparing.decide(point_id, take.id, decision),
            )  # fmt: skip

    def _judge(
        self, name: str, said: str, decide: Callable[[Services, int], DecisionState]
    ) -> None:
        view: PointView | None = self._desk.view
        if view is not None:
            point = view.summary.point
            self._step(name, said.format(point.question), lambda s: decide(s, point.id))

    def _step(self, name: str, said: str, decide: Decide[DecisionState]) -> None:
        self._steps.make(name, decide)
        if said:
            self.said.emit(said, self._steps.undo)
