"""What the reader can do about takes: the commands of the Take menu and of the popover."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from summit_reader.domain.correction import Attributed, Correction, Renewal, TakeInText
from summit_reader.domain.errors import NothingSelected, NothingToMerge, NothingToSplit
from summit_reader.domain.importing import ImportReport
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Standing, Take
from summit_reader.gui.decision_steps import Decide, DecisionSteps
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.takes.popover import TakePopover
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import counted, error_sentence, texts_counted

if TYPE_CHECKING:
    from summit_reader.bootstrap import Services
    from summit_reader.domain.progress import CancelToken
    from summit_reader.gui.main_window import MainWindow
    from summit_reader.gui.takes.set_aside import SetAsideDialog

ABOUT_A_TAKE = ("why_take", "confirm_take", "reject_take", "attribute_take")
ABOUT_WORDS = ("respan_take", "split_take", "merge_take")


class TakeCommands(QObject):
    """Connects every action about takes; it acts on the take of the pane that listens.

    While the popover or a context menu is open, its take is the one that is meant; while the
    keyboard moves a cursor, the one that the cursor stands in.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._meant: Take | None = None
        self._set_aside: SetAsideDialog | None = None
        self._steps = DecisionSteps[Correction](
            window.session, window.board.stack, _taken_back, self
        )
        self._steps.changed.connect(self._show_again)
        self._steps.failed.connect(window.show_problem)
        words = [window.actions_[name] for name in ABOUT_WORDS]
        self.popover = TakePopover(window.look, window, words)
        self.popover.confirm_asked.connect(lambda: self._confirm(self.popover.take))
        self.popover.reject_asked.connect(lambda: self._reject(self.popover.take))
        self.popover.edit_asked.connect(lambda: self._attribute(self.popover.take))
        self._connect_actions()
        for pane in window.rooms.pair.panes.values():
            self._take_in(pane)
        window.rooms.pair.pane_made.connect(self._take_in)
        window.importing.finished.connect(self._on_imported)
        window.session.opened.connect(self._put_away)

    def _take_in(self, pane: ReadingPane) -> None:
        pane.take_clicked.connect(self._on_clicked)
        pane.menu_asked.connect(self._show_menu)
        if (menu := pane.header.more.menu()) is not None:
            menu.addSeparator()
            menu.addActions([self._window.actions_[name] for name in ABOUT_A_TAKE])
        pane.open_quotes(self._window.actions_["open_quotes"].isChecked())
        pane.browser.show_caret(self._window.actions_["caret"].isChecked())

    def _connect_actions(self) -> None:
        def on(name: str, slot: Callable[[], object]) -> None:
            self._window.actions_[name].triggered.connect(lambda _=False: slot())

        on("why_take", lambda: self.show_why(self._target()))
        on("confirm_take", lambda: self._confirm(self._target()))
        on("reject_take", lambda: self._reject(self._target()))
        on("attribute_take", lambda: self._attribute(self._target()))
        on("mark_take", self._mark)
        on("respan_take", lambda: self._respan(self._target()))
        on("split_take", lambda: self._split(self._target()))
        on("merge_take", lambda: self._merge(self._target()))
        on("set_aside", self._show_set_aside)
        on("refresh_takes", self._refresh)
        self._window.actions_["open_quotes"].toggled.connect(self._open_quotes)
        on("expand_quotes", lambda: self._window.actions_["open_quotes"].setChecked(True))
        on("collapse_quotes", lambda: self._window.actions_["open_quotes"].setChecked(False))
        on("caret", self._show_caret)

    # --- which take -------------------------------------------------------------------------------

    @property
    def _pane(self) -> ReadingPane:
        return self._window.rooms.pair.focused_pane

    def _target(self) -> Take | None:
        if self.popover.isVisible():
            return self.popover.take
        if self._meant is not None:
            return self._meant
        content, at_cursor = self._pane.content, self._pane.take_at_cursor()
        shown = content.take if content is not None else None
        if self._window.actions_["caret"].isChecked():
            return at_cursor or shown
        return shown or at_cursor

    def _on_clicked(self, side: Side, take_id: int) -> None:
        self._window.rooms.pair.focus_side(side)
        self.show_why(self._pane.take_named(take_id))

    def show_why(self, take: Take | None) -> None:
        """Open the popover at a take of the focused pane."""
        content = self._pane.content
        if take is None or content is None:
            self._say_no_take()
            return
        self.popover.show_take(take, content.article, self._pane.place_of(take))

    def _show_menu(self, side: Side, at: QPoint) -> None:
        window = self._window
        window.rooms.pair.focus_side(side)
        browser = self._pane.browser
        place = browser.viewport().mapFromGlobal(at)
        if not browser.textCursor().hasSelection():
            browser.setTextCursor(browser.cursorForPosition(place))
        mark = browser.mark_at(place.toPointF())
        take = self._pane.take_named(mark.take_id) if mark is not None else None
        self._meant = take or self._pane.take_at_cursor()
        menu = QMenu(browser)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([window.actions_[name] for name in ("copy", "mark_take")])
        if self._meant is not None:
            menu.addSeparator()
            menu.addActions([window.actions_[name] for name in (*ABOUT_A_TAKE, *ABOUT_WORDS)])
        # What was chosen acts after the menu has gone.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._forget_meant))
        menu.popup(at)

    def _forget_meant(self) -> None:
        self._meant = None

    # --- steps ------------------------------------------------------------------------------------

    def _confirm(self, take: Take | None) -> None:
        if take is None:
            self._say_no_take()
        elif take.standing is not Standing.CONFIRMED:
            self._make(
                self.tr("Confirm take"),
                self.tr("Confirmed."),
                lambda s: s.correcting.confirm(take.id),
            )

    def _reject(self, take: Take | None) -> None:
        if take is None:
            self._say_no_take()
        else:
            self._make(
                self.tr("Reject take"),
                self.tr("Rejected: it will not be found again."),
                lambda s: s.correcting.reject(take.id),
            )

    def _attribute(self, take: Take | None) -> None:
        if take is None:
            self._say_no_take()
            return
        now = Attributed(take.speaker, take.outlet.name, take.role)

        def kept(attributed: Attributed) -> None:
            if attributed != now:
                self._make(
                    self.tr("Credit take"),
                    self.tr("Credited otherwise."),
                    lambda s: s.correcting.attribute(take.id, attributed),
                )

        self._ask(take.text, take.article_id, take.anchor.segments, (now,), kept)

    def _mark(self) -> None:
        content, segments = self._pane.content, self._pane.selection()
        if content is None or not segments:
            self._say(error_sentence(NothingSelected()))
            return
        article_id = content.article.id

        def kept(attributed: Attributed) -> None:
            self._make(
                self.tr("Mark take"),
                self.tr("Marked as a take."),
                lambda s: s.correcting.mark(article_id, segments, attributed),
            )

        self._ask(self._pane.browser.textCursor().selectedText(), article_id, segments, (), kept)

    def _respan(self, take: Take | None) -> None:
        segments = self._pane.selection()
        if take is None:
            self._say_no_take()
        elif not segments:
            self._say(error_sentence(NothingSelected()))
        else:
            self._link(take, segments)

    def _link(self, take: Take, segments: tuple[Span, ...]) -> None:
        said = self.tr("Linked again.") if take.lost else self.tr("The take has other words.")
        self._make(
            self.tr("Set words of take"), said, lambda s: s.correcting.respan(take.id, segments)
        )

    def _split(self, take: Take | None) -> None:
        at = self._pane.cursor_place()
        if take is None:
            self._say_no_take()
        elif at is None:
            self._say(error_sentence(NothingToSplit()))
        else:
            self._make(
                self.tr("Split take"),
                self.tr("Split in two."),
                lambda s: s.correcting.split(take.id, at),
            )

    def _merge(self, take: Take | None) -> None:
        content = self._pane.content
        if take is None or content is None:
            self._say_no_take()
            return
        end = take.anchor.segments[-1].end
        after = (one for one in content.others if one.anchor.segments[0].start >= end)
        following = next((one for one in after if not one.lost), None)
        if following is None:
            self._say(error_sentence(NothingToMerge()))
        else:
            self._make(
                self.tr("Merge takes"),
                self.tr("Merged with the next take."),
                lambda s: s.correcting.merge(take.id, following.id),
            )

    def _ask(
        self,
        words: str,
        article_id: int,
        segments: tuple[Span, ...],
        first: tuple[Attributed, ...],
        kept: Callable[[Attributed], None],
    ) -> None:
        def asked(services: Services) -> tuple[tuple[Attributed, ...], tuple[str, ...]]:
            proposed = services.correcting.suggestions(article_id, segments)
            names = [entry.outlet.name for entry in services.reading.outlets()]
            return proposed, tuple(dict.fromkeys([*(one.outlet for one in proposed), *names]))

        def ask(found: tuple[tuple[Attributed, ...], tuple[str, ...]]) -> None:
            # Not at the top: a start would wait for a form that is hardly ever asked for.
            from summit_reader.gui.takes.attribution import AttributionDialog  # noqa: PLC0415

            proposed, outlets = found
            window = self._window
            dialog = AttributionDialog(window.look, words, (*first, *proposed), outlets, window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: kept(dialog.attributed()))
            dialog.open()

        self._window.session.read(asked, ask)

    # --- what follows -----------------------------------------------------------------------------

    def _make(self, name: str, said: str, decide: Decide[Correction]) -> None:
        def done(correction: Correction) -> None:
            take = correction.after[0].take
            if correction.before[0].take.standing is Standing.REJECTED:
                self._window.desk.open_take(take, self._window.rooms.pair.side)
            self._window.toast.say(said, self._steps.undo)

        self._steps.make(name, decide, done)

    def _show_again(self) -> None:
        self._window.reload()
        self._window.search.refresh()
        for side in Side:
            self._window.desk.reload_text(side)
        if self._set_aside is not None and self._set_aside.isVisible():
            self._fill_set_aside()

    def _put_away(self) -> None:
        """Close what shows takes of the library that was open before."""
        self.popover.hide()
        if self._set_aside is not None:
            self._set_aside.hide()

    def _say(self, text: str) -> None:
        self._window.toast.say(text)

    def _say_no_take(self) -> None:
        self._say(self.tr("Open a take first, or put the cursor in one."))

    # --- lists of takes ---------------------------------------------------------------------------

    def _show_set_aside(self) -> None:
        if self._set_aside is None:
            from summit_reader.gui.takes.set_aside import SetAsideDialog  # noqa: PLC0415 - as above

            self._set_aside = dialog = SetAsideDialog(self._window.look, self._window)
            dialog.text_asked.connect(self._show_text)
            dialog.link_asked.connect(self._link_lost)
            dialog.back_asked.connect(self._bring_back)
        self._fill_set_aside()
        self._set_aside.show()
        self._set_aside.raise_()

    def _fill_set_aside(self) -> None:
        def filled(found: tuple[Sequence[TakeInText], Sequence[TakeInText]]) -> None:
            if self._set_aside is not None:
                self._set_aside.show_takes(*found)

        self._window.session.read(lambda s: (s.correcting.lost(), s.correcting.rejected()), filled)

    def _show_text(self, take: Take) -> None:
        self._window.rooms.show_pair()
        self._window.desk.open_text(take.article_id, self._window.rooms.pair.side, take.anchor)

    def _link_lost(self, take: Take) -> None:
        content, segments = self._pane.content, self._pane.selection()
        if content is None or content.article.id != take.article_id or not segments:
            self._say(self.tr("Show its text in the focused pane, and select the words there."))
        else:
            self._link(take, segments)

    def _bring_back(self, take: Take) -> None:
        self._make(
            self.tr("Bring take back"),
            self.tr("Brought back."),
            lambda s: s.correcting.confirm(take.id),
        )

    def _refresh(self) -> None:
        def refresh(services: Services, token: CancelToken) -> Renewal:
            return services.refreshing.refresh_all(token=token, every=True)

        def done(renewal: Renewal) -> None:
            self._show_again()
            said = self.tr("{0} read anew: {1} takes more, {2} fewer, {3} lost.")
            self._say(
                said.format(texts_counted(renewal.texts), renewal.added, renewal.gone, renewal.lost)
            )

        self._window.session.write_cancellable(refresh, done, self._window.show_problem)

    def _on_imported(self, report: ImportReport) -> None:
        if any(imported.renewed for imported in report.imported):
            self._show_again()
        lost = sum(imported.lost for imported in report.imported)
        if lost:
            said = counted(lost, "{n} take has lost its words.", "{n} takes have lost their words.")
            self._say(f"{said} {self.tr('Take > Lost and rejected takes links them again.')}")

    # --- how texts are shown ----------------------------------------------------------------------

    def _open_quotes(self, opened: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._window.rooms.takes.open_quotes(opened)
        for pane in self._window.rooms.pair.panes.values():
            pane.open_quotes(opened)

    def _show_caret(self) -> None:
        shown = self._window.actions_["caret"].isChecked()
        for pane in self._window.rooms.pair.panes.values():
            pane.browser.show_caret(shown)


def _taken_back(services: Services, correction: Correction) -> Correction:
    undone = correction.undone
    services.correcting.apply(undone)
    return undone
