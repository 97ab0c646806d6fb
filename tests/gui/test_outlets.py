from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.outlets.card import OutletCardDialog
from summit_reader.gui.recent import RecentLibraries
from summit_reader.gui.settings import Settings


def choose(window: MainWindow, name: str) -> None:
    view = window.rooms.sidebar.outlet_view
    model = view.model()
    for at in range(model.rowCount()):
        if model.index(at, 0).data().startswith(name):
            view.setCurrentIndex(model.index(at, 0))
            view.setFocus()
            return
    pytest.fail(f"{name} is not listed")


def names(window: MainWindow) -> list[str]:
    outlets = window.contents.outlets if window.contents is not None else ()
    return [each.outlet.name for each in outlets]


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Says yes to every question; what was asked."""
    asked: list[str] = []

    def say_yes(box: QMessageBox) -> None:
        asked.append(box.text())
        box.buttons()[0].click()

    monkeypatch.setattr(QMessageBox, "exec", say_yes)
    return asked


def card_of(window: MainWindow, qtbot: QtBot, name: str) -> OutletCardDialog:
    choose(window, name)
    window.outlets.show_card()
    qtbot.waitUntil(lambda: window.findChild(OutletCardDialog) is not None)
    dialog = window.findChild(OutletCardDialog)
    assert dialog is not None
    return dialog


def test_the_card_shows_and_changes_an_outlet(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = card_of(opened, qtbot, "Polityka")
    assert dialog.country.text() == "PL"
    assert dialog.takes.model().rowCount() == 1
    dialog.name.setText("Polityka Weekly")
    for column, text in enumerate(("leaning", "centre", "a reader", "nonsense")):
        item = dialog.labels.item(0, column)
        assert item is not None
        item.setText(text)
    assert dialog.labels.rowCount() == 2
    dialog.accept()
    assert dialog.isVisible()
    item = dialog.labels.item(0, 3)
    assert item is not None
    item.setText("2024-05-06")
    dialog.accept()
    qtbot.waitUntil(lambda: "Polityka Weekly" in names(opened))
    assert opened.session.filters.axes() == ["leaning"]
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: "Polityka" in names(opened))


def test_an_outlet_is_trusted_on_its_card(opened: MainWindow, qtbot: QtBot) -> None:
    services = opened.session.services
    assert services is not None
    dialog = card_of(opened, qtbot, "CBS News")
    assert not dialog.trust.isChecked()
    dialog.trust.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: "CBS News" in services.previewing.rules().trusted)
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: not services.previewing.rules().trusted)
    opened.board.stack.redo()
    qtbot.waitUntil(lambda: "CBS News" in services.previewing.rules().trusted)
    qtbot.waitUntil(lambda: opened.findChild(OutletCardDialog) is None)
    dialog = card_of(opened, qtbot, "CBS News")
    assert dialog.trust.isChecked()
    dialog.reject()


def test_outlets_are_merged_and_split(
    opened: MainWindow, qtbot: QtBot, sure: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("BBC", True))
    choose(opened, "CBS News")
    opened.actions_["merge_outlets"].trigger()
    qtbot.waitUntil(lambda: "BBC" not in names(opened))
    assert "Merge BBC into CBS News, with its 0 texts and 2 takes?" in sure[0]
    choose(opened, "CBS News")
    opened.actions_["split_outlet"].trigger()
    qtbot.waitUntil(lambda: "BBC" in names(opened))
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: "BBC" not in names(opened))
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: "BBC" in names(opened))


def test_an_outlet_is_deleted_with_its_take(
    opened: MainWindow, qtbot: QtBot, sure: list[str]
) -> None:
    choose(opened, "Polityka")
    opened.actions_["delete_outlet"].trigger()
    qtbot.waitUntil(lambda: "Polityka" not in names(opened))
    assert sure[0].startswith("Delete outlet Polityka and its 1 take?")
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: "Polityka" in names(opened))


def test_recent_libraries_are_listed_and_missing_ones_are_grey(
    opened: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    services = opened.session.services
    assert services is not None
    asked: list[Path] = []
    recent = RecentLibraries(settings, opened.actions_["about"], opened, asked.append)
    recent.remember(services.library)
    recent.remember(tmp_path / "gone & away")
    recent.fill()
    gone, here = recent.menu.actions()
    assert not gone.isEnabled()
    assert "not there now" in gone.text()
    assert "gone && away" in gone.text()
    here.trigger()
    assert asked == [services.library]
    opened.actions_["about"].setMenu(QMenu(opened))
    assert str(services.library) in settings.recent_libraries
