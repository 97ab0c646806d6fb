"""Where the parts of the window stand: columns, stacks, and how they fold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from summit_reader.domain.search import SearchResults
from summit_reader.gui.board.strip import PinStrip
from summit_reader.gui.compare.pair import PairView
from summit_reader.gui.compare.preview import PairPreview
from summit_reader.gui.folding import Fold, fold_at
from summit_reader.gui.look import Look
from summit_reader.gui.narrowing.bar import FilterBar
from summit_reader.gui.pairs.pane import PairsPane
from summit_reader.gui.search.facets_pane import FacetsPane
from summit_reader.gui.search.pane import ResultsPane
from summit_reader.gui.sidebar.pane import Sidebar
from summit_reader.gui.takes.bar import PointBar
from summit_reader.gui.takes.pane import TakesPane
from summit_reader.gui.tokens import tokens
from summit_reader.gui.widgets.empty import EmptyLibrary
from summit_reader.gui.widgets.notices import NoticeBar

NARROW_LEFT = 261
FACETS, RESULTS = 164, 384
"""Widths of facets and results beside each other: both panes stay readable at 1280."""
WIDTH = re.compile(r"([0-3])([01])([01])=([0-9]{2,4})")


class Rooms(QWidget):
    """The central area. It knows where things stand, not what they do."""

    folded_changed = Signal(object)
    escaped = Signal()
    """Escape was pressed, and nothing in here had a use for it."""

    def __init__(
        self,
        look: Look,
        *,
        pane_actions: list[QAction],
        pin: QAction,
        export: QAction,
        comparison_actions: Sequence[QAction],
        pair_actions: Sequence[QAction],
        first_actions: list[tuple[QAction, str, str]],
    ) -> None:
        super().__init__()
        self._look = look
        self._fold = Fold.WIDE
        self._sidebar_wanted = True
        self._searching = self._pairing = self._is_empty = self._has_facets = False
        # Parts that a fold hides and the reader asked for; the next fold puts them away again.
        self._asked: set[str] = set()
        self.sidebar = Sidebar(look)
        self.takes = TakesPane(look)
        self.results = ResultsPane(look)
        self.facets = FacetsPane(look)
        self.pairs = PairsPane(look, pair_actions)
        self.bar = PointBar(look)
        self.pair = PairView(look, pane_actions, pin)
        self.preview = PairPreview(look)
        self.strip = PinStrip(look, export, comparison_actions)
        self.empty = EmptyLibrary(look, first_actions)
        self.notice = NoticeBar(
            look,
            self.tr("Sample library: five texts on one summit, ready to compare."),
            self.tr("Use my own files…"),
            self.tr("Remove sample"),
        )
        self.notice.hide()
        self.filters = FilterBar(look)
        # Pages that show what the reader has put together, whatever the library is narrowed to.
        self._unheeding: set[QWidget] = set()
        # What the reader dragged the left column to, for each shape of the window.
        self._chosen: dict[tuple[Fold, bool, bool], int] = {}
        self._shape = (Fold.WIDE, True, False)
        self._arrange()
        self.columns.installEventFilter(self)
        self.columns.splitterMoved.connect(self._on_dragged)
        self.pair.count_changed.connect(lambda _: self._refold())
        self._apply()

    def show_empty(self, empty: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Show the page of an empty library, or what stood in its place."""
        self._is_empty = empty
        if self._pages.currentWidget() in {self.columns, self.empty}:
            self.show_work()

    def put_above(self, notice: NoticeBar) -> None:
        """Show a notice above everything else."""
        self._page.insertWidget(0, notice)

    def add_page(self, page: QWidget, *, heeds_filters: bool = True) -> None:
        """Take up a page that can stand in the place of lists and panes."""
        self._pages.addWidget(page)
        if not heeds_filters:
            self._unheeding.add(page)

    def show_page(self, page: QWidget, *, even_empty: bool = False) -> None:
        """Show such a page; an empty library has none to show but those that say so."""
        if even_empty or self._pages.currentWidget() is not self.empty:
            self._pages.setCurrentWidget(page)

    def show_work(self) -> None:
        """Show lists and panes, whichever page is there; of an empty library its own page."""
        wanted = self.empty if self._is_empty else self.columns
        if self._pages.currentWidget() is not wanted:
            self._pages.setCurrentWidget(wanted)

    def show_pair(self) -> None:
        """Show the two panes in the place of what Enter would open."""
        leaves_page = self._pages.currentWidget() is not self.columns
        self.show_work()
        self._desk.setCurrentWidget(self.pair)
        self.put_lists_away()
        if leaves_page:
            # What had the focus is out of sight: now the keys turn the pages of what it opened.
            self.pair.focused_pane.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self) -> None:
        """Show what Enter would open."""
        self._desk.setCurrentWidget(self.preview)

    @property
    def in_sight(self) -> QWidget:
        """Where the panes stand, or the page in their place; notices appear at its foot."""
        page = self._pages.currentWidget()
        return self._desk if page is None or page is self.columns else page

    @property
    def folded(self) -> bool:
        """Whether the window is too narrow for the sidebar to stay in sight."""
        return self._fold is not Fold.WIDE

    @property
    def first_stop(self) -> QWidget:
        """What has the focus when a library is open: the points, or what stands for them."""
        if self.sidebar.isVisible():
            return self.sidebar.point_view
        return self.preview if self.previews else self.pair.focused_pane.stop

    @property
    def previews(self) -> bool:
        """Whether the panes have not been opened yet."""
        return self._desk.currentWidget() is self.preview

    def show_search(self, searching: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Show results where points and takes are; the panes keep their place."""
        if searching:
            self.show_work()
        if searching is not self._searching:  # it is told with every key, and laying out is dear
            self._searching = searching
            self._show_left()

    def show_pairs(self, shown: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Show pairs of passages where points and takes are; results of a search go before."""
        self._pairing = shown
        self._show_left()

    def _show_left(self) -> None:
        listed = self.pairs if self._pairing else self._lists
        self._left.setCurrentWidget(self._search if self._searching else listed)
        self._apply()

    def ask_for_sidebar(self) -> None:
        """Show points and outlets even where the window is too narrow to keep them in sight."""
        self._asked = (self._asked - {"takes"}) | {"sidebar"}
        self._apply()

    def ask_for_strip(self) -> None:
        """Show the pinned cards and the notes even where the window is narrow."""
        self.show_work()
        self._asked.add("strip")
        self._apply()

    def show_takes(self) -> None:
        """In a narrow window, put the list of takes where the sidebar was asked for."""
        if "sidebar" in self._asked and self._fold >= Fold.NARROW:
            self._asked = (self._asked - {"sidebar"}) | {"takes"}
            self._apply()

    def put_lists_away(self) -> None:
        """Fold away again what was asked for: something was chosen from it."""
        if self._asked & {"sidebar", "takes"}:
            self._asked -= {"sidebar", "takes"}
            self._apply()

    def show_facets(self, results: SearchResults) -> None:
        """Show what the hits can be narrowed by, where there is room for it."""
        self.facets.show_results(results)
        self._has_facets = any(facet.counts for facet in results.facets)
        shown = self._has_facets and self._fold is Fold.WIDE
        if shown is self.facets.isHidden():
            self.facets.setVisible(shown)
            self._apply()

    def want_sidebar(self, wanted: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Show or fold away points and outlets."""
        self._sidebar_wanted = wanted
        self._apply()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._refold()
            # The splitter shares out its new width first; then the columns get theirs.
            QTimer.singleShot(0, self, self._apply)
        return super().eventFilter(watched, event)

    def _refold(self) -> None:
        fold = fold_at(self.width(), self._look.type.em, self.pair.columns)
        if fold is not self._fold:
            self._asked.clear()
            self._fold = fold
            self.folded_changed.emit(fold)
            self.facets.setVisible(self._has_facets and fold is Fold.WIDE)
            self._apply()

    def _apply(self) -> None:
        narrow = self._fold >= Fold.NARROW
        sidebar = (self._sidebar_wanted and self._fold is Fold.WIDE) or "sidebar" in self._asked
        focus = QApplication.focusWidget()
        is_left = not sidebar and focus is not None and self.sidebar.isAncestorOf(focus)
        self.sidebar.setVisible(sidebar)
        if is_left:
            # Else the focus would go to whatever comes next, and with it the keys.
            self.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.takes.setVisible(not narrow or "takes" in self._asked)
        self.takes.fold_points(not sidebar)
        listed = not narrow or bool(self._asked & {"sidebar", "takes"})
        self._left.setVisible(self._searching or self._pairing or listed)
        self.bar.setVisible(narrow and not self._searching)
        self.pair.stack(self._fold is Fold.STACKED)
        self.strip.set_compact(narrow and "strip" not in self._asked)
        shape = (self._fold, sidebar, self._searching or self._pairing)
        width = self._chosen.get(shape, self._left_width(sidebar=sidebar))
        self._shape = shape
        total = max(self.columns.width(), width + 1)
        self.columns.setSizes([width, total - width])
        layout, px = tokens().layout, self._look.type.px
        self._lists.setSizes([px(layout["points"]), px(layout["takes"])])
        self._search.setSizes([px(FACETS), max(width - px(FACETS), 1)])

    def widths(self) -> str:
        """The widths of the left column that the reader chose, to be remembered."""
        entries = [
            f"{fold.value}{sidebar:d}{searching:d}={width}"
            for (fold, sidebar, searching), width in self._chosen.items()
        ]
        return " ".join(entries)

    def restore_widths(self, remembered: str) -> None:
        """Take up widths that `widths` gave; what is no width is passed over."""
        for entry in remembered.split():
            if match := WIDTH.fullmatch(entry):
                fold, sidebar, searching, width = map(int, match.groups())
                self._chosen[Fold(fold), bool(sidebar), bool(searching)] = width
        self._apply()

    def _on_dragged(self, position: int) -> None:
        self._chosen[self._shape] = position

    def _left_width(self, *, sidebar: bool) -> int:
        layout, px = tokens().layout, self._look.type.px
        if self._fold is Fold.WIDE and self._searching and not self.facets.isHidden():
            return px(FACETS + RESULTS)
        if self._fold is Fold.WIDE and (sidebar or self._searching or self._pairing):
            return px(layout["points"] + layout["takes"])
        if self._fold is Fold.WIDE:
            return px(layout["takes"])
        if sidebar and self._fold is Fold.MEDIUM:
            return px(layout["points"] + NARROW_LEFT)
        return px(NARROW_LEFT) if not self._searching else max(self.width() * 2 // 5, 1)

    def _arrange(self) -> None:
        self._lists = QSplitter(Qt.Orientation.Horizontal)
        self._lists.setHandleWidth(1)
        self._lists.setChildrenCollapsible(False)
        self._lists.addWidget(self.sidebar)
        self._lists.addWidget(self.takes)
        self._lists.setStretchFactor(1, 1)
        self._left = QStackedWidget()
        self._left.addWidget(self._lists)
        self._search = QSplitter(Qt.Orientation.Horizontal)
        self._search.setHandleWidth(1)
        self._search.setChildrenCollapsible(False)
        self._search.addWidget(self.facets)
        self._search.addWidget(self.results)
        self._search.setStretchFactor(1, 1)
        # A stack is as wide as its widest page asks: the results must not widen the lists.
        self._search.setMinimumWidth(1)
        self.facets.setFixedWidth(self._look.type.px(FACETS))
        self.facets.hide()
        self._left.addWidget(self._search)
        self._left.addWidget(self.pairs)
        self.pairs.setMinimumWidth(1)
        self._desk = QStackedWidget()
        self._desk.addWidget(self.preview)
        self._desk.addWidget(self.pair)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._desk, 1)
        column.addWidget(self.strip)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        self.columns.addWidget(self._left)
        self.columns.addWidget(right)
        self.columns.setStretchFactor(1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.columns)
        self._pages.addWidget(self.empty)
        self._pages.currentChanged.connect(
            lambda _: self.filters.heed(self._pages.currentWidget() not in self._unheeding)
        )
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(self.notice)
        self._page.addWidget(self.filters)
        self._page.addWidget(self._pages, 1)
