"""The source text of an article whose parts are known."""

from __future__ import annotations

from collections.abc import Iterable

from summit_reader.intake.encodings import storable

HEADLINE_LIMIT = 500
"""Characters that a stated headline may have; what is longer is none."""


def line_of(text: str) -> str:
    r"""`text` on one line, as it is stored.

    >>> line_of(" one\n  two ")
    'one two'
    """
    return " ".join(storable(text).split())


def headline_of(text: str) -> str:
    """`text` on one line if it can be a headline, else nothing."""
    line = line_of(text[: 4 * HEADLINE_LIMIT])
    return line if len(line) <= HEADLINE_LIMIT else ""


def composed(paragraphs: Iterable[str], headline: str = "", standfirst: str = "") -> str:
    """The paragraphs with a blank line between them, below a headline and a standfirst.

    A headline or standfirst that opens the paragraphs is not printed twice. Empty if there is no
    paragraph besides them.
    """
    above = [line for line in (headline, standfirst) if line]
    body = [kept for each in paragraphs if (kept := _paragraph(each))]
    while body and body[0] in above:
        del body[0]
    return "\n\n".join((*above, *body)) if body else ""


def _paragraph(text: str) -> str:
    """A paragraph without blanks at the ends of its lines, and without empty lines."""
    whole = storable(text)
    if "\n" not in whole:
        return " ".join(whole.split())
    lines = (" ".join(line.split()) for line in whole.split("\n"))
    return "\n".join(line for line in lines if line)
