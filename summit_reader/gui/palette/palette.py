"""A line to type in and the commands it may mean; Return does the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from summit_reader.gui.actions import Actions
from summit_reader.gui.look import Look
from summit_reader.gui.palette.listing import (
    CommandDelegate,
    CommandListModel,
    CommandRow,
    command_rows,
)
from summit_reader.gui.palette.ranking import ranked
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.rows import VALUE, RowView

SIZE = (520, 420)
TOP = 72
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Palette(QDialog):
    """Every command; it goes away with the choice, with Esc, or with a click elsewhere."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Commands"))
        self.resize(look.type.px(SIZE[0]), look.type.px(SIZE[1]))
        self._rows = [row for row in command_rows(actions) if row.action.objectName() != "palette"]
        self.field = FilterField(
            self.tr("What do you want to do?"), self._narrow, self.tr("Command")
        )
        self.model = CommandListModel(self)
        self.view = RowView("paper")
        self.view.setModel(self.model)
        self.view.setItemDelegate(CommandDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Commands"))
        self.view.set_placeholder(self.tr("No command has these words."))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        self.field.returnPressed.connect(self._do)
        self.field.installEventFilter(self)
        self.view.clicked.connect(lambda _: self._do())
        self._narrow("")
        self.field.setFocus()

    def popup(self) -> None:
        """Show it over the upper middle of the window."""
        left = (self._window.width() - self.width()) // 2
        self.move(self._window.mapToGlobal(QPoint(max(left, 0), TOP)))
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        self.model.change(ranked(text, [(row.name, row) for row in self._rows]))
        self._choose(next((at for at in range(self.model.rowCount()) if self._possible(at)), -1))

    def _step(self, by: int) -> None:
        """Go `by` rows on, over those that cannot be done now; stop at the ends."""
        way = 1 if by > 0 else -1
        here = self.view.currentIndex().row()
        at = here
        for _ in range(abs(by)):
            following = next(
                (row for row in range(at + way, self.model.rowCount() if way > 0 else -1, way)
                 if self._possible(row)), None,
            )  # fmt: skip
            if following is None:
                break
            at = following
        self._choose(at)

    def _choose(self, at: int) -> None:
        self.view.setCurrentIndex(self.model.index(at))

    def _possible(self, at: int) -> bool:
        return self.model.rows[at].action.isEnabled()

    def _do(self) -> None:
        row = self.view.currentIndex().data(VALUE)
        if isinstance(row, CommandRow) and row.action.isEnabled():
            self.close()
            # Once the palette is gone: the command must find the window as it was before. And not
            # from here: one that asks for a file returns when this palette has long been deleted.
            QTimer.singleShot(0, row.action, row.action.trigger)
