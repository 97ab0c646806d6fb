"""The line below a text that opens what was set apart from it, one section at a time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from summit_reader.domain.spans import Span
from summit_reader.gui.apart.delegate import ApartDelegate
from summit_reader.gui.apart.rows import ApartModel, ApartRow, ApartRows
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.rows import VALUE, RowView

SHARE = 0.45
"""Part of the pane that an open section takes at most: the text stays in sight."""
ICON = 14
MARGIN, GAP = 10, 6


class ApartView(RowView):
    """A list whose row Enter restores; Escape closes it."""

    acted = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.acted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ApartSections(Ground):
    """Three buttons, the list of the section that is open, and what can be done with its row.

    A section without rows has no button, and where there is none nothing is shown at all.
    `row_asked` hands out the row that is to be restored, or removed again.
    """

    row_asked = Signal(object)

    def __init__(self, look: Look, letter: str) -> None:
        super().__init__(look, "paper")
        self._letter = letter
        names = (self.tr("Related"), self.tr("Comments"), self.tr("Removed"))
        self.buttons = [self._button(number) for number in range(len(names))]
        self._names = names
        self._rows: tuple[tuple[ApartRow, ...], ...] = ((), (), ())
        self._open = -1
        self._room = 1
        self.model = ApartModel(self)
        self.view = ApartView("paper")
        self.view.setAccessibleName(self.tr("Set apart from the text in pane {0}").format(letter))
        self.view.setModel(self.model)
        self.view.setItemDelegate(ApartDelegate(self.view, look))
        self.view.acted.connect(self._ask)
        self.view.left.connect(self._leave)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.act = QToolButton()
        self.act.setProperty("compact", True)
        look.icons.put(self.act, "restore_line", "ink2")
        self.act.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN, 3, MARGIN, 3)
        line.setSpacing(GAP)
        for button in self.buttons:
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.view)
        look.changed.connect(self._restyle)
        self._restyle()
        # The panes share their room as the reader has it, not as these buttons would like it.
        self.setMinimumWidth(1)
        self.clear()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the focus."""
        return (*self.buttons, self.act, self.view)

    @property
    def opened(self) -> int:
        """Which section is open, counted from 0; -1 if none is."""
        return self._open

    def clear(self) -> None:
        """Show nothing; the room is kept for what comes, so that the text is laid out once."""
        keeps = self.isVisible()
        self.show_rows(ApartRows())
        self._keep_room(keeps)

    def _keep_room(self, keeps: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps)
        self.setSizePolicy(policy)

    def show_rows(self, rows: ApartRows, at: Span | None = None) -> None:
        """Show these rows; the section that is open stays open while it has any.

        The section with the stretch `at` of the source text is opened at it.
        """
        self._rows = (rows.related, rows.comments, rows.removed)
        self._keep_room(False)
        for button, name, section in zip(self.buttons, self._names, self._rows, strict=True):
            button.setText(f"{name} {len(section)}")
            button.setAccessibleName(
                self.tr("{0} beside the text in pane {1}: {2}").format(
                    name, self._letter, len(section)
                )
            )
            button.setVisible(bool(section))
        self.setVisible(any(self._rows))
        found = (
            number
            for number, section in enumerate(self._rows)
            if at is not None and any(row.holds(at) and not row.restored for row in section)
        )
        self.open(next(found, self._open))
        row = self.model.row_at(at) if at is not None else None
        if row is not None:
            self._choose(row)

    def open(self, number: int) -> None:
        """Open the section with this number and close the others; all of them for -1."""
        if number >= 0 and not self._rows[number]:
            number = -1
        before, self._open = self._open, number
        for each, button in enumerate(self.buttons):
            button.setChecked(each == number)
            self._look.icons.put(button, "outlet_menu" if each == number else "next", "ink2")
        rows = self._rows[number] if number >= 0 else ()
        if number == before:
            self.model.show(rows)
        else:
            self.model.reset(rows)
        self.view.setVisible(number >= 0)
        self.act.setVisible(number >= 0)
        if number >= 0:
            self.view.setAccessibleName(self.buttons[number].accessibleName())
            if not self.view.currentIndex().isValid():
                self._choose(0)
            self._fit()
        self._on_current(self.view.currentIndex())

    def enter(self) -> bool:
        """Open the first section, if none is, and go to its list; False if there is nothing."""
        filled = [number for number, rows in enumerate(self._rows) if rows]
        if not filled:
            return False
        if self._open < 0:
            self.open(filled[0])
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def fit_in(self, height: int) -> None:
        """Take no more than a part of this height."""
        self._room = round(height * SHARE)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._look.theme.colour("rule"))
        painter.end()

    def _fit(self) -> None:
        wanted = 0
        for row in range(self.model.rowCount()):
            wanted += self.view.sizeHintForRow(row)
            if wanted >= self._room:
                break
        self.view.setFixedHeight(max(min(wanted + 4, self._room), 1))

    def _fold_words(self) -> None:
        """Leave what can be done with a row to its icon where there is no room for words."""
        words = self.act.fontMetrics().horizontalAdvance(self.act.text())
        taken = sum(each.sizeHint().width() + GAP for each in self.buttons if not each.isHidden())
        fits = taken + words + 3 * ICON + 2 * MARGIN <= self.width()
        style = Qt.ToolButtonStyle
        self.act.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly
        )

    def _choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row))
        self.view.scrollTo(self.view.currentIndex(), ApartView.ScrollHint.PositionAtTop)

    def _on_current(self, index: QModelIndex) -> None:
        row: ApartRow | None = index.data(VALUE) if index.isValid() else None
        restored = row is not None and row.restored
        words = self.tr("Remove again") if restored else self.tr("Restore")
        self.act.setText(f" {words}")
        self.act.setAccessibleName(words)
        self.act.setToolTip(
            self.tr("Take it out of the text again")
            if restored
            else self.tr("Show it in the text, where it was")
        )
        self.act.setEnabled(row is not None)
        self._fold_words()

    def _ask(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.row_asked.emit(index.data(VALUE))

    def _leave(self) -> None:
        button = self.buttons[self._open]
        self.open(-1)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, number: int) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("compact", True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda checked: self.open(number if checked else -1))
        return button

    def _restyle(self) -> None:
        side = self._look.type.px(ICON)
        for button in (*self.buttons, self.act):
            button.setFont(self._look.type.font("micro"))
            button.setIconSize(QSize(side, side))
