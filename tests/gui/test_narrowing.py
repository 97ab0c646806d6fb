from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from summit_reader.domain.narrowing import Attribute, Trait, interval
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.narrowing.menu import filter_menu
from summit_reader.gui.narrowing.period import PeriodDialog
from summit_reader.gui.narrowing.wording import period_name
from summit_reader.gui.settings import Settings
from summit_reader.gui.takes.model import AbsentRow, ProposalRow, TakeRow

POLAND = Trait(Attribute.COUNTRY, "PL")
FRANCE = Trait(Attribute.COUNTRY, "FR")


@pytest.fixture
def poland(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window narrowed to Poland: Polityka, known by an excerpt alone."""
    with qtbot.waitSignal(opened.session.filters.settled):
        opened.session.filters.add(POLAND)
    return opened


def chips(window: MainWindow) -> list[str]:
    return [button.text() for button in window.rooms.filters.chips.buttons]


def countries(window: MainWindow) -> set[str]:
    rows = window.rooms.takes.model
    shown = [rows.index(at).data(256) for at in range(rows.rowCount())]
    found = set()
    for row in shown:
        if isinstance(row, TakeRow):
            found.add(row.take.outlet.country)
        elif isinstance(row, AbsentRow):
            found.add(row.absent.outlet.country)
        elif isinstance(row, ProposalRow):
            found.add(row.proposal.outlet.country)
    return found


def test_the_bar_shows_each_filter_and_takes_it_away(poland: MainWindow, qtbot: QtBot) -> None:
    bar, filters = poland.rooms.filters, poland.session.filters
    assert bar.isVisible()
    assert chips(poland) == ["Country: PL"]
    assert poland.actions_["filter"].isChecked()
    filters.add(FRANCE)
    qtbot.waitUntil(lambda: chips(poland) == ["Country: PL", "Country: FR"])
    bar.chips.buttons[0].click()
    qtbot.waitUntil(lambda: chips(poland) == ["Country: FR"])
    poland.actions_["clear_filters"].trigger()
    qtbot.waitUntil(bar.isHidden)
    assert filters.narrowing is None
    assert not poland.actions_["clear_filters"].isEnabled()


def test_points_takes_and_outlets_are_narrowed(poland: MainWindow, qtbot: QtBot) -> None:
    sidebar = poland.rooms.sidebar
    assert next(row.takes for row in sidebar.points.rows) == 1
    assert sidebar.outlets.rowCount() == 1
    qtbot.waitUntil(lambda: countries(poland) == {"PL"})
    poland.session.filters.clear()
    qtbot.waitUntil(lambda: sidebar.outlets.rowCount() > 5)
    qtbot.waitUntil(lambda: len(countries(poland)) > 3)


def test_the_grid_coverage_stories_and_texts_are_narrowed(poland: MainWindow, qtbot: QtBot) -> None:
    actions, pages = poland.actions_, poland.pages
    actions["grid"].trigger()
    qtbot.waitUntil(lambda: pages.grid.page.model.columnCount() == 1)
    poland.session.filters.put([FRANCE])
    qtbot.waitUntil(lambda: pages.grid.page.model.columnCount() == 1
                    and pages.grid.page.model.column(0).name == "AFP")  # fmt: skip
    actions["coverage"].trigger()
    lanes = pages.coverage.page.model
    qtbot.waitUntil(lambda: [lane.name for lane in lanes.timeline.lanes] == ["AFP"])
    actions["stories"].trigger()
    texts = pages.stories.page.texts.rows
    qtbot.waitUntil(lambda: [row.source.metadata.outlet.name for row in texts.rows] == ["AFP"])
    actions["articles"].trigger()
    rows = poland.shelf.flow.page.model
    qtbot.waitUntil(lambda: [row.outlet.name for row in rows.rows] == ["AFP"])
    assert poland.rooms.filters.isVisible()
    actions["board"].trigger()
    assert poland.rooms.filters.isHidden()
    actions["grid"].trigger()
    assert poland.rooms.filters.isVisible()


def test_a_search_is_narrowed_and_widened_again(poland: MainWindow, qtbot: QtBot) -> None:
    results = poland.rooms.results
    poland.field.setText("Kim")
    qtbot.waitUntil(lambda: results.model.rowCount() > 0)
    assert {row.hit.outlet.name for row in results.model.rows} == {"Polityka"}
    poland.session.filters.clear()
    qtbot.waitUntil(lambda: len({row.hit.outlet.name for row in results.model.rows}) > 1)


def test_another_library_is_not_narrowed(poland: MainWindow, qtbot: QtBot) -> None:
    services = poland.session.services
    assert services is not None
    with qtbot.waitSignal(poland.filled):
        poland.session.open(services.library)
    assert poland.session.filters.wanted == ()
    qtbot.waitUntil(poland.rooms.filters.isHidden)


def leaves(menu: QMenu) -> list[str]:
    found = []
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            found += [f"{action.text()} / {leaf}" for leaf in leaves(inside)]
        else:
            found.append(action.text())
    return found


def test_the_menu_has_every_attribute_with_counts(poland: MainWindow) -> None:
    months = [(Trait(Attribute.DAY, "2019-04"), 1), (Trait(Attribute.DAY, ""), 4)]
    menu = filter_menu(poland.session.filters, months, lambda: None, poland)
    found = leaves(menu)
    assert "Country / PL (1)" in found
    assert "Date / April 2019 (1)" in found
    assert "Date / no date (4)" in found
    country = next(each for each in menu.actions() if each.text() == "Country").menu()
    assert isinstance(country, QMenu)
    ticked = [each.text() for each in country.actions() if each.isChecked()]
    assert ticked == ["PL (1)"]
    many = [(Trait(Attribute.DAY, f"{year}-{month:02}"), 1)
            for year in (2021, 2020) for month in range(12, 0, -1)]  # fmt: skip
    found = leaves(filter_menu(poland.session.filters, many, lambda: None, poland))
    assert "Date / 2021 (12) / 2021 (12)" in found
    assert "Date / 2020 (12) / February 2020 (1)" in found


def test_asking_for_the_menu_ticks_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["filter"].trigger()
    assert not opened.actions_["filter"].isChecked()
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in opened.findChildren(QMenu)))
    for menu in opened.findChildren(QMenu):
        menu.close()


def test_two_days_are_asked_for(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = PeriodDialog(date(2019, 4, 1), date(2019, 4, 30), opened)
    qtbot.addWidget(dialog)
    told: list[Trait] = []
    dialog.chosen.connect(told.append)
    dialog.accept()
    dialog.until.setChecked(False)
    dialog.accept()
    dialog.until.setChecked(True)
    dialog.first.setDate(dialog.last.date().addDays(3))
    dialog.accept()
    assert told == [
        interval(date(2019, 4, 1), date(2019, 4, 30)),
        interval(date(2019, 4, 1), None),
        interval(date(2019, 4, 30), date(2019, 5, 3)),
    ]
    dialog.since.setChecked(False)
    dialog.until.setChecked(False)
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("", "no date"),
        ("2019", "2019"),
        ("2019-04", "April 2019"),
        ("2019-04-01/2019-04-30", "4/1/19 – 4/30/19"),
        ("2019-04-01/", "since 4/1/19"),
        ("/2019-04-30", "until 4/30/19"),
        ("nonsense", "nonsense"),
    ],
)
def test_periods_are_named(value: str, name: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    try:
        assert period_name(value) == name
    finally:
        QLocale.setDefault(before)


def test_only_this_outlet_narrows_to_it(opened: MainWindow, qtbot: QtBot) -> None:
    view = opened.rooms.sidebar.outlet_view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    name = view.currentIndex().data().split(" ")[0]
    opened.actions_["only_outlet"].trigger()
    qtbot.waitUntil(lambda: chips(opened) == [f"Outlet: {name}"])
    assert opened.rooms.sidebar.outlets.rowCount() == 1


def test_in_blind_reading_no_filter_names_an_outlet(opened: MainWindow, qtbot: QtBot) -> None:
    opened.session.filters.put([Trait(Attribute.NAME, "AFP")])
    qtbot.waitUntil(lambda: chips(opened) == ["Outlet: AFP"])
    opened.look.names.set_blind(True)
    (shown,) = chips(opened)
    assert shown.startswith("Outlet: Outlet ")


def test_a_take_is_moved_among_those_that_are_left(opened: MainWindow, qtbot: QtBot) -> None:
    filters = opened.session.filters
    with qtbot.waitSignal(filters.settled):
        filters.add(Trait(Attribute.COUNTRY, "HK"))
    qtbot.waitUntil(lambda: countries(opened) <= {"HK"} and opened.rooms.takes.model.rowCount() > 1)
    view = opened.desk.view
    assert view is not None
    shown = [one.take.id for one in view.takes]
    opened.points.place_take(shown[0], len(shown) - 1)
    moved = [*shown[1:], shown[0]]
    qtbot.waitUntil(lambda: opened.desk.view is not None
                    and [one.take.id for one in opened.desk.view.takes] == moved)  # fmt: skip
    filters.clear()
    qtbot.waitUntil(lambda: opened.desk.view is not None and len(opened.desk.view.takes) == 9)
    assert opened.desk.view is not None
    assert [one.take.id for one in opened.desk.view.takes if one.take.id in shown] == moved


def test_kinds_of_outlets_are_named(opened: MainWindow) -> None:
    menu = filter_menu(opened.session.filters, [], lambda: None, opened)
    assert any(leaf.startswith("Kind / Newspaper (") for leaf in leaves(menu))


def test_the_list_of_outlets_is_grouped_and_stays_so(
    opened: MainWindow, qtbot: QtBot, settings: Settings
) -> None:
    opened.actions_["filter"].trigger()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in opened.findChildren(QMenu)))
    menu = next(each for each in opened.findChildren(QMenu) if each.isVisible())
    part = menu.actions()[-1].menu()
    assert isinstance(part, QMenu)
    country = next(each for each in part.actions() if each.text() == "Country")
    country.trigger()
    menu.close()
    outlets = opened.rooms.sidebar.outlets
    assert outlets.index(0).data() == "GB · 5"
    assert settings.outlets_by == "country:"
    opened.rooms.sidebar.outlet_view.clicked.emit(outlets.index(0))
    assert opened.desk.outlet is None
