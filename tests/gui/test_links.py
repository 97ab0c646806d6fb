"""Links of other programs: asked about, written, and taken back, all in the window."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from summit_reader.domain.errors import SummitError
from summit_reader.domain.hand_out_errors import LinksNotKept, LinksNotOffered
from summit_reader.gui.export.links import LinkFlow


@dataclass
class FakeOpening:
    """A system that does as it is told."""

    registered: bool = False
    refuses: bool = False
    place: str = "a file"

    def is_registered(self) -> bool:
        return self.registered

    def register(self) -> None:
        if self.refuses:
            raise LinksNotKept(path=self.place, reason="the disk is full")
        self.registered = True

    def remove(self) -> None:
        self.registered = False


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def question(parent: QWidget) -> QMessageBox:
    (box,) = (one for one in parent.findChildren(QMessageBox) if one.isVisible())
    return box


def answer(parent: QWidget, verb: str) -> None:
    next(one for one in question(parent).buttons() if one.text() == verb).click()


def test_links_are_opened_here_once_the_reader_says_so(parent: QWidget) -> None:
    opening, said = FakeOpening(), list[str]()
    flow = LinkFlow(lambda: opening, parent)
    flow.said.connect(said.append)
    flow.ask()
    assert "a file" in question(parent).informativeText()
    answer(parent, "Cancel")
    assert not opening.registered
    assert said == []
    flow.ask()
    answer(parent, "Open links here")
    assert opening.registered
    flow.ask()
    answer(parent, "Open them no more")
    assert not opening.registered
    assert said == ["Links are opened here.", "Links are no longer opened here."]


def test_what_stands_in_the_way_is_told(parent: QWidget) -> None:
    told: list[SummitError] = []
    flow = LinkFlow(lambda: FakeOpening(refuses=True), parent)
    flow.failed.connect(told.append)
    flow.ask()
    answer(parent, "Open links here")
    assert isinstance(told[0], LinksNotKept)

    def nothing_to_tell() -> FakeOpening:
        raise LinksNotOffered(system="macOS")

    flow = LinkFlow(nothing_to_tell, parent)
    flow.failed.connect(told.append)
    flow.ask()
    assert isinstance(told[1], LinksNotOffered)
