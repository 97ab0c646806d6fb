"""A point in the reader's words: the question, other words for it, and suggestions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from summit_reader.domain.point import Point
from summit_reader.domain.proposal import Chip, PointProposals
from summit_reader.gui.look import Look
from summit_reader.gui.points.chips import ChipRow
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.wording import counted

WIDTH = 520
PAUSE_MS = 150
"""Time without a key after which is looked for what outlets have on the question."""


class PointDialog(QDialog):
    """`put` tells question and second phrase; `typed` asks what outlets may have on them."""

    put = Signal(str, str)
    typed = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget, point: Point | None = None) -> None:
        super().__init__(parent)
        title = self.tr("New point") if point is None else self.tr("Edit point")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(look.type.px(WIDTH))
        self.question, self.phrase = QLineEdit(), QLineEdit()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self._found = Label(look, "micro", "ink2", wrapped=True)
        self._shared = Label(look, "micro", "ink2", wrapped=True)
        self._shared.setText(self.tr("Words that several outlets share:"))
        self.chips = ChipRow(look)
        self.chips.chosen.connect(self._add_words)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        verb = self.tr("Make point") if point is None else self.tr("Change")
        self.ok = self._buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setDefault(True)
        self._arrange(look)
        if point is not None:
            self.question.setText(point.question)
            self.phrase.setText(point.second_phrase)
        self.show_chips(())
        self._on_typed()

    def propose(self, question: str) -> None:
        """Start from this question, which can be put otherwise."""
        self.question.setText(question)
        self.question.selectAll()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Offer these words."""
        self.chips.show_chips(chips)
        self._shared.setVisible(bool(chips))
        self.adjustSize()

    def show_found(self, found: PointProposals) -> None:
        """Say how much outlets may have on the question as it stands."""
        if not self.question.text().strip():
            return
        best = [each.best for each in found.outlets if each.best is not None]
        sure = [one for one in best if not one.is_weak]
        if not best:
            self._found.setText(self.tr("No take found on this so far. Other words may help."))
            return
        outlets = counted(len(best), "{n} outlet may have", "{n} outlets may have")
        weak = len(best) - len(sure)
        rest = counted(weak, ", {n} of them weakly", ", {n} of them weakly") if weak else ""
        self._found.setText(self.tr("{0} something on this{1}.").format(outlets, rest))

    def accept(self) -> None:
        if question := " ".join(self.question.text().split()):
            self.put.emit(question, " ".join(self.phrase.text().split()))
            super().accept()

    def _on_typed(self) -> None:
        self.ok.setEnabled(bool(self.question.text().strip()))
        self._found.setText("")
        self._timer.start()

    def _ask(self) -> None:
        if question := self.question.text().strip():
            self.typed.emit(question, self.phrase.text().strip())

    def _add_words(self, words: str) -> None:
        field = self.phrase if self.question.text().strip() else self.question
        field.setText(f"{field.text().strip()} {words}".strip())
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for text, field in (
            (self.tr("The &question on which takes are set side by side:"), self.question),
            (self.tr("In &other words, if it is too vague alone:"), self.phrase),
        ):
            label = Label(look, "ui")
            label.setText(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            field.textChanged.connect(lambda _: self._on_typed())
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self._found)
        column.addWidget(self._shared)
        column.addWidget(self.chips)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)
