"""A language that does not exist, a good deal longer than English, and what it does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QByteArray, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QToolButton,
    QWidget,
)

from summit_reader.gui.widgets.labels import ElidedLabel
from summit_reader.gui.widgets.table_heads import TableHead

LONGER = 0.4
SLACK = 1
"""Pixels that rounding may take."""

_KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>|&.|\(\*[^)]*\)|;;)")
_ACCENTED = str.maketrans("aeiouAEIOUncyNC", "åéîöûÅÉÎÖÛñçýÑÇ")
_OF_QT = {"QShortcut", "QGuiApplication", "QKeySequence"}
"""Names of keys, and the direction of the layout, are no sentences."""


class PseudoLanguage(QTranslator):
    """Every sentence with accents, in brackets, and two fifths longer."""

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False

    def translate(
        self,
        context: bytes | QByteArray | str,
        sourceText: bytes | QByteArray | str,  # noqa: N803  # Qt's name
        disambiguation: bytes | QByteArray | str | None = None,  # noqa: ARG002  # Qt hands it over
        n: int = -1,  # noqa: ARG002  # as above
    ) -> str | None:
        if context in _OF_QT or not sourceText:
            return None
        return pseudo(str(sourceText))


def pseudo(text: str) -> str:
    """The text in the language that does not exist; gaps, tags and access keys are kept."""
    parts = [
        part if number % 2 else part.translate(_ACCENTED)
        for number, part in enumerate(_KEPT.split(text))
    ]
    words = [word for word in text.split() if word.isalpha()] or ["ö"]
    grown, number = "", 0
    while len(grown) < LONGER * len(text):
        grown += f" {words[number % len(words)].translate(_ACCENTED)}"
        number += 1
    ending = "…" if text.endswith("…") else ""
    return "".join(parts).removesuffix("…") + grown[: round(LONGER * len(text)) + 1] + ending


def clipped(root: QWidget) -> list[str]:
    """What in sight does not have the room its words take, in words; lists elide on purpose."""
    return sorted(
        {
            f"{type(widget).__name__} “{text}” has {has}, takes {takes}"
            for widget in [root, *root.findChildren(QWidget)]
            if widget.isVisible() and widget.window() is root.window()
            for text, has, takes in _measured(widget)
            if has + SLACK < takes
        }
    )


def _measured(widget: QWidget) -> Iterator[tuple[str, int, int]]:
    match widget:
        case ElidedLabel() | TableHead():
            return  # these shorten, or wrap, what they draw
        case QLabel() if widget.text() and widget.pixmap().isNull():
            if widget.wordWrap():
                yield widget.text(), widget.height(), widget.heightForWidth(widget.width())
            else:
                yield widget.text(), widget.width(), widget.sizeHint().width()
        case QToolButton() if widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            return
        case QAbstractButton() if widget.text():
            yield widget.text(), widget.width(), widget.minimumSizeHint().width()
        case QComboBox():
            yield widget.currentText(), widget.width(), widget.minimumSizeHint().width()
        case QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
            model = widget.model()
            for section in range(widget.count()):
                if not widget.isSectionHidden(section):
                    title = model.headerData(section, widget.orientation())
                    yield str(title), widget.sectionSize(section), widget.sectionSizeHint(section)
