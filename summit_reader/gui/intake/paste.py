"""Pasted text with the few facts that make it citable."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.article import Hints
from summit_reader.domain.outlet import OutletProfile
from summit_reader.gui.widgets.sizing import open_at, scaled


class PasteDialog(QDialog):
    """Text, outlet, country, headline, date; only the text is needed."""

    def __init__(self, clipboard: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import pasted text"))
        open_at(self, (640, 520))
        self._text = QPlainTextEdit(clipboard)
        self._text.setPlaceholderText(self.tr("Paste the article here"))
        self._text.setAccessibleName(self.tr("Text of the article"))
        self._outlet, self._country, self._headline = QLineEdit(), QLineEdit(), QLineEdit()
        self._country.setMaxLength(2)
        self._country.setMaximumWidth(scaled(64))
        self._country.setPlaceholderText("GB")
        self._url = QLineEdit()
        self._date = QLineEdit()
        self._date.setMaximumWidth(scaled(140))
        self._date.setPlaceholderText("2019-04-25")
        form = QFormLayout()
        form.addRow(self.tr("&Outlet"), self._outlet)
        form.addRow(self.tr("&Country (two letters)"), self._country)
        form.addRow(self.tr("&Headline"), self._headline)
        form.addRow(self.tr("&Address"), self._url)
        form.addRow(self.tr("&Published on"), self._date)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._text.textChanged.connect(self._check)
        self._date.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.addWidget(self._text, 1)
        column.addLayout(form)
        column.addWidget(buttons)
        self._check()

    @property
    def text(self) -> str:
        """The text as it stands in the field."""
        raw = self._text.document().toRawText()
        return raw.replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n")

    def hints(self) -> Hints:
        """What the reader says of the text."""
        name = self._outlet.text().strip()
        country = self._country.text().strip().upper()
        return Hints(
            outlet=OutletProfile(name, country) if name else None,
            headline=self._headline.text().strip(),
            url=self._url.text().strip(),
            published=self._published(),
        )

    def _published(self) -> date | None:
        try:
            return date.fromisoformat(self._date.text().strip())
        except ValueError:
            return None

    def _check(self) -> None:
        dated = not self._date.text().strip() or self._published() is not None
        self._go.setEnabled(bool(self.text.strip()) and dated)
