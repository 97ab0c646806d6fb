"""Controls that grow with the text of the window, and how large the system wants its text."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

BASE = "Fusion"
SCALE = "text scale"
"""The property of the application that holds the scale its style was made for."""

USUAL = 12.0
"""Pixels of the interface font of most systems at 100 %."""
LARGE = 1.3
"""From here on the system's text is large by choice; below, systems differ by themselves."""

Metric = QStyle.PixelMetric
GROWING = frozenset(
    {
        Metric.PM_SmallIconSize,
        Metric.PM_ButtonIconSize,
        Metric.PM_ListViewIconSize,
        Metric.PM_IndicatorWidth,
        Metric.PM_IndicatorHeight,
        Metric.PM_ExclusiveIndicatorWidth,
        Metric.PM_ExclusiveIndicatorHeight,
        Metric.PM_MenuButtonIndicator,
    }
)
"""What is measured in pixels and stands beside words; icons in fields follow the small ones."""


class ScaledStyle(QProxyStyle):
    """The style of the program for text that is `scale` times as large."""

    def __init__(self, scale: float) -> None:
        super().__init__(BASE)
        self._scale = scale

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """The metric, grown where words stand beside it."""
        plain = super().pixelMetric(metric, option, widget)
        return round(plain * self._scale) if metric in GROWING else plain


def use_style(app: QApplication, scale: float) -> None:
    """Draw the controls of `app` for text of this scale.

    At 100 % the plain style serves: it is asked for metrics thousands of times.
    """
    if (app.property(SCALE) or 1.0) != scale:
        app.setStyle(ScaledStyle(scale) if scale != 1.0 else BASE)
        app.setProperty(SCALE, scale)


def system_text_scale() -> float:
    """How many times as large as usual the system wants text; 1.0 unless it is large by choice."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return chosen_scale(QFontInfo(font).pixelSize())


def chosen_scale(pixels: int) -> float:
    """The same for a system whose interface font is that high.

    >>> chosen_scale(13), chosen_scale(15), chosen_scale(24)
    (1.0, 1.0, 2.0)
    """
    return pixels / USUAL if pixels >= LARGE * USUAL else 1.0
