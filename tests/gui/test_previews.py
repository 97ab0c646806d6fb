"""Texts are looked at before they come in: nothing is kept until the reader says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from summit_reader.domain.errors import FileProblem
from summit_reader.domain.progress import Progress
from summit_reader.gui.intake import previews
from summit_reader.gui.intake.columns import ColumnsDialog
from summit_reader.gui.intake.dropping import dropped_names
from summit_reader.gui.intake.file_list import State
from summit_reader.gui.intake.preview_dialog import PreviewDialog
from summit_reader.gui.intake.report import ImportReportDialog
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.underway import Underway, remaining

TIDE = """Harbour to close for good

The town council met in a crowded hall on Monday evening to talk about the old harbour.

Subscribe to our newsletter!

“We will close the harbour for good,” said Ada Byrne, the mayor of the town. “Nobody will pay.”
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two texts, and one that is none."""
    (tmp_path / "tide.txt").write_text(TIDE)
    (tmp_path / "post.txt").write_text(TIDE.replace("Harbour to close", "Harbour shut"))
    (tmp_path / "empty.txt").touch()
    return [str(tmp_path / name) for name in ("tide.txt", "post.txt", "empty.txt")]


def shown(window: MainWindow, qtbot: QtBot, files: list[str]) -> PreviewDialog:
    window.importing.import_names(files)
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None, timeout=20_000)
    dialog = window.findChild(PreviewDialog)
    assert isinstance(dialog, PreviewDialog)
    qtbot.waitUntil(lambda: len(dialog.files.rows) == len(files), timeout=20_000)
    return dialog


def texts(window: MainWindow) -> int:
    services = window.session.services
    assert services is not None
    return services.reading.summary().texts


def edit(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.setText(text)
    field.editingFinished.emit()


def test_nothing_is_kept_that_was_only_looked_at(
    opened: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    before = texts(opened)
    dialog = shown(opened, qtbot, files)
    assert [dialog.files.shown(row) for row in dialog.files.rows] == [
        "Harbour to close for good",
        "Harbour shut for good",
        "empty.txt",
    ]
    assert dialog.everything.text() == "Import 2 texts"
    dialog.cancel.click()
    qtbot.waitUntil(lambda: opened.findChild(PreviewDialog) is None)
    assert texts(opened) == before


def test_everything_comes_in_at_once(opened: MainWindow, qtbot: QtBot, files: list[str]) -> None:
    before = texts(opened)
    dialog = shown(opened, qtbot, files)
    dialog.everything.click()
    qtbot.waitUntil(lambda: opened.findChild(PreviewDialog) is None, timeout=20_000)
    assert texts(opened) == before + 2
    qtbot.waitUntil(
        lambda: opened.contents is not None and opened.contents.summary.texts == before + 2
    )


def test_texts_come_in_one_by_one_or_are_skipped(
    opened: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    before = texts(opened)
    dialog = shown(opened, qtbot, files)
    dialog.one.click()
    qtbot.waitUntil(lambda: dialog.files.rows[0].state is State.IMPORTED, timeout=20_000)
    assert dialog.file_view.currentIndex().row() == 1
    assert dialog.everything.text() == "Import 1 text"
    dialog.skip.click()
    qtbot.waitUntil(lambda: opened.findChild(PreviewDialog) is None)
    assert texts(opened) == before + 1


def test_space_restores_what_was_removed(
    opened: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    dialog = shown(opened, qtbot, files[:1])
    removed = [at for at, row in enumerate(dialog.rows.rows) if row.removed]
    (at,) = removed
    assert "Space restores it" in dialog.rows.spoken(dialog.rows.rows[at])
    dialog.view.setCurrentIndex(dialog.rows.index(at))
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.rows.rows[at].restored)
    dialog.everything.click()
    qtbot.waitUntil(lambda: opened.findChild(PreviewDialog) is None, timeout=20_000)
    services = opened.session.services
    assert services is not None
    article = services.reading.article(max(one.article_id for one in services.reading.texts()))
    assert "Subscribe to our newsletter!" in article.cleaned.text
    assert [one.restored for one in article.removed] == [True]


def test_what_the_reader_puts_right_comes_in(
    opened: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    dialog = shown(opened, qtbot, files[:1])
    edit(dialog.found.outlet, "The Tide")
    qtbot.waitUntil(lambda: "The Tide" in dialog.files.spoken(dialog.files.rows[0]))
    edit(dialog.found.date, "2021-03-04")
    qtbot.waitUntil(
        lambda: (
            (row := dialog.files.rows[0].preview) is not None
            and row.draft.metadata.published is not None
        )
    )
    dialog.everything.click()
    qtbot.waitUntil(lambda: opened.findChild(PreviewDialog) is None, timeout=20_000)
    services = opened.session.services
    assert services is not None
    said = services.reading.texts()[-1].metadata
    assert (said.outlet.name, str(said.published)) == ("The Tide", "2021-03-04")


def test_a_date_that_is_no_day_changes_nothing(
    opened: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    dialog = shown(opened, qtbot, files[:1])
    edit(dialog.found.date, "yesterday")
    assert dialog.found.hints() is None
    dialog.cancel.click()


def test_a_trusted_outlet_is_not_asked_about_again(
    opened: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    services = opened.session.services
    assert services is not None
    services.previewing.trust("Unknown outlet", always=True)
    before = texts(opened)
    opened.importing.import_names(files[:2])
    qtbot.waitUntil(
        lambda: opened.toast.accessibleName().startswith("2 texts taken in"), timeout=20_000
    )
    assert opened.findChild(PreviewDialog) is None
    assert opened.findChild(ImportReportDialog) is None
    assert texts(opened) == before + 2


def test_too_many_to_look_at_come_straight_in(
    opened: MainWindow, qtbot: QtBot, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "MOST", 2)
    before = texts(opened)
    opened.importing.import_names(files)
    qtbot.waitUntil(lambda: opened.findChild(ImportReportDialog) is not None, timeout=30_000)
    dialog = opened.findChild(ImportReportDialog)
    assert isinstance(dialog, ImportReportDialog)
    assert "empty.txt" in dialog.lines.item(0).text()
    assert texts(opened) == before + 2


def test_every_button_and_field_has_a_name(
    opened: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    dialog = shown(opened, qtbot, files[:1])
    for field in dialog.findChildren(QLineEdit):
        assert field.accessibleName()
    for button in dialog.findChildren(QPushButton):
        assert button.text()
    assert dialog.file_view.accessibleName()
    assert dialog.view.accessibleName()
    dialog.cancel.click()


def test_addresses_can_be_dropped_too() -> None:
    data = QMimeData()
    data.setText("see https://tide.example/harbour and ftp://tide.example/no")
    assert dropped_names(data) == ["https://tide.example/harbour"]
    data.setUrls([QUrl.fromLocalFile("/texts"), QUrl("https://tide.example/quay")])
    assert dropped_names(data) == ["/texts", "https://tide.example/quay"]


@pytest.mark.parametrize(
    ("passed", "done", "total", "said"),
    [
        (1.0, 1, 100, ""),
        (10.0, 0, 100, ""),
        (10.0, 3, 0, ""),
        (10.0, 50, 100, "under a minute left"),
        (30.0, 10, 60, "2 minutes left"),
        (30.0, 10, 30, "1 minute left"),
    ],
)
def test_the_time_that_is_left(passed: float, done: int, total: int, said: str) -> None:
    assert remaining(passed, Progress(done, total)) == said


def test_the_bar_says_how_long_it_will_take(qtbot: QtBot) -> None:
    now = [0.0]
    underway = Underway("Import", clock=lambda: now[0])
    qtbot.addWidget(underway)
    underway.begin("Reading")
    now[0] = 20.0
    underway.report(Progress(10, 70))
    qtbot.waitUntil(lambda: underway.rest.text() == "2 minutes left")
    assert underway.bar.format() == "Reading  %v / %m"


def test_the_columns_of_a_table_are_chosen(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Zeile;Wortlaut, ganz;date\nHarbour shut;The quay is closed;2021-03-04\n")
    before = texts(opened)
    opened.importing.import_table(path)
    qtbot.waitUntil(lambda: opened.findChild(ColumnsDialog) is not None, timeout=20_000)
    dialog = opened.findChild(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    assert not dialog.go.isEnabled()
    assert dialog.boxes["published"].currentText() == "date"
    dialog.boxes["body"].setCurrentText("Wortlaut, ganz")
    dialog.boxes["headline"].setCurrentText("Zeile")
    assert dialog.go.isEnabled()
    dialog.accept()
    qtbot.waitUntil(opened.toast.isVisible, timeout=60_000)
    assert texts(opened) == before + 1
    services = opened.session.services
    assert services is not None
    said = services.reading.texts()[-1].metadata
    assert (said.headline, str(said.published)) == ("Harbour shut", "2021-03-04")


def test_what_is_no_table_is_told(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[BaseException] = []
    opened.importing.failed.connect(told.append)
    (tmp_path / "a.txt").write_text("The quay is closed\n")
    opened.importing.import_table(tmp_path / "a.txt")
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], FileProblem)


def test_a_file_of_too_many_texts_comes_straight_in(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "MOST_ARTICLES", 2)
    lines = [f'{{"title": "Catch {number}", "text": "Herring {number}."}}' for number in range(5)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    before = texts(opened)
    opened.importing.import_names([str(tmp_path / "many.jsonl")])
    qtbot.waitUntil(opened.toast.isVisible, timeout=60_000)
    assert opened.findChild(PreviewDialog) is None
    assert texts(opened) == before + 5
