"""A question that is answered before anything is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def is_sure(parent: QWidget, title: str, question: str, verb: str) -> bool:
    """Whether the reader presses the button with the verb; Enter and Esc press the other one."""
    box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
    # Names of outlets and texts are shown letter by letter, whatever stands in them.
    box.setTextFormat(Qt.TextFormat.PlainText)
    yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is yes
