"""The paragraphs of the article in a page, in their order.

trafilatura finds where the article is. What it cannot see from the shape of a page alone is mended
here: paragraphs it passed over between two that it kept, teasers inside the article, what stands
there twice, and, where the page carries its article as data too, what is in the page only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

from summit_reader.intake.characters import sound

_SENTENCE = 50
"""Characters of a line that can be a paragraph of prose rather than a heading or a control."""
_ENDS = re.compile(r"[.!?…。！？:][”\"’»“')\]」』]*$")
_REPEATED = 40
"""Characters from which a line that comes twice is a slip of the page and not a refrain."""
_SAME_TEXT = 0.6
"""Share of the lines kept that must be among all lines for these to be the same article."""
_COVERED = 0.9
"""Share of the article that its data must hold for what they lack to be no part of it."""
_SHORTEST_DATA = 500
_HEADING = 60
"""Characters of a heading; the data of an article leave its headings out."""
_LINKED = 0.8
"""Share of a paragraph in links from which it only leads elsewhere."""
_LEAD_IN = 40
"""Characters that may stand before such a link: "Read also:"."""
_LEADS = tuple(":>»：→►▶|-–—")
_TEASER = 15
_NEIGHBOUR = 1_200
"""Characters beyond which an element is too large to be a box beside the article."""

_BOX = re.compile(
    r"(?:^|[-_ ])(?:newsletter|caption|share|social|advert\w*|ad|outbrain|taboola|byline|comments?"
    r"|(?P<leads>related|teaser|promo|read-?more|recommend\w*))(?:$|[-_ ])",
    re.IGNORECASE,
)
"""What elements beside the article are named; some of the names are given to standfirsts, too,
which link nowhere."""
_BOXED = ("div", "section", "aside", "p", "ul", "span", "li")
_BLOCKS = frozenset({
    "p", "div", "ul", "ol", "li", "table", "section", "article", "aside", "header", "main", "dl",
    "form", "pre", "figure", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
_MOST_ELEMENTS = 20_000
"""Elements beyond which a page is left as it is: looking at each takes too long."""

Tree = Any
"""An element of lxml, which has no types."""


def paragraphs_of(tree: Tree, headings: Iterable[str], data: str) -> list[str]:
    """The paragraphs of the article in `tree`, which is changed.

    `headings` are what the page calls its article, `data` is the text it carries for machines.
    """
    _prune(tree)
    kept = _lines(deepcopy(tree), precisely=True)
    lines = _filled(kept, _lines(tree, precisely=False))
    lines = _without_repeats(lines, {_key(heading) for heading in headings})
    return _checked(lines, data)


def _lines(tree: Tree, *, precisely: bool) -> list[str]:
    from trafilatura import bare_extraction  # noqa: PLC0415 - the worker's, for its first page

    found = bare_extraction(
        tree,
        favor_precision=precisely,
        favor_recall=not precisely,
        include_comments=False,
        with_metadata=False,
    )
    text = getattr(found, "text", "") or ""
    lines = (" ".join(sound(line).split()) for line in text.split("\n"))
    return [line for line in lines if line]


def _prune(tree: Tree) -> None:
    """Take boxes and teasers out that are named for what they are, or do nothing but link."""
    elements = [one for one in tree.iter(*_BOXED) if one.getparent() is not None]
    if len(elements) > _MOST_ELEMENTS:
        return
    for element in elements:
        if (
            _is_box(element)
            or (element.tag == "p" and _only_links(element))
            or _is_list_of_links(element)
        ):
            element.drop_tree()


def _is_box(element: Tree) -> bool:
    named = _BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    if named is None or not _is_short(element):
        return False
    return named["leads"] is None or element.find(".//a[@href]") is not None


def _is_short(element: Tree) -> bool:
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length >= _NEIGHBOUR:
            return False
    return True


def _is_list_of_links(element: Tree) -> bool:
    return element.tag == "ul" and len(element) > 0 and all(map(_only_links, element))


def _only_links(element: Tree) -> bool:
    """Whether an element without others inside is a link and no more, a word or two aside."""
    if not _is_short(element) or any(one.tag in _BLOCKS for one in element.iterdescendants()):
        return False
    text = _text(element)
    links = [_text(link) for link in element.iter("a") if not _leads_within(link)]
    if not text or not any(links):
        return False
    if sum(map(len, links)) >= _LINKED * len(text):
        return True
    before, link, after = text.partition(links[0])
    before = before.strip()
    is_lead_in = 0 < len(before) <= _LEAD_IN and before.endswith(_LEADS)
    return len(links) == 1 and len(link) >= _TEASER and is_lead_in and not after.strip(" .")


def _leads_within(link: Tree) -> bool:
    return str(link.get("href") or "#").startswith("#")


def _text(element: Tree) -> str:
    return " ".join("".join(element.itertext()).split())


def _filled(kept: Sequence[str], every: Sequence[str]) -> list[str]:
    """`kept`, with the paragraphs among `every` that stand between them or right before them."""
    keys = {_key(line) for line in kept}
    places = [number for number, line in enumerate(every) if _key(line) in keys]
    if not kept:
        return list(every)
    if len(places) < _SAME_TEXT * len(keys):
        return list(kept)
    first = places[0]
    if first and _is_prose(every[first - 1]):
        first -= 1
    reach = every[first : places[-1] + 1]
    return _merged(kept, [line for line in reach if _key(line) in keys or _is_prose(line)])


def _is_prose(line: str) -> bool:
    return len(line) >= _SENTENCE and _ENDS.search(line) is not None


def _merged(kept: Sequence[str], others: Sequence[str]) -> list[str]:
    """Both in their order; where they differ, what was kept comes first."""
    one, two = [_key(line) for line in kept], [_key(line) for line in others]
    known = set(one)
    merged: list[str] = []
    for _, start, end, other_start, other_end in SequenceMatcher(
        None, one, two, autojunk=False
    ).get_opcodes():
        merged += kept[start:end]
        merged += [line for line in others[other_start:other_end] if _key(line) not in known]
    return merged


def _without_repeats(lines: Iterable[str], headings: set[str]) -> list[str]:
    seen: set[str] = set()
    found = []
    for line in lines:
        key = _key(line)
        if key and key not in headings and not (len(line) >= _REPEATED and key in seen):
            found.append(line)
        seen.add(key)
    return found


def _checked(lines: list[str], data: str) -> list[str]:
    """The lines that the article's data hold too, if they hold nearly all; headings stay."""
    if len(data) < _SHORTEST_DATA:
        return lines
    held = _key(data)
    confirmed = [line for line in lines if _key(line) in held]
    if sum(map(len, confirmed)) < _COVERED * sum(map(len, lines)):
        return lines
    known = set(confirmed)
    return [line for line in lines if line in known or _is_heading(line)]


def _is_heading(line: str) -> bool:
    return len(line) < _HEADING and _ENDS.search(line) is None


def _key(line: str) -> str:
    """A line as it is compared: its letters and digits."""
    return "".join(filter(str.isalnum, line.casefold()))
