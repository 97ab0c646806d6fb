"""What each command does: the names of `actions` tied to the parts of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from summit_reader.domain.person import NameDecision
from summit_reader.domain.take import Take
from summit_reader.gui.board.chosen import ChosenPins
from summit_reader.gui.compare.blind import BlindReading
from summit_reader.gui.compare.commands import PaneCommands
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.export.commands import TakingAwayCommands
from summit_reader.gui.feeds import commands as feed_commands
from summit_reader.gui.going_round import go_round
from summit_reader.gui.help.commands import HelpCommands
from summit_reader.gui.help.explaining import Explaining
from summit_reader.gui.points.commands import PointCommands
from summit_reader.gui.reading.commands import ReadingCommands
from summit_reader.gui.takes.commands import TakeCommands
from summit_reader.gui.theme import ThemeChoice
from summit_reader.gui.tokens import tokens
from summit_reader.gui.widgets.sides import Side

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class Commands:
    """Connects every action; a command acts on the pane that listens."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.names = DecisionSteps[tuple[NameDecision, ...]](
            window.session,
            window.board.stack,
            lambda s, before: s.recognising.restore(before),
            window,
        )
        self.names.failed.connect(window.show_problem)
        self._connect_files()
        self._connect_edits()
        self._connect_views()
        self._connect_steps()
        self.takes = TakeCommands(window)
        self.chosen_pins = ChosenPins(window)
        self._on("pin", self.chosen_pins.toggle)
        self.taking_away = TakingAwayCommands(window)
        feed_commands.connect(window.actions_.all(), window.feeds)
        self.panes = PaneCommands(window)
        self.blind = BlindReading(window)
        self.points = PointCommands(window)
        self.reading = ReadingCommands(window)
        self.help = HelpCommands(window)
        self.explaining = Explaining(window)

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    def _connect_files(self) -> None:
        window = self._window
        self._on("import", window.importing.choose_files)
        self._on("import_folder", window.importing.choose_folder)
        self._on("import_table", window.importing.choose_table)
        self._on("paste", window.importing.paste)
        looks = window.actions_["preview_imports"]
        looks.setChecked(window.settings.preview_imports)
        looks.toggled.connect(partial(setattr, window.settings, "preview_imports"))
        self._on("new_library", window.libraries.choose_new)
        self._on("open_library", window.libraries.choose)
        self._on("own_library", window.libraries.open_own)
        self._on("sample_library", window.libraries.open_sample)
        self._on("remove_sample", window.libraries.remove_sample)
        self._on("back_up", window.backups.back_up)
        self._on("backups", window.backups.show_backups)
        self._on("pack_library", window.backups.pack)
        self._on("unpack_library", window.backups.unpack)
        self._on("forget_search", window.rooms.sidebar.forget_search)
        self._on("filter_outlets", self._go_to_filter)
        self._on("open_here", partial(self._open_current, across=False))
        self._on("open_across", partial(self._open_current, across=True))
        self._on("drop_card", self._drop_card)
        self._on("merge", window.merging.choose)
        self._on("quit", window.close)
        self._on("reindex", window.indexing.rebuild)
        window.indexing.finished.connect(self._say_rebuilt)
        self._on("save_search", window.search.save)
        for name, choose in (
            ("both_spellings", window.search.set_both_spellings),
            ("group_by_article", window.search.set_group_by_article),
        ):
            action = window.actions_[name]
            action.setChecked(getattr(window.settings, name))
            action.toggled.connect(choose)
        self._on("palette", self._show_palette)

    def _connect_edits(self) -> None:
        window = self._window
        self._on("copy", self._copy)
        self._on("edit_note", self._edit_note)
        self._on("move_left", partial(self._move_card, -1))
        self._on("move_right", partial(self._move_card, 1))
        self._on("set_outlet", lambda: window.texts.ask_outlet(window.rooms.pair))
        self._on("new_comparison", self._new_comparison)
        self._on("rename_comparison", self._rename_comparison)

    def _connect_views(self) -> None:
        window = self._window
        self._on("sidebar", self._show_sidebar)
        self._on("larger", lambda: self._resize(window.look.type.reading_size + 1))
        self._on("smaller", lambda: self._resize(window.look.type.reading_size - 1))
        self._on("normal", lambda: self._resize(tokens().faces["read"].size))
        for choice in ThemeChoice:
            self._on(f"theme_{choice.value}", partial(self.choose_theme, choice))
        self._on("full_screen", self._full_screen)

    def _connect_steps(self) -> None:
        window, rooms, desk = self._window, self._window.rooms, self._window.desk
        self._on("search", self._go_to_search)
        self._on("find", self._find)
        rooms.escaped.connect(self._escape)
        self._on("find_next", partial(self._step_hit, 1))
        self._on("find_previous", partial(self._step_hit, -1))
        self._on("points", lambda: self._go_to_list(rooms.sidebar.point_view))
        self._on("outlets", lambda: self._go_to_list(rooms.sidebar.outlet_view))
        self._on("strip", self._go_to_strip)
        self._on("set_apart", window.apart.enter)
        self._on("facets", self._go_to_facets)
        self._on("saved", lambda: self._go_to_list(rooms.sidebar.saved_view))
        self._on("next_scope", lambda: rooms.results.chips.step(1))
        self._on("previous_scope", lambda: rooms.results.chips.step(-1))
        self._on("next_pane", partial(go_round, window, 1))
        self._on("previous_pane", partial(go_round, window, -1))
        for name, by in (("next", 1), ("previous", -1)):
            self._on(f"{name}_point", partial(rooms.sidebar.step_point, by))
            self._on(f"{name}_outlet", partial(self._step, desk.step_outlet, by))
            self._on(f"{name}_take", partial(self._step, desk.step_take, by))
        self._on("people", self._show_people)
        self._on("versions", self._show_versions)
        self._on("compare", self._compare)
        rooms.preview.opened.connect(self._compare)
        window.actions_["sidebar"].setChecked(window.settings.sidebar_shown)
        self._tick_theme(window.look.theme.choice)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Put the theme in force, and remember it."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._window.look.theme.choose(app, choice)
        self._window.settings.theme = choice.value
        self._tick_theme(choice)

    def _tick_theme(self, choice: ThemeChoice) -> None:
        for other in ThemeChoice:
            self._window.actions_[f"theme_{other.value}"].setChecked(other is choice)

    def _take(self) -> Take | None:
        return self._window.desk.take_in(self._window.rooms.pair.side)

    def _find(self) -> None:
        pane = self._window.rooms.pair.focused_pane
        if pane.content is None:
            self._window.toast.say(self._window.tr("Open a text first: words are found in it."))
            return
        if not pane.isVisible():
            self._window.rooms.show_pair()
        pane.open_find()

    def _step_hit(self, by: int) -> None:
        hits = self._window.rooms.pair.focused_pane.hits
        if hits.are_marked:
            hits.step(by)
        else:
            self._find()

    def _step(self, step: Callable[[Side, int], None], by: int) -> None:
        if self._window.desk.view is None:
            self._window.toast.say(self._window.tr("Choose a point first: this steps through it."))
            return
        if self._window.rooms.previews:
            self._compare()  # there is nothing to step from before the first pair is open
            return
        self._window.rooms.show_pair()
        step(self._window.rooms.pair.side, by)

    def _escape(self) -> None:
        """Out of what was looked for: in the text first, then in the library."""
        window = self._window
        pane = window.rooms.pair.focused_pane
        if pane.find_bar.isVisible():
            pane.hits.leave()
        elif window.rooms.results.isVisible():
            window.search.leave()
        else:
            window.toast.hide()

    def _show_palette(self) -> None:
        # Not at the top: a start would wait for what is hardly ever asked for.
        from summit_reader.gui.palette.palette import Palette  # noqa: PLC0415

        Palette(self._window.look, self._window.actions_, self._window).popup()

    def _show_versions(self) -> None:
        from summit_reader.gui.versions.flow import show_versions  # noqa: PLC0415 - as above

        window, take = self._window, self._take()
        if take is None:
            window.toast.say(window.tr("Open a take first: its other versions are looked for."))
            return
        show_versions(
            window.session,
            window.look,
            take,
            open_pair=self._open_takes,
            say_none=lambda: window.toast.say(
                window.tr("No other text here carries these words or this speaker.")
            ),
            parent=window,
        )

    def _show_people(self) -> None:
        from summit_reader.gui.people.flow import show_people  # noqa: PLC0415 - as above

        window = self._window
        show_people(
            window.session, window.look, self.names, open_take=self._open_take, parent=window
        )

    def _open_take(self, take: Take) -> None:
        self._window.rooms.show_pair()
        self._window.desk.open_take(take, self._window.rooms.pair.side)

    def _open_takes(self, here: Take, across: Take) -> None:
        self._window.rooms.show_pair()
        side = self._window.rooms.pair.side
        self._window.desk.open_take(here, side)
        self._window.desk.open_take(across, self._window.rooms.pair.next_side(side))

    def _compare(self) -> None:
        if self.panes.shared_points.compare():
            return
        point = self._window.rooms.sidebar.current_point()
        if point is not None:
            self._window.open_pair(point)

    def _copy(self) -> None:
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            widget.copy()

    def _new_comparison(self) -> None:
        window = self._window
        name, fine = QInputDialog.getText(
            window, window.tr("New comparison"), window.tr("What is compared in it?")
        )
        if fine and name.strip():
            window.board.create(name.strip())

    def _rename_comparison(self) -> None:
        window, comparison = self._window, self._window.board.comparison
        if comparison is None:
            return
        name, fine = QInputDialog.getText(
            window,
            window.tr("Rename comparison"),
            window.tr("Name of the comparison:"),
            text=comparison.name,
        )
        if fine and name.strip():
            window.board.rename(name.strip())

    def _say_rebuilt(self, count: int) -> None:
        window = self._window
        window.toast.say(window.tr("Search index rebuilt: {0} texts.").format(count))

    def _resize(self, size: float) -> None:
        self._window.look.type.set_reading_size(size)
        self._window.settings.reading_size = self._window.look.type.reading_size

    def _show_sidebar(self) -> None:
        if self._window.rooms.folded:
            # Too narrow to keep it in sight: the key brings it, choosing from it puts it away.
            self._window.rooms.ask_for_sidebar()
            self._window.actions_["sidebar"].setChecked(self._window.settings.sidebar_shown)
            return
        shown = self._window.actions_["sidebar"].isChecked()
        self._window.settings.sidebar_shown = shown
        self._window.rooms.want_sidebar(shown)

    def _full_screen(self) -> None:
        if self._window.actions_["full_screen"].isChecked():
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _go_to_search(self) -> None:
        self._window.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.field.selectAll()

    def _go_to_list(self, view: QWidget) -> None:
        self._window.search.leave()
        self._window.rooms.show_work()
        if not view.isVisible():
            self._window.rooms.ask_for_sidebar()
        _focus(view)

    def _go_to_strip(self) -> None:
        self._window.rooms.ask_for_strip()
        _focus(self._window.rooms.strip.view)

    def _go_to_facets(self) -> None:
        if self._window.rooms.facets.isVisible():
            _focus(self._window.rooms.facets.view)

    def _go_to_filter(self) -> None:
        self._go_to_list(self._window.rooms.sidebar.filter)

    def _open_current(self, *, across: bool) -> None:
        rooms = self._window.rooms
        if (board := self._window.pages.board_shown) is not None:
            board.page.view.open(board.page.view.currentIndex(), across=across)
            return
        searching = rooms.results.isVisible()
        view = rooms.results.view if searching else rooms.takes.view
        if rooms.strip.view.hasFocus():
            view = rooms.strip.view
        view.open(view.currentIndex(), across=across)

    def _move_card(self, by: int) -> None:
        if (board := self._window.pages.board_shown) is not None:
            board.move(0, by)
        else:
            self._window.rooms.strip.move_current(by)

    def _drop_card(self) -> None:
        if (board := self._window.pages.board_shown) is not None:
            board.drop()
            return
        clipping = self._window.rooms.strip.view.current()
        if clipping is not None:
            self._window.pins.drop(clipping.id)

    def _edit_note(self) -> None:
        if (board := self._window.pages.board_shown) is not None:
            board.edit_note()
            return
        window, strip = self._window, self._window.rooms.strip
        window.rooms.ask_for_strip()
        shown = window.board.clipping_of(self._take())
        if shown is not None and not strip.view.hasFocus():
            strip.choose(shown.id)
        strip.edit_note()


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
