"""What the reader puts right about a text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QInputDialog, QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.outlet import OutletSummary
from summit_reader.domain.shelf import ArticleState
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.compare.pair import PairView
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.sides import Side


class TextEdits(QObject):
    """Asks, changes the library, and shows the text again; each change can be taken back."""

    changed = Signal()

    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, stack: QUndoStack, desk: Desk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._desk, self._window = session, desk, window
        self._steps = DecisionSteps[ArticleState](
            session, stack, lambda services, before: services.shelving.restore_facts(before), self
        )
        self._steps.changed.connect(self._on_changed)
        self._steps.failed.connect(self.failed)

    def ask_outlet(self, pair: PairView) -> None:
        """Ask whose text it is that the focused pane shows."""
        content = pair.focused_pane.content
        if content is None:
            return
        article = content.article

        def ask(outlets: tuple[OutletSummary, ...]) -> None:
            names = [entry.outlet.name for entry in outlets]
            here = names.index(article.outlet.name) if article.outlet.name in names else 0
            name, fine = QInputDialog.getItem(
                self._window,
                self.tr("Outlet of this text"),
                self.tr("Who published “{0}”?").format(article.title),
                names,
                here,
            )
            if fine and name.strip() and name.strip() != article.outlet.name:
                self.set_outlet(article.id, name)

        self._session.read(lambda services: services.reading.outlets(), ask)

    def set_outlet(self, article_id: int, name: str) -> None:
        """Give the text to the outlet of that name."""

        def decide(services: Services) -> ArticleState:
            facts = services.shelving.facts(article_id)
            return services.shelving.edit(article_id, replace(facts, outlet=name))

        self._steps.make(self.tr("Outlet of this text"), decide)

    def _on_changed(self) -> None:
        self.changed.emit()
        for side in Side:
            self._desk.reload_text(side)
