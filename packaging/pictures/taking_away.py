"""The board, hand-outs, and what comes back."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from pictures.material import MY_TAKE, NOTE, sample
from pictures.screens import Sitting
from pictures.studio import WIDE, Studio, until
from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Colour, Comparison
from summit_reader.domain.relation import Relation
from summit_reader.gui.export.dialog import ExportDialog
from summit_reader.gui.export.flow import of_comparison
from summit_reader.gui.export.print_preview import PrintPreview

TAKING = Sitting("The board and hand-outs", sample)
PINNED = 6


def _pin(services: Services) -> Comparison:
    board = services.pinning.current()
    takes = [each.take.id for each in services.comparing.view(1).takes]
    for number, take in enumerate(takes[:PINNED]):
        board = services.pinning.pin(board.id, str(uuid4()), take, number % 2)
    return board


@TAKING.screen("board", "The pin board", chief=True)
def board(studio: Studio) -> QWidget:
    window = studio.window
    kept = window.board
    window.session.write(_pin, kept.show_kept)
    until(lambda: kept.comparison is not None and len(kept.comparison.cards) == PINNED, "the pins")
    kept.rename("Who pays for the summit?")
    kept.set_titles(("Asking and giving", "Holding back"))
    kept.set_my_take(MY_TAKE)
    if kept.comparison is not None:
        one, other, third, *_ = kept.comparison.clippings
        kept.relate(one, other, Relation.CONTRADICTS)
        kept.set_note(one.id, NOTE)
        kept.set_tags(one.id, ("aid", "to check"))
        kept.set_colour(other.id, Colour.GREEN)
        kept.set_colour(third.id, Colour.VIOLET)
    studio.do("board")
    page = window.pages.board.page
    until(lambda: page.aside.sources.rowCount() > 0, "the sources")
    until(lambda: page.lists.rowCount() > 0, "the comparisons")
    studio.rest()
    return window


@TAKING.screen("board-1024", "The pin board in a window of 1024 × 700")
def board_1024(studio: Studio) -> QWidget:
    studio.resize(1024, 700)
    return studio.window


@TAKING.screen("board-narrow", "The pin board in a narrow window")
def board_narrow(studio: Studio) -> QWidget:
    studio.resize(760, 700)
    return studio.window


@TAKING.screen("board-delete", "A comparison is to be deleted")
def board_delete(studio: Studio) -> QPixmap:
    studio.resize(WIDE.width(), WIDE.height())
    return studio.caught(studio.window.actions_["delete_comparison"].trigger)


@TAKING.screen("export", "A hand-out and its preview", chief=True)
def export(studio: Studio) -> QWidget:
    studio.do("export")
    dialog = studio.shown(ExportDialog)
    until(dialog.preview.toPlainText, "the preview")
    studio.rest()
    return dialog


@TAKING.screen("export-blind", "A hand-out without names, with its key")
def export_blind(studio: Studio) -> QWidget:
    studio.do("export")
    dialog = studio.shown(ExportDialog)
    dialog.blind.setChecked(True)
    dialog.key.setChecked(True)
    studio.rest()
    return dialog


@TAKING.screen("print-preview", "The pages before they are printed")
def print_preview(studio: Studio) -> QWidget:
    studio.do("print")
    until(lambda: isinstance(studio.window.hand_out.pages, PrintPreview), "the pages")
    pages = studio.window.hand_out.pages
    if pages is None:
        raise LookupError
    studio.rest()
    return pages


@TAKING.screen("merge", "A colleague's hand-out, with a conflict")
def merge(studio: Studio) -> QWidget:
    window = studio.window
    path = studio.scratch / "Anna.html"
    kept = window.board.comparison
    if kept is None:
        raise LookupError
    window.hand_out.export_to(of_comparison(kept), path)
    until(path.exists, "the hand-out")
    window.board.set_note(kept.clippings[0].id, "Where does the figure come from?")
    window.board.unpin(kept.clippings[1].id)
    window.board.unpin(kept.clippings[3].id)
    studio.rest()
    window.merging.show(path)
    until(lambda: window.merging.dialog is not None, "the report")
    if window.merging.dialog is None:
        raise LookupError
    studio.rest()
    return window.merging.dialog
