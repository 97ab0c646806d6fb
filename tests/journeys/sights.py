"""What can be read off the window: nothing here asks the library, or does anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from summit_reader.gui.export.dialog import ExportDialog
from summit_reader.gui.export.merge_dialog import MergeDialog
from summit_reader.gui.intake.preview_dialog import PreviewDialog
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.people.dialog import PeopleDialog

PATIENCE_MS = 30_000
"""How long a loaded machine may take over one step; a whole one takes no time at all."""


def patiently(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """Waits until something is seen."""

    def see(seen: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(seen()), timeout=PATIENCE_MS)

    return see


def panes_show_two_outlets(window: MainWindow) -> bool:
    """Whether both panes show a take, of different outlets."""
    contents = [pane.content for pane in window.rooms.pair.panes.values()]
    takes = [content.take for content in contents if content is not None]
    return len(takes) == 2 and len({take.outlet.id for take in takes if take is not None}) == 2


def board_holds(window: MainWindow, count: int) -> bool:
    """Whether that many takes are on the pin board."""
    return window.rooms.strip.model.rowCount() == count


def outlets_on_board(window: MainWindow) -> list[str]:
    """The outlets of the cards, in their order."""
    comparison = window.board.comparison
    clippings = comparison.clippings if comparison is not None else ()
    return [clipping.take.outlet.name for clipping in clippings]


def said(window: MainWindow) -> str:
    """What the notice says."""
    return window.toast.accessibleName()


def export_dialog(window: MainWindow) -> ExportDialog:
    """The export dialog, which is open."""
    dialog = window.hand_out.dialog
    assert dialog is not None
    return dialog


def preview_dialog(window: MainWindow) -> PreviewDialog | None:
    """The page of an import, if it is open."""
    found = [one for one in window.findChildren(PreviewDialog) if one.isVisible()]
    return found[0] if found else None


def people_dialog(window: MainWindow) -> PeopleDialog | None:
    """The list of people, if it is open."""
    found = [one for one in window.findChildren(PeopleDialog) if one.isVisible()]
    return found[0] if found else None


def merge_dialog(window: MainWindow) -> MergeDialog | None:
    """What a hand-out would bring, if it is shown."""
    dialog = window.merging.dialog
    return dialog if dialog is not None and dialog.isVisible() else None


def words_on(window: MergeDialog) -> str:
    """Everything its labels say."""
    return "\n".join(label.text() for label in window.findChildren(QLabel))
