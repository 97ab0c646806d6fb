"""What a reader has: a keyboard, or a mouse. Neither touches anything but the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    QDeadlineTimer,
    QEventLoop,
    QMimeData,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QToolBar,
    QWidget,
)

from summit_reader.gui.main_window import MainWindow

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
LOOK_MS = 10
GIVE_UP_MS = 60_000


class Keyboard:
    """Keys go to whatever has the focus, as they do on a desk."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._listening(), key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._listening(), text)

    def command(self, words: str) -> None:
        """Carry out the command that the palette finds first for these words."""
        self.press(Key.Key_K, CONTROL)
        self.type(words)
        self.press(Key.Key_Return)

    def name_files(self, names: Sequence[Path], ask: Callable[[], None]) -> None:
        """Do what asks for files, and type their names into the dialog that comes."""

        def typed(dialog: QFileDialog) -> None:
            quoted = " ".join(f'"{name}"' for name in names)
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            if not field.hasFocus():
                self.press(Key.Key_N, ALT)
            assert field.hasFocus()
            # Not to what completes the name, which would hand the keys on to the field.
            self.press(Key.Key_A, CONTROL)
            QTest.keyClicks(field, quoted if len(names) > 1 else str(names[0]))
            QTest.keyClick(field, Key.Key_Return)

        _answered(ask, typed)

    def _listening(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            inside: QWidget | None = popup.focusWidget()
            return popup if inside is None else inside
        if QApplication.activeWindow() is None:
            # Offscreen nobody gives the window back what a popup or a dialog had taken.
            self._window.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or QApplication.activeWindow() or self._window


class Mouse:
    """Clicks on what can be seen; a widget that is hidden or switched off takes none."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        assert widget.isVisible(), f"{widget.accessibleName()} is out of sight"
        assert widget.isEnabled(), f"{widget.accessibleName()} takes no click"
        spot = at if at is not None else widget.rect().center()
        assert widget.visibleRegion().contains(spot), f"{widget.accessibleName()} is covered"
        QTest.mouseClick(widget, LEFT, NONE, spot)

    def click_row(self, view: QAbstractItemView, row: int, *, twice: bool = False) -> None:
        index = view.model().index(row, 0)
        view.scrollTo(index)  # what the wheel does
        spot = view.visualRect(index).center()
        self.click(view.viewport(), spot)
        if twice:
            QTest.mouseDClick(view.viewport(), LEFT, NONE, spot)

    def press_tool(self, name: str) -> None:
        """Press the button of a command in the tool bar."""
        bar = self._window.findChild(QToolBar, "tools")
        assert bar is not None
        button = bar.widgetForAction(self._window.actions_[name])
        assert button is not None
        self.click(button)

    def choose_from_menu(self, menu: str, name: str) -> None:
        """Open a menu of the menu bar and click on a command in it."""
        bar, action = self._window.menuBar(), self._window.actions_[name]
        opened = self._window.actions_.menus[menu]
        QTest.mouseClick(bar, LEFT, NONE, bar.actionGeometry(opened.menuAction()).center())
        assert opened.isVisible()
        QTest.mouseClick(opened, LEFT, NONE, opened.actionGeometry(action).center())

    def choose_in(self, box: QComboBox, text: str) -> None:
        """Open a box and click on one of its entries."""
        self.click(box)
        view = box.view()
        index = view.model().index(box.findText(text), 0)
        spot = view.visualRect(index).center()
        QTest.mouseMove(view.viewport(), spot)
        # A box takes no release that follows too soon upon the press that opened it.
        QTest.mouseClick(view.viewport(), LEFT, NONE, spot, QApplication.doubleClickInterval() + 1)

    def paste_into(self, field: QLineEdit, text: str) -> None:
        """Paste what another program has put on the clipboard, from the menu of the field."""
        QApplication.clipboard().setText(text)
        self.click(field)
        spot = field.mapTo(self._window, field.rect().center())
        QTest.mouseClick(self._window.windowHandle(), Qt.MouseButton.RightButton, NONE, spot)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        paste = next(one for one in menu.actions() if one.objectName() == "edit-paste")
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(paste).center())

    def drag_before(self, view: QAbstractItemView, row: int, before: int) -> None:
        """Take a row up, carry it along the list, and let it go at the near edge of another.

        What carries it on the way is the system's, and there is none without a screen.
        """
        index, target = view.model().index(row, 0), view.model().index(before, 0)
        view.scrollTo(index)  # what the wheel does
        assert view.isVisible()
        assert view.dragEnabled()
        assert view.model().flags(index) & Qt.ItemFlag.ItemIsDragEnabled, "it cannot be dragged"
        data = view.model().mimeData([index])
        view.scrollTo(target)  # what holding it at the edge does
        spot = view.visualRect(target).topLeft() + QPoint(2, 20)
        _dropped(view.viewport(), spot, data, Qt.DropAction.MoveAction)

    def drop_files(self, names: Sequence[Path]) -> None:
        """Drop files from the desktop onto the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(name)) for name in names])
        _dropped(self._window, self._window.rect().center(), data, Qt.DropAction.CopyAction)

    def save_as_suggested(self, ask: Callable[[], None]) -> Path:
        """Do what asks where to save, and click on Save."""
        saved: list[Path] = []

        def clicked(dialog: QFileDialog) -> None:
            saved.append(Path(dialog.selectedFiles()[0]))
            self.click(_button(dialog, QDialogButtonBox.StandardButton.Save))

        _answered(ask, clicked)
        return saved[0]

    def open_listed(self, name: str, ask: Callable[[], None]) -> None:
        """Do what asks for a file, click on the one of that name, and on Open."""

        def clicked(dialog: QFileDialog) -> None:
            views = (dialog.findChild(QAbstractItemView, one) for one in ("listView", "treeView"))
            view = next(
                one for one in views if isinstance(one, QAbstractItemView) and one.isVisible()
            )
            row = _row_named(view.model(), view.rootIndex(), name)
            self.click(view.viewport(), view.visualRect(row).center())
            self.click(_button(dialog, QDialogButtonBox.StandardButton.Open))

        _answered(ask, clicked)


def _answered(ask: Callable[[], None], answer: Callable[[QFileDialog], None]) -> None:
    """Run `ask`, which returns only when the file dialog it opens has been answered."""
    timer = QTimer()
    timer.setInterval(LOOK_MS)
    answered: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible() or not _is_filled(dialog):
            return
        if not dialog.isActiveWindow():
            dialog.activateWindow()
            return
        timer.stop()
        answered.append(True)
        try:
            answer(dialog)
        except BaseException:
            dialog.reject()  # or the test would wait for it for ever
            raise

    def give_up() -> None:
        while (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()

    QTimer.singleShot(GIVE_UP_MS, timer, give_up)
    timer.timeout.connect(look)
    timer.start()
    ask()
    deadline = QDeadlineTimer(GIVE_UP_MS)
    while not (answered or deadline.hasExpired()):  # a command may ask a moment later
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, LOOK_MS)
    assert answered, "no dialog asked for a file"


def _is_filled(dialog: QFileDialog) -> bool:
    """Whether the folder has been read, so that there is something to click on."""
    view = dialog.findChild(QAbstractItemView, "listView")
    folder = dialog.directory()
    return not isinstance(view, QAbstractItemView) or (
        view.model().rowCount(view.rootIndex()) > 0 or folder.isEmpty()
    )


def _row_named(model: QAbstractItemModel, root: QModelIndex, name: str) -> QModelIndex:
    rows = (model.index(row, 0, root) for row in range(model.rowCount(root)))
    return next(index for index in rows if index.data() == name)


def _button(dialog: QDialog, which: QDialogButtonBox.StandardButton) -> QAbstractButton:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    return box.button(which)


def _dropped(widget: QWidget, spot: QPoint, data: QMimeData, action: Qt.DropAction) -> None:
    buttons = LEFT
    enter = QDragEnterEvent(spot, action, data, buttons, NONE)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted(), "it cannot be dropped there"
    drop = QDropEvent(QPointF(spot), action, data, buttons, NONE)
    QApplication.sendEvent(widget, drop)
