"""Taking away what is in the window: to the clipboard, as a file, on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Comparison
from summit_reader.domain.link import link_to
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.point import PointView
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.take import Take
from summit_reader.export.filename import suggested_name
from summit_reader.export.formats import SUFFIXES, Format, format_of
from summit_reader.export.options import Options
from summit_reader.gui.export.choices import (
    FORMATS,
    Subject,
    citation_style,
    remember,
    remembered,
)
from summit_reader.gui.look import Look
from summit_reader.gui.search.live import Question
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.tasks import Latest
from summit_reader.gui.wording import counted, texts_counted, tr

if TYPE_CHECKING:
    from summit_reader.export.paper import Paper
    from summit_reader.gui.export.dialog import ExportDialog
    from summit_reader.gui.export.print_preview import PrintPreview

MOST_RESULTS = 200
"""Articles of a search that go into one hand-out."""


class TakingAway(QObject):
    """Copies, exports and prints; `said` tells what was done, `failed` what could not be."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, look: Look, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._look, self._settings = session, look, settings
        self._window = window
        self._latest = Latest()
        self.dialog: ExportDialog | None = None
        self.pages: PrintPreview | None = None

    def copy(self, takes: Sequence[Take]) -> None:
        """Put quotations with their full citations on the clipboard."""
        ids, style = [take.id for take in takes], citation_style(self._settings)
        if not ids:
            return

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(
                counted(
                    len(ids),
                    "{n} quotation copied with its citation.",
                    "{n} quotations copied with their citations.",
                )
            )

        self._session.read(lambda services: services.exporting.quotations(ids, style), done)

    def copy_link(self, take: Take | None) -> None:
        """Put the link to the take on the clipboard, for other programs to lead back by."""
        if take is None:
            self.said.emit(self.tr("Open a take first: there is nothing to link to in this pane."))
            return
        QGuiApplication.clipboard().setText(link_to(take.id))
        self.said.emit(self.tr("Link copied. Opening it shows this take here."))

    # --- the dialog -------------------------------------------------------------------------------

    def ask(self, subjects: Sequence[Subject]) -> None:
        """Open the dialog on these; the first is the one to begin with."""
        # Not at the top: a start would wait for what is asked for later.
        from summit_reader.gui.export.dialog import ExportDialog  # noqa: PLC0415

        dialog = ExportDialog(self._look, subjects, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.preview_asked.connect(lambda: self._show_preview(dialog))
        dialog.export_asked.connect(lambda: self._export_from(dialog))
        dialog.print_asked.connect(
            lambda: self.print_out(dialog.chosen_subject, dialog.chosen_options)
        )
        dialog.finished.connect(lambda _: self._on_closed(dialog))
        dialog.choose(*self._looks())
        self.dialog = dialog
        dialog.open()

    def _looks(self) -> tuple[Format, Options]:
        """What was chosen last; what is read blind goes out blind."""
        kind, options = remembered(self._settings)
        return kind, replace(options, blind=self._look.names.blind)

    def _on_closed(self, dialog: ExportDialog) -> None:
        self._latest.replace(None)
        remember(self._settings, dialog.chosen_format, dialog.chosen_options)
        self.dialog = None

    def _show_preview(self, dialog: ExportDialog) -> None:
        from summit_reader.gui.export.preview import preview_of  # noqa: PLC0415 - as above

        subject, kind, options = (
            dialog.chosen_subject,
            dialog.chosen_format,
            dialog.chosen_options,
        )

        def show(comparison: Comparison) -> None:
            if self.dialog is dialog:
                token = self._session.read(
                    lambda services: preview_of(services, comparison, kind, options),
                    dialog.show_preview,
                    self.failed.emit,
                )
                self._latest.replace(token)

        # Behind the edits that are still being kept, or the last of them would be missing.
        self._session.write(subject.made, show, self.failed.emit)

    def _export_from(self, dialog: ExportDialog) -> None:
        subject, kind = dialog.chosen_subject, dialog.chosen_format
        suffixes = SUFFIXES[kind]
        path = self._asked_for(
            self.tr("Export"),
            suggested_name(subject.file_name, suffixes[0]),
            f"{tr(FORMATS[kind])} (*{suffixes[0]})",
            suffixes,
        )
        if path is not None:
            self.export_to(subject, path, dialog.chosen_options, kind)
            dialog.accept()

    def export_to(
        self,
        subject: Subject,
        path: Path,
        options: Options = Options(),  # noqa: B008 - frozen
        kind: Format | None = None,
    ) -> None:
        """Write the hand-out; without a `kind` the name of the file says it."""
        kind = kind or format_of(path)

        def work(services: Services) -> None:
            services.exporting.write(subject.made(services), path, options, kind)

        # Behind the edits that are still being kept.
        self._session.write(
            work, lambda _: self.said.emit(self.tr("Written to {0}.").format(path)), self._refuse
        )

    def print_out(self, subject: Subject, options: Options | None = None) -> None:
        """Show the pages; what is printed is what they show."""
        looks = options if options is not None else self._looks()[1]

        def work(services: Services) -> Paper:
            from summit_reader.export.paper import paper_of  # noqa: PLC0415 - as above
            from summit_reader.export.sheet import blocks_of  # noqa: PLC0415 - as above

            sheet = services.exporting.sheet(subject.made(services), looks)
            return paper_of(blocks_of(sheet), sheet.title)

        def done(paper: Paper) -> None:
            from summit_reader.gui.export.print_preview import PrintPreview  # noqa: PLC0415 - as above

            self.pages = PrintPreview(paper, self.dialog or self._window)
            self.pages.finished.connect(lambda _: setattr(self, "pages", None))
            self.pages.open()

        self._session.write(work, done, self._refuse)

    # --- lists of results -------------------------------------------------------------------------

    def export_results(self, question: Question, total: int) -> None:
        """Ask for a file and write the list of all `total` results to it."""
        path = self._asked_for(
            self.tr("Export the list of results"),
            suggested_name(question.query, ".csv"),
            self.tr("Table (*.csv);;Data (*.json)"),
            (".csv", ".json"),
        )
        if path is not None:
            self.export_results_to(question, total, path)

    def export_results_to(self, question: Question, total: int, path: Path) -> None:
        """Write the results to `path`; its suffix chooses the format."""

        def work(services: Services, token: CancelToken) -> int:
            results = question.asked(services, total, token=token)
            token.checkpoint()
            services.exporting.write_results(results, path)
            return len(results.articles)

        def done(count: int) -> None:
            self.said.emit(self.tr("{0}, written to {1}.").format(texts_counted(count), path))

        self._session.read_cancellable(work, done)

    def _refuse(self, error: BaseException) -> None:
        self.failed.emit(error)

    def _asked_for(
        self, title: str, name: str, kinds: str, suffixes: tuple[str, ...]
    ) -> Path | None:
        """The file the reader named, one of the suffixes at its end; the first are of the kinds."""
        folder = Path(self._settings.last_folder or Path.home())
        parent = self.dialog or self._window
        name, chosen = QFileDialog.getSaveFileName(parent, title, str(folder / name), kinds)
        if not name:
            return None
        path = Path(name)
        if not path.name.casefold().endswith(suffixes):
            number = kinds.split(";;").index(chosen) if chosen in kinds.split(";;") else 0
            path = path.with_name(path.name + suffixes[number])
        self._settings.last_folder = str(path.parent)
        return path


def of_comparison(comparison: Comparison) -> Subject:
    """The comparison as the library has it once every edit is kept."""
    return Subject(
        tr("Comparison: {0}").format(comparison.name),
        comparison.name,
        lambda services: services.exporting.comparison(comparison.id),
    )


def of_point(view: PointView, narrowing: Narrowing | None = None) -> Subject:
    """All takes of a point, or those that count."""
    question, point = view.summary.point.question, view.summary.point.id
    return Subject(
        tr("Point: {0}").format(question),
        question,
        lambda services: services.exporting.of_point(services.comparing.view(point, narrowing)),
    )


def of_question(question: Question) -> Subject:
    """What a search finds."""
    return Subject(
        tr("Search: {0}").format(question.query),
        question.query,
        lambda services: services.exporting.of_results(question.asked(services, MOST_RESULTS)),
    )


def of_takes(takes: Sequence[Take]) -> Subject:
    """The takes in the panes, under the names that their outlets have there."""
    ids = [take.id for take in takes]
    name = " / ".join(dict.fromkeys(take.outlet.name for take in takes))
    return Subject(
        tr("Takes in the panes: {0}").format(name),
        name,
        lambda services: services.exporting.of_takes(name, ids),
    )
