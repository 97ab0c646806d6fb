"""What the commands of the Help menu and the settings do, and which topic a place has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from summit_reader import shipped

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class HelpCommands:
    """Opens each window when it is asked for: a start would wait for what is hardly ever used."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._on("help", self.show_help)
        self._on("keys", self._show_keys)
        self._on("preferences", self._show_preferences)
        self._on("about", self._show_about)
        shipped.allow_private_addresses(window.settings.private_addresses)

    def topic_here(self) -> str:
        """The topic of the part of the window that has the focus."""
        rooms, window = self._window.rooms, self._window
        places: dict[QWidget, str] = {
            rooms.sidebar.outlet_view: "outlets",
            rooms.sidebar.filter: "outlets",
            rooms.filters: "outlets",
            rooms.sidebar: "points",
            rooms.takes: "takes",
            rooms.pair: "compare",
            rooms.pairs: "compare",
            rooms.results: "search",
            rooms.facets: "search",
            window.field: "search",
            rooms.strip: "board",
            window.feeds.page: "inbox",
            **window.pages.topics(),
            **window.shelf.topics(),
        }
        widget = QApplication.focusWidget()
        while widget is not None:
            if widget in places:
                return places[widget]
            widget = widget.parentWidget()
        return "start"

    def show_help(self) -> None:
        """Open the help at the topic of the place where the focus is."""
        from summit_reader.gui.help.topics import topics  # noqa: PLC0415 - see above
        from summit_reader.gui.help.window import HelpWindow  # noqa: PLC0415 - as above
        from summit_reader.gui.translation import Language  # noqa: PLC0415 - as above

        topic = self.topic_here()
        german = QLocale().language() is QLocale.Language.German
        language = Language.GERMAN if german else Language.ENGLISH
        help_ = HelpWindow(self._window.look, topics(language), self._window)
        help_.show_topic(topic)
        help_.show()

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    def _show_keys(self) -> None:
        from summit_reader.gui.keys.dialog import KeysDialog  # noqa: PLC0415 - see above

        window = self._window
        KeysDialog(window.actions_, window.shortcuts, window).open()

    def _show_preferences(self) -> None:
        from summit_reader.gui.preferences.dialog import PreferencesDialog  # noqa: PLC0415 - above

        window = self._window
        PreferencesDialog(
            window.look,
            window.settings,
            window.actions_,
            choose_theme=window.commands.choose_theme,
            library=window.session.services.library if window.session.services else None,
            parent=window,
        ).open()

    def _show_about(self) -> None:
        from summit_reader.gui.help.about import about  # noqa: PLC0415 - see above

        about(self._window)
