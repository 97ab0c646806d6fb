"""What the reader can do with texts: the commands of the Text menu, and the bin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.shelf import (
    ArticleFacts,
    ArticleState,
    Binned,
    BinState,
    Deletion,
    Marks,
    MarksState,
    ShelfRow,
)
from summit_reader.gui.articles.flow import ShelfFlow
from summit_reader.gui.articles.wording import deletion_detail, deletion_question
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.intake.notice import ImportNotices
from summit_reader.gui.widgets.questions import is_sure
from summit_reader.gui.wording import counted, tr

if TYPE_CHECKING:
    from summit_reader.gui.articles.bin_dialog import BinDialog
    from summit_reader.gui.main_window import MainWindow


class ShelfCommands(QObject):
    """Acts on the chosen rows of the list of all texts, else on the text in the focused pane."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._flow: ShelfFlow | None = None
        self._bin: BinDialog | None = None
        self._seen: set[int] = set()
        session, stack = window.session, window.board.stack
        self._marks = DecisionSteps[MarksState](
            session, stack, lambda s, before: s.shelving.restore_marks(before), self
        )
        self._facts = DecisionSteps[ArticleState](
            session, stack, lambda s, before: s.shelving.restore_facts(before), self
        )
        self._binned = DecisionSteps[BinState](
            session, stack, lambda s, before: s.shelving.restore_bin(before), self
        )
        for steps in (self._marks, self._facts, self._binned):
            steps.failed.connect(window.show_problem)
        self._marks.changed.connect(self._refresh)
        self._facts.changed.connect(self._on_facts)
        self._binned.changed.connect(self.on_changed)
        for name, slot in {
            "articles": self.show_all,
            "toggle_read": self.toggle_read,
            "toggle_flag": self.toggle_flag,
            "edit_article": self.edit,
            "delete_article": self.ask_deletion,
            "only_story": self._only_story,
            "bin": self.show_bin,
        }.items():
            self._on(name, slot)
        self.imports = ImportNotices(window, self._binned)
        window.session.opened.connect(self._on_opened)
        window.filled.connect(self._refresh)
        window.desk.panes_changed.connect(self._note_opened)

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    @property
    def flow(self) -> ShelfFlow:
        """The page of all texts; made when it is first asked for."""
        if self._flow is None:
            window = self._window
            self._flow = ShelfFlow(window.session, window.look, window.actions_, self)
            self._flow.page.left.connect(window.rooms.show_work)
            self._flow.page.view.opened.connect(window.open_text)
            self._flow.page.view.deletion_asked.connect(self.ask_deletion)
            self._flow.page.view.flag_asked.connect(self.toggle_flag)
            page, settings = self._flow.page, window.settings
            page.restore(settings.articles_columns)
            page.rearranged.connect(
                lambda: setattr(settings, "articles_columns", page.arrangement())
            )
            window.rooms.add_page(page)
        return self._flow

    def show_all(self) -> None:
        """Go to the list of all texts."""
        self.flow.refresh()
        self._window.rooms.show_page(self.flow.page)
        self.flow.focus()

    def stops(self) -> list[QWidget]:
        """Where the focus can go on the page."""
        return [] if self._flow is None else [self._flow.page.filter, self._flow.page.view]

    def topics(self) -> dict[QWidget, str]:
        """The page, once it is made, and the topic of the help that it has."""
        return {} if self._flow is None else {self._flow.page: "texts"}

    def current(self) -> ShelfRow | None:
        """The row that is chosen, where the list is in sight."""
        chosen = self._chosen_rows()
        return chosen[0] if chosen else None

    def on_changed(self) -> None:
        """Fill everything anew: outlets, texts or the bin have changed."""
        self._window.reload()
        self._window.search.refresh()
        if self._bin is not None:
            self._fill_bin()

    # --- marks ------------------------------------------------------------------------------------

    def toggle_read(self) -> None:
        """Note the chosen texts as read, or as unread if they all are read."""
        self._toggle(
            lambda rows: not all(row.is_read for row in rows),
            (tr("Mark as read"), tr("Mark as unread")),
            "is_read",
        )

    def toggle_flag(self) -> None:
        """Flag the chosen texts, or take the flags away if they all have one."""
        self._toggle(
            lambda rows: not all(row.is_flagged for row in rows),
            (tr("Flag"), tr("Take the flag away")),
            "is_flagged",
        )

    def _toggle(
        self, wanted: Callable[[Sequence[ShelfRow]], bool], names: tuple[str, str], mark: str
    ) -> None:
        ids = self._chosen()
        if not ids:
            return

        def made(rows: Sequence[ShelfRow]) -> None:
            value = wanted(rows)
            self._marks.make(
                names[0] if value else names[1], lambda s: s.shelving.mark(ids, **{mark: value})
            )

        rows = self._chosen_rows()
        if rows:
            made(rows)
            return
        wanted_ids = set(ids)
        self._window.session.read(
            lambda s: [row for row in s.shelving.rows() if row.article_id in wanted_ids], made
        )

    def _note_opened(self) -> None:
        """What was opened counts as read; that is no step of the reader's."""
        opened = {
            pane.content.article.id
            for pane in self._window.rooms.pair.panes.values()
            if pane.content is not None
        }
        fresh = opened - self._seen
        self._seen |= fresh
        if fresh:

            def noted(before: MarksState) -> None:
                if self._flow is not None:
                    now = [(each, Marks(True, marks.is_flagged)) for each, marks in before]
                    self._flow.note(now)

            self._window.session.write(lambda s: s.shelving.mark(fresh, is_read=True), noted)

    # --- facts ------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Ask for the facts of the text at hand."""
        ids = self._chosen()
        if ids:
            article_id = ids[0]
            self._window.session.read(
                lambda s: s.shelving.facts(article_id), lambda facts: self._ask(article_id, facts)
            )

    def _ask(self, article_id: int, facts: ArticleFacts) -> None:
        from summit_reader.gui.articles.facts_dialog import FactsDialog  # noqa: PLC0415 - rare

        dialog = FactsDialog(facts, self._window.look, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def put(now: ArticleFacts) -> None:
            if now != facts:
                self._facts.make(tr("Change facts"), lambda s: s.shelving.edit(article_id, now))
                self._window.toast.say(tr("Changed."), self._facts.undo)

        dialog.put.connect(put)
        dialog.open()

    def _on_facts(self) -> None:
        self._window.texts.changed.emit()
        self._window.search.refresh()
        for side in self._window.rooms.pair.panes:
            self._window.desk.reload_text(side)

    # --- the bin ----------------------------------------------------------------------------------

    def ask_deletion(self) -> None:
        """Ask whether the chosen texts are to go, naming what goes along."""
        ids = self._chosen()
        if ids:
            self._window.session.read(
                lambda s: s.shelving.deletion(ids), lambda gone: self._ask_sure(ids, gone)
            )

    def delete_outlet(self, outlet_id: int, gone: Deletion) -> None:
        """Move an outlet to the bin, as was confirmed."""
        self._binned.make(tr("Delete outlet"), lambda s: s.shelving.delete_outlet(outlet_id))
        self._window.toast.say(tr("{0} is in the bin.").format(gone.name), self._binned.undo)

    def _ask_sure(self, ids: Sequence[int], gone: Deletion) -> None:
        question = f"{deletion_question(gone)}\n\n{deletion_detail(gone)}"
        title = tr("Delete texts")
        if is_sure(self._window, title, question, tr("Delete")):
            self._binned.make(title, lambda s: s.shelving.delete(ids))
            said = counted(gone.texts, "{n} text is in the bin.", "{n} texts are in the bin.")
            self._window.toast.say(said, self._binned.undo)

    def show_bin(self) -> None:
        """Open the bin."""
        from summit_reader.gui.articles.bin_dialog import BinDialog  # noqa: PLC0415 - rare

        dialog = BinDialog(self._window.look, self._window)
        dialog.restore_asked.connect(self._restore)
        dialog.empty_asked.connect(self._empty)
        dialog.finished.connect(self._on_bin_closed)
        self._bin = dialog
        self._fill_bin()
        dialog.open()

    def _fill_bin(self) -> None:
        def filled(lying: tuple[Binned, ...]) -> None:
            if self._bin is not None:
                self._bin.show_contents(lying)

        self._window.session.read(lambda s: s.shelving.binned(), filled)

    def _on_bin_closed(self) -> None:
        if self._bin is not None:
            self._bin.deleteLater()
            self._bin = None

    def _restore(self, chosen: Sequence[Binned]) -> None:
        texts = [each.article_id for each in chosen if each.article_id]
        if texts:
            self._binned.make(tr("Restore from the bin"), lambda s: s.shelving.take_out(texts))
        for each in chosen:
            if each.outlet_id:
                self._binned.make(tr("Restore from the bin"), partial(_outlet_back, each.outlet_id))

    def _empty(self) -> None:
        def emptied(count: int) -> None:
            # Steps that stand on what is gone cannot be taken back.
            self._window.board.stack.clear()
            self._window.toast.say(counted(count, "{n} text deleted.", "{n} texts deleted."))
            self.on_changed()

        self._window.session.write(lambda s: s.shelving.empty_bin(), emptied)

    # --- which texts ------------------------------------------------------------------------------

    def _chosen_rows(self) -> list[ShelfRow]:
        if self._flow is None or not self._flow.page.isVisible():
            return []
        rows = self._flow.rows
        return [rows[each] for each in self._flow.page.view.chosen() if each in rows]

    def _chosen(self) -> list[int]:
        if self._flow is not None and self._flow.page.isVisible():
            ids = self._flow.page.view.chosen()
        else:
            content = self._window.rooms.pair.focused_pane.content
            ids = [content.article.id] if content is not None else []
        if not ids:
            self._window.toast.say(tr("Choose a text first."))
        return ids

    def _only_story(self) -> None:
        row = self.current()
        if row is not None and row.story_id:
            self.flow.only_story(row.story_id)
        elif row is not None:
            self._window.toast.say(tr("This text is in no story."))

    def _refresh(self) -> None:
        if self._flow is not None and self._flow.page.isVisible():
            self._flow.refresh()

    def _on_opened(self) -> None:
        self._seen.clear()
        if self._flow is not None:
            self._flow.forget()


def _outlet_back(outlet_id: int, services: Services) -> BinState:
    return services.shelving.take_out(outlet_id=outlet_id)
