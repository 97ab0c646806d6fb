"""The card of an outlet: what is known and said of it, to be changed, and all its takes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.outlet import OutletKind
from summit_reader.domain.outlet_card import OutletCard, OutletFacts
from summit_reader.gui.look import Look
from summit_reader.gui.outlets.labels_table import LabelsTable
from summit_reader.gui.outlets.takes_list import OutletTakes, OutletTakesDelegate
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.opening import OpeningView
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import KINDS, counted, takes_counted, texts_counted, tr

SIZE = (920, 620)
FORM = 440
TABLE = 128
NOTES = 84


class OutletCardDialog(QDialog):
    """`put` tells the facts as they are to be; what is done with the outlet is told as a signal.

    `trusted` tells whether texts under any of its names come in without a look from now on.
    """

    put = Signal(object)
    trusted = Signal(bool)
    take_opened = Signal(object, bool)
    merge_asked = Signal()
    split_asked = Signal()
    deletion_asked = Signal()
    texts_asked = Signal()

    def __init__(
        self, card: OutletCard, look: Look, parent: QWidget, *, is_trusted: bool = False
    ) -> None:
        super().__init__(parent)
        self.card = card
        facts = OutletFacts.of(card.outlet)
        self.setWindowTitle(self.tr("Outlet: {0}").format(facts.name))
        open_at(self, SIZE)
        self._look, self._facts = look, facts
        self.name = QLineEdit(facts.name)
        self.aliases = QLineEdit("; ".join(facts.aliases))
        self.aliases.setPlaceholderText(self.tr("CBS; CBS News"))
        self.country = QLineEdit(facts.country)
        self.country.setPlaceholderText("GB")
        self.country.setMaxLength(2)
        self.language = QLineEdit(facts.language)
        self.language.setPlaceholderText("en")
        self.kind = QComboBox()
        for kind in OutletKind:
            self.kind.addItem(tr(KINDS[kind]), kind)
        self.kind.setCurrentIndex(self.kind.findData(facts.kind))
        self.owner = QLineEdit(facts.owner)
        self.homepage = QLineEdit(facts.homepage)
        self.labels = LabelsTable(facts.labels)
        self.labels.setMinimumHeight(look.type.px(TABLE))
        self.notes = QPlainTextEdit(facts.notes)
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(look.type.px(NOTES))
        self._was_trusted = is_trusted
        self.trust = QCheckBox(self.tr("Take its te&xts in without a look at them"))
        self.trust.setChecked(is_trusted)
        self.said = Label(look, "micro", "ink2", wrapped=True)
        self.takes = OpeningView("paper")
        model = OutletTakes(self)
        model.reset(card.takes)
        self.takes.setModel(model)
        self.takes.setItemDelegate(OutletTakesDelegate(self.takes, look))
        self.takes.setAccessibleName(self.tr("Takes of {0}").format(facts.name))
        self.takes.set_placeholder(self.tr("No take of this outlet is in the library."))
        self.takes.opened.connect(self._on_opened)
        self._arrange()

    def facts(self) -> OutletFacts:
        """What is written in the fields.

        Raises:
            ValueError: if the date of a label is no day such as 2026-03-31.
        """
        return OutletFacts(
            self.name.text(),
            self.country.text(),
            self.language.text(),
            OutletKind(self.kind.currentData()),
            tuple(self.aliases.text().split(";")),
            self.owner.text(),
            self.homepage.text(),
            self.labels.labels(),
            self.notes.toPlainText(),
        )

    def accept(self) -> None:
        if not self.name.text().strip():
            self.said.setText(tr("An outlet needs a name."))
            self.name.setFocus()
            return
        try:
            facts = self.facts()
        except ValueError:
            self.said.setText(tr("The date of a label is no day such as 2026-03-31."))
            self.labels.setFocus()
            return
        if facts != self._facts:
            self.put.emit(facts)
        if self.trust.isChecked() != self._was_trusted:
            self.trusted.emit(self.trust.isChecked())
        super().accept()

    def _on_opened(self, row: object, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        self.take_opened.emit(row, across)
        self.accept()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for text, field in (
            (self.tr("&Name"), self.name),
            (self.tr("&Other names"), self.aliases),
            (self.tr("&Country"), self.country),
            (self.tr("Lan&guage"), self.language),
            (self.tr("&Kind"), self.kind),
            (self.tr("O&wner"), self.owner),
            (self.tr("&Homepage"), self.homepage),
            (self.tr("&Labels"), self.labels),
            (self.tr("No&tes"), self.notes),
        ):
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        self.said.setText(self.tr("What you say here is not changed by imports."))
        left = QWidget()
        facts = QVBoxLayout(left)
        facts.setContentsMargins(0, 0, 8, 0)
        facts.addLayout(form)
        facts.addWidget(self.trust)
        facts.addWidget(self.said)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(8, 0, 0, 0)
        counts = Label(self._look, "micro", "ink2", wrapped=True)
        counts.setText(self._counts())
        side.addWidget(counts)
        side.addWidget(self.takes, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([self._look.type.px(FORM), self._look.type.px(SIZE[0] - FORM)])
        column = QVBoxLayout(self)
        column.addWidget(splitter, 1)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        for text, told, possible in (
            (self.tr("&Its texts"), self.texts_asked, self.card.articles > 0),
            (self.tr("&Merge…"), self.merge_asked, True),
            (self.tr("S&plit…"), self.split_asked, bool(self._facts.aliases)),
            (self.tr("&Delete…"), self.deletion_asked, True),
        ):
            button = QPushButton(text)
            button.setEnabled(possible)
            button.clicked.connect(self.reject)
            button.clicked.connect(told)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for each in buttons.buttons():
            if isinstance(each, QPushButton):
                each.setAutoDefault(False)
        return buttons

    def _counts(self) -> str:
        card = self.card
        parts = (
            texts_counted(card.articles),
            takes_counted(len(card.takes)),
            counted(card.points, "on {n} point", "on {n} points"),
            counted(card.clippings, "{n} pinned", "{n} pinned"),
        )
        return " · ".join(parts)
