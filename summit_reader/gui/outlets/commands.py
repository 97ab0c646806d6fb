"""What the reader can do about outlets: the commands of the Outlet menu, the card, the filter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox

from summit_reader.domain.correction import TakeInText
from summit_reader.domain.outlet import OutletRef, OutletSummary
from summit_reader.domain.outlet_card import OutletCard, OutletFacts, OutletState
from summit_reader.domain.shelf import Deletion
from summit_reader.gui.articles.wording import deletion_detail, deletion_question
from summit_reader.gui.decision_steps import Decide, DecisionSteps
from summit_reader.gui.outlets.card import OutletCardDialog
from summit_reader.gui.outlets.filtering import Attribute, Trait, attribute_name, groups, value_name
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.wording import takes_counted, texts_counted, tr

if TYPE_CHECKING:
    from summit_reader.gui.articles.commands import ShelfCommands
    from summit_reader.gui.main_window import MainWindow

OF_OUTLETS = ("outlet_card", "merge_outlets", "split_outlet", "delete_outlet")


class OutletCommands(QObject):
    """Acts on the outlet that is chosen in its list, or that of the text in the focused pane."""

    def __init__(self, window: MainWindow, shelf: ShelfCommands) -> None:
        super().__init__(window)
        self._window, self._shelf = window, shelf
        self._steps = DecisionSteps[OutletState](
            window.session,
            window.board.stack,
            lambda services, before: services.curating.restore(before),
            self,
        )
        self._steps.changed.connect(shelf.on_changed)
        self._steps.failed.connect(window.show_problem)
        self._on("outlet_card", self.show_card)
        self._on("merge_outlets", self._ask_other)
        self._on("split_outlet", self._ask_alias)
        self._on("delete_outlet", self._ask_deletion)
        self._on("narrow_outlets", self._show_groups)
        sidebar = window.rooms.sidebar
        sidebar.outlet_view.addActions([window.actions_[name] for name in OF_OUTLETS])
        sidebar.outlet_view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), sidebar.outlet_view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._ask_deletion)
        sidebar.funnel.triggered.connect(self._show_groups)
        sidebar.narrowed.removed.connect(shelf.outlets.remove)
        shelf.outlets.changed.connect(self._on_filtered)
        window.filled.connect(self._on_filled)
        window.session.opened.connect(shelf.outlets.clear)

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    # --- the card -------------------------------------------------------------------------------

    def show_card(self) -> None:
        """Open the card of the outlet at hand."""
        outlet = self._outlet()
        if outlet is not None:
            self._window.session.read(lambda s: s.curating.card(outlet.id), self._show)

    def _show(self, card: OutletCard) -> None:
        dialog = OutletCardDialog(card, self._window.look, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outlet = card.outlet.ref
        dialog.put.connect(lambda facts: self._edit(outlet, facts))
        dialog.take_opened.connect(self._open)
        dialog.merge_asked.connect(lambda: self._ask_other(outlet))
        dialog.split_asked.connect(lambda: self._ask_alias(outlet))
        dialog.deletion_asked.connect(lambda: self._ask_deletion(outlet))
        dialog.texts_asked.connect(lambda: self._shelf.show_texts_of(outlet))
        dialog.open()

    def _open(self, row: TakeInText, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._window.open_take(row.take, across)

    def _edit(self, outlet: OutletRef, facts: OutletFacts) -> None:
        self._make(tr("Change outlet"), tr("Changed."), lambda s: s.curating.edit(outlet.id, facts))

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
        if self._is_sure(tr("Merge outlets"), asked, tr("Merge")):
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
            if self._is_sure(tr("Delete outlet"), question, tr("Delete")):
                self._shelf.delete_outlet(one.id, gone)

        self._window.session.read(lambda s: s.shelving.deletion_of_outlet(one.id), ask)

    def _is_sure(self, title: str, question: str, verb: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=self._window)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(no)
        box.exec()
        return box.clickedButton() is yes

    def _make(self, name: str, said: str, decide: Decide[OutletState]) -> None:
        self._steps.make(name, decide)
        self._window.toast.say(said, self._steps.undo)

    # --- what outlets are narrowed to -----------------------------------------------------------

    def _show_groups(self) -> None:
        outlets, sidebar = self._shelf.outlets, self._window.rooms.sidebar
        if not sidebar.isVisible():
            self._window.rooms.show_work()
            self._window.rooms.ask_for_sidebar()
        menu = QMenu(sidebar.filter)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kinds = [(each, "") for each in Attribute if each is not Attribute.LABEL]
        for attribute, axis in (*kinds, *((Attribute.LABEL, axis) for axis in outlets.axes())):
            part = menu.addMenu(attribute_name(attribute, axis))
            for trait, count in groups(outlets.outlets, attribute, axis):
                action = QAction(f"{value_name(trait).replace('&', '&&')} ({count})", part)
                action.triggered.connect(partial(self._narrow, trait))
                part.addAction(action)
        menu.popup(sidebar.filter.mapToGlobal(sidebar.filter.rect().bottomLeft()))

    def _narrow(self, trait: Trait, _: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self._shelf.outlets.add(trait)

    def _on_filtered(self) -> None:
        outlets, sidebar = self._shelf.outlets, self._window.rooms.sidebar
        sidebar.narrow(
            [each for each in self._outlets() if outlets.holds(each)],
            [outlets.name_of(each) for each in outlets.chosen],
        )

    def _on_filled(self) -> None:
        self._shelf.outlets.show_outlets(self._outlets())
        self._on_filtered()

    def _outlets(self) -> tuple[OutletSummary, ...]:
        contents = self._window.contents
        return contents.outlets if contents is not None else ()

    def _outlet(self) -> OutletRef | None:
        window = self._window
        view = window.rooms.sidebar.outlet_view
        index = view.currentIndex()
        row = self._shelf.current()
        if row is not None:
            return row.outlet
        if index.isValid() and (view.hasFocus() or window.rooms.previews):
            summary: OutletSummary = index.data(VALUE)
            return summary.outlet
        content = window.rooms.pair.focused_pane.content
        if content is not None:
            return content.article.outlet
        if index.isValid():
            chosen: OutletSummary = index.data(VALUE)
            return chosen.outlet
        window.toast.say(tr("Choose an outlet in the sidebar first."))
        return None
