"""What a page says of its article in JSON-LD, the vocabulary of schema.org."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from summit_reader.intake.characters import sound

SIZE_LIMIT = 2 * 2**20
"""Characters of one script beyond which it describes no single article."""
_MOST_NODES = 20_000
_MOST_AUTHORS = 60
_WRAPPINGS = ("<!--", "//", "/*", "<![CDATA[", "*/", "-->", "]]>", ";")
"""What stands around the data where pages hide them from old browsers."""
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|Review|BlogPost|NewsStory|Recipe)$")

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The article of a page as its linked data describe it; what they leave out is empty."""

    headline: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    language: str = ""
    url: str = ""
    section: str = ""
    body: str = ""
    free: bool | None = None


def linked_article(scripts: Sequence[str], url: str = "") -> LinkedArticle:
    """What `scripts` say of the article at `url`; the first article if none lies there."""
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    named = {_text(node.get("@id")): node for node in nodes if len(node) > 1 and node.get("@id")}
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return LinkedArticle()
    here = next((node for node in articles if url and _same_place(_place(node), url)), None)
    node = here or next((one for one in articles if one.get("headline")), articles[0])
    free = node.get("isAccessibleForFree")
    return LinkedArticle(
        headline=_text(node.get("headline") or node.get("name")),
        description=_text(node.get("description")),
        authors=_authors(node, named),
        published=_text(node.get("datePublished") or node.get("dateCreated")),
        publisher=next(iter(_names(node.get("publisher"), named)), ""),
        language=_language(node.get("inLanguage")),
        url=_place(node),
        section=next(map(_text, _several(node.get("articleSection"))), ""),
        body=_text(node.get("articleBody")),
        free=None if free is None else str(free).strip().rpartition("/")[2].casefold() != "false",
    )


def _parsed(script: str) -> Any:  # noqa: ANN401 - JSON
    if len(script) > SIZE_LIMIT:
        return None
    script = _unwrapped(script)
    for attempt in (script, _TRAILING_COMMA.sub(r"\1", script)):
        try:
            # Line feeds within strings are forbidden, and common.
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(script: str) -> str:
    before = ""
    while script != before:
        before = script
        for wrapping in _WRAPPINGS:
            script = script.strip().removeprefix(wrapping).removesuffix(wrapping)
    return script.strip()


def _nodes(parsed: Any) -> Iterator[Node]:  # noqa: ANN401 - JSON
    """Every object in `parsed`, the outer ones before those inside them."""
    waiting = deque([parsed])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one = waiting.popleft()
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _is_article(node: Node) -> bool:
    return any(
        isinstance(kind, str) and _ARTICLE.match(kind.rpartition("/")[2])
        for kind in _several(node.get("@type"))
    )


def _authors(node: Node, named: Mapping[str, Node]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for key in ("author", "creator"):
        for name in _names(node.get(key), named):
            found.setdefault(name)
        if found:
            break
    return tuple(found)[:_MOST_AUTHORS]


def _names(value: Any, named: Mapping[str, Node]) -> Iterator[str]:  # noqa: ANN401 - JSON
    """The names of the persons or bodies that `value` is, holds or refers to."""
    for one in _several(value)[:_MOST_AUTHORS]:
        known = one
        if isinstance(one, dict) and not one.get("name"):
            known = named.get(_text(one.get("@id")), one)
        if isinstance(known, dict):
            for each in _several(known.get("name")):
                yield from filter(None, (_text(each),))
        elif isinstance(known, str) and not known.startswith(("http://", "https://")):
            yield from filter(None, (_text(known),))


def _several(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return value if isinstance(value, list) else [value]


def _language(value: Any) -> str:  # noqa: ANN401 - JSON
    first = next(iter(_several(value)), "")
    return _text(first.get("alternateName") if isinstance(first, dict) else first)


def _same_place(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing but their scheme, query and closing slash."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    address = url.partition("://")[2].partition("#")[0].partition("?")[0]
    return address.removeprefix("www.").rstrip("/").casefold()


def _place(node: Node) -> str:
    """The address of the article itself."""
    main = node.get("mainEntityOfPage")
    main = main.get("@id") or main.get("url") if isinstance(main, dict) else main
    for place in (node.get("url"), main, node.get("@id")):
        if isinstance(place, str) and place.startswith(("http://", "https://")):
            return place.strip()
    return ""


def _text(value: Any) -> str:  # noqa: ANN401 - JSON
    """A string of JSON in one line, its mark-up for characters read; empty for anything else."""
    if not isinstance(value, str):
        return ""
    return " ".join(sound(unescape(value)).split())
