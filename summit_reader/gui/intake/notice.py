"""What came of an import, said in a line; it can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from summit_reader.domain.importing import ImportReport
from summit_reader.domain.shelf import BinPlace, BinState
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.wording import tr

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class ImportNotices(QObject):
    """Tells of imports at the foot of the window; only what failed is worth a dialog by itself.

    Taking an import back moves what it brought to the bin; nothing is lost by it.
    """

    def __init__(self, window: MainWindow, steps: DecisionSteps[BinState]) -> None:
        super().__init__(window)
        self._window, self._steps = window, steps
        self._last: ImportReport | None = None
        self._action = window.actions_["import_report"]
        self._action.setEnabled(False)
        self._action.triggered.connect(lambda _=False: self.show_last())
        window.importing.reported.connect(self.tell)
        window.session.opened.connect(self._forget)

    def tell(self, report: ImportReport) -> None:
        """Say what came of an import, and remember how to take it back."""
        # Not at the top: a start would wait for what is rarely needed.
        from summit_reader.gui.intake.report import report_line  # noqa: PLC0415

        self._last = report
        self._action.setEnabled(True)
        new = [each.article_id for each in report.imported if not each.known]
        if new:
            self._steps.note(tr("Import"), _brought(new))
        if report.failed:
            self.show_last()
        else:
            self._window.toast.say(
                report_line(report), self._steps.undo if new else None, self.show_last
            )

    def show_last(self) -> None:
        """Show every file of the last import."""
        from summit_reader.gui.intake.report import ImportReportDialog  # noqa: PLC0415 - as above

        if self._last is not None:
            ImportReportDialog(self._last, self._window.look, self._window).open()

    def _forget(self) -> None:
        self._last = None
        self._action.setEnabled(False)


def _brought(article_ids: list[int]) -> BinState:
    """What takes an import back: where its texts go then."""
    place = BinPlace(datetime.now(UTC))
    return BinState(tuple((article_id, place) for article_id in article_ids))
