"""The commands that narrow the library, and the bar that shows to what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from summit_reader.domain.narrowing import Attribute, Trait, ends_of
from summit_reader.domain.outlet import OutletRef
from summit_reader.gui.narrowing.menu import filter_menu
from summit_reader.gui.narrowing.wording import attribute_name, filter_name
from summit_reader.gui.sidebar.outlets import Group
from summit_reader.gui.widgets.page_heads import fill_choices
from summit_reader.gui.wording import outlets_counted, texts_counted, tr

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class NarrowingCommands(QObject):
    """Fills the lists of the window anew whenever other things are wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._filters = window, window.session.filters
        self._bar = window.rooms.filters
        self._on("filter", self.show_menu)
        self._on("clear_filters", self._filters.clear)
        window.rooms.sidebar.funnel.triggered.connect(self.show_menu)
        self._bar.more_asked.connect(self.show_menu)
        self._bar.cleared.connect(self._filters.clear)
        self._bar.chips.removed.connect(lambda at: self._filters.remove(self._filters.wanted[at]))
        self._filters.changed.connect(window.relist)
        self._filters.settled.connect(window.search.refresh)
        window.filled.connect(self._show)
        self._group_as_before()
        window.look.names.changed.connect(self._show)

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    def show_menu(self) -> None:
        """Offer all that the library can be narrowed by."""
        # The tick says that there are filters, not that the menu was asked for.
        self._window.actions_["filter"].setChecked(bool(self._filters.wanted))
        self._window.session.read(lambda s: s.narrowing.months(), self._popup)

    def only(self, outlet: OutletRef) -> None:
        """Narrow the library to one outlet."""
        others = [each for each in self._filters.wanted if each.attribute is not Attribute.NAME]
        self._filters.put([*others, Trait(Attribute.NAME, outlet.name)])

    def _popup(self, months: Sequence[tuple[Trait, int]]) -> None:
        menu = filter_menu(self._filters, months, lambda: self._ask_period(months), self._window)
        self._offer_groups(menu)
        menu.popup(self._below())

    def _offer_groups(self, menu: QMenu) -> None:
        outlets = self._window.rooms.sidebar.outlets
        menu.addSeparator()
        part = menu.addMenu(tr("Group the list of outlets by"))
        choices: list[tuple[Group | None, str]] = [(None, tr("Nothing"))]
        choices += [(by, attribute_name(*by)) for by in self._filters.attributes()]
        fill_choices(part, choices, outlets.grouped_by, self._group)

    def _group(self, by: Group | None) -> None:
        self._window.rooms.sidebar.outlets.group(by)
        self._window.settings.outlets_by = "" if by is None else ":".join(by)

    def _group_as_before(self) -> None:
        kept, _, axis = self._window.settings.outlets_by.partition(":")
        if kept in set(Attribute):
            self._window.rooms.sidebar.outlets.group((Attribute(kept), axis))

    def _below(self) -> QPoint:
        window = self._window
        button = window.tools.widgetForAction(window.actions_["filter"])
        for place in (self._bar.more, button):
            if place.isVisible():
                return place.mapToGlobal(place.rect().bottomLeft())
        return QCursor.pos()

    def _ask_period(self, months: Sequence[tuple[Trait, int]]) -> None:
        from summit_reader.gui.narrowing.period import PeriodDialog  # noqa: PLC0415 - rare

        dated = [ends for trait, _ in months if (ends := ends_of(trait.value)) is not None]
        today = datetime.now(UTC).date()
        first, last = (dated[-1][0], dated[0][1]) if dated else (today, today)
        dialog = PeriodDialog(first, last, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._put_period)
        dialog.open()

    def _put_period(self, period: Trait) -> None:
        others = [each for each in self._filters.wanted if each.attribute is not Attribute.DAY]
        self._filters.put([*others, period])

    def _show(self) -> None:
        filters, contents = self._filters, self._window.contents
        names = [
            filter_name(each, tuple(filters.everyone), self._window.look.names)
            for each in filters.wanted
        ]
        left = ""
        if filters.narrowing is not None and contents is not None:
            left = tr("{outlets} and {texts} left").format(
                outlets=outlets_counted(len(contents.outlets)),
                texts=texts_counted(len(filters.narrowing.texts)),
            )
        self._bar.show_filters(names, left)
        self._window.actions_["filter"].setChecked(bool(names))
        self._window.actions_["clear_filters"].setEnabled(bool(names))
