"""The inbox: feeds followed and asked, what they bring kept and dismissed, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from summit_reader import shipped
from summit_reader.bootstrap import Services
from summit_reader.domain.feed import Feed, FeedOutcome, Schedule
from summit_reader.gui.feeds.dialogs import FeedSettingsDialog, FollowDialog
from summit_reader.gui.feeds.page import InboxPage
from summit_reader.gui.feeds.report import FeedReportDialog
from summit_reader.gui.main_window import MainWindow
from summit_reader.intake.feeds.opml import feeds_listed_in
from summit_reader.intake.worker import worker
from tests.services.conftest import Web

FEED = "https://news.example/feed"
QUOTED = "“We will close the harbour,” said Ada Byrne, the mayor of the town."


def rss(*names: str, title: str = "Evening <b>News</b> & more") -> str:
    items = "".join(
        f"<item><guid>{title}{name}</guid><title>Headline {name}</title>"
        f"<link>https://news.example/{name}</link><description>{QUOTED}</description></item>"
        for name in names
    )
    escaped = title.replace("&", "&amp;").replace("<", "&lt;")
    return f"<rss version='2.0'><channel><title>{escaped}</title>{items}</channel></rss>"


@pytest.fixture(autouse=True)  # before a library is opened, whose services are given it
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    web = Web()
    monkeypatch.setattr(shipped, "fetcher", lambda: web)
    yield web
    worker().close()


def services_of(window: MainWindow) -> Services:
    services = window.session.services
    assert services is not None
    return services


def added(window: MainWindow, address: str) -> Feed:
    outcome = services_of(window).following.follow(address)
    assert isinstance(outcome, FeedOutcome)
    return outcome.feed


@pytest.fixture
def feed(opened: MainWindow, web: Web) -> Feed:
    web.put(FEED, rss("b", "a"))
    feed = added(opened, FEED)
    web.asked.clear()
    return feed


@pytest.fixture
def inbox(opened: MainWindow, feed: Feed, qtbot: QtBot) -> InboxPage:
    """The inbox with two items, in sight and filled."""
    opened.actions_["inbox"].trigger()
    page = opened.feeds.page
    qtbot.waitUntil(lambda: len(page.items.rows) == 2 and bool(page.preview.model.rows))
    return page


def headlines(page: InboxPage) -> list[str]:
    return [item.headline for item in page.items.rows]


def modal(kind: type[QDialog]) -> Callable[[], bool]:
    return lambda: isinstance(QApplication.activeModalWidget(), kind)


def test_the_inbox_shows_feeds_items_and_the_takes_of_one(inbox: InboxPage) -> None:
    assert inbox.isVisible()
    assert [row.title if row else None for row in inbox.feeds.rows] == [None, "Evening News & more"]
    assert headlines(inbox) == ["Headline b", "Headline a"]
    (take,) = inbox.preview.model.rows
    assert take.chain[0].name == "Ada Byrne"
    assert inbox.preview.text.toPlainText() == QUOTED


def test_escape_and_the_lists_lead_back_to_the_texts(opened: MainWindow, inbox: InboxPage) -> None:
    QTest.keyClick(inbox.item_view, Qt.Key.Key_Escape)
    assert opened.rooms.columns.isVisible()
    opened.actions_["inbox"].trigger()
    assert inbox.isVisible()
    opened.actions_["points"].trigger()
    assert opened.rooms.sidebar.point_view.hasFocus()
    opened.actions_["inbox"].trigger()
    opened.field.setText("harbour")
    assert not inbox.isVisible()


def test_enter_keeps_and_undo_takes_back(
    opened: MainWindow, inbox: InboxPage, web: Web, qtbot: QtBot
) -> None:
    texts = services_of(opened).reading.summary().texts
    QTest.keyClick(inbox.item_view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: headlines(inbox) == ["Headline a"])
    qtbot.waitUntil(lambda: opened.contents is not None
                    and opened.contents.summary.texts == texts + 1)  # fmt: skip
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: headlines(inbox) == ["Headline b", "Headline a"])
    opened.board.stack.redo()
    qtbot.waitUntil(lambda: headlines(inbox) == ["Headline a"])
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: len(inbox.items.rows) == 2)
    assert services_of(opened).reading.summary().texts == texts
    assert web.asked == []


def test_delete_dismisses_and_undo_brings_back(
    opened: MainWindow, inbox: InboxPage, qtbot: QtBot
) -> None:
    inbox.item_view.selectAll()
    QTest.keyClick(inbox.item_view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: headlines(inbox) == [])
    assert not opened.actions_["keep_item"].isEnabled()
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: headlines(inbox) == ["Headline b", "Headline a"])
    opened.board.stack.redo()
    qtbot.waitUntil(lambda: headlines(inbox) == [])


def test_everything_is_kept_at_once(opened: MainWindow, inbox: InboxPage, qtbot: QtBot) -> None:
    opened.actions_["keep_all"].trigger()
    qtbot.waitUntil(lambda: headlines(inbox) == [])
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: len(inbox.items.rows) == 2)


def test_the_page_is_fetched_when_asked_for(
    opened: MainWindow, inbox: InboxPage, web: Web, qtbot: QtBot
) -> None:
    paragraphs = "".join(
        f"<p>Sentence {number} of the article tells what the council said on Monday.</p>"
        for number in range(9)
    )
    page = f"<html><body><article><h1>Headline b</h1>{paragraphs}</article></body></html>"
    web.put("https://news.example/b", page, content_type="text/html")
    assert web.asked == []
    opened.actions_["full_text"].trigger()
    qtbot.waitUntil(lambda: "Sentence 8" in inbox.preview.text.toPlainText(), timeout=15_000)
    assert len(web.asked) == 1


def test_one_feed_can_be_looked_at_alone(
    opened: MainWindow, inbox: InboxPage, web: Web, qtbot: QtBot
) -> None:
    web.put("https://other.example/f", rss("c", title="Other"))
    added(opened, "https://other.example/f")
    opened.feeds.load()
    qtbot.waitUntil(lambda: len(inbox.items.rows) == 3)
    inbox.feed_view.setFocus()
    QTest.keyClick(inbox.feed_view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: headlines(inbox) == ["Headline c"])


def test_refreshing_brings_what_is_new_and_reports_trouble(
    opened: MainWindow, inbox: InboxPage, web: Web, qtbot: QtBot
) -> None:
    web.put(FEED, rss("c", "b", "a"))
    opened.actions_["refresh_feeds"].trigger()
    assert opened.feeds.asking.underway.isVisible()
    qtbot.waitUntil(lambda: headlines(inbox)[0] == "Headline c", timeout=15_000)
    assert not opened.feeds.asking.underway.isVisible()
    web.put(FEED, status=500)
    opened.actions_["refresh_feeds"].trigger()
    qtbot.waitUntil(modal(FeedReportDialog))
    report = QApplication.activeModalWidget()
    assert isinstance(report, FeedReportDialog)
    assert "fault" in report.lines.item(0).text()
    report.reject()


def test_a_round_of_requests_can_be_stopped(
    opened: MainWindow, inbox: InboxPage, qtbot: QtBot
) -> None:
    opened.actions_["refresh_feeds"].trigger()
    opened.feeds.asking.underway.stop.click()
    assert not opened.feeds.asking.underway.isVisible()
    opened.actions_["refresh_feeds"].trigger()
    assert opened.feeds.asking.underway.isVisible()
    qtbot.waitUntil(lambda: not opened.feeds.asking.underway.isVisible(), timeout=15_000)
    if isinstance(report := QApplication.activeModalWidget(), FeedReportDialog):
        report.reject()


def test_no_server_is_asked_while_every_schedule_is_off(
    opened: MainWindow, inbox: InboxPage, feed: Feed, web: Web, qtbot: QtBot
) -> None:
    told: list[bool] = []
    opened.feeds.asking.refresh_due()
    opened.session.read(lambda s: s.polling.is_any_due(), told.append)
    qtbot.waitUntil(lambda: told == [False])
    assert web.asked == []
    services_of(opened).following.set_schedule(feed.id, Schedule.HOURLY)
    opened.feeds.asking.refresh_due()
    opened.session.read(lambda s: s.polling.is_any_due(), told.append)
    qtbot.waitUntil(lambda: told == [False, False])
    assert web.asked == []  # asked when it was added, so not due for an hour


def test_a_feed_is_followed_by_address(
    opened: MainWindow, inbox: InboxPage, web: Web, qtbot: QtBot
) -> None:
    link = "<link rel=alternate type=application/atom+xml title={0} href=/{0}>"
    web.put("https://site.example", link.format("news") + link.format("sport"))
    web.put("https://site.example/sport", rss("s", title="Sport"))
    opened.actions_["follow_feed"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FollowDialog)
    QTest.keyClicks(dialog.address, "nowhere.example")
    QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "could not be reached" in dialog._trouble.text())
    dialog.address.clear()
    QTest.keyClicks(dialog.address, "site.example")
    QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.candidates.isVisible)
    QTest.keyClick(dialog.candidates, Qt.Key.Key_Down)
    QTest.keyClick(dialog.candidates, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Headline s" in headlines(inbox))
    assert opened.board.stack.undoText() == "Follow feed"
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: "Headline s" not in headlines(inbox))


def test_settings_are_kept_and_the_schedule_is_off_at_first(
    opened: MainWindow, inbox: InboxPage, feed: Feed, qtbot: QtBot
) -> None:
    inbox.feed_view.setCurrentIndex(inbox.feeds.index(1))
    opened.actions_["feed_settings"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FeedSettingsDialog)
    assert (dialog.form.schedule, dialog.form.full_text) == (Schedule.OFF, False)
    dialog.form._schedule.setCurrentIndex(3)
    dialog.form._full_text.setChecked(True)
    dialog.accept()

    def kept() -> bool:
        (now,) = services_of(opened).following.feeds()
        return (now.schedule, now.full_text) == (Schedule.DAILY, True)

    qtbot.waitUntil(kept)
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: not kept())
    opened.board.stack.redo()
    qtbot.waitUntil(kept)


def test_a_feed_is_let_go_once_that_is_confirmed(
    opened: MainWindow, inbox: InboxPage, qtbot: QtBot
) -> None:
    inbox.feed_view.setCurrentIndex(inbox.feeds.index(1))
    opened.actions_["unfollow"].trigger()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Evening News & more" in box.text()
    assert "2 new items" in box.informativeText()
    box.buttons()[-1].click()
    qtbot.waitUntil(lambda: inbox.feeds.rows == [] and inbox.items.rows == [])
    assert inbox.preview.text.toPlainText() == ""
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: len(inbox.items.rows) == 2)
    assert services_of(opened).following.named(FEED).title == "Evening News & more"
    opened.board.stack.redo()
    qtbot.waitUntil(lambda: inbox.items.rows == [])


def test_lists_go_in_and_out(
    opened: MainWindow, inbox: InboxPage, web: Web, tmp_path: Path, qtbot: QtBot
) -> None:
    opml = tmp_path / "mine.opml"
    opml.write_text("<opml><body><outline text='T' xmlUrl='http://t.example/f'/></body></opml>")
    other = tmp_path / "a.txt"
    assert opened.feeds.following.follow_lists([str(opml), str(other)]) == [str(other)]
    qtbot.waitUntil(lambda: len(inbox.feeds.rows) == 3)
    assert web.asked == []
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: len(inbox.feeds.rows) == 2)
    opened.board.stack.redo()
    qtbot.waitUntil(lambda: len(inbox.feeds.rows) == 3)
    out = tmp_path / "out.opml"
    opened.feeds.following.export_to(out)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: b"</opml>" in out.read_bytes())
    assert {feed.url for feed in feeds_listed_in(out.read_bytes(), "out")} == {
        FEED, "http://t.example/f",
    }  # fmt: skip


def test_the_inbox_opens_on_an_empty_library(
    window: MainWindow, tmp_path: Path, web: Web, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.contents is not None)
    window.session.open(tmp_path / "Empty", create=True)
    qtbot.waitUntil(window.rooms.empty.isVisible)
    window.actions_["inbox"].trigger()
    assert window.feeds.page.isVisible()
    window.reload()
    window.feeds.page.left.emit()
    assert window.rooms.empty.isVisible()


def test_whatever_takes_the_focus_says_what_it_is(inbox: InboxPage) -> None:
    nameless = [
        widget
        for widget in inbox.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QScrollBar)
        and not (
            QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            or widget.accessibleName()
        )
    ]
    assert nameless == []
    spoken = inbox.feeds.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Evening News & more, 2 new items. asked ")


def test_the_panes_of_the_inbox_are_gone_through_by_key(
    opened: MainWindow, inbox: InboxPage
) -> None:
    inbox.feed_view.setFocus()
    opened.actions_["next_pane"].trigger()
    assert inbox.item_view.hasFocus()
    opened.actions_["previous_pane"].trigger()
    assert inbox.feed_view.hasFocus()
