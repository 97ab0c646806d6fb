"""Where to look and what comes first: a row of chips above the results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QToolButton, QWidget

from summit_reader.domain.search import Order, Scope
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.flowing import Flow
from summit_reader.gui.wording import tr

GAP = 2
SCOPES = {
    Scope.ALL: "All",
    Scope.QUOTES: "Quotes",
    Scope.HEADLINES: "Headlines",
    Scope.SPEAKERS: "Speakers",
    Scope.COMMENTS: "Comments",
}
ORDERS = {
    Order.RELEVANCE: "Best first",
    Order.NEWEST: "Newest first",
    Order.OLDEST: "Oldest first",
    Order.OUTLET: "By outlet",
}


class SearchChips(QWidget):
    """One scope is chosen at a time; the order and rarer choices hide in the menu of `orders`.

    That button stands beside the count of the results, for which the row would be too narrow.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.scope, self.order = Scope.ALL, Order.RELEVANCE
        row = Flow(self, GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._chips: dict[Scope, QToolButton] = {}
        for scope, text in SCOPES.items():
            chip = QToolButton()
            chip.setText(tr(text))
            chip.setAccessibleName(tr("Look in: {scope}").format(scope=tr(text)))
            chip.setCheckable(True)
            chip.setChecked(scope is self.scope)
            chip.setProperty("compact", True)
            chip.clicked.connect(lambda _=False, scope=scope: self._on_scope(scope))
            self._group.addButton(chip)
            self._chips[scope] = chip
            row.addWidget(chip)
        self.orders = QToolButton()
        look.icons.put(self.orders, "order", "ink2")
        self.orders.setProperty("compact", True)
        self.orders.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.orders.setMenu(self._order_menu())
        self._name_order()

    def sizeHint(self) -> QSize:
        # All in one line, where there is room for it.
        wide = sum(chip.sizeHint().width() + GAP for chip in self._chips.values())
        return QSize(wide, self.heightForWidth(wide))

    def _order_menu(self) -> QMenu:
        menu = QMenu(self.orders)
        group = QActionGroup(menu)
        for order, text in ORDERS.items():
            action = QAction(tr(text), menu)
            action.setCheckable(True)
            action.setChecked(order is self.order)
            action.triggered.connect(lambda _=False, order=order: self._on_order(order))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def offer(self, actions: Sequence[QAction]) -> None:
        """Put more choices on how to search and to list into the menu of the orders."""
        menu = self.orders.menu()
        menu.addSeparator()
        menu.addActions(actions)

    def step(self, by: int) -> None:
        """Look in the next or previous scope, round the ends."""
        scopes = list(SCOPES)
        self._chips[scopes[(scopes.index(self.scope) + by) % len(scopes)]].click()

    def _on_scope(self, scope: Scope) -> None:
        self.scope = scope
        self.chosen.emit()

    def _on_order(self, order: Order) -> None:
        self.order = order
        self._name_order()
        self.chosen.emit()

    def _name_order(self) -> None:
        name = tr("Order of the results: {order}").format(order=tr(ORDERS[self.order]))
        self.orders.setAccessibleName(name)
        self.orders.setToolTip(name)
