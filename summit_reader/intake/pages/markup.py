"""Pages made small before anything parses them: without scripts, styles and embedded files.

Every step walks the page once, however it is made, since a parser may need minutes for what a
generator writes in a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# What never holds the article.
_OPENINGS = re.compile(r"<(script|style|svg|iframe)\b|<(!--)", re.IGNORECASE)
_ENDINGS = {
    "script": re.compile(r"</script\b[^>]{0,99}>?", re.IGNORECASE),
    "style": re.compile(r"</style\b[^>]{0,99}>?", re.IGNORECASE),
    "svg": re.compile(r"</svg\b[^>]{0,99}>?", re.IGNORECASE),
    "iframe": re.compile(r"</iframe\b[^>]{0,99}>?", re.IGNORECASE),
    "!--": re.compile(r"-->"),
}
_SWALLOWING = frozenset({"script", "style", "!--"})
"""Where the end is missing, browsers take the rest of the page for a part of these."""
_LINKED_DATA = re.compile(
    r"""[^>]{0,500}?\btype\s{0,9}=\s{0,9}["']?application/ld\+json[^>]{0,500}>""", re.IGNORECASE
)
_EMBEDDED = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}[;,][^\"'\s)>]{64,}+")
_LONG_ATTRIBUTE = re.compile(
    r"""\s(?:srcset|srcdoc|style|d|data-[\w-]{1,60}|on\w{1,30})=(?:"[^"]{100,}+"|'[^']{100,}+')"""
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's mark-up without what is not read, and the linked data that were in its scripts."""

    markup: str
    linked_data: tuple[str, ...]


def page_of(text: str) -> Page:
    """The page whose source is `text`."""
    kept: list[str] = []
    linked: list[str] = []
    done = 0
    endless: set[str] = set()
    while opening := _OPENINGS.search(text, done):
        name = (opening[1] or opening[2]).lower()
        kept.append(text[done : opening.start()])
        ending = None if name in endless else _ENDINGS[name].search(text, opening.end())
        if ending is not None:
            done = ending.end()
        elif name in _SWALLOWING:
            done = len(text)
        else:
            endless.add(name)
            done = opening.end()
        tag = _LINKED_DATA.match(text, opening.end()) if name == "script" else None
        if tag is not None:
            linked.append(text[tag.end() : ending.start() if ending else len(text)])
    kept.append(text[done:])
    markup = _EMBEDDED.sub("data:,", " ".join(kept))
    return Page(_LONG_ATTRIBUTE.sub("", markup), tuple(linked))
