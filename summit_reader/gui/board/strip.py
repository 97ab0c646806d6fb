"""The pin board at the foot of the panes: cards in the reader's order, notes, My take."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
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
from summit_reader.gui.board.dropping import dropped_take
from summit_reader.gui.board.model import ClippingModel
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.mirroring import put_icon_behind
from summit_reader.gui.widgets.opening import OpeningView
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.wording import unmarked

COMMIT_MS = 800
"""A pause in typing after which a text is kept; a crash costs at most this much."""

REST_MS = 800
"""How long a take that is dragged rests on the name of the comparison before its page opens."""

SIDE_WIDTH = 190
BODY = 132


class KeptText(QPlainTextEdit):
    """A small text that is kept by itself: after a pause, and when it is left.

    Until what was handed on to be kept is shown back, no older text takes its place.
    """

    kept = Signal(str)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setProperty("compact", True)
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._held = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMMIT_MS)
        self._timer.timeout.connect(self._on_pause)
        self.textChanged.connect(self._timer.start)

    @property
    def words(self) -> str:
        """The text as it was typed; Qt's own way out would turn no-break spaces into blanks."""
        raw = self.document().toRawText()
        return raw.replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n")

    def show_text(self, text: str, *, another: bool = False) -> None:
        """Show what is kept, unless the reader is writing; `another` is a text for something else.

        A text that could not be kept stays in sight until it is written on.
        """
        busy = self._timer.isActive() or self._held
        if another or not busy:
            self._held = False
            self._timer.stop()
            if self.words != text:
                self.blockSignals(True)
                self.setPlainText(text)
                self.blockSignals(False)

    def keep(self) -> None:
        """Hand the text on to be kept, if something was typed or could not be kept before."""
        if self._timer.isActive() or self._held:
            self._on_pause()

    def hold(self) -> None:
        """Leave the text as it stands: it could not be kept, and must not be lost."""
        self._held = True

    def _on_pause(self) -> None:
        self._timer.stop()
        self._held = False
        self.kept.emit(self.words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()


class CardView(OpeningView):
    """Cards from left to right; Enter opens, Delete lets go. Takes of lists are dropped here."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__("window")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
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
    clipping_dropped = Signal(str)
    move_asked = Signal(str, int)
    take_given = Signal(int, int)
    page_asked = Signal()
    my_take_kept = Signal(str)
    note_kept = Signal(str, str)
    comparison_chosen = Signal(int)
    choice_asked = Signal()
    emptied = Signal()

    def __init__(self, look: Look, export: QAction, comparison_actions: Sequence[QAction]) -> None:
        super().__init__(look, "window")
        self._actions = list(comparison_actions)
        self.model = ClippingModel(self, look.names)
        self.view = CardView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ClippingDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Pinned takes"))
        self._title = Label(look, "caps", "ink2")
        self.name_button = QToolButton()
        look.icons.put(self.name_button, "outlet_menu")
        self.name_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        put_icon_behind(self.name_button)
        self.name_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.name_button.setAccessibleName(self.tr("Comparison"))
        self._menu = QMenu(self.name_button)
        self._menu.setLayoutDirection(self.layoutDirection())
        self._menu.addActions(self._actions)
        self._menu.aboutToShow.connect(self.choice_asked)
        self.name_button.setMenu(self._menu)
        self.export_button = QToolButton()
        self.export_button.setDefaultAction(export)
        self.export_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.my_take = KeptText(self.tr("My take"), self.tr("What do you make of it?"))
        self.note = KeptText(self.tr("Note on the selected take"), self.tr("A note on this take"))
        self._nothing = ElidedLabel(look, "ui", "ink2")
        self._nothing.set_versions(
            (
                self.tr("Nothing pinned. Ctrl+D keeps the marked take here, with its source."),
                self.tr("Nothing pinned. Ctrl+D keeps the marked take."),
                self.tr("Ctrl+D pins."),
            )
        )
        self._noted = ""
        self._shown: int | None = None
        self._compact = self._filled = False
        self.setAcceptDrops(True)
        self.resting = QTimer(self)
        self.resting.setSingleShot(True)
        self.resting.setInterval(REST_MS)
        self.resting.timeout.connect(self.page_asked)
        self._arrange(look)
        self._connect()

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show the comparison; without one the strip waits for a library."""
        self.setEnabled(comparison is not None)
        clippings = comparison.clippings if comparison is not None else ()
        another = (comparison.id if comparison else None) != self._shown
        self._shown = comparison.id if comparison is not None else None
        chosen = self.view.current()
        before = self.model.rowCount()
        self.model.show(clippings)
        self._title.setText(self.tr("Pinned {0}").format(len(clippings)))
        name = comparison.name if comparison is not None else ""
        self.name_button.setText(unmarked(name))
        self.name_button.setAccessibleDescription(name)
        my_take = comparison.my_take if comparison is not None else ""
        self.my_take.show_text(my_take, another=another)
        self._filled = bool(clippings) or bool(my_take)
        self._show_body()
        if clippings:
            kept = self.model.row_of(chosen.id) if chosen is not None else None
            added = len(clippings) > before and not another
            row = len(clippings) - 1 if added or kept is None else kept
            self.view.setCurrentIndex(self.model.index(row))
        self._on_current()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_take(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self.name_button.geometry().contains(event.position().toPoint()):
            self.resting.stop()
        elif not self.resting.isActive():
            self.resting.start()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.resting.stop()

    def dropEvent(self, event: QDropEvent) -> None:
        self.resting.stop()
        take_id = dropped_take(event.mimeData())
        if take_id is not None:
            event.acceptProposedAction()
            self.take_given.emit(take_id, self.model.rowCount())

    def show_choice(self, comparisons: Sequence[Comparison]) -> None:
        """Offer these comparisons in the menu."""
        self._menu.clear()
        for comparison in comparisons:
            action = self._menu.addAction(unmarked(comparison.name))
            action.setCheckable(True)
            action.setChecked(comparison.id == self._shown)
            action.triggered.connect(
                lambda _=False, chosen=comparison.id: self.comparison_chosen.emit(chosen)
            )
        self._menu.addSeparator()
        self._menu.addActions(self._actions)

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

    def choose(self, clipping_id: str) -> None:
        """Select a card."""
        row = self.model.row_of(clipping_id)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))

    def edit_note(self) -> None:
        """Go to the note of the selected card."""
        if self.note.isEnabled():
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.note.moveCursor(QTextCursor.MoveOperation.End)

    def hold_texts(self) -> None:
        """Leave what was typed in sight: it could not be kept."""
        for field in (self.my_take, self.note):
            field.hold()

    def keep_texts(self) -> None:
        """Hand on what was typed and not yet kept."""
        for field in (self.my_take, self.note):
            field.keep()

    def _arrange(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 4, 12, 2)
        head.addWidget(self._title)
        head.addWidget(self.name_button)
        head.addWidget(self._nothing, 100)
        head.addStretch(1)
        head.addWidget(self.export_button)
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
        if not self._filled and self._body.isAncestorOf(QApplication.focusWidget() or self):
            # Else the focus would go to whatever comes next, and with it the keys.
            self.emptied.emit()
        self._body.setVisible(self._filled and not self._compact)
        self._nothing.setVisible(not self._filled)

    def _connect(self) -> None:
        self.model.move_asked.connect(self.move_asked)
        self.model.take_given.connect(self.take_given)
        self.view.opened.connect(self.clipping_opened)
        self.view.dropped.connect(lambda clipping: self.clipping_dropped.emit(clipping.id))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.my_take.kept.connect(self.my_take_kept)
        self.note.kept.connect(self._on_note_kept)

    def _on_current(self) -> None:
        clipping = self.view.current()
        here = clipping.id if clipping is not None else ""
        another = here != self._noted
        if another:
            self.note.keep()
        self._noted = here
        self.note.setEnabled(clipping is not None)
        self.note.show_text(clipping.note if clipping is not None else "", another=another)

    def _on_note_kept(self, text: str) -> None:
        if self._noted:
            self.note_kept.emit(self._noted, text)
