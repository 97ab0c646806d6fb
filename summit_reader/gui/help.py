"""What the program is, and which keys it knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from summit_reader import __version__
from summit_reader.gui.actions import MENUS, SEPARATOR, Actions, bare
from summit_reader.gui.wording import tr

MORE_KEYS = (
    ("Open in the focused pane", "Enter"),
    ("Open in the other pane", "Ctrl+Enter, Alt+click"),
    ("Page through a text", "Space / Shift+Space"),
    ("Step through the results from the search field", "Up, Down"),
    ("Earlier searches, in the empty search field", "Down"),
    ("Go through completions; take the chosen or first one", "Up, Down; Tab, Enter"),
    ("Tick what narrows the search", "Space"),
    ("Choose where to search, in its row", "Left, Right"),
    ("Forget the chosen saved search", "Del"),
    ("Leave the search", "Esc"),
    ("Let a pinned take go", "Del"),
)


def keys_overview(parent: QWidget, actions: Actions) -> QDialog:
    """A table of every key, as it is set now."""
    rows = [
        (bare(actions[command.name].text()), _keys(actions[command.name].shortcuts()))
        for commands in MENUS.values()
        for command in commands
        if command is not SEPARATOR and actions[command.name].shortcuts()
    ]
    rows += [(tr(text), keys) for text, keys in MORE_KEYS]
    table = QTableWidget(len(rows), 2)
    table.setAccessibleName(tr("Keys"))
    table.setHorizontalHeaderLabels([tr("Command"), tr("Key")])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.setItem(number, column, QTableWidgetItem(text))
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Keys"))
    dialog.resize(560, 640)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column_ = QVBoxLayout(dialog)
    column_.addWidget(table)
    column_.addWidget(buttons)
    dialog.open()
    return dialog


def about(parent: QWidget) -> None:
    """Name, version, what it is for, whose work it stands on."""
    QMessageBox.about(
        parent,
        tr("About Summit Reader"),
        tr(
            "<p><b>Summit Reader {version}</b></p>"
            "<p>What outlets say on the same point, side by side at the sentence. "
            "Offline, on your own disk, without an account.</p>"
            "<p>MIT licence. Made with Qt (LGPL), SQLAlchemy, Whoosh, the typefaces Literata and "
            "Inter (OFL) and Lucide icons (ISC).</p>"
        ).format(version=__version__),
    )


def _keys(sequences: list[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(sequence.toString(native) for sequence in sequences[:2])
