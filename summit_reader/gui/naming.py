"""What outlets are called on the screen: by their names, or in blind reading by numbers."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from summit_reader.domain.article import Article
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.passage import Passage, PassageKind
from summit_reader.domain.take import Role, Take, Voice, VoiceKind
from summit_reader.gui.wording import tr
from summit_reader.text.whole_words import any_of

HEADER = frozenset({PassageKind.HEADLINE, PassageKind.STANDFIRST})
"""Passages in the header of a text that may name its outlet; what the body says is not touched."""
BLOCK_HEADER = frozenset({PassageKind.TAKE_HEADLINE, PassageKind.THESIS})
"""The same in a block of a press review, which the line with the outlet's name opens."""
OWN_VOICE = frozenset({Role.REPORTING, Role.EDITORIAL, Role.COLUMNIST})
"""Roles in which a named person speaks for the outlet: their name is a byline."""
BAR = "█"


class OutletNames(QObject):
    """Names outlets, takes and headers of texts; `changed` asks for everything to be drawn anew.

    In blind reading an outlet that was not revealed has a number, the same one for the whole run.
    Country, byline and carrier are left out with its name.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_blind = False
        self._numbers: dict[int, int] = {}
        self._revealed: set[int] = set()

    @property
    def blind(self) -> bool:
        """Whether outlets are hidden until they are revealed."""
        return self._is_blind

    def set_blind(self, blind: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Hide outlets, all of them again, or name them."""
        if blind != self._is_blind:
            self._is_blind = blind
            self._revealed.clear()
            self.changed.emit()

    def reveal(self, outlets: Collection[OutletRef]) -> None:
        """Name these outlets from here on."""
        self._revealed |= {outlet.id for outlet in outlets}
        self.changed.emit()

    def reveal_all(self) -> None:
        """Name every outlet that was met so far; what is opened later is still hidden."""
        self._revealed |= self._numbers.keys()
        self.changed.emit()

    def hides(self, outlet: OutletRef) -> bool:
        """Whether the outlet has a number instead of its name."""
        return self._is_blind and outlet.id not in self._revealed

    def outlet(self, outlet: OutletRef) -> OutletRef:
        """The outlet as it is to be shown."""
        if not self.hides(outlet):
            return outlet
        number = self._numbers.setdefault(outlet.id, len(self._numbers) + 1)
        return OutletRef(outlet.id, tr("Outlet {0}").format(number))

    def take(self, take: Take) -> Take:
        """The take as it is to be shown: only who speaks, and the outlet's number."""
        if not self.hides(take.outlet):
            return take
        shown = self.outlet(take.outlet)
        voices = [
            replace(voice, description="")
            for voice in take.chain
            if voice.kind not in {VoiceKind.OUTLET, VoiceKind.CARRIER}
        ]
        if take.role in OWN_VOICE:
            voices = [voice for voice in voices if voice.kind is not VoiceKind.PERSON]
        chain = (*voices, Voice(shown.name, VoiceKind.OUTLET))
        return replace(take, outlet=shown, chain=chain)

    def passage_text(self, passage: Passage, article: Article) -> str:
        """A passage as it is to be shown, as many characters long as it is.

        So every offset behind a hidden name stays right.
        """
        text = passage.cleaned.of(article.cleaned.text)
        if not self.hides(article.outlet):
            return text
        metadata = article.metadata
        byline = metadata.byline.strip()
        if passage.kind is PassageKind.OUTLET_LINE or (byline and text.strip() == byline):
            return re.sub(r"\S", BAR, text)
        if passage.kind in HEADER:
            names = {article.outlet.name, metadata.outlet.name, metadata.carrier, byline}
            return redacted(text, names - {""})
        if passage.kind in BLOCK_HEADER and (name := _block_outlet(passage, article)):
            return redacted(text, {name})
        return text


def _block_outlet(passage: Passage, article: Article) -> str:
    """The outlet whose block of a press review a passage stands in, as its line prints it."""
    before = [
        each
        for each in article.passages
        if each.kind is PassageKind.OUTLET_LINE and each.source.start < passage.source.start
    ]
    line = before[-1].cleaned.of(article.cleaned.text) if before else ""
    return line.partition("(")[0].strip(" /")


def redacted(text: str, names: Collection[str]) -> str:
    """`text` with every one of `names` blackened, whatever its case.

    >>> redacted("The Tide: why the tide turned", ["The Tide"])
    '███ ████: why ███ ████ turned'
    """
    found = any_of(names, re.IGNORECASE)
    return found.sub(lambda name: re.sub(r"\S", BAR, name.group()), text)
