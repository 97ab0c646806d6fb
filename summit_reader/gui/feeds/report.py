"""What came of asking feeds, one line each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from summit_reader.domain.feed import RefreshReport
from summit_reader.gui.feeds.wording import outcome_line, refresh_line
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.report import ReportDialog, ReportLine
from summit_reader.gui.wording import tr


class FeedReportDialog(ReportDialog):
    """Lists every feed that was to be asked."""

    def __init__(self, report: RefreshReport, look: Look, parent: QWidget) -> None:
        lines = [ReportLine(outcome_line(one), bool(one.trouble)) for one in report.outcomes]
        super().__init__(tr("What the feeds brought"), refresh_line(report), lines, look, parent)
