"""What a hand-out would bring, before it is merged: what is new, what is here, what differs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.exchange import Fate, MergedClipping, MergedText, MergeReport
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import counted, outlet_line, quoted, tr

SIZE = (620, 520)
SHOWN = 160
FATES = {
    Fate.NEW: "New",
    Fate.NOTED: "Their note is new",
    Fate.SAME: "Already here",
    Fate.CONFLICT: "Differs: both are kept",
}


class MergeDialog(QDialog):
    """A list of everything the hand-out holds, with what would become of it."""

    def __init__(self, look: Look, report: MergeReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Read a hand-out back in"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        head = Label(look, "uib", wrapped=True)
        head.setText(_into(report))
        counts = Label(look, "ui", wrapped=True)
        counts.setText(counts_line(report))
        hint = Label(look, "micro", "ink2", wrapped=True)
        hint.setText(
            self.tr(
                "Nothing of yours is overwritten. Where both have written something, theirs is "
                "put below yours. Undo takes all of it back."
            )
        )
        changed = Label(look, "ui", wrapped=True)
        changed.setText(
            self.tr(
                "The text of this file was changed after it was exported. What is merged is what "
                "was exported."
            )
        )
        changed.setVisible(report.read.is_edited)
        self.view = QListWidget()
        self.view.setWordWrap(True)
        self.view.setSpacing(2)
        self.view.setAccessibleName(self.tr("Takes of the hand-out"))
        colours = self.view.palette()
        colours.setColor(QPalette.ColorRole.Highlight, look.theme.colour("select"))
        colours.setColor(QPalette.ColorRole.HighlightedText, look.theme.colour("ink"))
        self.view.setPalette(colours)
        if report.my_take.fate is not Fate.SAME:
            self.view.addItem(QListWidgetItem(_own(report.my_take)))
        for merged in sorted(report.clippings, key=_urgency):
            self.view.addItem(QListWidgetItem(_entry(merged)))
        if self.view.count():
            self.view.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge = buttons.addButton(self.tr("&Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.merge.setEnabled(report.changes)
        self.merge.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        for part in (head, counts, changed, self.view, hint, buttons):
            column.addWidget(part, 1 if part is self.view else 0)
        self.view.setFocus()


def counts_line(report: MergeReport) -> str:
    """How much is new, and how much differs."""
    if not report.changes:
        return tr("Everything in this hand-out is here already.")
    parts = [counted(report.count(Fate.NEW), "{n} new take", "{n} new takes")]
    for fate, one, many in (
        (Fate.NOTED, "{n} new note", "{n} new notes"),
        (Fate.SAME, "{n} take already here", "{n} takes already here"),
    ):
        if report.count(fate):
            parts.append(counted(report.count(fate), one, many))
    if report.conflicts:
        parts.append(counted(report.conflicts, "{n} conflict", "{n} conflicts"))
    return " · ".join(parts)


def _urgency(merged: MergedClipping) -> int:
    """What differs comes first, what is here already last."""
    return (Fate.CONFLICT, Fate.NEW, Fate.NOTED, Fate.SAME).index(merged.fate)


def _into(report: MergeReport) -> str:
    name = report.comparison.name
    if report.is_new:
        return tr("It becomes a new comparison: {0}").format(name)
    return tr("It is merged into your comparison: {0}").format(name)


def _entry(merged: MergedClipping) -> str:
    take = merged.clipping.take
    words = quoted(take)
    shown = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
    lines = [f"{tr(FATES[merged.fate])} · {outlet_line(take.outlet)}", shown]
    if not merged.in_library:
        lines.append(tr("An excerpt: its text is not in this library."))
    if merged.note.fate is Fate.CONFLICT:
        lines += _both(merged.note)
    elif merged.note.fate is Fate.NOTED:
        lines.append(tr("Note: {0}").format(_line(merged.note.theirs)))
    return "\n".join(lines)


def _own(my_take: MergedText) -> str:
    lines = [f"{tr(FATES[my_take.fate])} · {tr('My take')}"]
    return "\n".join([*lines, *_both(my_take)])


def _both(text: MergedText) -> list[str]:
    yours = [tr("Yours: {0}").format(_line(text.before))] if text.before.strip() else []
    return [*yours, tr("Theirs: {0}").format(_line(text.theirs))]


def _line(text: str) -> str:
    return " ".join(text.split())
