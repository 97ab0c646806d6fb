"""Paragraphs of what the reader wrote: notes and the own take, plain text with line breaks."""

from __future__ import annotations

from summit_reader.export.characters import neutral, one_line


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    r"""The paragraphs of `text`, each as its lines; blank lines part them.

    >>> paragraphs("one\ntwo\n\n\nthree")
    (('one', 'two'), ('three',))
    """
    found: list[tuple[str, ...]] = []
    lines: list[str] = []
    for line in (*neutral(text).split("\n"), ""):
        shown = one_line(line)
        if shown:
            lines.append(shown)
        elif lines:
            found.append(tuple(lines))
            lines = []
    return tuple(found)
