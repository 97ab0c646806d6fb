"""The window in a language much longer than English, from the left and from the right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow
from tests.gui.clipping import PseudoLanguage, clipped, pseudo
from tests.gui.conftest import NewWindow

PAGES = ("grid", "stories", "coverage", "inbox")
DIALOGS = (
    "keys", "palette", "people", "backups", "export", "paste", "new_point", "set_aside",
    "follow_feed", "preferences", "help",
)  # fmt: skip


@pytest.fixture(
    params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"]
)
def foreign(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QTranslator]:
    """Everything made from here on is in the language that does not exist."""
    language = PseudoLanguage()
    qapp.installTranslator(language)
    qapp.setLayoutDirection(request.param)
    yield language
    qapp.removeTranslator(language)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def settled(widget: QWidget) -> list[str]:
    """What stays clipped once the layout is at rest."""
    QApplication.processEvents()
    return clipped(widget)


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("width", [1024, 1280])
def test_the_window_has_room_for_its_words(paired: MainWindow, qtbot: QtBot, width: int) -> None:
    paired.resize(width, 800)
    found = settled(paired)
    assert paired.field.isVisible()
    for name in PAGES:
        paired.actions_[name].trigger()
        found += settled(paired)
    paired.actions_["points"].trigger()
    paired.field.setText("money")
    qtbot.waitUntil(lambda: paired.rooms.results.total > 0)
    found += settled(paired)
    assert not found, "\n".join(sorted(set(found)))


@pytest.mark.usefixtures("foreign")
def test_the_first_page_has_room_for_its_words(
    new_window: NewWindow,
) -> None:
    window = new_window()
    window.rooms.show_empty(True)  # noqa: FBT003  # the Qt way of a setter
    found = settled(window)
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_has_room_for_its_words(paired: MainWindow, qtbot: QtBot, name: str) -> None:
    paired.actions_[name].trigger()
    qtbot.waitUntil(lambda: bool(_dialogs(paired)))
    dialog = _dialogs(paired)[-1]
    found = settled(dialog)
    assert not found, "\n".join(found)
    dialog.close()


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_what_does_not_fit_is_found(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    button, label = QPushButton("A long inscription"), QLabel("Many words " * 30)
    label.setWordWrap(True)
    column.addWidget(button)
    column.addWidget(label)
    box.resize(400, 400)
    box.show()
    assert clipped(box) == []
    button.setFixedWidth(40)
    label.setFixedHeight(10)
    assert len(settled(box)) == 2


def test_the_language_is_longer_and_keeps_what_is_no_word() -> None:
    assert pseudo("&File") == "&Fîlé ö"
    said = pseudo("{n} outlets of <b>{name}</b>…")
    assert "{n}" in said
    assert "<b>{name}</b>" in said
    assert said.endswith("…")
    assert len(said) >= 1.4 * len("{n} outlets of <b>{name}</b>…")
