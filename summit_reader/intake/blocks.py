"""Mark-up of messages and books as blocks: what is a heading, a list item, a link of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from summit_reader.intake.html_tree import BLOCKS, html_tree_of

MARKUP_LIMIT = 8_000_000
"""Characters of mark-up that are read: the longest novel in one piece has half as many."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNREAD = frozenset(
    {
        "applet", "audio", "button", "canvas", "embed", "head", "iframe", "input", "link", "map",
        "math", "meta", "nav", "noembed", "noframes", "noscript", "object", "param", "script",
        "select", "source", "style", "svg", "template", "textarea", "track", "video",
    }
)  # fmt: skip
_STRONG = frozenset(("b", "strong"))
_HIDDEN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all"
    r"|(?:font-size|max-height)\s{0,3}:\s{0,3}0(?:px)?\s{0,3}(?:;|!|$)",
    re.IGNORECASE,
)
# Newsletters fill the preview that mail programs show with characters that cannot be seen.
_FILLERS = dict.fromkeys((0x34F, 0x200B, 0x200C, 0x200D, 0x2007, 0x00AD, 0xFEFF, 0x2060))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of mark-up.

    `level` is that of a heading, 1 to 6, or 0; `link` is the address that all its words lead to;
    `links` are all addresses in it; `is_strong` says that it is set in bold from end to end.
    """

    text: str
    level: int = 0
    link: str = ""
    links: tuple[str, ...] = ()
    is_strong: bool = False
    is_item: bool = False

    @property
    def printed(self) -> str:
        """Its text, with the bullet of a list item."""
        return f"• {self.text}" if self.is_item and not self.level else self.text


def blocks_of(markup: str) -> tuple[Block, ...]:
    r"""The blocks of `markup` that are seen, in their order; none if it is no mark-up.

    >>> [block.text for block in blocks_of("<h1>One</h1><p>Two <b>three</b><br>four")]
    ['One', 'Two three\nfour']
    """
    root = html_tree_of(markup[:MARKUP_LIMIT])
    return () if root is None else tuple(_walked(root))


class _Open:
    """The block that is being read."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.letters = 0
        self.strong = 0
        self.linked: dict[str, int] = {}
        self.level = 0
        self.is_item = False

    def add(self, text: str, *, strong: bool, address: str, level: int) -> None:
        self.words.append(text)
        letters = sum(map(str.isalnum, text))
        self.letters += letters
        self.strong += letters if strong else 0
        if address:
            self.linked[address] = self.linked.get(address, 0) + letters
        if letters:
            self.level = max(self.level, level)

    def closed(self) -> Block | None:
        lines = ("".join(self.words)).translate(_FILLERS).split("\n")
        text = "\n".join(line for line in (" ".join(each.split()) for each in lines) if line)
        if not text:
            return None
        whole = next((url for url, count in self.linked.items() if 0 < self.letters <= count), "")
        return Block(
            text,
            self.level,
            whole,
            tuple(self.linked),
            is_strong=0 < self.letters <= self.strong,
            is_item=self.is_item,
        )


def _walked(root: Any) -> Iterator[Block]:  # noqa: ANN401, C901 - lxml has no types; one walk, its cases in one place
    from lxml import etree  # noqa: PLC0415 - no start waits for it

    block = _Open()
    unread = strong = level = preserved = 0
    addresses: list[str] = []
    hidden: set[Any] = set()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        is_start = event == "start"
        step = 1 if is_start else -1
        if is_start and (name in _UNREAD or _is_hidden(element)):
            hidden.add(element)
        unread += step if element in hidden else 0
        strong += step if name in _STRONG else 0
        level = (_HEADINGS[name] if is_start else 0) if name in _HEADINGS else level
        preserved += step if name == "pre" else 0
        if name == "a":
            if is_start:
                addresses.append(_address(element))
            elif addresses:
                addresses.pop()
        if name in BLOCKS:
            closed = block.closed()
            if closed is not None:
                yield closed
                block = _Open()
            elif is_start:
                block = _Open()
            block.is_item = (is_start and name == "li") or (block.is_item and is_start)
        elif name == "br" and is_start:
            block.words.append("\n")
        text = element.text if is_start else element.tail
        if text and not unread:
            block.add(
                text if preserved else " ".join(re.split(r"[ \t\r\n\f]+", text)),
                strong=strong > 0,
                address=addresses[-1] if addresses else "",
                level=level,
            )
    closed = block.closed()
    if closed is not None:
        yield closed


def _is_hidden(element: Any) -> bool:  # noqa: ANN401 - as above
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _address(element: Any) -> str:  # noqa: ANN401 - as above
    address = (element.get("href") or "").strip()
    return address if address.lower().startswith(("http://", "https://")) else ""
