"""The window: what each command does, and how the parts hear of each other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from summit_reader.domain.comparison import Clipping, Source
from summit_reader.domain.errors import LibraryDamaged, MissingLibrary
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import PointView
from summit_reader.domain.search import Hit
from summit_reader.domain.take import Take
from summit_reader.gui import window_state
from summit_reader.gui.actions import Actions
from summit_reader.gui.apart.flow import ApartFlow
from summit_reader.gui.articles.commands import ShelfCommands
from summit_reader.gui.backups.flow import BackupFlow
from summit_reader.gui.bars import StatusBar, tool_bar
from summit_reader.gui.board.board import Board
from summit_reader.gui.board.flow import PinFlow
from summit_reader.gui.commands import Commands
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.compare.room import CompareRoom
from summit_reader.gui.compare.steps import first_pair
from summit_reader.gui.contents import NEEDS_TEXTS, Contents, ContentsReader
from summit_reader.gui.errors import show_error
from summit_reader.gui.export.flow import TakingAway
from summit_reader.gui.export.merging import MergeFlow
from summit_reader.gui.feeds.flow import FeedFlow
from summit_reader.gui.folding import Fold
from summit_reader.gui.furnishing import furnished, put_undo
from summit_reader.gui.indexing import Indexing
from summit_reader.gui.intake.dropping import dropped_names
from summit_reader.gui.intake.flow import ImportFlow
from summit_reader.gui.keys.shortcuts import Shortcuts
from summit_reader.gui.libraries import Libraries
from summit_reader.gui.look import Look
from summit_reader.gui.outlets.commands import OutletCommands
from summit_reader.gui.pages import Pages
from summit_reader.gui.points.edits import PointEdits
from summit_reader.gui.reading.text_edits import TextEdits
from summit_reader.gui.search.field import SearchField
from summit_reader.gui.search.flow import SearchFlow
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.sides import Side

SMALLEST = QSize(480, 420)


class MainWindow(QMainWindow):
    """Points, takes, two panes and the pin board on the library that is open.

    `filled` tells that the lists are filled, anew after every change.
    """

    filled = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self.look, self.settings = look, settings
        self.setWindowTitle(self.tr("Summit Reader"))
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.session = LibrarySession(self)
        self.actions_ = Actions(self, look)
        self.shortcuts = Shortcuts(self.actions_.all(), settings)
        self.rooms = furnished(look, self.actions_)
        self.setCentralWidget(self.rooms)
        self.toast = Toast(look, self.rooms, lambda: self.rooms.in_sight)
        self.desk = Desk(self.session, self.rooms.pair, self)
        self.board = Board(self.session, self)
        self.pins = PinFlow(self.session, self.board, self.desk, self.rooms, self.toast)
        self.apart = ApartFlow(self.session, self.board.stack, self.desk, self.rooms, self.toast)
        self.compare = CompareRoom(
            self.session, look, self.board.stack, self.desk, self.rooms, self.toast, self
        )
        self.libraries = Libraries(self.session, settings, self)
        self.libraries.offer_recent(self.actions_["recent_libraries"])
        self.importing = ImportFlow(self.session, look, settings, self)
        self.feeds = FeedFlow(
            self.session, look, settings, self.rooms, self.board.stack,
            self.actions_.all(), self.toast,
        )  # fmt: skip
        self.backups = BackupFlow(self.session, look, settings, self)
        self.indexing = Indexing(self.session, self)
        self.texts = TextEdits(self.session, self.board.stack, self.desk, self)
        self.points = PointEdits(self.session, self.desk, self.board.stack, look, self)
        self.hand_out = TakingAway(self.session, look, settings, self)
        self.merging = MergeFlow(self.session, self.board, look, settings, self)
        self.contents: Contents | None = None
        self._wanted: int | None = None
        self.field = SearchField(look, "Ctrl+L")
        self.search = SearchFlow(
            self.session,
            self.field,
            self.rooms,
            settings,
            self.board.stack,
            choices=[self.actions_[name] for name in ("group_by_article", "both_spellings")],
        )
        self.lists = ContentsReader(self.session, self.search)
        self.tools = tool_bar(self.actions_, self.compare.lock_button(self.actions_), self.field)
        self.addToolBar(self.tools)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        parts = (self.importing, self.feeds.asking, self.feeds.sifting, self.indexing)
        self.status = StatusBar(look, [part.underway for part in parts])
        self.setStatusBar(self.status)
        put_undo(self.board.stack, self.actions_, self)
        self.commands = Commands(self)
        self.pages = Pages(self)
        self.shelf = ShelfCommands(self)
        self.outlets = OutletCommands(self, self.shelf)
        self._connect_parts()
        window_state.restore(self, self.rooms, settings)
        self.actions_.enable(NEEDS_TEXTS, enabled=False)

    def open_library(self, library: Path | None, *, sample: bool, take: int | None = None) -> None:
        """Open what was asked for, else the last library, else the sample; then show the take."""
        self._wanted = take
        self.libraries.open_first(library, sample=sample)

    def come_forward(self, library: Path | None, take: int | None) -> None:
        """Be seen, and show what the program was started once more for."""
        if library is not None:
            self._wanted = take
            self.session.open(library, create=True)
        elif take is not None:
            self.open_linked(take)
        window_state.bring_forward(self)

    def open_linked(self, take_id: int) -> None:
        """Show the take that a link leads to, in the focused pane."""
        self.session.read(
            lambda services: services.reading.take(take_id),
            lambda take: self.open_take(take, False),
        )

    # --- what is open -------------------------------------------------------------------------

    def reload(self) -> None:
        """Fill the lists anew: the library has changed. What was listed stays listed."""
        self.compare.forget()
        self.relist()

    def relist(self) -> None:
        """Fill the lists anew with what is wanted of the library now."""
        self.lists.read_anew(self._relist)

    def _relist(self, contents: Contents) -> None:
        self._fill(contents)
        point = self.desk.show_again(
            [summary.point for summary in contents.points],
            [entry.outlet for entry in contents.outlets],
            self._remembered_point(),
        )
        if point is not None:
            self.rooms.sidebar.choose_point(point.id)

    def _remembered_point(self) -> int:
        services = self.session.services
        return window_state.point_kept(self.settings, services.library if services else None)

    def _on_opening(self) -> None:
        # What was typed still belongs to the library that is open.
        self.pages.keep_texts()
        self.board.leave()

    def _on_opened(self) -> None:
        self.desk.clear()
        self.rooms.takes.clear()
        self.search.leave()
        self.rooms.show_preview()
        self.rooms.preview.show_pair(None)
        self.board.load()

        def filled(contents: Contents) -> None:
            self._relist(contents)
            wanted, self._wanted = self._wanted, None
            if wanted is not None:
                self.open_linked(wanted)
            elif contents.points:
                self.rooms.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)

        self.lists.read(filled)

    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, LibraryDamaged):
            self.backups.offer(error)
        else:
            self.show_problem(error)
        self.board.load()

    def _fill(self, contents: Contents) -> None:
        self.contents = contents
        self.session.filters.take_up(contents.narrowing, contents.everyone)
        summary = contents.summary
        self.rooms.sidebar.show_points(contents.points)
        self.rooms.sidebar.show_outlets(contents.outlets, len(contents.everyone))
        self.rooms.sidebar.show_saved(contents.saved)
        self.rooms.show_empty(summary.texts == 0)
        self.rooms.notice.setVisible(summary.is_sample)
        self.actions_.enable(NEEDS_TEXTS, summary.texts > 0)
        self.field.setEnabled(summary.texts > 0)
        self.status.show_summary(summary, indexed=contents.indexed)
        self.setWindowTitle(self.tr("{0} – Summit Reader").format(summary.name))
        self.filled.emit()

    # --- points, takes, panes -----------------------------------------------------------------

    def _on_point_shown(self, view: PointView) -> None:
        points = self.contents.points if self.contents else ()
        ids = [summary.point.id for summary in points]
        number = ids.index(view.summary.point.id) + 1 if view.summary.point.id in ids else 1
        self.rooms.takes.show_point(view, number, len(points))
        self.rooms.bar.show_point(view, number, len(points))
        pair = first_pair(view)
        self.rooms.preview.show_pair(pair)
        if self.rooms.previews and pair is not None:
            marked = {pair[0].id: Side.A, pair[1].id: Side.B}
            self.rooms.takes.mark_sides(marked)
        else:
            self._on_panes_changed()

    def _on_point_made(self, point_id: int) -> None:
        def filled(contents: Contents) -> None:
            self._fill(contents)
            self.rooms.sidebar.choose_point(point_id)
            self.desk.show_point(point_id, open_pair=False)

        self.lists.read(filled)

    def open_pair(self, point_id: int) -> None:
        """Show a point's first pair side by side."""
        self.rooms.show_pair()
        self.rooms.pair.focus_side(Side.A)
        self.rooms.pair.panes[Side.A].browser.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.show_point(point_id, open_pair=True)

    def _on_outlet_opened(self, outlet_id: int) -> None:
        for entry in self.contents.outlets if self.contents is not None else ():
            if entry.outlet.id == outlet_id:
                self.desk.show_outlet(entry.outlet)
                self.rooms.show_takes()

    def _on_outlet_shown(
        self, outlet: OutletRef, texts: list[Source], takes: tuple[Take, ...]
    ) -> None:
        self.rooms.takes.show_outlet(outlet, texts, takes)
        self._on_panes_changed()

    def open_take(self, take: Take, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Show a take in the pane that listens, or in the other one."""
        self.rooms.show_pair()
        self.desk.open_take(take, self._target(across=across))

    def open_text(self, article_id: int, across: bool) -> None:  # noqa: FBT001  # a signal's
        """Show a text in the pane that listens, or in the other one."""
        self.rooms.show_pair()
        self.desk.open_text(article_id, self._target(across=across))

    def open_hit(self, hit: Hit, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Show what was found in the pane that listens, or in the other one."""
        self.rooms.show_pair()
        self.desk.open_hit(hit, self._target(across=across), self.rooms.results.query)

    def _open_clipping(self, clipping: Clipping, across: bool) -> None:  # noqa: FBT001
        if clipping.is_excerpt:
            self.toast.say(self.tr("An excerpt from a hand-out: its text is not in this library."))
        else:
            self.open_take(clipping.take, across)

    def _target(self, *, across: bool) -> Side:
        side = self.rooms.pair.side
        return self.rooms.pair.next_side(side) if across else side

    def _on_panes_changed(self) -> None:
        self.rooms.takes.mark_sides(self.desk.sides())
        take = self.desk.take_in(self.rooms.pair.side)
        if take is not None:
            self.rooms.takes.choose_take(take.id)
        self.pins.show_pins()

    def _on_imported(self) -> None:
        self.reload()
        self.search.refresh()

    def _focus_text(self) -> None:
        if not self.rooms.previews:
            self.rooms.pair.focused_pane.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, error: BaseException) -> None:
        """Tell of an error; nothing stops."""
        show_error(error, self)

    # --- the window itself --------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_names(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        names = dropped_names(event.mimeData())
        if names:
            event.acceptProposedAction()
            if texts := self.feeds.following.follow_lists(names):
                self.importing.import_names(texts)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.pages.keep_texts()
        if self.session.finish():
            # The window stays, and what was typed with it; the failure is told as always.
            event.ignore()
            return
        window_state.keep(self, self.rooms, self.settings)
        services, view = self.session.services, self.desk.view
        if services is not None and view is not None:
            window_state.keep_point(self.settings, services.library, view.summary.point.id)
        self.board.close()
        self.session.close()
        super().closeEvent(event)

    def _on_folded(self, fold: Fold) -> None:
        narrow = fold >= Fold.NARROW
        self.tools.fold(narrow)
        self.field.set_narrow(narrow)

    # --- building -----------------------------------------------------------------------------

    def _connect_parts(self) -> None:
        rooms = self.rooms
        self.session.opening.connect(self._on_opening)
        self.session.opened.connect(self._on_opened)
        self.session.refused.connect(self._on_refused)
        flows = (
            self.importing, self.indexing, self.pins, self.apart, self.backups, self.compare,
            self.points, self.feeds, self.texts,
        )  # fmt: skip
        for source in (self.session, *flows):
            source.failed.connect(self.show_problem)
        self.libraries.missing.connect(lambda folder: self.show_problem(MissingLibrary(folder)))
        rooms.sidebar.point_chosen.connect(lambda id_: self.desk.show_point(id_, open_pair=False))
        rooms.sidebar.point_opened.connect(self.open_pair)
        rooms.sidebar.outlet_opened.connect(self._on_outlet_opened)
        for part in (rooms.takes, rooms.bar):
            part.take_opened.connect(self.open_take)
            part.point_stepped.connect(rooms.sidebar.step_point)
        rooms.takes.text_opened.connect(self.open_text)
        rooms.results.hit_opened.connect(self.open_hit)
        self.desk.point_shown.connect(self._on_point_shown)
        self.desk.outlet_shown.connect(self._on_outlet_shown)
        self.desk.panes_changed.connect(self._on_panes_changed)
        rooms.pair.side_focused.connect(lambda _: self._on_panes_changed())
        rooms.pair.outlet_chosen.connect(
            lambda side, outlet_id: self.desk.open_first_of(outlet_id, side)
        )
        rooms.pair.take_stepped.connect(self.desk.step_sibling)
        self._connect_flows()

    def _connect_flows(self) -> None:
        rooms = self.rooms
        rooms.strip.emptied.connect(self._focus_text)
        rooms.strip.page_asked.connect(self.actions_["board"].trigger)
        rooms.folded_changed.connect(self._on_folded)
        rooms.strip.clipping_opened.connect(self._open_clipping)
        rooms.notice.acted.connect(self.libraries.open_own)
        rooms.notice.dismissed.connect(self.libraries.remove_sample)
        self.search.left.connect(self._focus_text)
        self.search.recounted.connect(self.reload)
        self.importing.finished.connect(lambda _: self._on_imported())
        self.importing.finished.connect(lambda _: self.indexing.mend())
        self.indexing.finished.connect(lambda _: self.reload())
        self.points.changed.connect(self.reload)
        self.points.made.connect(self._on_point_made)
        self.texts.changed.connect(self.reload)
        self.apart.changed.connect(self._on_imported)
        self.feeds.changed.connect(self._on_imported)
        self.points.said.connect(self.toast.say)
        self.backups.said.connect(self.toast.say)
        for flow in (self.hand_out, self.merging, self.search):
            flow.said.connect(self.toast.say)
            flow.failed.connect(self.show_problem)
        self.merging.merged.connect(self._on_imported)
