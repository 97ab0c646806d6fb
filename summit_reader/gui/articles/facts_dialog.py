"""What a text says of itself, to be put right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.shelf import ArticleFacts
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.wording import tr

WIDTH = 560


class FactsDialog(QDialog):
    """`put` tells the facts as they are to be."""

    put = Signal(object)

    def __init__(self, facts: ArticleFacts, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Facts of this text"))
        self.setMinimumWidth(look.type.px(WIDTH))
        self._look = look
        self.headline = QLineEdit(facts.headline)
        self.byline = QLineEdit(facts.byline)
        self.outlet = QLineEdit(facts.outlet)
        self.published = QLineEdit(facts.published.isoformat() if facts.published else "")
        self.published.setPlaceholderText("2026-03-31")
        self.language = QLineEdit(facts.language)
        self.language.setPlaceholderText("en")
        self.url = QLineEdit(facts.url)
        self.carrier = QLineEdit(facts.carrier)
        self.said = Label(look, "micro", "ink2", wrapped=True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._arrange()

    def accept(self) -> None:
        day = self.published.text().strip()
        try:
            published = date.fromisoformat(day) if day else None
        except ValueError:
            self._refuse(tr("The date is no day such as 2026-03-31."), self.published)
            return
        if not self.outlet.text().strip():
            self._refuse(tr("A text needs an outlet."), self.outlet)
            return
        self.put.emit(
            ArticleFacts(
                self.outlet.text(),
                self.headline.text(),
                self.byline.text(),
                published,
                self.language.text(),
                self.url.text(),
                self.carrier.text(),
            )
        )
        super().accept()

    def _refuse(self, sentence: str, field: QLineEdit) -> None:
        self.said.setText(sentence)
        field.setFocus()
        field.selectAll()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for text, field in (
            (self.tr("&Headline"), self.headline),
            (self.tr("&By"), self.byline),
            (self.tr("&Outlet"), self.outlet),
            (self.tr("&Date"), self.published),
            (self.tr("&Language"), self.language),
            (self.tr("&Address"), self.url),
            (self.tr("Copy carried b&y"), self.carrier),
        ):
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        self.said.setText(self.tr("What you say here stays, also when the text is imported again."))
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
