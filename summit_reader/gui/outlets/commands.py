"""What the reader can do about outlets: the commands of the Outlet menu, and the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog

from summit_reader.bootstrap import Services
from summit_reader.domain.correction import TakeInText
from summit_reader.domain.outlet import OutletRef, OutletSummary
from summit_reader.domain.outlet_card import OutletCard, OutletFacts, OutletState
from summit_reader.domain.preview import IntakeRules
from summit_reader.domain.shelf import Deletion
from summit_reader.gui.articles.wording import deletion_detail, deletion_question
from summit_reader.gui.decision_steps import Decide, DecisionSteps
from summit_reader.gui.narrowing.commands import NarrowingCommands
from summit_reader.gui.outlets.card import OutletCardDialog
from summit_reader.gui.widgets.questions import is_sure
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.wording import takes_counted, texts_counted, tr

if TYPE_CHECKING:
    from summit_reader.gui.articles.commands import ShelfCommands
    from summit_reader.gui.main_window import MainWindow

Trust = tuple[tuple[str, ...], bool]
"""Names of an outlet, and whether texts under them come in without a look."""

OF_OUTLETS = ("outlet_card", "only_outlet", "merge_outlets", "split_outlet", "delete_outlet")


class OutletCommands(QObject):
    """Acts on the outlet that is chosen in its list, or that of the text in the focused pane."""

    def __init__(self, window: MainWindow, shelf: ShelfCommands) -> None:
        super().__init__(window)
        self._window, self._shelf = window, shelf
        self.narrowing = NarrowingCommands(window)
        self._steps = DecisionSteps[OutletState](
            window.session,
            window.board.stack,
            lambda services, before: services.curating.restore(before),
            self,
        )
        self._trusting = DecisionSteps[Trust](window.session, window.board.stack, _trusted, self)
        self._trusting.failed.connect(window.show_problem)
        self._steps.changed.connect(shelf.on_changed)
        self._steps.failed.connect(window.show_problem)
        self._on("outlet_card", self.show_card)
        self._on("merge_outlets", self._ask_other)
        self._on("split_outlet", self._ask_alias)
        self._on("delete_outlet", self._ask_deletion)
        self._on("only_outlet", self._only)
        sidebar = window.rooms.sidebar
        sidebar.outlet_view.addActions([window.actions_[name] for name in OF_OUTLETS])
        sidebar.outlet_view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), sidebar.outlet_view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._ask_deletion)

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    # --- the card -------------------------------------------------------------------------------

    def show_card(self) -> None:
        """Open the card of the outlet at hand."""
        outlet = self._outlet()
        if outlet is not None:
            self._window.session.read(
                lambda s: (s.curating.card(outlet.id), s.previewing.rules()), self._show
            )

    def _show(self, found: tuple[OutletCard, IntakeRules]) -> None:
        card, rules = found
        profile = card.outlet.profile
        names = (profile.name, *profile.aliases)
        trusted = not rules.trusted.isdisjoint(names)
        dialog = OutletCardDialog(card, self._window.look, self._window, is_trusted=trusted)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outlet = card.outlet.ref
        dialog.put.connect(lambda facts: self._edit(outlet, facts))
        dialog.trusted.connect(lambda always: self._trust(names, always=always))
        dialog.take_opened.connect(self._open)
        dialog.merge_asked.connect(lambda: self._ask_other(outlet))
        dialog.split_asked.connect(lambda: self._ask_alias(outlet))
        dialog.deletion_asked.connect(lambda: self._ask_deletion(outlet))
        dialog.texts_asked.connect(lambda: self._show_texts(outlet))
        dialog.open()

    def _open(self, row: TakeInText, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._window.open_take(row.take, across)

    def _show_texts(self, outlet: OutletRef) -> None:
        self.narrowing.only(outlet)
        self._shelf.show_all()

    def _edit(self, outlet: OutletRef, facts: OutletFacts) -> None:
        self._make(tr("Change outlet"), tr("Changed."), lambda s: s.curating.edit(outlet.id, facts))

    def _trust(self, names: tuple[str, ...], *, always: bool) -> None:
        title = tr("Trust outlet") if always else tr("Trust outlet no more")
        self._trusting.make(title, lambda s: _trusted(s, (names, always)))

    # --- one outlet or two ----------------------------------------------------------------------

    def _ask_other(self, outlet: OutletRef | None = None) -> None:
        one = outlet or self._outlet()
        if one is None:
            return
        others = {each.outlet.name: each for each in self._outlets() if each.outlet.id != one.id}
        name, fine = QInputDialog.getItem(
            self._window,
            tr("Merge outlets"),
            tr("Which outlet is the same as “{0}”? It becomes another name of it.").format(
                one.name
            ),
            list(others),
            editable=False,
        )
        if fine and name in others:
            self._ask_merge(one, others[name])

    def _ask_merge(self, one: OutletRef, other: OutletSummary) -> None:
        asked = tr("Merge {other} into {one}, with its {texts} and {takes}?").format(
            other=other.outlet.name,
            one=one.name,
            texts=texts_counted(other.articles),
            takes=takes_counted(other.takes),
        )
        if is_sure(self._window, tr("Merge outlets"), asked, tr("Merge")):
            self._make(
                tr("Merge outlets"),
                tr("Merged."),
                lambda s: s.curating.merge(one.id, other.outlet.id),
            )

    def _ask_alias(self, outlet: OutletRef | None = None) -> None:
        one = outlet or self._outlet()
        if one is None:
            return

        def ask(card: OutletCard) -> None:
            aliases = [a for a in card.outlet.profile.aliases if a != card.outlet.profile.name]
            if not aliases:
                self._window.toast.say(tr("{0} has no other name.").format(one.name))
                return
            alias, fine = QInputDialog.getItem(
                self._window,
                tr("Split outlet"),
                tr("Which name of “{0}” is an outlet of its own?").format(one.name),
                aliases,
                editable=False,
            )
            if fine:
                self._make(
                    tr("Split outlet"), tr("Split."), lambda s: s.curating.split(one.id, alias)
                )

        self._window.session.read(lambda s: s.curating.card(one.id), ask)

    def _ask_deletion(self, outlet: OutletRef | None = None) -> None:
        one = outlet or self._outlet()
        if one is None:
            return

        def ask(gone: Deletion) -> None:
            question = f"{deletion_question(gone)}\n\n{deletion_detail(gone)}"
            if is_sure(self._window, tr("Delete outlet"), question, tr("Delete")):
                self._shelf.delete_outlet(one.id, gone)

        self._window.session.read(lambda s: s.shelving.deletion_of_outlet(one.id), ask)

    def _make(self, name: str, said: str, decide: Decide[OutletState]) -> None:
        self._steps.make(name, decide)
        self._window.toast.say(said, self._steps.undo)

    # --- which outlet ---------------------------------------------------------------------------

    def _only(self) -> None:
        outlet = self._outlet()
        if outlet is not None:
            self.narrowing.only(outlet)

    def _outlets(self) -> Sequence[OutletSummary]:
        return self._window.session.filters.everyone

    def _outlet(self) -> OutletRef | None:
        window = self._window
        view = window.rooms.sidebar.outlet_view
        chosen = view.currentIndex().data(VALUE)
        row = self._shelf.current()
        if row is not None:
            return row.outlet
        if isinstance(chosen, OutletSummary) and (view.hasFocus() or window.rooms.previews):
            return chosen.outlet
        content = window.rooms.pair.focused_pane.content
        if content is not None:
            return content.article.outlet
        if isinstance(chosen, OutletSummary):
            return chosen.outlet
        window.toast.say(tr("Choose an outlet in the sidebar first."))
        return None


def _trusted(services: Services, wanted: Trust) -> Trust:
    """Take texts under these names in without a look, or not; what takes that back."""
    names, always = wanted
    for name in names:
        services.previewing.trust(name, always=always)
    return names, not always
