"""The faces: shipped fonts, sizes from the tokens, one scale for the interface, one for reading."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from summit_reader.gui.resources import font_files
from summit_reader.gui.tokens import Face, tokens

READING_SIZES = (12, 32)
"""Smallest and largest reading size, in px at 100 %."""

SCALES = (1.0, 2.0)
"""Least and most of the text scale of the interface."""

LINE_SPACINGS = (1.0, 2.0)
"""Least and most of what the tokens ask for as the height of a line of running text."""

MEASURES = (40, 100)
"""Fewest and most characters of a line of running text."""

SERIF, SANS = "", "sans"
"""The families for reading that are shipped; any other name is one of the system's."""

TEXT = frozenset({"read", "lead"})
"""The faces of running text."""

_PLAIN_MEASURE = 68


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """How running text is set, beside its size: see `SERIF`, `LINE_SPACINGS` and `MEASURES`."""

    family: str = SERIF
    line_spacing: float = 1.0
    measure: int = _PLAIN_MEASURE

    def held(self) -> ReadingStyle:
        """The same within the limits; an unknown family is left to the system to replace."""
        spacing = LINE_SPACINGS[0] if math.isnan(self.line_spacing) else self.line_spacing
        return ReadingStyle(
            self.family,
            min(max(spacing, LINE_SPACINGS[0]), LINE_SPACINGS[1]),
            min(max(self.measure, MEASURES[0]), MEASURES[1]),
        )


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
        self._scale = SCALES[0] if math.isnan(scale) else min(max(scale, SCALES[0]), SCALES[1])
        self._reading_size = tokens().faces["read"].size
        self._style = ReadingStyle()
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}
        self._line_heights: dict[tuple[str, bool], int] = {}

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
            self._set_anew()

    @property
    def reading_style(self) -> ReadingStyle:
        """How running text is set."""
        return self._style

    def set_reading_style(self, style: ReadingStyle) -> None:
        """Set running text so, held between the limits."""
        style = style.held()
        if style != self._style:
            self._style = style
            self._set_anew()

    def px(self, length: float) -> int:
        """A length of the tokens in pixels at the present scale."""
        return round(length * self._scale)

    def font(self, name: str, *, bold: bool = False) -> QFont:
        """The face `name` of the tokens file, in its heavier cut if `bold`."""
        return self._font(name, bold=bold, in_text=name in TEXT)

    def line_height(self, name: str) -> int:
        """Height in pixels of a line of the face, as the tokens ask for it."""
        return self._line_height(name, in_text=name in TEXT)

    def text_font(self, name: str) -> QFont:
        """The face as it stands inside an article: it grows with the running text."""
        return self._font(name, bold=False, in_text=True)

    def text_line_height(self, name: str) -> int:
        """Height in pixels of a line of the face inside an article."""
        return self._line_height(name, in_text=True)

    def _font(self, name: str, *, bold: bool, in_text: bool) -> QFont:
        key = (name, bold, in_text)
        if key not in self._fonts:
            self._fonts[key] = self._made(tokens().faces[name], name, in_text=in_text)
            if bold:
                self._fonts[key].setWeight(QFont.Weight.DemiBold)
        return self._fonts[key]

    def _set_anew(self) -> None:
        self._fonts.clear()
        self._line_heights.clear()
        self.changed.emit()

    def _line_height(self, name: str, *, in_text: bool) -> int:
        key = (name, in_text)
        if key not in self._line_heights:
            self._line_heights[key] = self._measured(name, in_text=in_text)
        return self._line_heights[key]

    def _measured(self, name: str, *, in_text: bool) -> int:
        face = tokens().faces[name]
        asked = face.line * (self._size(face, in_text=in_text) / face.size)
        spaced = asked * (self._style.line_spacing if name in TEXT else 1.0)
        font = self._font(name, bold=False, in_text=in_text)
        return max(self.px(spaced), round(QFontMetricsF(font).height()))

    def _size(self, face: Face, *, in_text: bool) -> float:
        growth = self._reading_size / tokens().faces["read"].size if in_text else 1.0
        if face.family != "display":
            return face.size * growth
        # Headings grow half as fast: twice as large they would leave two words in a line.
        return max(face.size * (1 + growth) / 2, self._reading_size if in_text else 0.0)

    def _made(self, face: Face, name: str, *, in_text: bool) -> QFont:
        load_fonts()
        font = QFont(self._families(face, name))
        font.setPixelSize(max(self.px(self._size(face, in_text=in_text)), 1))
        font.setWeight(QFont.Weight(face.weight))
        font.setItalic(face.italic)
        if face.caps:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing * self._scale)
        # Hinting moves letters to whole pixels and spoils the spacing of small serifs.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _families(self, face: Face, name: str) -> list[str]:
        shipped = tokens().families
        if name not in TEXT or self._style.family == SERIF:
            return shipped[face.family]
        if self._style.family == SANS:
            return shipped["sans"]
        # Where the system has it no longer, the shipped face stands in.
        return [self._style.family, *shipped[face.family]]
