"""How two versions of a statement are worded for the reader."""

from __future__ import annotations

from summit_reader.domain.collation import Collation, StretchKind, Tie, Verdict
from summit_reader.domain.take import Take
from summit_reader.export.chain import speakers
from summit_reader.gui.wording import counted, speaker_name, tr

VERDICTS = {
    Verdict.VERBATIM: "Word for word",
    Verdict.TRIMMED: "Words left out",
    Verdict.ALTERED: "Words changed",
    Verdict.DIFFERENT: "Different words",
}
VERDICT_ICONS = {
    Verdict.VERBATIM: "verbatim",
    Verdict.TRIMMED: "cut",
    Verdict.ALTERED: "my_take",
    Verdict.DIFFERENT: "contradicts",
}
TIES = {Tie.SAME_WORDS: "The same words", Tie.SAME_SPEAKER: "The same speaker"}


def verdict_line(collation: Collation) -> str:
    """How two versions agree, and how many words each leaves out."""
    said = tr(VERDICTS[collation.verdict])
    if collation.verdict is Verdict.DIFFERENT:
        return said
    here = _words(collation.left_out_of_first)
    there = _words(collation.left_out_of_second)
    changed = sum(1 for one in collation.stretches if one.kind is StretchKind.CHANGED)
    parts = [said]
    if here:
        parts.append(counted(here, "A leaves out {n} word", "A leaves out {n} words"))
    if there:
        parts.append(counted(there, "B leaves out {n} word", "B leaves out {n} words"))
    if changed:
        parts.append(counted(changed, "{n} place put otherwise", "{n} places put otherwise"))
    return " · ".join(parts)


def described_line(take: Take) -> str:
    """Who speaks, as this outlet describes the speaker."""
    voices = speakers(take.chain)
    if not voices:
        return ""
    name = speaker_name(voices[0])
    description = voices[0].description
    return f"{name}, “{description}”" if description else name


def _words(runs: tuple[str, ...]) -> int:
    return sum(len(run.split()) for run in runs)
