"""Above the text: outlet, country, role, date, which take, and the whole chain."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.take import TakeKind
from summit_reader.gui.look import Look
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.mirroring import put_icon_behind
from summit_reader.gui.widgets.sides import Badge, Side
from summit_reader.gui.wording import (
    chain_versions,
    outlet_line,
    published_line,
    role_name,
    unmarked,
)

ICON, LINE = 18, 22


class OutletButton(QToolButton):
    """The outlet's name in the display face, shortened to the room there is; opens a menu."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._name = look, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("compact", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        put_icon_behind(self)
        look.icons.put(self, "outlet_menu")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_name(self, name: str) -> None:
        """Show this name."""
        self._name = name
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        name = QFontMetrics(self.font()).horizontalAdvance(self._name)
        return QSize(name + self._furniture() + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._furniture() + self._look.type.px(40), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - self._furniture(), 20)
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(unmarked(shown))

    def _furniture(self) -> int:
        # The arrow, the blank before it, and the padding of the style sheet.
        return self._look.type.px(ICON) + 4 + 2 * 5

    def _restyle(self) -> None:
        self.setFont(self._look.type.font("outlet"))
        self._fit()


class PaneHeader(QWidget):
    """Three lines that never leave the reader in doubt whose words these are."""

    outlet_chosen = Signal(int)
    take_stepped = Signal(int)

    def __init__(self, side: Side, look: Look, actions: list[QAction], pin: QAction) -> None:
        super().__init__()
        self._look = look
        letter = side.name
        self.badge = Badge(side, look)
        self.outlet = OutletButton(look)
        self.outlet.setAccessibleName(self.tr("Outlet in pane {0}").format(letter))
        self._menu = QMenu(self.outlet)
        self._menu.setLayoutDirection(self.layoutDirection())
        self.outlet.setMenu(self._menu)
        self.pin = QToolButton()
        self.pin.setCheckable(True)
        self.pin.setProperty("compact", True)
        self.pin.setAccessibleName(self.tr("Pin the take in pane {0}").format(letter))
        self.pin.setToolTip(f"{pin.text().replace('&', '')} ({pin.shortcut().toString()})")
        self.more = QToolButton()
        self.more.setProperty("compact", True)
        look.icons.put(self.more, "more")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(self.tr("More for pane {0}").format(letter))
        menu = QMenu(self.more)
        menu.addActions(actions)
        self.more.setMenu(menu)
        self._facts = ElidedLabel(look, "micro", "ink2")
        self._check = Label(look, "micro", "ink2")
        self._check_icon = QLabel()
        self._check_name = ""
        self._number = Label(look, "micro", "ink2")
        self._previous = self._step_button(
            "previous", self.tr("Previous take, pane {0}"), letter, -1
        )
        self._next = self._step_button("next", self.tr("Next take, pane {0}"), letter, 1)
        self._chain_icon = QLabel()
        self._chain = ElidedLabel(look, "micro", "ink")
        self._arrange()
        look.changed.connect(self._restyle)
        self._restyle()
        self.set_pinned(False)

    def show_content(self, content: PaneContent, outlets: tuple[OutletRef, ...]) -> None:
        """Say what the pane shows; `outlets` are those the menu offers."""
        names, article = self._look.names, content.article
        take = names.take(content.take) if content.take else None
        outlet = take.outlet if take else names.outlet(article.outlet)
        self.outlet.set_name(outlet.name)
        self.outlet.setAccessibleDescription(outlet_line(outlet))
        facts = [outlet.country, role_name(take) if take else "", published_line(article.metadata)]
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        self._show_check(content)
        count = len(content.siblings)
        self._number.setText(self.tr("{0} of {1}").format(content.number(), count))
        for part in (self._previous, self._number, self._next):
            part.setVisible(bool(content.number()))
        versions = chain_versions(take, article) if take else (outlet.name,)
        self._chain.set_versions(versions)
        self._menu.clear()
        for choice in map(names.outlet, outlets):
            action = self._menu.addAction(unmarked(outlet_line(choice)))
            action.setCheckable(True)
            action.setChecked(choice.id == outlet.id)
            action.triggered.connect(
                lambda _=False, chosen=choice.id: self.outlet_chosen.emit(chosen)
            )

    def set_pinned(self, pinned: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Show whether the take on show is kept; a kept one has a filled pin."""
        self.pin.setChecked(pinned)
        self._look.icons.put(self.pin, "pin-filled" if pinned else "pin")

    def _show_check(self, content: PaneContent) -> None:
        take = content.take
        if take is None:
            self._check.setText("")
            self._check_name = ""
            self._check_icon.clear()
            return
        if take.lost or not take.anchor.holds_in(content.article.cleaned.source):
            text, icon = self.tr("Lost"), "trouble"
        elif take.kind in {TakeKind.INDIRECT, TakeKind.MIXED}:
            text, icon = self.tr("Reported"), "quotation"
        elif take.kind is TakeKind.THESIS:
            text, icon = self.tr("Paraphrase"), "quotation"
        else:
            text, icon = self.tr("Verbatim"), "verbatim"
        self._check.setText(text)
        self._check_name = icon
        self._check_icon.setPixmap(self._pixmap(icon))

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.badge)
        first.addWidget(self.outlet)
        first.addStretch(1)
        first.addWidget(self.pin)
        first.addWidget(self.more)
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addWidget(self._facts, 1)
        for part in (self._check_icon, self._check, self._previous, self._number, self._next):
            second.addWidget(part)
        third = QHBoxLayout()
        third.setSpacing(6)
        third.addWidget(self._chain_icon)
        third.addWidget(self._chain, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 7)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        column.addLayout(third)

    def _step_button(self, icon: str, name: str, letter: str, by: int) -> QToolButton:
        button = QToolButton()
        self._look.icons.put(button, icon)
        button.setAccessibleName(name.format(letter))
        button.setToolTip(name.format(letter))
        button.setStyleSheet("QToolButton { padding: 2px; }")
        button.clicked.connect(lambda: self.take_stepped.emit(by))
        return button

    def _pixmap(self, name: str) -> QPixmap:
        side = self._look.type.px(14)
        return self._look.icons.pointing(name, "ink2", side, self.devicePixelRatioF())

    def _restyle(self) -> None:
        self._chain_icon.setPixmap(self._pixmap("carried_by"))
        if self._check_name:
            self._check_icon.setPixmap(self._pixmap(self._check_name))
        # As high in every pane, with a take and without: what is level hangs on it.
        for part in (self._facts, self._previous, self._next):
            part.setFixedHeight(self._look.type.px(LINE))
        size = self._look.type.px(ICON)
        for button in (self.pin, self.more, self.outlet):
            button.setIconSize(QSize(size, size))
        self._previous.setIconSize(QSize(size - 2, size - 2))
        self._next.setIconSize(QSize(size - 2, size - 2))
