"""The commands as rows: what each is called, the menu it is in, its key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeySequence, QPainter

from summit_reader.gui.actions import Actions, bare
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import tr

PADDING = 6
GAP = 12


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A command: its action, and the menu it is in."""

    action: QAction
    menu: str

    @property
    def name(self) -> str:
        """What it is called."""
        return bare(self.action.text())

    @property
    def keys(self) -> str:
        """Its first key, as the system writes it; empty if it has none."""
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def command_rows(actions: Actions) -> list[CommandRow]:
    """Every command in the order of the menus."""
    return [
        CommandRow(action, bare(menu.title()))
        for menu in actions.menus.values()
        for action in menu.actions()
        if not action.isSeparator()
    ]


class CommandListModel(ListModel[CommandRow]):
    """Rows of commands."""

    def key(self, row: CommandRow) -> int:
        return id(row.action)

    def spoken(self, row: CommandRow) -> str:
        """Name, menu and key, and that it cannot be done now."""
        parts = [row.name, row.menu, row.keys]
        if not row.action.isEnabled():
            parts.append(tr("not possible now"))
        return ". ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = index.data(VALUE)
        if isinstance(row, CommandRow) and not row.action.isEnabled():
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class CommandDelegate(RowDelegate):
    """Draws the name at the left, the key at the right, the menu between them."""

    def content_height(self, index: Index, width: int) -> float:
        return self.look.type.line_height("ui") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: CommandRow = index.data(VALUE)
        ink = "ink" if row.action.isEnabled() else "ink3"
        line = box.adjusted(0, PADDING, 0, -PADDING)
        keys = QFontMetricsF(self.look.type.font("micro")).horizontalAdvance(row.keys)
        self.draw_line(
            painter, QRectF(line.right() - keys - 1, line.top(), keys + 2, line.height()),
            row.keys, "micro", "ink2",
        )  # fmt: skip
        room = QRectF(line.left(), line.top(), line.width() - keys - GAP, line.height())
        used = self.draw_line(painter, room, row.name, "ui", ink)
        menu = QRectF(
            room.left() + used + GAP, room.top(), room.width() - used - GAP, room.height()
        )
        self.draw_line(painter, menu, row.menu, "micro", "ink2")
