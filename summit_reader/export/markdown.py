"""A hand-out as CommonMark that reads well before anything renders it.

The columns are set as alternating block quotations, A then B, not as a table: a quotation of sixty
words in a table cell is a line of four hundred characters, which no mail program and no diff shows
side by side, and CommonMark proper has no tables at all. Letters and rules keep the pairs together.
Who asks for a table gets one in GitHub's dialect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summit_reader.export.characters import one_line
from summit_reader.export.citation import Citation
from summit_reader.export.handout import Entry, HandOut
from summit_reader.export.inline import Inline
from summit_reader.export.options import Arrangement
from summit_reader.export.paragraphs import paragraphs

_INLINE = re.compile(
    r"[\\`*~|]"  # code, emphasis; strike-through and tables where GitHub's dialect is read
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word emphasises nothing
    r"|<(?=[A-Za-z/!?])"  # tags and automatic links
    r"|&(?=[#A-Za-z])"  # entities
    r"|\](?=[(:\[])"  # brackets alone are no link, and no definition is ever written
    r"|\[(?=\^)"  # footnotes
    r"|(?<!\S)#"  # headings, and what closes one
)
COMMENT_START = "<!-- summit-reader hand-out: the lines below read it back in; keep them"
COMMENT_END = "-->"
"""The comment that holds what reading back needs."""

_COLUMNS = ("", "Outlet", "Voice", "Words", "Note")

_BLOCK_START = re.compile(r"(\d{1,9})?(?(1)[.)](?=\s|$)|[>+=:-])")
"""Lists, quotations, rules and underlined headings; each turns harmless with its mark escaped."""


def markdown_of(sheet: HandOut, packed: str = "") -> str:
    """The hand-out as CommonMark, a final line feed included.

    `packed` is what reading it back needs; it goes into a comment at the end, which no renderer
    shows.
    """
    blocks = [f"# {escaped(sheet.title)}", sheet.summary]
    if sheet.rows and sheet.options.arrangement is Arrangement.TABLE:
        blocks.append(_table(sheet))
    elif sheet.rows:
        blocks += _titles(sheet)
        blocks.append("\n\n---\n\n".join(_row(row) for row in sheet.rows))
    if sheet.my_take:
        blocks += ["## My take", _prose(sheet.my_take)]
    if sheet.key:
        blocks += ["## Key", "\n".join(f"* {mask}: {escaped(name)}" for mask, name in sheet.key)]
    if sheet.sources:
        blocks += ["## Sources", _sources(sheet)]
    if packed:
        blocks.append(f"{COMMENT_START}\n{packed}\n{COMMENT_END}")
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


def _titles(sheet: HandOut) -> list[str]:
    titled = zip(sheet.letters, sheet.titles, strict=True)
    heads = [f"**{letter}** · {escaped(title)}" for letter, title in titled if title]
    return [" / ".join(heads)] if heads else []


def _row(row: tuple[Entry | None, ...]) -> str:
    return "\n\n".join(_entry(entry) for entry in row if entry)


def _table(sheet: HandOut) -> str:
    lines = [_COLUMNS, ("---",) * len(_COLUMNS), *map(_cells, sheet.entries)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(entry: Entry) -> tuple[str, ...]:
    note = "<br>".join(escaped(line) for lines in paragraphs(entry.note) for line in lines)
    remarks = [*map(escaped, entry.relations), note, escaped(entry.marks)]
    words = [f"*{escaped(entry.headline)}*"] if entry.headline else []
    words += [_before(entry), f"{escaped(str(entry.quotation))}{_mark(entry)}", _after(entry)]
    return (
        str(entry.place),
        escaped(entry.outlet_line),
        escaped(entry.voice),
        "<br>".join(filter(None, words)),
        "<br>".join(filter(None, remarks)),
    )


def _mark(entry: Entry) -> str:
    return f" [{entry.number}]" if entry.number else ""


def _before(entry: Entry) -> str:
    return escaped(f"… {one_line(entry.context.before)}") if entry.context.before else ""


def _after(entry: Entry) -> str:
    return escaped(f"{one_line(entry.context.after)} …") if entry.context.after else ""


def _entry(entry: Entry) -> str:
    return "\n\n".join(_blocks(entry))


def _blocks(entry: Entry) -> Iterator[str]:
    letter = f"{entry.letter} · " if entry.letter else ""
    head = f"**{letter}{escaped(entry.outlet_line or 'No source')}**"
    yield f"{head} · {escaped(entry.voice)}" if entry.voice else head
    if entry.headline:
        yield f"*{escaped(entry.headline)}*"
    if entry.context.before:
        yield _before(entry)
    yield f"> {escaped(str(entry.quotation))}{_mark(entry)}"
    if entry.context.after:
        yield _after(entry)
    if entry.thesis:
        yield escaped(entry.thesis)
    yield from map(escaped, entry.relations)
    if entry.note:
        yield f"Note: {_prose(entry.note)}"
    if entry.marks:
        yield escaped(entry.marks)


def _prose(text: str) -> str:
    return "\n\n".join("\\\n".join(map(escaped, lines)) for lines in paragraphs(text))


def _sources(sheet: HandOut) -> str:
    return "\n".join(
        f"{number}. {_citation(citation)}" for number, citation in enumerate(sheet.sources, start=1)
    )


def _citation(citation: Citation) -> str:
    return "".join(map(_run, citation.runs))


def _run(run: Inline) -> str:
    if run.link:
        return f"<{run.link}>"
    words = escaped(run.text) if run.text.strip() else run.text
    return f"*{words}*" if run.italic else words
