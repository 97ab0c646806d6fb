"""Everybody who speaks, shown; and what the reader decides about names, kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.person import NameDecision, Person, PersonName, SamePerson
from summit_reader.domain.take import Take
from summit_reader.gui.decision_steps import Decide, DecisionSteps
from summit_reader.gui.look import Look
from summit_reader.gui.people.dialog import PeopleDialog
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest

Decided = tuple[NameDecision, ...]


def show_people(
    session: LibrarySession,
    look: Look,
    steps: DecisionSteps[Decided],
    *,
    open_take: Callable[[Take], None],
    parent: QWidget,
) -> None:
    """Open the list of people; a take that is opened closes it."""
    dialog = PeopleDialog(look, parent)
    flow = _People(session, dialog, steps)
    dialog.person.take_opened.connect(open_take)
    dialog.person.take_opened.connect(lambda _: dialog.accept())
    flow.load()
    dialog.open()


class _People(QObject):
    """Fills the dialog, keeps decisions, and fills it anew; lives as long as the dialog."""

    def __init__(
        self, session: LibrarySession, dialog: PeopleDialog, steps: DecisionSteps[Decided]
    ) -> None:
        super().__init__(dialog)
        self._session, self._dialog, self._steps = session, dialog, steps
        self._chosen: int | None = None
        self._takes = Latest()
        self._open = True
        dialog.person_chosen.connect(self._show)
        dialog.proposal.accepted.connect(self._accept)
        dialog.proposal.refused.connect(self._refuse)
        dialog.person.separated.connect(self._separate)
        dialog.finished.connect(self._on_finished)
        steps.changed.connect(self._on_changed)

    def load(self, chosen: int | None = None) -> None:
        """List people and proposals; the person with the id `chosen` is shown."""

        def ask(services: Services) -> tuple[tuple[SamePerson, ...], tuple[Person, ...]]:
            return services.recognising.proposals(), services.recognising.people()

        def fill(found: tuple[tuple[SamePerson, ...], tuple[Person, ...]]) -> None:
            if self._open:
                self._dialog.show_people(*found, chosen)

        self._session.read(ask, fill)

    def _show(self, person: Person) -> None:
        def fill(takes: tuple[Take, ...]) -> None:
            if self._open:
                self._dialog.show_person(person, takes)

        self._takes.replace(
            self._session.read(lambda services: services.recognising.takes_of(person.id), fill)
        )

    def _accept(self, proposal: SamePerson) -> None:
        self._decide(
            self.tr("Same person"),
            lambda s: s.recognising.accept(proposal.one.id, proposal.other.id),
            self.tr("“{0}” and “{1}” are one person.").format(
                proposal.one_name, proposal.other_name
            ),
            chosen=proposal.one.id,
        )

    def _refuse(self, proposal: SamePerson) -> None:
        self._decide(
            self.tr("Different persons"),
            lambda s: s.recognising.refuse(proposal.one.id, proposal.other.id),
            self.tr("“{0}” and “{1}” are kept apart.").format(
                proposal.one_name, proposal.other_name
            ),
        )

    def _separate(self, name: PersonName) -> None:
        self._decide(
            self.tr("Different persons"),
            lambda s: s.recognising.separate(name.id),
            self.tr("“{0}” is a person of its own.").format(name.name),
            chosen=name.id,
        )

    def _decide(
        self, step: str, decide: Decide[Decided], said: str, chosen: int | None = None
    ) -> None:
        def done(_: Decided) -> None:
            if self._open:
                self._dialog.say(said, self._steps.undo)

        self._chosen = chosen
        self._steps.make(step, decide, done)

    def _on_changed(self) -> None:
        if self._open:
            self.load(self._chosen)

    def _on_finished(self) -> None:
        # Answers may still come, and the dialog is about to be deleted.
        self._open = False
