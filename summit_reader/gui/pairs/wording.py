"""How pairs are worded for the reader: what ties them, how sure that is, and why."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from summit_reader.domain.alignment import Reason, ReasonKind
from summit_reader.gui.pairs.rows import PairRow, Tie, Words
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import tr

TIES = {
    Tie.SAME_WORDS: "The same words",
    Tie.ON_POINT: "On this point",
    Tie.SAME_SPEAKER: "The same speaker",
    Tie.SAME_THING: "On the same thing",
}
REASONS = {
    ReasonKind.SAME_WORDS: "same words: {0}",
    ReasonKind.SAME_SPEAKER: "same speaker: {0}",
    ReasonKind.NAMES: "names: {0}",
    ReasonKind.NUMBERS: "numbers: {0}",
    ReasonKind.RARE_WORDS: "rare words: {0}",
    ReasonKind.LIKE_WORDS: "like words: {0}",
}
VERY_LIKELY, LIKELY = 0.85, 0.65
"""Confidence from which a pair is called so; what is below is listed as perhaps."""


def sureness(row: PairRow) -> str:
    """How sure the pair is, in a word and a number; the reader's own decision as such."""
    if row.confidence is None:
        return tr("Put on the point")
    if row.tie is Tie.SAME_WORDS:
        return tr("Certain")
    word = tr("Perhaps")
    if row.confidence >= VERY_LIKELY:
        word = tr("Very likely")
    elif row.confidence >= LIKELY:
        word = tr("Likely")
    return f"{word}, {QLocale().toString(round(100 * row.confidence))} %"


def reasons_line(row: PairRow) -> str:
    """What speaks for the pair, the most telling first."""
    return " · ".join(_worded(reason) for reason in row.reasons)


def cuts_line(words: Words, side: Side) -> str:
    """What one side leaves out, as a sentence; empty if nothing."""
    if not words.cuts:
        return ""
    cut = " … ".join(each.of(words.text) for each in words.cuts)
    return tr("{0} leaves out: {1}").format(side.name, cut)


def uncut(words: Words) -> str:
    """What one side has, without what it leaves out."""
    text, at = "", 0
    for cut in words.cuts:
        text += words.text[at : cut.start]
        at = cut.end
    return " ".join((text + words.text[at:]).split())


def spoken(row: PairRow) -> str:
    """The sentence that a screen reader says for a pair."""
    sides = [
        f"{side.name}: {uncut(words)}" for side, words in zip(row.sides, row.words, strict=True)
    ]
    cuts = [cuts_line(words, side) for side, words in zip(row.sides, row.words, strict=True)]
    parts = (tr(TIES[row.tie]), sureness(row), *sides, *cuts, reasons_line(row))
    return ". ".join(part for part in parts if part)


def _worded(reason: Reason) -> str:
    return tr(REASONS[reason.kind]).format(", ".join(reason.evidence))
