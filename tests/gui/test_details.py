"""What is known of a text, and the way to its original."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.gui.details.dialog import DetailsDialog
from summit_reader.gui.details.facts import facts_of
from summit_reader.gui.details.original import web_address
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.widgets.sides import Side


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the browser."""
    handed: list[str] = []

    def hand(url: QUrl) -> bool:
        handed.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", hand)
    return handed


def with_address(services: Services) -> int:
    """An article of the sample library whose file names its address."""
    texts = services.reading.texts()
    return next(text.article_id for text in texts if web_address(text.metadata.url))


def show_text(window: MainWindow, article_id: int, qtbot: QtBot) -> None:
    window.rooms.show_pair()
    window.desk.open_text(article_id, Side.A)
    pane = window.rooms.pair.panes[Side.A]
    qtbot.waitUntil(lambda: pane.content is not None and pane.content.article.id == article_id)


def test_details_say_everything_with_its_origin(qapp: object, sample: Services) -> None:
    for text in sample.reading.texts():
        details = sample.describing.details(text.article_id)
        facts = {fact.name: fact for fact in facts_of(details, OutletNames())}
        assert facts["Outlet"].value.startswith(text.metadata.outlet.name)
        assert facts["Fingerprint"].value == details.fingerprint
        assert facts["File"].value == details.name
        assert int(facts["Takes"].value) == len(sample.reading.takes_in(text.article_id))
        if text.metadata.published is None and text.metadata.suggested_date is not None:
            assert facts["Date"].value.startswith("perhaps ")
            assert text.metadata.date_evidence in facts["Date"].origin
        assert all(fact.value for fact in facts.values())


def test_blind_details_do_not_tell_the_outlet(qapp: object, sample: Services) -> None:
    names = OutletNames()
    names.set_blind(True)
    for text in sample.reading.texts():
        details = sample.describing.details(text.article_id)
        told = "\n".join(fact.line for fact in facts_of(details, names))
        assert text.metadata.outlet.name not in told
        assert not text.metadata.url or text.metadata.url not in told
        assert details.name not in told


def test_the_dialog_copies_and_saves_the_original(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    services = opened.session.services
    assert services is not None
    show_text(opened, 1, qtbot)
    opened.actions_["details"].trigger()
    qtbot.waitUntil(lambda: bool(opened.findChildren(DetailsDialog)))
    (dialog,) = opened.findChildren(DetailsDialog)
    dialog._copy()
    assert QGuiApplication.clipboard().text().splitlines() == [f.line for f in dialog.facts]
    path = tmp_path / "original.bin"
    opened.commands.reading.details.save(1, path)
    qtbot.waitUntil(path.exists)
    assert len(path.read_bytes()) == services.describing.details(1).size
    dialog.close()


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.tide.example/ferry?a=1", "www.tide.example"),
        ("  http://tide.example ", "tide.example"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("tide.example/ferry", ""),
        ("", ""),
        ("https://exa mple/\x00", ""),
    ],
)
def test_only_web_addresses_go_to_a_browser(qapp: object, text: str, host: str) -> None:
    address = web_address(text)
    assert (address.host() if address is not None else "") == host


def test_the_original_is_opened_only_after_asking(
    opened: MainWindow, qtbot: QtBot, browsed: list[str]
) -> None:
    services = opened.session.services
    assert services is not None
    article_id = with_address(services)
    show_text(opened, article_id, qtbot)
    address = QUrl(services.reading.article(article_id).metadata.url)
    for accepts in (False, True):
        opened.actions_["open_original"].trigger()
        (question,) = (box for box in opened.findChildren(QMessageBox) if box.isVisible())
        assert address.host() in question.text()
        assert browsed == []
        wanted = QMessageBox.ButtonRole.AcceptRole if accepts else QMessageBox.ButtonRole.RejectRole
        button = next(b for b in question.buttons() if question.buttonRole(b) == wanted)
        button.click()
    assert browsed == [address.toString()]


def test_blind_reading_does_not_name_the_host(
    opened: MainWindow, qtbot: QtBot, browsed: list[str]
) -> None:
    services = opened.session.services
    assert services is not None
    show_text(opened, with_address(services), qtbot)
    opened.look.names.set_blind(True)
    opened.actions_["open_original"].trigger()
    assert not [box for box in opened.findChildren(QMessageBox) if box.isVisible()]
    assert browsed == []
