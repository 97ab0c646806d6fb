"""What the reader makes of points and proposals; every step can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summit_reader.domain.correction import Attributed
from summit_reader.domain.decision_state import DecisionState, RefusedPassage
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.point import Decision
from summit_reader.domain.proposal import Proposal
from summit_reader.domain.relation import Relation, TakeRelation
from summit_reader.domain.take import Role
from summit_reader.services.comparing import Comparing, ordered_takes
from summit_reader.services.correcting import Correcting
from summit_reader.store import decision_states, points, relations
from summit_reader.store.database import Database


class Deciding:
    """Keeps what the reader decides; nothing that the program finds later overrules it.

    Each step answers with the state before it, which `restore` brings back. So do the steps of
    `Comparing`.
    """

    def __init__(self, database: Database, comparing: Comparing, correcting: Correcting) -> None:
        self._database = database
        self._comparing = comparing
        self._correcting = correcting

    def accept(self, point_id: int, proposal: Proposal, role: Role | None = None) -> DecisionState:
        """Put what is proposed on the point. A passage becomes a take with the role given.

        Without a role, it gets the one that the proposal says.

        Raises:
            NoSuchPoint: if there is no such point.
            NoSuchTake: if the take is gone.
            NoSuchText: if the passage's text is gone.
            NothingSelected: if there are no words any more where the passage stood.
        """
        if proposal.take is not None:
            return self._comparing.decide(point_id, proposal.take.id, Decision.ACCEPTED)
        with self._database.read() as work:
            points.by_id(work, point_id)
        voice = Attributed(None, proposal.outlet.name, role or proposal.role)
        part = proposal.part
        correction = self._correcting.mark(part.article_id, (part.source,), voice)
        take_id = correction.after[0].take.id
        before = self._comparing.decide(point_id, take_id, Decision.ACCEPTED)
        return replace(before, correction=correction.undone)

    def refuse(self, point_id: int, proposal: Proposal) -> DecisionState:
        """Propose this for the point no more.

        Raises:
            NoSuchPoint: if there is no such point.
            NoSuchTake: if the take is gone.
        """
        if proposal.take is not None:
            return self._comparing.decide(point_id, proposal.take.id, Decision.REFUSED)
        passage = RefusedPassage(point_id, proposal.part.article_id, proposal.part.text)
        with self._database.write() as work:
            points.by_id(work, point_id)
            before = decision_states.state(work, refused=[passage])
            decision_states.put_refused(work, passage, is_refused=True)
            work.commit()
        return before

    def move_take(
        self, point_id: int, take_id: int, position: int, narrowing: Narrowing | None = None
    ) -> DecisionState:
        """Put a take at this place among those on the point, counted from 0; the rest close up.

        From then on the takes stand as the reader has put them. A take that is not on the point
        moves nothing. With a narrowing only those that count are counted.

        Raises:
            NoSuchPoint: if there is no such point.
        """
        with self._database.write() as work:
            point = points.by_id(work, point_id)
            shown = [one.take.id for one in ordered_takes(work, point)]
            counted = [one.take.id for one in ordered_takes(work, point, narrowing)]
            before = decision_states.of_point(work, point_id)
            if take_id in counted:
                shown.remove(take_id)
                counted.remove(take_id)
                shown.insert(_place(shown, counted, max(position, 0)), take_id)
                points.put_takes_in_order(work, point_id, shown)
                work.commit()
        return before

    def move_point(self, point_id: int, position: int) -> DecisionState:
        """Put a point at this place among the points, counted from 0; the rest close up.

        Raises:
            NoSuchPoint: if there is no such point.
        """
        with self._database.write() as work:
            points.by_id(work, point_id)
            order = [point.id for point in points.all_points(work)]
            before = decision_states.state(work, points=order)
            order.remove(point_id)
            order.insert(max(position, 0), point_id)
            points.put_in_order(work, order)
            work.commit()
        return before

    def relate(self, first_id: int, second_id: int, relation: Relation | None) -> DecisionState:
        """Say how the second take stands to the first, or with None that nothing is said.

        Raises:
            NoSuchTake: if one of the takes is not there.
            ValueError: if both are the same.
        """
        if first_id == second_id:
            message = "a take has no relation to itself"
            raise ValueError(message)
        pair = (min(first_id, second_id), max(first_id, second_id))
        with self._database.write() as work:
            before = decision_states.state(work, pairs=[pair])
            if relation is None:
                relations.remove(work, *pair)
            else:
                relations.put(work, first_id, second_id, relation)
            work.commit()
        return before

    def relation(self, one_id: int, other_id: int) -> TakeRelation | None:
        """What the reader has said of two takes; None if nothing."""
        with self._database.read() as work:
            found = relations.among(work, (one_id, other_id))
        return found[0] if found else None

    def restore(self, before: DecisionState) -> DecisionState:
        """Have things as they were; what takes that back in turn.

        Raises:
            TakeChanged: if a take that the step made was corrected since; nothing is changed then.
        """
        if before.correction is not None:
            self._correcting.apply(before.correction)
        with self._database.write() as work:
            now = decision_states.restore(work, before)
            work.commit()
        undone = before.correction.undone if before.correction is not None else None
        return replace(now, correction=undone)


def _place(shown: Sequence[int], counted: Sequence[int], position: int) -> int:
    """Where in `shown` a place among the `counted` of them is."""
    if position < len(counted):
        return shown.index(counted[position])
    return shown.index(counted[-1]) + 1 if counted else len(shown)
