"""What came of an import: every file, and why one stayed outside."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from summit_reader.domain.importing import Imported, ImportReport
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.report import ReportDialog, ReportLine
from summit_reader.gui.wording import counted, error_sentence, takes_counted, tr


def report_line(report: ImportReport) -> str:
    """The report in one sentence."""
    new = [imported for imported in report.imported if not imported.known]
    parts = []
    if new:
        parts.append(counted(len(new), "{n} text taken in", "{n} texts taken in"))
        parts.append(takes_counted(sum(each.takes for each in new)))
    if known := len(report.imported) - len(new):
        parts.append(counted(known, "{n} was here already", "{n} were here already"))
    if report.failed:
        parts.append(counted(len(report.failed), "{n} could not be read", "{n} could not be read"))
    return f"{', '.join(parts)}." if parts else tr("Nothing was taken in.")


class ImportReportDialog(ReportDialog):
    """One line a file; the ones that failed say what to do."""

    def __init__(self, report: ImportReport, look: Look, parent: QWidget | None = None) -> None:
        lines = [ReportLine(error_sentence(each.error), is_trouble=True) for each in report.failed]
        lines += [ReportLine(_imported_line(each)) for each in report.imported]
        super().__init__(tr("Import report"), report_line(report), lines, look, parent)


def _imported_line(imported: Imported) -> str:
    facts = [imported.outlet, imported.title, takes_counted(imported.takes)]
    if imported.removed:
        facts.append(counted(imported.removed, "{n} part removed", "{n} parts removed"))
    if imported.lost:
        facts.append(counted(imported.lost, "{n} take lost", "{n} takes lost"))
    if imported.renewed:
        facts.append(tr("read anew"))
    elif imported.known:
        facts.append(tr("was here already"))
    return " · ".join(fact for fact in facts if fact)
