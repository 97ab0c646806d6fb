from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication

from summit_reader.gui.keys.shifted_plus import ShiftedPlus

Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "held", "others", "meant"),
    [
        ("Ctrl++", Control | Shift, "Ctrl+Shift++", "shifted"),
        ("Ctrl++", Control, "Ctrl+Shift++", "plain"),
        ("Ctrl+=", Control | Shift, "Ctrl+Shift++", "plain"),
        ("Ctrl++", Control | Shift, "Ctrl+U", "plain"),
    ],
    ids=["typed with Shift", "without", "equals sign", "another key"],
)
def test_shift_tells_which_of_both_is_meant(
    qapp: QApplication, key: str, held: Qt.KeyboardModifier, others: str, meant: str
) -> None:
    plain, shifted, done = QAction("plain"), QAction("shifted"), list[str]()
    plain.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
    shifted.setShortcut(QKeySequence(others))
    for action in (plain, shifted):
        action.triggered.connect(lambda _=False, action=action: done.append(action.text()))
    owner = QObject()
    ShiftedPlus(plain, shifted, owner, lambda: held)
    QApplication.sendEvent(plain, QShortcutEvent(QKeySequence(key), 0, ambiguous=False))
    assert done == [meant]
