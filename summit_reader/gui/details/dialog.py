"""A window with all that is known of one text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.details import ArticleDetails
from summit_reader.gui.details.facts import Fact, facts_of
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label

SIZE, MARGIN = (620, 560), 40
LONGEST_WORD = 40
"""Characters that a line surely takes; they cannot be broken."""
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class DetailsDialog(QDialog):
    """Each fact with where it comes from; every value can be selected.

    `save_asked` and `browser_asked` tell what the reader wants of the original.
    """

    save_asked = Signal()
    browser_asked = Signal()

    def __init__(self, look: Look, details: ArticleDetails, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Details of this text"))
        room = parent.window().size() - QSize(MARGIN, MARGIN)
        self.resize(QSize(*map(look.type.px, SIZE)).boundedTo(room))
        self.facts = facts_of(details, look.names)
        blind = look.names.hides(details.article.outlet)
        scrolled = QScrollArea()
        scrolled.setWidget(self._table())
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        copy = buttons.addButton(self.tr("&Copy details"), role)
        self.save = buttons.addButton(self.tr("&Save original as…"), role)
        self.browse = buttons.addButton(self.tr("Open in &browser…"), role)
        self.browse.setEnabled(bool(details.article.metadata.url) and not blind)
        self.save.setEnabled(not blind)
        copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.save_asked)
        self.browse.clicked.connect(self.browser_asked)
        buttons.rejected.connect(self.reject)
        for button in (copy, self.save, self.browse):
            button.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(scrolled, 1)
        if blind:
            said = Label(look, "micro", "ink2", wrapped=True)
            said.setText(self.tr("What would tell the outlet is hidden while you read blind."))
            column.addWidget(said)
        column.addWidget(buttons)

    def _table(self) -> QWidget:
        table = Ground(self._look, "paper")
        grid = QGridLayout(table)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(self.facts):
            self._add(grid, row, fact)
        grid.setRowStretch(len(self.facts), 1)
        return table

    def _add(self, grid: QGridLayout, row: int, fact: Fact) -> None:
        name = Label(self._look, "ui", "ink2")
        name.setText(fact.name)
        value = self._value(fact)
        value.setAccessibleName(fact.line)
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(value)
        if fact.origin:
            origin = Label(self._look, "micro", "ink2", wrapped=True)
            origin.setText(fact.origin)
            cell.addWidget(origin)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name, row, 0, top)
        grid.addLayout(cell, row, 1, top)

    def _value(self, fact: Fact) -> QWidget:
        if max(map(len, fact.value.split())) > LONGEST_WORD:
            # A fingerprint or an address has no blank to break at; a line of its own scrolls.
            line = QLineEdit(fact.value)
            line.setReadOnly(True)
            line.setCursorPosition(0)
            return line
        value = Label(self._look, "ui", wrapped=True)
        value.setText(fact.value)
        value.setTextInteractionFlags(SELECTABLE)
        return value

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(fact.line for fact in self.facts))
