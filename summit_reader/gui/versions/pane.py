"""One side of two versions: whose it is, from which text, and the words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from summit_reader.domain.collation import Collation, Verdict
from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Take
from summit_reader.export.versions import Run, runs_of
from summit_reader.gui.look import Look
from summit_reader.gui.versions.text import VersionText
from summit_reader.gui.versions.wording import described_line
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel
from summit_reader.gui.widgets.sides import Badge, Side
from summit_reader.gui.wording import outlet_line, published_line, role_name


class VersionPane(Ground):
    """A header of three lines over the words of one outlet."""

    def __init__(self, side: Side, look: Look) -> None:
        super().__init__(look, "paper")
        self._side = side
        self._outlet = ElidedLabel(look, "outlet")
        self._speaker = ElidedLabel(look, "micro")
        self._text_line = ElidedLabel(look, "micro", "ink2")
        self.text = VersionText(side, look)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(Badge(side, look))
        first.addWidget(self._outlet, 1)
        head = QVBoxLayout()
        head.setContentsMargins(18, 14, 14, 0)
        head.setSpacing(4)
        head.addLayout(first)
        head.addWidget(self._speaker)
        head.addWidget(self._text_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)

    def show_version(self, take: Take, source: Source, collation: Collation) -> None:
        """Show this side of the collation; versions in different words are left unmarked."""
        self._outlet.setText(outlet_line(take.outlet))
        self._speaker.setText(described_line(take) or role_name(take))
        self._text_line.setText(f"{source.title} · {published_line(source.metadata)}")
        first = self._side is Side.A
        if collation.verdict is Verdict.DIFFERENT:
            self.text.show_runs((Run(collation.first if first else collation.second),))
        else:
            self.text.show_runs(runs_of(collation, first=first))
