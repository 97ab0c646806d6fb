"""Pasted text with the few facts that make it citable."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.article import Hints
from summit_reader.domain.outlet import OutletProfile


class PasteDialog(QDialog):
    """Text, outlet, country, headline, date; only the text is needed."""

    def __init__(self, clipboard: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import pasted text"))
        self.resize(640, 520)
        self._text = QPlainTextEdit(clipboard)
        self._text.setPlaceholderText(self.tr("Paste the article here"))
        self._text.setAccessibleName(self.tr("Text of the article"))
        self._outlet, self._country, self._headline = QLineEdit(), QLineEdit(), QLineEdit()
        self._country.setMaxLength(2)
        self._country.setMaximumWidth(64)
        self._country.setPlaceholderText("GB")
        self._url = QLineEdit()
        self._dated = QCheckBox(self.tr("Published on"))
        self._date = QDateEdit(QDate.currentDate())
        self._date.setCalendarPopup(True)
        self._date.setEnabled(False)
        self._date.setAccessibleName(self.tr("Date of publication"))
        self._dated.toggled.connect(self._date.setEnabled)
        form = QFormLayout()
        form.addRow(self.tr("&Outlet"), self._outlet)
        form.addRow(self.tr("&Country (two letters)"), self._country)
        form.addRow(self.tr("&Headline"), self._headline)
        form.addRow(self.tr("&Address"), self._url)
        when = QHBoxLayout()
        when.addWidget(self._dated)
        when.addWidget(self._date)
        when.addStretch(1)
        form.addRow("", when)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._text.textChanged.connect(self._on_text)
        column = QVBoxLayout(self)
        column.addWidget(self._text, 1)
        column.addLayout(form)
        column.addWidget(buttons)
        self._on_text()

    @property
    def text(self) -> str:
        """The text as it stands in the field."""
        return self._text.toPlainText()

    def hints(self) -> Hints:
        """What the reader says of the text."""
        name = self._outlet.text().strip()
        country = self._country.text().strip().upper()
        day = self._date.date()
        return Hints(
            outlet=OutletProfile(name, country) if name else None,
            headline=self._headline.text().strip(),
            url=self._url.text().strip(),
            published=date(day.year(), day.month(), day.day()) if self._dated.isChecked() else None,
        )

    def _on_text(self) -> None:
        self._go.setEnabled(bool(self.text.strip()))
