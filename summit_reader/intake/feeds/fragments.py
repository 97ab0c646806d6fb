"""What mark-up from outside says, as plain paragraphs: no tag and no address of it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from summit_reader.intake.characters import sound
from summit_reader.intake.html_tree import BLOCKS, html_tree_of

if TYPE_CHECKING:
    from lxml import etree

MARKUP_LIMIT = 2_000_000
"""Characters of mark-up that are read; what is longer than a book is cut there."""
LINE_LIMIT = 1_000
"""Characters that a headline or a name may have."""

_BLOCKS = BLOCKS | {"details", "dir", "menu", "option", "select"}
# Not those that stand alone or hold words for who cannot show the rest: where their end is missing,
# a parser takes all that follows for a part of them.
_UNREAD = frozenset(
    {
        "applet", "button", "head", "iframe", "math", "noembed", "noframes", "noscript", "script",
        "style", "svg", "template", "textarea",
    }
)  # fmt: skip
_PARAGRAPH = "\N{PARAGRAPH SEPARATOR}"
_LINE = "\N{LINE SEPARATOR}"
_MARKED_UP = re.compile(r"[<&]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def paragraphs_of_markup(markup: str) -> list[str]:
    r"""The paragraphs of a piece of HTML, in their order; what is not text is left out.

    >>> paragraphs_of_markup("<p>One <b>word</b>.<script>x()</script><p>Two&mdash;three<br>four")
    ['One word.', 'Two—three\nfour']
    """
    markup = sound(markup[:MARKUP_LIMIT])
    if not _MARKED_UP.search(markup):
        return paragraphs_of_text(markup)
    root = html_tree_of(markup)
    if root is None:
        return []
    words = "".join(_words_in(root)).split(_PARAGRAPH)
    return _filled("\n".join(map(_spaced, one.split(_LINE))).strip("\n") for one in words)


def paragraphs_of_text(text: str) -> list[str]:
    r"""The paragraphs of plain text, which blank lines divide.

    >>> paragraphs_of_text("1 < 2\n\n so  it is")
    ['1 < 2', 'so it is']
    """
    plain = sound(text[:MARKUP_LIMIT])
    return _filled(_spaced(one) for one in _BLANK_LINE.split(plain))


def line_of_markup(markup: str) -> str:
    """The words of a piece of HTML on one line, cut to `LINE_LIMIT`.

    >>> line_of_markup("Example <em>Atom</em> &amp; more")
    'Example Atom & more'
    """
    return line_of_text(" ".join(paragraphs_of_markup(markup[: 4 * LINE_LIMIT])))


def line_of_text(text: str) -> str:
    """Plain text on one line, cut to `LINE_LIMIT`."""
    return _spaced(sound(text[: 4 * LINE_LIMIT]))[:LINE_LIMIT].rstrip()


def _words_in(root: etree._Element) -> list[str]:
    """The text in the order of reading, with marks where a paragraph or a line ends."""
    from lxml import etree  # noqa: PLC0415 - no start waits for it

    words: list[str] = []
    unread = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unread += name in _UNREAD
            if name in _BLOCKS:
                words.append(_PARAGRAPH)
            elif name == "br":
                words.append(_LINE)
            if element.text and not unread:
                words.append(_flat(element.text))
        else:
            unread -= name in _UNREAD
            if name in _BLOCKS:
                words.append(_PARAGRAPH)
            if element.tail and not unread:
                words.append(_flat(element.tail))
    return words


def _flat(text: str) -> str:
    return text.replace(_PARAGRAPH, " ").replace(_LINE, " ")


def _filled(paragraphs: Iterable[str]) -> list[str]:
    return [paragraph for paragraph in paragraphs if paragraph]


def _spaced(text: str) -> str:
    return " ".join(text.split())
