"""Every key in a table that can be searched; the chosen command can be given another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from summit_reader.gui.actions import MENUS, SEPARATOR, Actions, bare
from summit_reader.gui.keys.shortcuts import Shortcuts
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.sizing import open_at
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

"""Keys that belong to a place and not to a command; these stay as they are."""

SIZE = (640, 680)
_NAME = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """The keys as they are set now. What is changed holds at once, and at the next start."""

    def __init__(self, actions: Actions, shortcuts: Shortcuts, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._shortcuts = actions, shortcuts
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        open_at(self, SIZE)
        self.filter = FilterField(
            self.tr("Filter by command or key"), self._narrow, self.tr("Filter keys")
        )
        self.table = _table(self.tr("Keys"), [self.tr("Command"), self.tr("Key")])
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("New key"))
        # A screen reader comes to the line inside, not to what is around it.
        for line_edit in self.edit.findChildren(QLineEdit):
            line_edit.setAccessibleName(self.tr("New key"))
        label = QLabel(self.tr("&New key:"))
        label.setBuddy(self.edit)
        self.set = QPushButton(self.tr("Set"))
        self.reset = QPushButton(self.tr("Default"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(self.said.fontMetrics().lineSpacing() * 2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        all_ = buttons.addButton(self.tr("All to default"), QDialogButtonBox.ButtonRole.ResetRole)
        for button in (self.set, self.reset, all_):
            button.setAutoDefault(False)
        line = QHBoxLayout()
        for part in (label, self.edit, self.set, self.reset):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addLayout(line)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.table.currentCellChanged.connect(lambda *_: self._on_chosen())
        self.edit.keySequenceChanged.connect(lambda _: self._warn())
        self.set.clicked.connect(self._on_set)
        self.reset.clicked.connect(self._on_reset)
        all_.clicked.connect(self._on_reset_all)
        buttons.rejected.connect(self.reject)
        self._fill()
        self.filter.setFocus()

    @property
    def command(self) -> str:
        """The name of the chosen command; empty where the key belongs to a place."""
        item = self.table.item(self.table.currentRow(), 0)
        return str(item.data(_NAME) or "") if item is not None else ""

    def choose(self, name: str) -> None:
        """Choose the command with this name."""
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.data(_NAME) == name:
                self.table.setCurrentCell(row, 0)

    def _fill(self) -> None:
        here = max(self.table.currentRow(), 0)
        rows = [
            (bare(self._actions[command.name].text()), self._keys(command.name), command.name)
            for commands in MENUS.values()
            for command in commands
            if command is not SEPARATOR
        ]
        rows += [(tr(text), tr(keys), "") for text, keys in MORE_KEYS]
        self.table.setRowCount(len(rows))
        for number, (text, keys, name) in enumerate(rows):
            item = QTableWidgetItem(text)
            item.setData(_NAME, name)
            self.table.setItem(number, 0, item)
            key = QTableWidgetItem(keys)
            if name and self._shortcuts.is_changed(name):
                font = key.font()
                font.setBold(True)
                key.setFont(font)
                key.setToolTip(self.tr("Changed by you"))
            self.table.setItem(number, 1, key)
        self._narrow(self.filter.text())
        self.table.setCurrentCell(here, 0)
        self._on_chosen()

    def _keys(self, name: str) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(key.toString(native) for key in self._actions[name].shortcuts()[:2])

    def _narrow(self, text: str) -> None:
        letters = text.casefold()
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(2))
            shown = any(cell is not None and letters in cell.text().casefold() for cell in cells)
            self.table.setRowHidden(row, not shown)

    def _on_chosen(self) -> None:
        name = self.command
        for part in (self.edit, self.set):
            part.setEnabled(bool(name))
        self.reset.setEnabled(bool(name) and self._shortcuts.is_changed(name))
        keys = self._actions[name].shortcuts() if name else []
        self.edit.setKeySequence(keys[0] if keys else QKeySequence())
        self._warn()

    def _warn(self) -> None:
        """Say whose key it is that was typed."""
        key = self.edit.keySequence()
        owner = self._shortcuts.owner(key) if not key.isEmpty() else ""
        if not self.command:
            self.said.setText(self.tr("This key belongs to its place and cannot be changed."))
        elif owner and owner != self.command:
            self.said.setText(
                self.tr("{0} is the key of “{1}”, which loses it if you set it here.").format(
                    key.toString(QKeySequence.SequenceFormat.NativeText),
                    bare(self._actions[owner].text()),
                )
            )
        else:
            self.said.setText("")

    def _on_set(self) -> None:
        self._shortcuts.give(self.command, self.edit.keySequence())
        self._fill()

    def _on_reset(self) -> None:
        self._shortcuts.reset(self.command)
        self._fill()

    def _on_reset_all(self) -> None:
        self._shortcuts.reset_all()
        self._fill()


def _table(name: str, titles: list[str]) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(titles)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return table
