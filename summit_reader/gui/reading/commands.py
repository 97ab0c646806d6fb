"""What the reader can do with a text: the commands about reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from summit_reader.gui.keys.shifted_plus import ShiftedPlus
from summit_reader.gui.reading.from_lists import ListPaging
from summit_reader.gui.reading.places import ReadingPlaces

if TYPE_CHECKING:
    from summit_reader.gui.details.flow import DetailsFlow
    from summit_reader.gui.main_window import MainWindow
    from summit_reader.gui.peek.flow import PeekFlow
    from summit_reader.gui.reading.outline import Heading
    from summit_reader.gui.reading.pane import ReadingPane


class ReadingCommands(QObject):
    """Connects the actions about the text in the pane that listens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._details: DetailsFlow | None = None
        self._peeking: PeekFlow | None = None
        self.places = ReadingPlaces(window.session, window.desk, window.rooms.pair, window)
        rooms = window.rooms
        lists = (rooms.sidebar.point_view, rooms.sidebar.outlet_view, rooms.sidebar.saved_view)
        self.paging = ListPaging(rooms.pair, (*lists, rooms.takes.view, rooms.results.view))
        ShiftedPlus(window.actions_["larger"], window.actions_["expand_quotes"], self)
        self._on("outline", self._show_outline)
        self._on("details", self._show_details)
        self._on("open_original", self._open_original)
        self._on("peek", self._peek)

    @property
    def details(self) -> DetailsFlow:
        """What shows all that is known of a text."""
        if self._details is None:
            # Not at the top: a start would wait for what is seldom asked for.
            from summit_reader.gui.details.flow import DetailsFlow  # noqa: PLC0415

            self._details = DetailsFlow(self._window)
        return self._details

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    def _show_details(self) -> None:
        self.details.show()

    def _open_original(self) -> None:
        self.details.open_original()

    def _peek(self) -> None:
        if self._peeking is None:
            from summit_reader.gui.peek.flow import PeekFlow  # noqa: PLC0415 - as above

            self._peeking = PeekFlow(self._window)
        self._peeking.show()

    def _show_outline(self) -> None:
        from summit_reader.gui.reading.outline import heading_at, outline_of  # noqa: PLC0415
        from summit_reader.gui.reading.outline_list import OutlineList  # noqa: PLC0415 - as above

        window, pane = self._window, self._window.rooms.pair.focused_pane
        content = pane.content
        outline = outline_of(content.article, window.look.names) if content is not None else ()
        if not outline:
            window.toast.say(self.tr("This text has no headings, questions or key points."))
            return
        at = heading_at(outline, pane.place_left() or 0)
        shown = OutlineList(window.look, outline, at, window)
        shown.chosen.connect(partial(_go_to, pane))
        shown.popup_in(pane.browser)


def _go_to(pane: ReadingPane, heading: Heading) -> None:
    pane.go_to(heading.source)
    pane.browser.setFocus(Qt.FocusReason.OtherFocusReason)
