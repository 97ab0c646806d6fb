from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import open_services
from summit_reader.domain.article import Hints
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.person import Person, PersonName, Resemblance, SamePerson
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.people.dialog import PeopleDialog
from summit_reader.gui.people.listing import PeopleListModel
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.rows import VALUE

TEXTS = {
    "The Tide": "A headline\n\n“We close the harbour,” said Sergei Lavrov, the mayor.\n",
    "Harbour Post": "Another one\n\n“The harbour is closed,” said Sergej Lawrow, a sailor.\n",
    "Radio Coast": "A third one\n\n“I was not there,” said Ada Byrne, who owns a boat.\n",
}


@pytest.fixture
def mayors(tmp_path: Path) -> Path:
    """A library with a mayor of two spellings."""
    folder = tmp_path / "Mayors"
    services = open_services(folder, create=True)
    for outlet, text in TEXTS.items():
        services.importing.import_text(text, outlet, Hints(outlet=OutletProfile(outlet)))
    services.close()
    return folder


def people_of(window: MainWindow, qtbot: QtBot) -> PeopleDialog:
    window.actions_["people"].trigger()
    qtbot.waitUntil(lambda: window.findChild(PeopleDialog) is not None)
    dialog = window.findChild(PeopleDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    return dialog


def listed(dialog: PeopleDialog) -> list[str]:
    return [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]


def choose(dialog: PeopleDialog, name: str) -> None:
    model = dialog.view.model()
    row = next(row for row in range(model.rowCount()) if name in model.index(row, 0).data())
    dialog.view.setCurrentIndex(model.index(row, 0))


@pytest.fixture
def dialog(window: MainWindow, mayors: Path, qtbot: QtBot) -> PeopleDialog:
    window.open_library(mayors, sample=False)
    services = window.session
    qtbot.waitUntil(lambda: services.services is not None and services.services.library == mayors)
    return people_of(window, qtbot)


def test_proposals_come_before_people() -> None:
    model = PeopleListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    one, other = (Person((PersonName(number, name, 2),)) for number, name in enumerate("AB"))
    model.show([SamePerson(one, other, "A", "B", Resemblance.INITIALS)], [one, other])
    texts = [model.index(row).data() for row in range(model.rowCount())]
    assert texts == [
        "May be one person",
        "A = B?. the initial fits nobody else here",
        "People",
        "A. 2 takes · 0 outlets",
        "B. 2 takes · 0 outlets",
    ]
    assert (model.first(), model.row_of(1), model.row_of(7)) == (1, 4, None)
    model.show([], [])
    assert (model.rowCount(), model.first()) == (0, 0)


def test_a_person_is_shown_with_takes_in_several_outlets(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = people_of(opened, qtbot)
    choose(dialog, "Andrei Lankov")
    qtbot.waitUntil(lambda: dialog.person.model.rowCount() == 3)
    descriptions = dialog.person.descriptions.model()
    spoken = [descriptions.index(row, 0).data() for row in range(descriptions.rowCount())]
    assert spoken == [
        "South China Morning Post (HK): “veteran North Korea analyst”, 2 takes",
        "The Week (GB): “Professor, Seoul’s Kookmin University”, 1 take",
    ]
    take = dialog.person.model.index(2).data(VALUE).take
    dialog.person.view.setCurrentIndex(dialog.person.model.index(2))
    QTest.keyClick(dialog.person.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: take.id in opened.desk.sides())


def test_the_filter_narrows_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = people_of(opened, qtbot)
    QTest.keyClicks(dialog.filter, "lankov")
    assert listed(dialog) == ["People", "Andrei Lankov. 3 takes · 2 outlets"]
    qtbot.waitUntil(lambda: dialog.person.model.rowCount() == 3)
    QTest.keyClicks(dialog.filter, "x")
    assert listed(dialog) == []
    QTest.keyClick(dialog.filter, Qt.Key.Key_Backspace)
    QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_accepted_people_become_one_and_can_be_taken_back(
    dialog: PeopleDialog, qtbot: QtBot
) -> None:
    before = listed(dialog)
    assert "two transliterations of one name" in before[1]
    dialog.proposal.same.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    qtbot.waitUntil(lambda: dialog.person.model.rowCount() == 2)
    toast = dialog.findChild(Toast)
    assert toast is not None
    undo = toast.findChild(QAbstractButton)
    assert undo is not None
    undo.click()
    qtbot.waitUntil(lambda: listed(dialog) == before)


def test_who_is_kept_apart_is_not_asked_about_again(dialog: PeopleDialog, qtbot: QtBot) -> None:
    dialog.proposal.apart.click()
    qtbot.waitUntil(lambda: listed(dialog)[0] == "People")
    assert dialog.model.rowCount() == 4


def test_a_name_is_separated_again(dialog: PeopleDialog, qtbot: QtBot) -> None:
    dialog.proposal.same.click()
    qtbot.waitUntil(lambda: dialog.person.model.rowCount() == 2)
    names = {button.accessibleName(): button for button in dialog.person.findChildren(QPushButton)}
    names["Separate Sergej Lawrow"].click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 4)
    assert "May be one person" not in listed(dialog)


def test_no_button_answers_a_stray_enter(dialog: PeopleDialog) -> None:
    buttons = dialog.findChildren(QPushButton)
    assert {"Same person", "Keep apart"} <= {button.text() for button in buttons}
    assert not [button.text() for button in buttons if button.autoDefault()]


def test_a_dialog_that_is_closed_minds_no_late_answer(
    dialog: PeopleDialog, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.proposal.same.click()
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(PeopleDialog) is None)
    services = window.session.services
    assert services is not None
    qtbot.waitUntil(lambda: len(services.recognising.people()) == 2)
