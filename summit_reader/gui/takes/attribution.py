"""Asking whose words a take is made of, with what stands around it as a proposal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.correction import Attributed
from summit_reader.domain.take import Role, Voice, VoiceKind
from summit_reader.gui.look import Look
from summit_reader.gui.takes.wording import VOICE_KINDS
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.wording import ROLES, tr

WIDTH = 460
SHOWN = 220


class AttributionDialog(QDialog):
    """Speaker, description, outlet and role; the first of `proposed` fills the fields.

    Choosing the speaker of another proposal fills in the rest of it. Without a speaker the outlet
    itself speaks.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        proposed: Sequence[Attributed],
        outlets: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Whose words are these?"))
        self.setMinimumWidth(look.type.px(WIDTH))
        self._proposed = {_name(one): one for one in reversed(proposed)}
        shown = Label(look, "quote", wrapped=True)
        shown.setText(words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…")
        self.speaker, self.description = QComboBox(), QLineEdit()
        self.speaker.setEditable(True)
        self.speaker.addItems([name for one in proposed if (name := _name(one))])
        self.speaker.setCurrentIndex(-1)
        self.speaker.setAccessibleName(self.tr("Speaker"))
        if (line := self.speaker.lineEdit()) is not None:
            line.setPlaceholderText(self.tr("The outlet itself"))
        self.kind, self.role, self.outlet = QComboBox(), QComboBox(), QComboBox()
        for kind, text in VOICE_KINDS.items():
            self.kind.addItem(tr(text), kind)
        for role, text in ROLES.items():
            self.role.addItem(tr(text), role)
        self.outlet.setEditable(True)
        self.outlet.addItems(list(outlets))
        for choice in (self.speaker, self.kind, self.role, self.outlet):
            choice.setMinimumHeight(self.description.sizeHint().height())
        form = QFormLayout()
        form.addRow(self.tr("&Speaker"), self.speaker)
        form.addRow(self.tr("&Described as"), self.description)
        form.addRow(self.tr("&That is"), self.kind)
        form.addRow(self.tr("&Role"), self.role)
        form.addRow(self.tr("&Outlet"), self.outlet)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(shown)
        column.addLayout(form)
        column.addWidget(buttons)
        self.speaker.currentTextChanged.connect(self._on_speaker)
        if proposed:
            self._fill(proposed[0])
        self._enable()

    def attributed(self) -> Attributed:
        """What the fields say."""
        name = " ".join(self.speaker.currentText().split())
        kind = VoiceKind(self.kind.currentData())
        described = " ".join(self.description.text().split())
        return Attributed(
            Voice(name, kind, described) if name else None,
            " ".join(self.outlet.currentText().split()),
            Role(self.role.currentData()),
        )

    def _on_speaker(self, name: str) -> None:
        if name in self._proposed:
            self._fill(self._proposed[name])
        self._enable()

    def _fill(self, proposal: Attributed) -> None:
        voice = proposal.speaker
        self.speaker.blockSignals(True)
        self.speaker.setCurrentText(_name(proposal))
        self.speaker.blockSignals(False)
        self.description.setText(voice.description if voice is not None else "")
        kind = voice.kind if voice is not None else VoiceKind.PERSON
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self.role.setCurrentIndex(self.role.findData(proposal.role))
        self.outlet.setCurrentText(proposal.outlet)

    def _enable(self) -> None:
        named = bool(self.speaker.currentText().strip())
        self.description.setEnabled(named)
        self.kind.setEnabled(named)


def _name(attributed: Attributed) -> str:
    return attributed.speaker.name if attributed.speaker is not None else ""
