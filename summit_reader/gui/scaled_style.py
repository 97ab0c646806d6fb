"""The style of large text: what stands beside words grows with them."""

from __future__ import annotations

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

NAME = "Fusion"
"""The style under every look, the same on every system."""

Metric = QStyle.PixelMetric
GROWING = frozenset(
    {
        Metric.PM_SmallIconSize, Metric.PM_ButtonIconSize, Metric.PM_LineEditIconSize,
        Metric.PM_ToolBarIconSize, Metric.PM_ListViewIconSize, Metric.PM_MessageBoxIconSize,
        Metric.PM_IndicatorWidth, Metric.PM_IndicatorHeight, Metric.PM_MenuButtonIndicator,
        Metric.PM_ExclusiveIndicatorWidth, Metric.PM_ExclusiveIndicatorHeight,
        Metric.PM_CheckBoxLabelSpacing, Metric.PM_HeaderMarkSize,
    }
)  # fmt: skip
"""Sizes of icons, boxes to tick and arrows, and the blanks beside them."""


class ScaledStyle(QProxyStyle):
    """Fusion with icons and boxes in the size of the text; only made where the text is large.

    Every size is asked for through Python then, which the usual text need not wait for.
    """

    def __init__(self, scale: float) -> None:
        super().__init__(NAME)
        self._scale = scale

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        size = super().pixelMetric(metric, option, widget)
        return round(size * self._scale) if metric in GROWING else size


def style_for(scale: float) -> QStyle | str:
    """What the application is to be drawn in at this text scale."""
    return ScaledStyle(scale) if scale != 1 else NAME
