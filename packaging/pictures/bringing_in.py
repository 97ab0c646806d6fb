"""Imports and feeds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from pictures.material import FEED, QUIET_FEED, REVIEW, SITE, TABLE, sample, wire
from pictures.screens import Sitting
from pictures.studio import Studio, until
from summit_reader import shipped
from summit_reader.domain.errors import EmptyFile
from summit_reader.domain.importing import Failure, ImportReport
from summit_reader.domain.progress import Progress
from summit_reader.gui.feeds.dialogs import FeedSettingsDialog, FollowDialog
from summit_reader.gui.feeds.report import FeedReportDialog
from summit_reader.gui.intake.columns import ColumnsDialog
from summit_reader.gui.intake.paste import PasteDialog
from summit_reader.gui.intake.preview_dialog import PreviewDialog
from summit_reader.gui.intake.report import ImportReportDialog

CHECKOUT = Path(__file__).resolve().parents[2]
BRINGING = Sitting("Bringing texts in", sample)


def _files(studio: Studio) -> list[str]:
    seeds = sorted((CHECKOUT / "seeds").glob("*.txt"))
    folder = studio.scratch / "texts"
    folder.mkdir(exist_ok=True)
    (folder / "harbour.txt").write_text(REVIEW, encoding="utf-8")
    (folder / "empty.txt").touch()
    return [str(seeds[0]), str(folder / "harbour.txt"), str(seeds[3]), str(folder / "empty.txt")]


@BRINGING.screen("import", "Texts are looked at before they come in", chief=True)
def preview(studio: Studio) -> QWidget:
    return _offered(studio)


def _offered(studio: Studio) -> PreviewDialog:
    files = _files(studio)
    studio.window.importing.import_names(files)
    dialog = studio.shown(PreviewDialog)
    until(lambda: len(dialog.files.rows) == len(files), "the files")
    studio.rest()
    return dialog


@BRINGING.screen("import-removed", "What was removed from a text can be restored")
def removed(studio: Studio) -> QWidget:
    dialog = _offered(studio)
    dialog.file_view.setCurrentIndex(dialog.file_view.model().index(1, 0))
    studio.rest()
    return dialog


@BRINGING.screen("import-report", "What became of an import")
def report(studio: Studio) -> QWidget:
    done: list[ImportReport] = []
    seeds = sorted((CHECKOUT / "seeds").glob("*.txt"))
    studio.window.session.write(lambda s: s.importing.import_paths(seeds[:2]), done.append)
    until(lambda: done, "the import")
    missing = Failure(Path("notes.txt"), EmptyFile("notes.txt"))
    dialog = ImportReportDialog(
        ImportReport(done[0].imported, (missing, *done[0].failed)),
        studio.window.look,
        studio.window,
    )
    dialog.show()
    return dialog


@BRINGING.screen("import-underway", "An import under way, with its end in sight")
def underway(studio: Studio) -> QWidget:
    bar = studio.window.importing.underway
    bar.begin()
    bar.report(Progress(120, 480))
    studio.rest()
    return studio.window


@BRINGING.screen("columns", "Which column of a table holds what")
def columns(studio: Studio) -> QWidget:
    studio.window.importing.underway.hide()
    path = studio.scratch / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    studio.window.importing.import_table(path)
    return studio.shown(ColumnsDialog)


@BRINGING.screen("paste", "A pasted text")
def paste(studio: Studio) -> QWidget:
    QApplication.clipboard().setText(REVIEW)
    studio.do("paste")
    return studio.shown(PasteDialog)


@BRINGING.screen("inbox", "What the feeds brought")
def inbox(studio: Studio) -> QWidget:
    for address in (FEED, QUIET_FEED):
        studio.services.following.follow(address)
    studio.do("inbox")
    page = studio.window.feeds.page
    until(lambda: page.items.rows and page.preview.model.rows, "the items")
    page.item_view.setFocus()
    studio.rest()
    return studio.window


@BRINGING.screen("follow", "Following a feed of a site that has several")
def follow(studio: Studio) -> QWidget:
    studio.do("follow_feed")
    dialog = studio.shown(FollowDialog)
    studio.type(dialog.address, SITE.removeprefix("https://"))
    studio.press(dialog.address, Qt.Key.Key_Return)
    until(dialog.candidates.isVisible, "the feeds of the site")
    return dialog


@BRINGING.screen("feed-settings", "How a feed is followed")
def feed_settings(studio: Studio) -> QWidget:
    page = studio.window.feeds.page
    page.feed_view.setCurrentIndex(page.feeds.index(1))
    studio.do("feed_settings")
    return studio.shown(FeedSettingsDialog)


@BRINGING.screen("unfollow", "A feed is to be followed no longer")
def unfollow(studio: Studio) -> QPixmap:
    return studio.caught(studio.window.actions_["unfollow"].trigger)


@BRINGING.screen("feed-report", "A feed in trouble")
def feed_report(studio: Studio) -> QWidget:
    server = shipped.fetcher()
    if isinstance(server, type(wire())):
        server.put(FEED, "", status=500)
    studio.window.actions_["refresh_feeds"].trigger()
    return studio.shown(FeedReportDialog)
