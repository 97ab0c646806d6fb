"""The menu of all that a library can be narrowed by, with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from summit_reader.domain.narrowing import Attribute, Trait, groups
from summit_reader.gui.narrowing.filters import Filters
from summit_reader.gui.narrowing.wording import attribute_name, value_name
from summit_reader.gui.wording import tr, unmarked

_YEAR = len("2019")
MOST_MONTHS = 12
"""Months that stand in one menu; more of them stand by their years."""


def filter_menu(
    filters: Filters,
    months: Sequence[tuple[Trait, int]],
    ask_period: Callable[[], None],
    parent: QWidget,
) -> QMenu:
    """A menu in which every value can be ticked; it goes when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for attribute, axis in filters.attributes():
        part = menu.addMenu(unmarked(attribute_name(attribute, axis)))
        _fill(part, groups(filters.everyone, attribute, axis), filters)
    part = menu.addMenu(attribute_name(Attribute.DAY))
    _fill_days(part, months, filters)
    part.addSeparator()
    part.addAction(tr("Between two days…")).triggered.connect(lambda _=False: ask_period())
    if filters.wanted:
        menu.addSeparator()
        menu.addAction(tr("Remove all filters")).triggered.connect(lambda _=False: filters.clear())
    return menu


def _fill_days(menu: QMenu, months: Sequence[tuple[Trait, int]], filters: Filters) -> None:
    if len(months) <= MOST_MONTHS:
        _fill(menu, months, filters)
        return
    for year, found in groupby(months, key=lambda item: item[0].value[:_YEAR]):
        of_year = list(found)
        if not year:
            _fill(menu, of_year, filters)
            continue
        part = menu.addMenu(f"{year} ({sum(count for _, count in of_year)})")
        _fill(part, [(Trait(Attribute.DAY, year), sum(n for _, n in of_year))], filters)
        part.addSeparator()
        _fill(part, of_year, filters)


def _fill(menu: QMenu, values: Iterable[tuple[Trait, int]], filters: Filters) -> None:
    for trait, count in values:
        action = QAction(f"{unmarked(value_name(trait))} ({count})", menu)
        action.setCheckable(True)
        action.setChecked(trait in filters.wanted)
        action.triggered.connect(partial(_toggle, filters, trait))
        menu.addAction(action)


def _toggle(filters: Filters, trait: Trait, _: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
    filters.toggle(trait)
