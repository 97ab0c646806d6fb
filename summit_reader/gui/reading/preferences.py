"""How running text is set: face, size, line height and measure, each with effect at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from summit_reader.gui.look import Look
from summit_reader.gui.settings import Settings
from summit_reader.gui.tokens import tokens
from summit_reader.gui.typography import (
    LINE_SPACINGS,
    MEASURES,
    READING_SIZES,
    SANS,
    SCALES,
    SERIF,
    ReadingStyle,
)
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.number_field import number_field
from summit_reader.gui.widgets.rows import TextBlocks

SAMPLE_HEIGHT, MARGIN, GAP = 190, 14, 12


class ReadingSample(Ground):
    """A paragraph set as articles are: its lines end where the measure ends."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, "paper")
        self._words, self._blocks = words, TextBlocks(look)
        self.setMinimumHeight(look.type.px(SAMPLE_HEIGHT))
        self.setAccessibleName(self.tr("Sample"))
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        type_ = self._look.type
        widest = QFontMetricsF(type_.font("read")).averageCharWidth() * type_.reading_style.measure
        width = min(self.width() - 2 * MARGIN, widest)
        lines = max((self.height() - 2 * MARGIN) // type_.line_height("read"), 1)
        block = self._blocks.block(self._words, "read", width, lines=lines)
        painter = QPainter(self)
        painter.setPen(self._look.theme.colour("ink"))
        block.layout.draw(painter, QPointF(MARGIN, MARGIN))
        painter.end()


class ReadingPreferences(QWidget):
    """A page of settings on reading: what is chosen is in force, and remembered, at once."""

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._settings = look, settings
        self.family = QComboBox()
        self.family.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.family.setMinimumContentsLength(24)
        self._offer_families()
        self.size_ = number_field(*READING_SIZES, 1, self.tr(" px"))
        percents = [round(100 * limit) for limit in LINE_SPACINGS]
        self.spacing = number_field(percents[0], percents[1], 5, self.tr(" %"))
        self.measure = number_field(*MEASURES, 2, self.tr(" characters"))
        limits = [round(100 * limit) for limit in SCALES]
        self.scale = number_field(limits[0], limits[1], 10, self.tr(" % (from the next start on)"))
        self.scale.setValue(round(100 * settings.text_scale))
        self.reset = QPushButton(self.tr("As it was at &first"))
        self.reset.setAutoDefault(False)
        self._sample = ReadingSample(look, self.tr(SAMPLE))
        self._arrange()
        self._show()
        self.family.activated.connect(lambda _: self._choose())
        for field in (self.size_, self.spacing, self.measure):
            field.valueChanged.connect(lambda _: self._choose())
        self.scale.valueChanged.connect(self._keep_scale)
        self.reset.clicked.connect(self._reset)
        look.type.changed.connect(self._show)

    def _offer_families(self) -> None:
        self.family.addItem(self.tr("Serif, as shipped"), SERIF)
        self.family.addItem(self.tr("Sans serif, as shipped"), SANS)
        self.family.insertSeparator(self.family.count())
        shipped = {name for families in tokens().families.values() for name in families[:1]}
        for name in QFontDatabase.families():
            hidden = QFontDatabase.isPrivateFamily(name) or name in shipped
            if not hidden and QFontDatabase.isSmoothlyScalable(name):
                self.family.addItem(name, name)

    def _arrange(self) -> None:
        self.form = QFormLayout()
        for words, field in (
            (self.tr("&Typeface"), self.family),
            (self.tr("&Size"), self.size_),
            (self.tr("&Line height"), self.spacing),
            (self.tr("&Measure"), self.measure),
            (self.tr("&Window text"), self.scale),
        ):
            self.form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        last = QHBoxLayout()
        last.addWidget(self.reset)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self.form)
        column.addWidget(self._sample, 1)
        column.addLayout(last)

    def _show(self) -> None:
        """Show what is in force; it may have been changed from elsewhere."""
        type_ = self._look.type
        style = type_.reading_style
        values = (type_.reading_size, 100 * style.line_spacing, style.measure)
        for field, value in zip((self.size_, self.spacing, self.measure), values, strict=True):
            before = field.blockSignals(True)
            field.setValue(round(value))
            field.blockSignals(before)
        at = self.family.findData(style.family)
        if at < 0:  # a family that this system has no longer
            self.family.addItem(style.family, style.family)
            at = self.family.count() - 1
        self.family.setCurrentIndex(at)
        self._sample.update()

    def _choose(self) -> None:
        style = ReadingStyle(
            self.family.currentData(), self.spacing.value() / 100, self.measure.value()
        )
        self._use(style, float(self.size_.value()))

    def _keep_scale(self, percent: int) -> None:
        self._settings.text_scale = percent / 100

    def _reset(self) -> None:
        self.scale.setValue(round(100 * SCALES[0]))
        self._use(ReadingStyle(), tokens().faces["read"].size)

    def _use(self, style: ReadingStyle, size: float) -> None:
        type_, settings = self._look.type, self._settings
        type_.set_reading_style(style)
        type_.set_reading_size(size)
        kept = type_.reading_style
        settings.reading_family, settings.measure = kept.family, kept.measure
        settings.line_spacing, settings.reading_size = kept.line_spacing, type_.reading_size


SAMPLE = (
    "The ferry left the quay at seven, as it had for a hundred and twelve years, and nobody on "
    "board said a word. “We shall see who crosses the water next winter,” the captain remarked "
    "when the lights of the town had gone. He was asked whether he meant the council. He did not "
    "answer."
)
