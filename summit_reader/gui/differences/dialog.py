"""The window "Differences": two takes, the reader's word on how they stand, and the facts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.difference import Differences
from summit_reader.domain.relation import Relation
from summit_reader.gui.differences.table import DifferencesTable
from summit_reader.gui.differences.wording import RELATION_ICONS, RELATIONS
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.sides import Badge, Side
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import tr

SIZE = (660, 560)


class DifferencesDialog(QDialog):
    """Stays open beside the panes and shows what is in them; it says nothing on who is right.

    `relation_chosen` hands out the relation the reader has set, or None where it was taken away.
    """

    relation_chosen = Signal(object)
    whole_asked = Signal(bool)
    copy_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle(self.tr("Differences"))
        open_at(self, SIZE)
        self._look = look
        self._badges: dict[Side, Badge] = {}
        self._words = (ElidedLabel(look, "quote"), ElidedLabel(look, "quote"))
        self._spots = (QHBoxLayout(), QHBoxLayout())
        self._hint = Label(look, "micro", "ink2")
        self.relations = {each: self._relation_button(each) for each in Relation}
        self.table = DifferencesTable(look)
        self.whole = QCheckBox(self.tr("&Whole texts"))
        self.whole.toggled.connect(self.whole_asked)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = self._buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy_asked)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _: self.closed.emit())
        self._arrange(look)

    def show_pair(
        self,
        found: Differences,
        sides: tuple[Side, Side],
        words: tuple[str, str],
        relation: Relation | None,
        *,
        can_relate: bool,
    ) -> None:
        """Show the facts of two stretches; a relation can be set where both are takes."""
        for spot, label, side, text in zip(self._spots, self._words, sides, words, strict=True):
            while (item := spot.takeAt(0)) is not None:
                if (before := item.widget()) is not None:
                    before.hide()
            if side not in self._badges:
                self._badges[side] = Badge(side, self._look)
            spot.addWidget(self._badges[side])
            self._badges[side].show()
            label.setText(text)
        self.show_relation(relation, can_relate=can_relate)
        self.table.show_differences(found, sides)

    def show_relation(self, relation: Relation | None, *, can_relate: bool) -> None:
        """Show what the reader has said of the two takes."""
        for each, button in self.relations.items():
            button.setChecked(each is relation)
            button.setEnabled(can_relate)
        self._hint.setText("" if can_relate else self.tr("Between takes only."))

    def _on_relation(self, relation: Relation) -> None:
        set_ = self.relations[relation].isChecked()
        self.relation_chosen.emit(relation if set_ else None)

    def _relation_button(self, relation: Relation) -> QToolButton:
        button = QToolButton()
        name = tr(RELATIONS[relation])
        button.setText(f" {name}")
        button.setAccessibleName(name)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._look.icons.put(button, RELATION_ICONS[relation])
        button.clicked.connect(lambda _=False: self._on_relation(relation))
        return button

    def _arrange(self, look: Look) -> None:
        head = Ground(look, "paper")
        lines = QVBoxLayout(head)
        lines.setContentsMargins(14, 12, 14, 8)
        lines.setSpacing(6)
        for spot, label in zip(self._spots, self._words, strict=True):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addLayout(spot)
            line.addWidget(label, 1)
            lines.addLayout(line)
        relations = QHBoxLayout()
        relations.setSpacing(4)
        for button in self.relations.values():
            relations.addWidget(button)
        relations.addWidget(self._hint)
        relations.addStretch(1)
        lines.addLayout(relations)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addWidget(self.whole)
        foot.addStretch(1)
        foot.addWidget(self._buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        page.addWidget(self.table, 1)
        page.addLayout(foot)
