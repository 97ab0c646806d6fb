"""The pin board at the foot of the panes: cards in the reader's order, notes, My take."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.comparison import Clipping, Comparison
from summit_reader.gui.board.delegate import ClippingDelegate
from summit_reader.gui.board.model import ClippingModel
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.opening import OpeningView
from summit_reader.gui.widgets.rows import VALUE

COMMIT_MS = 800
"""A pause in typing after which a text is kept; a crash costs at most this much."""

SIDE_WIDTH = 190
BODY = 132


class KeptText(QPlainTextEdit):
    """A small text that is kept by itself: after a pause, and when it is left."""

    kept = Signal(str)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setProperty("compact", True)
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMMIT_MS)
        self._timer.timeout.connect(self.keep)
        self.textChanged.connect(self._timer.start)

    def show_text(self, text: str) -> None:
        """Show what is kept, unless the reader is in the middle of writing it."""
        if self.toPlainText() != text and not self._timer.isActive():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def keep(self) -> None:
        """Hand the text on to be kept."""
        self._timer.stop()
        self.kept.emit(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._timer.isActive():
            self.keep()


class CardView(OpeningView):
    """Cards from left to right; Enter opens, Delete lets go."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__("window")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        clipping = self.current()
        if clipping is not None and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.dropped.emit(clipping)
        else:
            super().keyPressEvent(event)

    def current(self) -> Clipping | None:
        """The selected clipping."""
        index: QModelIndex = self.currentIndex()
        return index.data(VALUE) if index.isValid() else None


class PinStrip(Ground):
    """Shows a `Comparison`; says what the reader wants done with it."""

    clipping_opened = Signal(object, bool)
    clipping_dropped = Signal(object)
    move_asked = Signal(str, int)
    my_take_kept = Signal(str)
    note_kept = Signal(object, str)
    comparison_chosen = Signal(int)

    def __init__(self, look: Look, export: QAction, comparison_actions: Sequence[QAction]) -> None:
        super().__init__(look, "window")
        self._actions = list(comparison_actions)
        self.model = ClippingModel(self)
        self.view = CardView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ClippingDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Pinned takes"))
        self._title = Label(look, "caps", "ink2")
        self._name = QToolButton()
        look.icons.put(self._name, "outlet_menu")
        self._name.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._name.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._name.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._name.setAccessibleName(self.tr("Comparison"))
        self._menu = QMenu(self._name)
        self._name.setMenu(self._menu)
        self._export = QToolButton()
        self._export.setDefaultAction(export)
        self._export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.my_take = KeptText(self.tr("My take"), self.tr("What do you make of it?"))
        self.note = KeptText(self.tr("Note on the selected take"), self.tr("A note on this take"))
        self._nothing = Label(look, "ui", "ink2")
        self._nothing.setText(
            self.tr("Nothing pinned. Ctrl+D keeps the marked take here, with its source.")
        )
        self._noted: Clipping | None = None
        self._compact = self._filled = False
        self._arrange(look)
        self._connect()

    def show_comparison(self, comparison: Comparison, others: Sequence[Comparison]) -> None:
        """Show the comparison; `others` are those the menu offers."""
        chosen = self.view.current()
        self.model.show(comparison.clippings)
        self._title.setText(self.tr("Pinned {0}").format(len(comparison.clippings)))
        self._name.setText(comparison.name)
        self._name.setAccessibleDescription(comparison.name)
        self.my_take.show_text(comparison.my_take)
        self._filled = bool(comparison.clippings) or bool(comparison.my_take)
        self._show_body()
        self._menu.clear()
        for other in others:
            action = self._menu.addAction(other.name)
            action.setCheckable(True)
            action.setChecked(other.id == comparison.id)
            action.triggered.connect(
                lambda _=False, chosen=other.id: self.comparison_chosen.emit(chosen)
            )
        self._menu.addSeparator()
        self._menu.addActions(self._actions)
        if comparison.clippings:
            row = self.model.row_of(chosen.id) if chosen is not None else None
            last = len(comparison.clippings) - 1
            self.view.setCurrentIndex(self.model.index(last if row is None else row))
        else:
            self._on_current()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """One line without the cards, where the window is narrow."""
        self._compact = compact
        self._show_body()

    def move_current(self, by: int) -> None:
        """Ask to move the selected card."""
        clipping = self.view.current()
        if clipping is not None:
            row = self.model.row_of(clipping.id)
            if row is not None:
                self.move_asked.emit(clipping.id, row + by)

    def edit_note(self) -> None:
        """Go to the note of the selected card."""
        if self.note.isEnabled():
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.note.selectAll()

    def keep_texts(self) -> None:
        """Hand on what was typed and not yet kept."""
        for field in (self.my_take, self.note):
            field.keep()

    def _arrange(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 4, 12, 2)
        head.addWidget(self._title)
        head.addWidget(self._name)
        head.addWidget(self._nothing)
        head.addStretch(1)
        head.addWidget(self._export)
        fields = QVBoxLayout()
        fields.setSpacing(3)
        for title, field in ((self.tr("My take"), self.my_take), (self.tr("Note"), self.note)):
            name = Label(look, "caps", "ink2")
            name.setText(title)
            name.setBuddy(field)
            fields.addWidget(name)
            fields.addWidget(field)
            field.setFixedWidth(look.type.px(SIDE_WIDTH))
            field.setFont(look.type.font("micro"))
            field.setFixedHeight(look.type.px(39))
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(14, 0, 12, 8)
        body.setSpacing(12)
        body.addWidget(self.view, 1)
        body.addLayout(fields)
        self._body.setFixedHeight(look.type.px(BODY))
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)

    def _show_body(self) -> None:
        self._body.setVisible(self._filled and not self._compact)
        self._nothing.setVisible(not self._filled)

    def _connect(self) -> None:
        self.model.move_asked.connect(self.move_asked)
        self.view.opened.connect(self.clipping_opened)
        self.view.dropped.connect(self.clipping_dropped)
        self.view.clicked.connect(lambda index: self.clipping_opened.emit(index.data(VALUE), False))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.my_take.kept.connect(self.my_take_kept)
        self.note.kept.connect(self._on_note_kept)

    def _on_current(self) -> None:
        clipping = self.view.current()
        if self._noted is not None and (clipping is None or clipping.id != self._noted.id):
            self.note.keep()
        self._noted = clipping
        self.note.setEnabled(clipping is not None)
        self.note.show_text(clipping.note if clipping is not None else "")

    def _on_note_kept(self, text: str) -> None:
        if self._noted is not None and text != self._noted.note:
            self.note_kept.emit(self._noted, text)
