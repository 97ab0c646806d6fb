"""Points, panes and texts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from pictures.material import MY_TAKE, NOTE, sample
from pictures.screens import Sitting
from pictures.studio import WIDE, Studio, until
from summit_reader.gui.details.dialog import DetailsDialog
from summit_reader.gui.peek.popover import PeekPopover
from summit_reader.gui.points.dialog import PointDialog
from summit_reader.gui.reading.outline_list import OutlineList
from summit_reader.gui.takes.attribution import AttributionDialog
from summit_reader.gui.takes.model import ProposalRow, TakeRow
from summit_reader.gui.takes.popover import TakePopover
from summit_reader.gui.takes.set_aside import SetAsideDialog
from summit_reader.gui.versions.dialog import VersionsDialog
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side

READING = Sitting("Reading and comparing", sample)
PAIR = (Side.A, Side.B)
MOST_PANES = 6


@READING.screen("first-run", "The sample library before the first Enter", chief=True)
def first_run(studio: Studio) -> QWidget:
    point_view = studio.window.rooms.sidebar.point_view
    until(lambda: studio.window.desk.view is not None, "the point")
    point_view.setFocus()
    return studio.window


@READING.screen("compare", "Two outlets on one point")
def compare(studio: Studio) -> QWidget:
    studio.press(studio.window.rooms.sidebar.point_view, Qt.Key.Key_Return)
    until(lambda: len(studio.window.desk.sides()) == len(PAIR), "the pair")
    studio.rest()
    return studio.window


@READING.screen("toast", "A take was pinned")
def toast(studio: Studio) -> QWidget:
    for count, side in enumerate(PAIR, start=1):
        studio.window.rooms.pair.focus_side(side)
        studio.do("pin")
        until(partial(_has_pinned, studio, count), "the pin")
    return studio.window


@READING.screen("main", "Two outlets on one point, pinned, with a note and my take", chief=True)
def main(studio: Studio) -> QWidget:
    window = studio.window
    window.rooms.pair.focus_side(Side.A)
    if window.board.comparison is not None:
        window.board.set_note(window.board.comparison.clippings[0].id, NOTE)
        window.board.set_my_take(MY_TAKE)
        window.board.rename("Who pays for the summit?")
    until(lambda: window.rooms.strip.my_take.toPlainText() == MY_TAKE, "my take")
    studio.rest()
    return window


@READING.screen("main-1024", "The same in a window of 1024 × 700")
def main_1024(studio: Studio) -> QWidget:
    studio.resize(1024, 700)
    return studio.window


@READING.screen("narrow", "A narrow window: lists fold away")
def narrow(studio: Studio) -> QWidget:
    studio.resize(760, 700)
    return studio.window


@READING.screen("stacked", "A window so narrow that panes stand above each other")
def stacked(studio: Studio) -> QWidget:
    studio.resize(540, 800)
    return studio.window


@READING.screen("sidebar-asked", "A narrow window, the sidebar asked for")
def sidebar_asked(studio: Studio) -> QWidget:
    studio.resize(760, 700)
    studio.do("points")
    return studio.window


@READING.screen("no-sidebar", "Without the sidebar")
def no_sidebar(studio: Studio) -> QWidget:
    studio.resize(WIDE.width(), WIDE.height())
    studio.window.rooms.put_lists_away()
    studio.do("sidebar")
    studio.window.rooms.pair.focus_side(Side.B)
    return studio.window


@READING.screen("why-take", "Why this is a take")
def why_take(studio: Studio) -> QPixmap:
    studio.do("sidebar")
    studio.window.rooms.pair.focus_side(Side.A)
    studio.do("why_take")
    studio.shown(TakePopover)
    return studio.whole()


@READING.screen("attribution", "Whose words they are")
def attribution(studio: Studio) -> QWidget:
    studio.do("attribute_take")
    return studio.shown(AttributionDialog)


@READING.screen("peek", "Peeking at the context of a take")
def peek(studio: Studio) -> QPixmap:
    takes = studio.window.rooms.takes
    rows = [takes.model.index(at) for at in range(takes.model.rowCount())]
    takes.view.setFocus()
    takes.view.setCurrentIndex(next(one for one in rows if isinstance(one.data(VALUE), TakeRow)))
    studio.do("peek")
    studio.shown(PeekPopover)
    return studio.whole()


@READING.screen("find", "Finding in a text")
def find(studio: Studio) -> QWidget:
    pane = studio.window.rooms.pair.focused_pane
    studio.do("find")
    studio.type(pane.find_bar.field, "Russia")
    return studio.window


@READING.screen("outline", "The outline of a text")
def outline(studio: Studio) -> QPixmap:
    studio.press(studio.window.rooms.pair.focused_pane.find_bar.field, Qt.Key.Key_Escape)
    studio.show_text("What do Kim")
    studio.do("outline")
    studio.shown(OutlineList)
    return studio.whole()


@READING.screen("paywall", "A text that ends at the paywall, and what was set apart from another")
def paywall(studio: Studio) -> QWidget:
    texts = studio.services.reading.texts()
    cut = next(text for text in texts if text.metadata.cut)
    studio.show_text(cut.title, Side.B)
    studio.window.rooms.pair.focus_side(Side.A)
    studio.do("set_apart")
    return studio.window


@READING.screen("details", "All that is known of a text")
def details(studio: Studio) -> QWidget:
    studio.do("details")
    return studio.shown(DetailsDialog)


@READING.screen("versions", "Other versions of a take")
def versions(studio: Studio) -> QWidget:
    services, window = studio.services, studio.window
    lankov = services.recognising.named("Lankov").id
    take = next(one for one in services.recognising.takes_of(lankov) if "shower" in one.text)
    window.desk.open_take(take, Side.A)
    until(lambda: window.desk.take_in(Side.A) == take, "the take")
    window.rooms.pair.focus_side(Side.A)
    studio.do("versions")
    return studio.shown(VersionsDialog)


@READING.screen("panes-3", "Three panes")
def panes_3(studio: Studio) -> QWidget:
    studio.window.open_pair(studio.services.comparing.points()[0].point.id)
    studio.rest()
    studio.do("add_pane")
    studio.window.toast.hide()
    return studio.window


@READING.screen("panes-6", "Six panes")
def panes_6(studio: Studio) -> QWidget:
    while len(studio.window.rooms.pair.panes) < MOST_PANES:
        before = len(studio.window.rooms.pair.panes)
        studio.do("add_pane")
        if len(studio.window.rooms.pair.panes) == before:
            break
    studio.window.toast.hide()
    return studio.window


@READING.screen("panes-rows", "Panes in rows")
def panes_rows(studio: Studio) -> QWidget:
    while len(studio.window.rooms.pair.panes) > len(PAIR):
        studio.do("close_pane")
    studio.do("rows")
    return studio.window


@READING.screen("blind", "Blind reading")
def blind(studio: Studio) -> QWidget:
    studio.do("rows")
    studio.do("blind")
    studio.window.toast.hide()
    return studio.window


@READING.screen("outlet-takes", "The takes and texts of one outlet")
def outlet_takes(studio: Studio) -> QWidget:
    studio.do("blind")
    studio.window.toast.hide()
    view = studio.window.rooms.sidebar.outlet_view
    view.setCurrentIndex(view.model().index(0, 0))
    studio.press(view, Qt.Key.Key_Return)
    return studio.window


@READING.screen("proposals", "What is proposed for a point")
def proposals(studio: Studio) -> QWidget:
    window = studio.window
    takes = window.rooms.takes
    window.rooms.sidebar.step_point(2)

    def proposed() -> int | None:
        rows = (at for at in range(takes.model.rowCount()))
        return next((at for at in rows if _is_proposal(takes.model.index(at).data(VALUE))), None)

    until(lambda: proposed() is not None, "what is proposed")
    takes.view.setCurrentIndex(takes.model.index(proposed() or 0))
    takes.view.scrollTo(takes.model.index(takes.model.rowCount() - 1))
    takes.view.scrollTo(takes.view.currentIndex())
    takes.view.setFocus()
    studio.rest()
    return window


@READING.screen("new-point", "A new point")
def new_point(studio: Studio) -> QWidget:
    studio.do("new_point")
    return studio.shown(PointDialog)


@READING.screen("set-aside", "Lost and rejected takes")
def set_aside(studio: Studio) -> QWidget:
    studio.window.rooms.pair.focus_side(Side.A)
    studio.do("reject_take")
    studio.window.toast.hide()
    studio.do("set_aside")
    return studio.shown(SetAsideDialog)


def _is_proposal(value: object) -> bool:
    return isinstance(value, ProposalRow)


def _has_pinned(studio: Studio, count: int) -> bool:
    return studio.window.rooms.strip.model.rowCount() == count
