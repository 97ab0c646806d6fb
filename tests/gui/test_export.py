"""Taking away in the window: the dialog and its preview, files, paper, and reading back in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import open_services
from summit_reader.domain.comparison import Comparison
from summit_reader.export.formats import Format
from summit_reader.export.options import Arrangement, CitationStyle, Options
from summit_reader.export.paper import Paper
from summit_reader.gui.export.choices import ARRANGEMENTS, FORMATS, STYLES
from summit_reader.gui.export.dialog import ExportDialog
from summit_reader.gui.export.flow import of_comparison
from summit_reader.gui.export.paper_document import PRINTED
from summit_reader.gui.export.preview import PaperPreview, Preview
from summit_reader.gui.export.print_preview import PrintPreview
from summit_reader.gui.export.printing import pdf_of
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.settings import Settings
from summit_reader.gui.widgets.sides import Side

from .conftest import NewWindow

Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pinned(paired: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with both takes of the first pair on the board."""
    for count, side in enumerate(paired.rooms.pair.sides, start=1):
        paired.pins.toggle(side)
        qtbot.waitUntil(partial(has_pinned, paired, count))
    return paired


def has_pinned(window: MainWindow, count: int) -> bool:
    return len(comparison_in(window).clippings) == count


def comparison_in(window: MainWindow) -> Comparison:
    assert window.board.comparison is not None
    return window.board.comparison


@pytest.fixture
def dialog(pinned: MainWindow, qtbot: QtBot) -> ExportDialog:
    """The export dialog on that board, its preview shown."""
    QTest.keyClick(pinned, Qt.Key.Key_E, Control | Shift)
    qtbot.waitUntil(lambda: pinned.hand_out.dialog is not None)
    made = pinned.hand_out.dialog
    assert made is not None
    qtbot.waitUntil(lambda: "tonnes of flour" in made.preview.toPlainText())
    return made


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_every_format_layout_and_style_is_offered(dialog: ExportDialog) -> None:
    assert set(FORMATS) == set(Format)
    assert set(ARRANGEMENTS) == set(Arrangement)
    assert set(STYLES) == set(CitationStyle)
    assert [dialog.subject.itemText(row).partition(":")[0] for row in range(3)] == [
        "Comparison",
        "Point",
        "Takes in the panes",
    ]


def test_whatever_takes_the_focus_says_what_it_is(dialog: ExportDialog) -> None:
    for box in dialog.findChildren(QComboBox):
        assert box.accessibleName()
    for check in dialog.findChildren(QCheckBox):
        assert check.text()
    assert dialog.preview.accessibleName() == "Preview"
    assert "2 takes" in dialog.preview.accessibleDescription()
    assert "This is not a backup." in {label.text() for label in dialog.findChildren(QLabel)}


def test_the_preview_follows_what_is_chosen(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog.style_, CitationStyle.CHICAGO)
    qtbot.waitUntil(lambda: "Kim begging for flour,” quoted in" in dialog.preview.toPlainText())
    dialog.blind.setChecked(True)
    qtbot.waitUntil(lambda: "Polityka" not in dialog.preview.toPlainText())
    assert "Outlet 1" in dialog.preview.toPlainText()
    dialog.key.setChecked(True)
    qtbot.waitUntil(lambda: "Outlet 1: Polityka (PL)" in dialog.preview.toPlainText())
    dialog.blind.setChecked(False)
    dialog.context.setChecked(True)
    qtbot.waitUntil(lambda: "Experts see this" in dialog.preview.toPlainText())
    choose(dialog.format, Format.BIBTEX)
    qtbot.waitUntil(lambda: dialog.preview.toPlainText().startswith("@article{"))
    assert not dialog.blind.isEnabled()
    dialog.subject.setCurrentIndex(1)
    choose(dialog.format, Format.MARKDOWN)
    qtbot.waitUntil(lambda: dialog.preview.toPlainText().startswith("# Will Russia pay?"))


def test_who_reads_blind_is_offered_no_names(pinned: MainWindow, qtbot: QtBot) -> None:
    pinned.look.names.set_blind(True)
    pinned.actions_["export"].trigger()
    dialog = pinned.hand_out.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "tonnes of flour" in dialog.preview.toPlainText())
    offered = " ".join(dialog.subject.itemText(row) for row in range(dialog.subject.count()))
    assert "Polityka" not in dialog.preview.toPlainText() + offered


def test_it_says_which_files_can_be_read_back(dialog: ExportDialog) -> None:
    def told() -> bool:
        return any("can be read back in:" in label.text() for label in dialog.findChildren(QLabel))

    assert told()
    dialog.blind.setChecked(True)
    assert not told()
    dialog.blind.setChecked(False)
    choose(dialog.format, Format.PDF)
    assert not told()


@pytest.mark.parametrize("kind", [Format.WORD, Format.CSL, Format.PDF])
def test_what_was_chosen_is_written(
    dialog: ExportDialog,
    pinned: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: Format,
) -> None:
    suggested: list[str] = []

    def asked(_parent: object, _title: str, path: str, kinds: str) -> tuple[str, str]:
        suggested.append(Path(path).name)
        return str(tmp_path / "board"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    choose(dialog.format, kind)
    dialog.export.click()
    qtbot.waitUntil(lambda: pinned.toast.accessibleName().startswith("Written to"), timeout=20_000)
    (path,) = (each for each in tmp_path.iterdir() if each.name.startswith("board"))
    assert suggested == ["My comparison" + path.name.removeprefix("board")]
    assert path.stat().st_size > 500


def test_a_refusal_is_told_and_the_choice_kept(
    pinned: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    subject = of_comparison(comparison_in(pinned))
    with qtbot.waitSignal(pinned.hand_out.failed) as told:
        pinned.hand_out.export_to(subject, tmp_path / "nowhere" / "x.md")
    assert "could not be written" in str(told.args[0])


def test_choices_are_remembered_but_never_the_blind_one(
    dialog: ExportDialog, settings: Settings, pinned: MainWindow
) -> None:
    choose(dialog.format, Format.OPEN_DOCUMENT)
    choose(dialog.arrangement, Arrangement.TABLE)
    choose(dialog.style_, CitationStyle.APA)
    dialog.blind.setChecked(True)
    dialog.reject()
    assert settings.hand_out_format == "odt"
    assert settings.hand_out_layout == "table"
    pinned.actions_["export"].trigger()
    again = pinned.hand_out.dialog
    assert again is not None
    assert again.chosen_format is Format.OPEN_DOCUMENT
    assert again.chosen_options == Options(Arrangement.TABLE, CitationStyle.APA)


def test_copying_uses_the_chosen_style(
    paired: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.citation_style = "mla"
    QTest.keyClick(paired, Qt.Key.Key_C, Control | Shift)
    qtbot.waitUntil(lambda: "qtd. in" in QGuiApplication.clipboard().text())
    settings.citation_style = "from a later version"
    QTest.keyClick(paired, Qt.Key.Key_C, Control | Shift)
    qtbot.waitUntil(lambda: "quoted in eurotopics" in QGuiApplication.clipboard().text())


def test_a_preview_reads_nothing_and_follows_the_theme(look: Look, qtbot: QtBot) -> None:
    preview = PaperPreview(look)
    qtbot.addWidget(preview)
    paper = Paper('<p class="title">x</p><img src="file:///dev/zero">', "x")
    preview.show_preview(Preview(paper, "", "x", 0))
    ink = look.theme.colour("ink").name()
    shown = preview.document().begin().begin().fragment().charFormat()
    assert shown.foreground().color().name() == ink
    preview.show_preview(Preview(None, "letters", "x", 0))
    assert preview.toPlainText() == "letters"


def test_a_pdf_has_its_pages(qapp: object) -> None:
    paragraphs = '<p class="prose">words</p>' * 200
    content = pdf_of(Paper(paragraphs, "Who pays?"))
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") >= 3
    assert content == pdf_of(Paper(paragraphs, "Who pays?"))


def test_the_pages_are_shown_before_they_are_printed(pinned: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(pinned, Qt.Key.Key_P, Control)
    qtbot.waitUntil(lambda: isinstance(pinned.hand_out.pages, PrintPreview))
    pages = pinned.hand_out.pages
    assert pages is not None
    assert pages.printer().docName() == "My comparison"
    pages.reject()
    qtbot.waitUntil(lambda: pinned.hand_out.pages is None)


def test_paper_is_printed_in_dark_on_white() -> None:
    assert PRINTED["ink"] == "#000000"


def test_a_hand_out_is_shown_merged_and_taken_back(
    pinned: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "Anna.html"
    board = comparison_in(pinned)
    pinned.board.set_note(board.clippings[0].id, "Theirs.")
    pinned.hand_out.export_to(of_comparison(board), path)
    qtbot.waitUntil(path.exists)
    pinned.board.set_note(board.clippings[0].id, "Mine.")
    pinned.board.unpin(board.clippings[1].id)
    pinned.merging.show(path)
    qtbot.waitUntil(lambda: pinned.merging.dialog is not None)
    dialog = pinned.merging.dialog
    assert dialog is not None
    lines = [dialog.view.item(row).text() for row in range(dialog.view.count())]
    assert lines[0].startswith("Differs: both are kept · Polityka (PL)")
    assert "Yours: Mine.\nTheirs: Theirs." in lines[0]
    assert lines[1].startswith("New · South China Morning Post (HK)")
    dialog.merge.click()
    qtbot.waitUntil(lambda: len(comparison_in(pinned).clippings) == 2)
    assert comparison_in(pinned).clippings[0].note == "Mine.\n\n[Anna]\nTheirs."
    assert pinned.toast.accessibleName() == "1 new take · 1 conflict"
    pinned.board.stack.undo()
    qtbot.waitUntil(lambda: len(comparison_in(pinned).clippings) == 1)
    assert comparison_in(pinned).clippings[0].note == "Mine."
    pinned.board.stack.redo()
    qtbot.waitUntil(lambda: len(comparison_in(pinned).clippings) == 2)
    for _ in range(2):
        pinned.board.stack.undo()
    qtbot.waitUntil(lambda: [one.note for one in comparison_in(pinned).clippings] == ["Mine.", ""])


def test_an_excerpt_has_no_text_to_open(pinned: MainWindow) -> None:
    clipping = comparison_in(pinned).clippings[0]
    excerpt = replace(clipping, source=replace(clipping.source, article_id=-7))
    pinned.rooms.strip.clipping_opened.emit(excerpt, False)  # noqa: FBT003  # a signal
    assert pinned.toast.accessibleName().startswith("An excerpt from a hand-out")


def test_a_file_that_is_no_hand_out_is_told(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Notes")
    with qtbot.waitSignal(opened.merging.failed) as told:
        opened.merging.show(path)
    assert "carries nothing to read back" in str(told.args[0])


def test_a_link_to_the_take_is_copied(paired: MainWindow) -> None:
    paired.actions_["copy_link"].trigger()
    take = paired.desk.take_in(Side.A)
    assert take is not None
    assert QGuiApplication.clipboard().text() == f"summit://take/{take.id}"


def test_a_link_opens_its_take(new_window: NewWindow, sample_copy: Path, qtbot: QtBot) -> None:
    services = open_services(sample_copy)
    take = services.reading.take(12)
    services.close()
    window = new_window()
    window.open_library(sample_copy, sample=True, take=12)
    qtbot.waitUntil(lambda: window.desk.take_in(Side.A) == take)
    assert not window.rooms.previews


def test_a_link_to_nothing_is_told(new_window: NewWindow, sample_copy: Path, qtbot: QtBot) -> None:
    window = new_window()
    with qtbot.waitSignal(window.session.failed) as told:
        window.open_library(sample_copy, sample=True, take=99_999)
    assert "99999" in str(told.args[0])
