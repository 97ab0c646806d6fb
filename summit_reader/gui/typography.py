"""The faces: shipped fonts, sizes from the tokens, one scale for the interface, one for reading."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from summit_reader.gui.resources import font_files
from summit_reader.gui.tokens import Face, tokens

READING_SIZES = (12, 32)
"""Smallest and largest reading size, in px at 100 %."""


@cache
def load_fonts() -> None:
    """Make the shipped families known to Qt; the fallbacks serve where one cannot be read."""
    for file in font_files():
        QFontDatabase.addApplicationFont(str(file))


class Typography(QObject):
    """Fonts by the names of the tokens file."""

    changed = Signal()

    def __init__(self, scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._reading_size = tokens().faces["read"].size
        self._fonts: dict[tuple[str, bool], QFont] = {}

    @property
    def scale(self) -> float:
        """Text scale of the interface; 1.0 is 100 %."""
        return self._scale

    @property
    def em(self) -> float:
        """Pixels of one em of the interface font; the layout folds by it."""
        return tokens().faces["ui"].size * self._scale

    @property
    def reading_size(self) -> float:
        """Size of running text in px at 100 %."""
        return self._reading_size

    def set_reading_size(self, size: float) -> None:
        """Set running text in `size`, held between the limits."""
        size = min(max(size, READING_SIZES[0]), READING_SIZES[1])
        if size != self._reading_size:
            self._reading_size = size
            self._fonts.clear()
            self.changed.emit()

    def px(self, length: float) -> int:
        """A length of the tokens in pixels at the present scale."""
        return round(length * self._scale)

    def font(self, name: str, *, bold: bool = False) -> QFont:
        """The face `name` of the tokens file, in its heavier cut if `bold`."""
        key = (name, bold)
        if key not in self._fonts:
            self._fonts[key] = self._made(tokens().faces[name], reading=name in {"read", "lead"})
            if bold:
                self._fonts[key].setWeight(QFont.Weight.DemiBold)
        return self._fonts[key]

    def line_height(self, name: str) -> int:
        """Height in pixels of a line of the face, as the tokens ask for it."""
        face = tokens().faces[name]
        reading = self._reading_size / face.size if name in {"read", "lead"} else 1.0
        return max(self.px(face.line * reading), round(QFontMetricsF(self.font(name)).height()))

    def _made(self, face: Face, *, reading: bool) -> QFont:
        load_fonts()
        font = QFont(tokens().families[face.family])
        size = self._reading_size if reading else face.size
        font.setPixelSize(max(self.px(size), 1))
        font.setWeight(QFont.Weight(face.weight))
        font.setItalic(face.italic)
        if face.caps:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing * self._scale)
        # Hinting moves letters to whole pixels and spoils the spacing of small serifs.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
