"""Which outlets have a column: a list to tick, and names to add that the library does not know."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.grid import GridColumn
from summit_reader.gui.grid.wording import column_name, held_line
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import inside, takes_counted

SIZE = (380, 520)
NAME = Qt.ItemDataRole.UserRole


class OutletChoice(QDialog):
    """Tells at once what was changed; closing it changes nothing more."""

    hidden_changed = Signal(object)
    added = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Outlets in the grid"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        self._counts: dict[str, int] = {}
        self._items = QStandardItemModel(self)
        self._items.itemChanged.connect(lambda _: self._tell())
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._items)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = FilterField(self.tr("Filter outlets"), self._proxy.setFilterFixedString)
        self.view = QListView()
        self.view.setModel(self._proxy)
        self.view.setAccessibleName(self.tr("Outlets with a column"))
        self.view.activated.connect(self._flip)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Another outlet, by name"))
        self.name.setAccessibleName(self.tr("Another outlet, by name"))
        self.name.returnPressed.connect(self._add)
        self._arrange(look)

    def show_columns(
        self, columns: Sequence[GridColumn], takes: Sequence[int], hidden: Collection[str]
    ) -> None:
        """List these outlets, those not hidden ticked."""
        self._items.blockSignals(True)
        self._items.clear()
        self._counts = dict(zip((column.name for column in columns), takes, strict=True))
        for column, count in zip(columns, takes, strict=True):
            about = f"{column_name(column)}, {inside(held_line(column).rsplit(' · ', 1)[-1])}"
            item = QStandardItem(f"{about}, {takes_counted(count)}")
            item.setData(column.name, NAME)
            item.setCheckable(True)
            item.setEditable(False)
            shown = column.name not in hidden
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            self._items.appendRow(item)
        self._items.blockSignals(False)
        self._items.layoutChanged.emit()

    def _each(self) -> list[QStandardItem]:
        return [self._items.item(row) for row in range(self._items.rowCount())]

    def _tick(self, names: Collection[str]) -> None:
        self._items.blockSignals(True)
        for item in self._each():
            on = item.data(NAME) in names
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._items.blockSignals(False)
        self._items.layoutChanged.emit()
        self._tell()

    def _tell(self) -> None:
        unticked = [item for item in self._each() if item.checkState() != Qt.CheckState.Checked]
        self.hidden_changed.emit(frozenset(item.data(NAME) for item in unticked))

    def _flip(self, index: QModelIndex) -> None:
        item = self._items.itemFromIndex(self._proxy.mapToSource(index))
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _add(self) -> None:
        if name := " ".join(self.name.text().split()):
            self.name.clear()
            self.added.emit(name)

    def _arrange(self, look: Look) -> None:
        everyone = QPushButton(self.tr("&All"))
        everyone.clicked.connect(lambda: self._tick(self._counts))
        speaking = QPushButton(self.tr("&With takes"))
        speaking.clicked.connect(
            lambda: self._tick({name for name, count in self._counts.items() if count})
        )
        nobody = QPushButton(self.tr("&None"))
        nobody.clicked.connect(lambda: self._tick(()))
        quick = QHBoxLayout()
        for button in (everyone, speaking, nobody):
            quick.addWidget(button)
        quick.addStretch(1)
        add = QPushButton(self.tr("A&dd"))
        add.clicked.connect(self._add)
        missing = QHBoxLayout()
        missing.addWidget(self.name, 1)
        missing.addWidget(add)
        why = Label(look, "micro", "ink2", wrapped=True)
        why.setText(self.tr("An outlet you miss gets a column, too: it says “Not in library”."))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        column.addLayout(quick)
        column.addLayout(missing)
        column.addWidget(why)
        column.addWidget(close)
        for each in self.findChildren(QPushButton):
            # Enter in a field must not press anything.
            each.setAutoDefault(False)
