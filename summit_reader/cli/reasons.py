"""Why two texts, or a point and a text, are thought to be on the same: in a line, and as data."""

from __future__ import annotations

from collections.abc import Iterable

from summit_reader.domain.alignment import Reason, ReasonKind
from summit_reader.export.characters import one_line

_SAID = {
    ReasonKind.SAME_WORDS: "the same words",
    ReasonKind.SAME_SPEAKER: "the same speaker",
    ReasonKind.NAMES: "names",
    ReasonKind.NUMBERS: "numbers",
    ReasonKind.RARE_WORDS: "words",
    ReasonKind.LIKE_WORDS: "like words",
}


def reasons_line(reasons: Iterable[Reason]) -> str:
    """The reasons with what bears them out."""
    return one_line(
        " · ".join(f"{_SAID[reason.kind]}: {', '.join(reason.evidence)}" for reason in reasons)
    )


def reasons_data(reasons: Iterable[Reason]) -> dict[str, tuple[str, ...]]:
    """The same for other programs."""
    return {reason.kind.value: reason.evidence for reason in reasons}
