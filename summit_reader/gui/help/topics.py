"""The topics of the help as they lie in the resources: a file each, its title in the first line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summit_reader.gui.resources import resource
from summit_reader.gui.translation import Language

NAMES = (
    "start", "points", "takes", "outlets", "texts", "compare", "search", "board", "grid",
    "coverage", "stories", "inbox", "import", "export", "backups", "keys",
)  # fmt: skip
"""The topics in the order of the list; each has a file `help/LANGUAGE/NAME.md`."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the help; `text` is Markdown and begins with the title."""

    name: str
    title: str
    text: str


@cache
def topics(language: Language) -> tuple[Topic, ...]:
    """All topics in a language."""
    return tuple(_topic(name, language) for name in NAMES)


def found(query: str, among: tuple[Topic, ...]) -> list[Topic]:
    """The topics that have all words of `query`, those with one in the title first."""
    words = _WORD.findall(query.casefold())
    having = [one for one in among if all(word in one.text.casefold() for word in words)]
    return sorted(having, key=lambda one: not any(word in one.title.casefold() for word in words))


def _topic(name: str, language: Language) -> Topic:
    text = resource(f"help/{language.value}/{name}.md").decode()
    return Topic(name, text.partition("\n")[0].removeprefix("# ").strip(), text)
