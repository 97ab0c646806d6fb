"""Words within a line, set upright or in italics, that may lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of words; `link` is the complete web address they lead to, empty for none."""

    text: str
    italic: bool = False
    bold: bool = False
    link: str = ""


def plain_text(runs: tuple[Inline, ...]) -> str:
    """The words without their setting.

    >>> plain_text((Inline("in "), Inline("The Tide", italic=True)))
    'in The Tide'
    """
    return "".join(run.text for run in runs)
