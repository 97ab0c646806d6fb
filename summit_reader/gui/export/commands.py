"""The commands that take something away: export, print, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summit_reader.bootstrap import opener
from summit_reader.domain.take import Take
from summit_reader.gui.compare.blind import copy_blind

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class TakingAwayCommands:
    """Connects the actions; a command takes what is on the board, in the panes, or was found."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        for name, slot in (
            ("export", self._export),
            ("export_results", self._export_results),
            ("print", self._print),
            ("copy_both", self._copy_both),
            ("copy_one", self._copy_one),
            ("copy_link", self._copy_link),
            ("open_links", self._ask_links),
        ):
            window.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())

    def _export(self) -> None:
        from summit_reader.gui.export.flow import (  # noqa: PLC0415 - a start does without
            of_comparison,
            of_point,
            of_question,
            of_takes,
        )

        window = self._window
        window.rooms.strip.keep_texts()
        comparison, view = window.board.comparison, window.desk.view
        subjects = [of_comparison(comparison)] if comparison is not None else []
        if view is not None:
            subjects.append(of_point(view, window.session.filters.narrowing))
        if window.rooms.results.total:
            subjects.append(of_question(window.search.question))
        if takes := self._takes_in_panes():
            subjects.append(of_takes([window.look.names.take(take) for take in takes]))
        if subjects:
            window.hand_out.ask(subjects)

    def _print(self) -> None:
        from summit_reader.gui.export.flow import of_comparison  # noqa: PLC0415 - a start does without

        self._window.rooms.strip.keep_texts()
        comparison = self._window.board.comparison
        if comparison is not None:
            self._window.hand_out.print_out(of_comparison(comparison))

    def _ask_links(self) -> None:
        from summit_reader.gui.export.links import LinkFlow  # noqa: PLC0415 - as above
        from summit_reader.services.link_opening import link_opening  # noqa: PLC0415 - as above

        window = self._window
        flow = LinkFlow(lambda: link_opening(opener()), window)
        flow.said.connect(window.toast.say)
        flow.failed.connect(window.show_problem)
        flow.ask()

    def _export_results(self) -> None:
        window = self._window
        if window.rooms.results.total:
            window.hand_out.export_results(window.search.question, window.rooms.results.total)
        else:
            window.toast.say(window.tr("Search for something first: there is no list to export."))

    def _copy_both(self) -> None:
        self._copy_takes(self._takes_in_panes())

    def _takes_in_panes(self) -> list[Take]:
        window = self._window
        takes = [window.desk.take_in(side) for side in window.rooms.pair.sides]
        return [take for take in takes if take is not None]

    def _copy_one(self) -> None:
        take = self._window.desk.take_in(self._window.rooms.pair.side)
        self._copy_takes([take] if take is not None else [])

    def _copy_takes(self, takes: list[Take]) -> None:
        window = self._window
        if takes and window.look.names.blind:
            window.toast.say(copy_blind(takes, window.look.names))
        else:
            window.hand_out.copy(takes)

    def _copy_link(self) -> None:
        window = self._window
        window.hand_out.copy_link(window.desk.take_in(window.rooms.pair.side))
