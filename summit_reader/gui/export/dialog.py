"""The one place where things are taken away: what, as which file, in which look."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.export.formats import CARRYING, REFERENCES, Format
from summit_reader.export.options import Arrangement, CitationStyle, Options
from summit_reader.gui.export.choices import ARRANGEMENTS, FORMATS, STYLES, Subject
from summit_reader.gui.export.preview import AS_TEXT, PaperPreview, Preview
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import counted, tr

E = TypeVar("E", bound=StrEnum)

SIZE = (1000, 640)
FORM_WIDTH = 330


class ExportDialog(QDialog):
    """Asks what to hand out and how, and shows it meanwhile.

    `preview_asked` is told whenever something was chosen; `show_preview` answers it.
    """

    preview_asked = Signal()
    export_asked = Signal()
    print_asked = Signal()

    def __init__(self, look: Look, subjects: Sequence[Subject], parent: QWidget) -> None:
        super().__init__(parent)
        self._subjects = list(subjects)
        self.setWindowTitle(self.tr("Export"))
        open_at(self, SIZE)
        self.subject = QComboBox()
        self.subject.addItems([subject.name for subject in subjects])
        self.format = _offered(FORMATS)
        self.arrangement = _offered(ARRANGEMENTS)
        self.style_ = _offered(STYLES)
        self.context = QCheckBox(self.tr("The sentences &around each take"))
        self.blind = QCheckBox(self.tr("&Blind: outlets hidden behind numbers"))
        self.key = QCheckBox(self.tr("&Key to the numbers at the end"))
        self.preview = PaperPreview(look)
        self._read_back = Label(look, "micro", "ink2", wrapped=True)
        self._left_out = Label(look, "micro", "ink2", wrapped=True)
        # A wheel or a held arrow key goes through several choices: only the last is shown.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.preview_asked)
        self._arrange(look)
        for box in (self.subject, self.format, self.arrangement, self.style_):
            box.currentIndexChanged.connect(self._on_chosen)
        for check in (self.context, self.blind, self.key):
            check.toggled.connect(self._on_chosen)
        self._on_chosen()

    def choose(self, kind: Format, options: Options) -> None:
        """Show these as chosen."""
        for box, value in (
            (self.format, kind),
            (self.arrangement, options.arrangement),
            (self.style_, options.style),
        ):
            box.setCurrentIndex(box.findData(value.value))
        self.context.setChecked(options.context)
        self.blind.setChecked(options.blind)
        self.key.setChecked(options.key)

    @property
    def chosen_subject(self) -> Subject:
        """What is to be handed out."""
        return self._subjects[self.subject.currentIndex()]

    @property
    def chosen_format(self) -> Format:
        """As which file."""
        return Format(self.format.currentData())

    @property
    def chosen_options(self) -> Options:
        """In which look; what the format has no use for is left out."""
        blind = self.blind.isEnabled() and self.blind.isChecked()
        return Options(
            arrangement=Arrangement(self.arrangement.currentData()),
            style=CitationStyle(self.style_.currentData()),
            blind=blind,
            key=blind and self.key.isChecked(),
            context=self.context.isChecked(),
        )

    def show_preview(self, preview: Preview) -> None:
        """Show how it will look."""
        self.preview.show_preview(preview)
        self._left_out.setVisible(preview.left_out > 0)
        self._left_out.setText(
            counted(
                preview.left_out,
                "The preview leaves out {n} take; the file will hold it.",
                "The preview leaves out {n} takes; the file will hold them.",
            )
        )

    def _on_chosen(self) -> None:
        kind = self.chosen_format
        takes = kind not in REFERENCES
        self.arrangement.setEnabled(takes and kind not in {Format.CSV, Format.JSON})
        self.style_.setEnabled(takes)
        self.context.setEnabled(takes)
        self.blind.setEnabled(takes)
        self.key.setEnabled(takes and self.blind.isChecked())
        self._print.setEnabled(kind not in AS_TEXT)
        self._read_back.setText(self._carried(kind))
        self._soon.start()

    def _carried(self, kind: Format) -> str:
        if kind in CARRYING and not (self.blind.isEnabled() and self.blind.isChecked()):
            return self.tr(
                "This file can be read back in: File > Read a hand-out back in. "
                "Takes and notes are merged then."
            )
        return self.tr("This file cannot be read back in.")

    def _arrange(self, look: Look) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        for name, field in (
            (self.tr("&What"), self.subject),
            (self.tr("&Format"), self.format),
            (self.tr("&Layout"), self.arrangement),
            (self.tr("&Citations, also when copying"), self.style_),
        ):
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", ""))
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        warning = Label(look, "uib", wrapped=True)
        warning.setText(self.tr("This is not a backup."))
        about = Label(look, "micro", "ink2", wrapped=True)
        about.setText(
            self.tr("A hand-out holds these takes and notes, not the texts they come from.")
        )
        left = Ground(look, "window")
        column = QVBoxLayout(left)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(8)
        column.addLayout(form)
        for check in (self.context, self.blind, self.key):
            column.addWidget(check)
        column.addSpacing(6)
        column.addWidget(self._read_back)
        column.addStretch(1)
        column.addWidget(self._left_out)
        column.addWidget(warning)
        column.addWidget(about)
        # Other languages take longer to say what is ticked.
        left.setFixedWidth(max(look.type.px(FORM_WIDTH), column.minimumSize().width()))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(left)
        row.addWidget(self.preview, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._print = QPushButton(self.tr("&Print…"))
        buttons.addButton(self._print, QDialogButtonBox.ButtonRole.ActionRole)
        self.export = QPushButton(self.tr("&Export…"))
        buttons.addButton(self.export, QDialogButtonBox.ButtonRole.ActionRole)
        self._print.setAutoDefault(False)
        self.export.setDefault(True)
        self.export.clicked.connect(self.export_asked)
        self._print.clicked.connect(self.print_asked)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(14, 8, 14, 10)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(row, 1)
        page.addWidget(buttons)


def _offered(words: dict[E, str]) -> QComboBox:
    box = QComboBox()
    for value, name in words.items():
        box.addItem(tr(name), value.value)
    return box
