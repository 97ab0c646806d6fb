"""A comparison as CommonMark that reads well before anything renders it.

The columns are set as alternating block quotations, A then B, not as a table: a quotation of sixty
words in a table cell is a line of four hundred characters, which no mail program and no diff shows
side by side, and CommonMark proper has no tables at all. Letters and rules keep the pairs together.
"""

from __future__ import annotations

import re

from summit_reader.domain.comparison import Comparison
from summit_reader.export.citation import Citation
from summit_reader.export.handout import Entry, HandOut, hand_out
from summit_reader.export.paragraphs import paragraphs
from summit_reader.export.wording import outlet_named

_INLINE = re.compile(
    r"[\\`*~|]"  # code, emphasis; strike-through and tables where GitHub's dialect is read
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word emphasises nothing
    r"|<(?=[A-Za-z/!?])"  # tags and automatic links
    r"|&(?=[#A-Za-z])"  # entities
    r"|\](?=[(:\[])"  # brackets alone are no link, and no definition is ever written
    r"|\[(?=\^)"  # footnotes
    r"|(?<!\S)#"  # headings, and what closes one
)
_BLOCK_START = re.compile(r"(\d{1,9})?(?(1)[.)](?=\s|$)|[>+=:-])")
"""Lists, quotations, rules and underlined headings; each turns harmless with its mark escaped."""


def markdown_of(comparison: Comparison) -> str:
    """`comparison` as CommonMark, a final line feed included."""
    sheet = hand_out(comparison)
    blocks = [f"# {escaped(sheet.title)}", sheet.summary]
    if sheet.rows:
        blocks.append("\n\n---\n\n".join(_row(row) for row in sheet.rows))
    if sheet.my_take:
        blocks += ["## My take", _prose(sheet.my_take)]
    if sheet.sources:
        blocks += ["## Sources", _sources(sheet)]
    return "\n\n".join(blocks) + "\n"


def escaped(line: str) -> str:
    r"""`line`, which must hold no line break, as CommonMark that renders as just these characters.

    >>> print(escaped("1. *Kim* & snake_case"))
    1\. \*Kim\* & snake_case
    """
    shown = _INLINE.sub(r"\\\g<0>", line)
    start = _BLOCK_START.match(shown)
    if start is None:
        return shown
    return f"{shown[: start.end() - 1]}\\{shown[start.end() - 1 :]}"


def _row(row: tuple[Entry | None, ...]) -> str:
    return "\n\n".join(_entry(entry) for entry in row if entry)


def _entry(entry: Entry) -> str:
    outlet = outlet_named(entry.clipping.take.outlet)
    blocks = [f"**{entry.letter} · {escaped(outlet)}** · {entry.role.value}"]
    if entry.speaker:
        blocks[0] += f" · {escaped(entry.speaker)}"
    if entry.headline:
        blocks.append(f"*{escaped(entry.headline)}*")
    blocks.append(f"> {escaped(str(entry.quotation))} [{entry.number}]")
    if entry.thesis:
        blocks.append(escaped(entry.thesis))
    if entry.note:
        blocks.append(f"Note: {_prose(entry.note)}")
    return "\n\n".join(blocks)


def _prose(text: str) -> str:
    return "\n\n".join("\\\n".join(map(escaped, lines)) for lines in paragraphs(text))


def _sources(sheet: HandOut) -> str:
    return "\n".join(
        f"{number}. {_citation(citation)}" for number, citation in enumerate(sheet.sources, start=1)
    )


def _citation(citation: Citation) -> str:
    if not citation.link:
        return escaped(str(citation))
    return f"{escaped(citation.text)}, <{citation.link}>"
