"""Texts that are looked at before they come in: read one after the other, shown, then stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Hints
from summit_reader.domain.importing import Failure, Imported, ImportReport
from summit_reader.domain.preview import IntakeRules, Preview
from summit_reader.domain.progress import CancelToken, Progress
from summit_reader.domain.spans import Span
from summit_reader.gui.intake.file_list import FileRow, State
from summit_reader.gui.intake.preview_dialog import PreviewDialog
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.underway import Underway
from summit_reader.gui.wording import counted
from summit_reader.intake.offers import Offer, OfferedFile, offers_of
from summit_reader.intake.sizes import unpacked_size
from summit_reader.text.metadata import UNKNOWN_OUTLET

MOST = 60
"""Files that anybody looks at one by one; more come straight in."""

MOST_ARTICLES = 300
"""Articles, of however few files, beyond which all come straight in."""

MOST_BYTES = 8 * 2**20
"""Bytes of a file beyond which it holds more articles than anybody looks at one by one."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What was offered, and whether it is too much to be looked at."""

    names: tuple[str, ...]
    offers: tuple[Offer | Failure, ...]
    is_long: bool


def offered(names: Sequence[str]) -> Offered:
    """What these names stand for. Looks into folders: not for the GUI thread."""
    offers = tuple(offers_of(names))
    is_long = len(offers) > MOST or any(map(_is_large, offers))
    return Offered(tuple(names), offers, is_long)


def _is_large(offer: Offer | Failure) -> bool:
    try:
        return isinstance(offer, OfferedFile) and unpacked_size(offer.path) > MOST_BYTES
    except (OSError, ValueError):
        return False


class Previews(QObject):
    """One import that is looked at first. Texts of outlets that are trusted come in unasked.

    `finished` tells that the library has more; `reported` gives at the end all that came in;
    `overwhelmed` gives the names of what holds more texts than anybody looks at.
    """

    finished = Signal(object)
    failed = Signal(object)
    reported = Signal(object)
    overwhelmed = Signal(object)
    _arrived = Signal(object)

    def __init__(
        self, session: LibrarySession, look: Look, window: QWidget, underway: Underway
    ) -> None:
        super().__init__(window)
        self._session, self._look, self._window = session, look, window
        self._underway = underway
        self._offered: Offered | None = None
        self._rules, self._outlets = IntakeRules(), tuple[str, ...]()
        self._trusted: list[Preview] = []
        self._dialog: PreviewDialog | None = None
        self._token: CancelToken | None = None
        self._stored: list[Imported] = []
        # Queued: texts are read on another thread.
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def start(self, offered: Offered) -> None:
        """Begin to read; the page comes with the first text that is to be asked about."""
        self._offered = offered

        def begin(found: tuple[IntakeRules, tuple[str, ...]]) -> None:
            self._rules, self._outlets = found
            self._token = self._session.read_cancellable(self._read, self._on_read, self._on_failed)
            if self._token is not None:
                self._underway.begin(self.tr("Reading"))
                self._underway.stopped.connect(self._give_up)

        self._session.read(_what_holds, begin, self._on_failed)

    def _read(self, services: Services, token: CancelToken) -> bool:
        """Whether all could be read; they are too many else. On a reading thread."""
        offers = self._offered.offers if self._offered is not None else ()
        total = len(offers)
        for done, found in enumerate(services.previewing.previews(offers, token), start=1):
            self._underway.report(Progress(min(done, total), total))
            if done > MOST_ARTICLES:
                return False
            self._arrived.emit(found)
        return True

    def _on_arrived(self, found: Preview | Failure) -> None:
        if self._token is None or self._token.cancelled:
            return
        if isinstance(found, Preview) and found.draft.metadata.outlet.name in self._rules.trusted:
            self._trusted.append(found)
            return
        if self._dialog is None:
            self._dialog = self._made_dialog()
        self._dialog.add(found)

    def _on_read(self, complete: bool) -> None:  # noqa: FBT001 - an answer
        self._underway.hide()
        if not complete and self._offered is not None:
            self.overwhelmed.emit(self._offered.names)
            if self._dialog is not None:
                self._dialog.reject()
            else:
                self.deleteLater()
            return
        if self._trusted:
            self._store(self._trusted, self._on_trusted_stored)
        elif self._dialog is None:
            self.reported.emit(ImportReport((), ()))
            self.deleteLater()

    def _on_trusted_stored(self, report: ImportReport) -> None:
        self._stored += report.imported
        self.finished.emit(report)
        if self._dialog is None:
            self._tell_stored()
            self.deleteLater()

    def _made_dialog(self) -> PreviewDialog:
        dialog = PreviewDialog(self._look, self._window)
        dialog.show_offered(self._named())
        dialog.show_rules(self._rules, self._outlets)
        dialog.import_asked.connect(self._on_import)
        dialog.revise_asked.connect(self._on_revise)
        dialog.toggle_asked.connect(self._on_toggle)
        dialog.trust_asked.connect(self._on_trust)
        dialog.site_asked.connect(self._on_site)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        return dialog

    def _named(self) -> str:
        offered = self._offered
        if offered is None:
            return ""
        count = counted(len(offered.offers), "{n} file", "{n} files")
        places = {Path(one.path if isinstance(one, Failure) else one.name).parent.name
                  for one in offered.offers}  # fmt: skip
        if len(places) == 1 and (place := places.pop()):
            return self.tr("{0} from “{1}”").format(count, place)
        return count

    def _on_import(self, rows: Sequence[FileRow]) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        dialog.hold(True)

        def done(report: ImportReport) -> None:
            self._stored += report.imported  # the last row marked closes the page
            if self._dialog is not None:
                self._dialog.hold(False)
                self._dialog.mark(rows, State.IMPORTED)
            self.finished.emit(report)

        self._store([row.preview for row in rows if row.preview is not None], done)

    def _store(self, previews: Iterable[Preview], done: Callable[[ImportReport], None]) -> None:
        chosen = list(previews)

        def failed(error: BaseException) -> None:
            if self._dialog is not None:
                self._dialog.hold(False)
            self.failed.emit(error)

        self._session.write(
            lambda services: services.importing.import_previews(chosen),
            done,
            failed,
        )

    def _on_revise(self, row: FileRow, hints: Hints) -> None:
        preview = row.preview
        if preview is not None:
            self._session.read(
                lambda services: services.previewing.revised(preview, hints),
                lambda changed: self._put(row, changed),
                self._on_failed,
            )

    def _on_toggle(self, row: FileRow, place: Span) -> None:
        preview = row.preview
        if preview is not None and row.state is not State.IMPORTED:
            self._session.read(
                lambda services: services.previewing.toggled(preview, place),
                lambda changed: self._put(row, changed),
                self._on_failed,
            )

    def _put(self, row: FileRow, changed: Preview) -> None:
        if self._dialog is not None:
            state = self._dialog.files.rows[row.number].state
            self._dialog.put(FileRow(row.number, changed, state))

    def _on_trust(self, outlet: str, always: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._change_rules(lambda services: services.previewing.trust(outlet, always=always))

    def _on_site(self, host: str, outlet: str) -> None:
        self._change_rules(lambda services: services.previewing.settle_site(host, outlet))

    def _change_rules(self, change: Callable[[Services], None]) -> None:
        def work(services: Services) -> IntakeRules:
            change(services)
            return services.previewing.rules()

        def done(rules: IntakeRules) -> None:
            self._rules = rules
            if self._dialog is not None:
                self._dialog.keep_rules(rules)

        self._session.write(work, done, self._on_failed)

    def _on_closed(self, _: int) -> None:
        self._dialog = None
        self._give_up()
        if self._stored:
            self._tell_stored()
        self.deleteLater()

    def _tell_stored(self) -> None:
        stored, self._stored = tuple(self._stored), []
        self.reported.emit(ImportReport(stored, ()))

    def _give_up(self) -> None:
        if self._token is not None:
            self._token.cancel()
        self._underway.hide()

    def _on_failed(self, error: BaseException) -> None:
        self._underway.hide()
        self.failed.emit(error)


def _what_holds(services: Services) -> tuple[IntakeRules, tuple[str, ...]]:
    """The rules, and the names of the outlets there are."""
    names = (each.outlet.name for each in services.reading.outlets())
    known = tuple(name for name in names if name != UNKNOWN_OUTLET.name)
    return services.previewing.rules(), known
