"""Where the words of a query stand in a text that is at hand: what is marked when it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.spans import Span
from summit_reader.index.analyzer import stem, words
from summit_reader.index.query import Leaf, Phrase, Prefix, Query, Term, leaves, parse


@dataclass(frozen=True, slots=True)
class Place:
    """Words `[start, end)` of a text; `printed` if they are the very forms that were asked for."""

    start: int
    end: int
    printed: bool


def places(leaf: Leaf, text: Sequence[str], languages: Iterable[str]) -> Iterator[Place]:
    """Where `leaf` stands in the folded words `text`, which may be in any of `languages`."""
    if isinstance(leaf, Prefix):
        for at, word in enumerate(text):
            if word.startswith(leaf.text):
                yield Place(at, at + 1, printed=True)
        return
    asked = (leaf.text,) if isinstance(leaf, Term) else leaf.words
    tags = () if isinstance(leaf, Phrase) and leaf.printed else tuple(languages)
    for at in range(len(text) - len(asked) + 1):
        row = text[at : at + len(asked)]
        if tuple(row) == asked:
            variant = isinstance(leaf, Phrase) and leaf.variant
            yield Place(at, at + len(asked), printed=not variant)
        elif any(
            all(stem(one, tag) == stem(two, tag) for one, two in zip(row, asked, strict=True))
            for tag in tags
        ):
            yield Place(at, at + len(asked), printed=False)


def marks(query: str, texts: Sequence[str], languages: Iterable[str]) -> list[tuple[Span, ...]]:
    """For each text, where words of `query` stand in it; nothing where it cannot be read."""
    try:
        tree = parse(query)
    except QueryProblem:
        tree = None
    if tree is None:
        return [()] * len(texts)
    languages = tuple(languages) or ("en",)
    return [_marks(tree, text, languages) for text in texts]


def _marks(query: Query, text: str, languages: tuple[str, ...]) -> tuple[Span, ...]:
    printed = words(text)
    folded = [word.text for word in printed]
    found = {
        Span(printed[place.start].span.start, printed[place.end - 1].span.end)
        for leaf in dict.fromkeys(leaves(query))
        for place in places(leaf, folded, languages)
    }
    return tuple(_apart(sorted(found)))


def _apart(spans: list[Span]) -> Iterator[Span]:
    """The spans with those that overlap made one."""
    current: Span | None = None
    for span in spans:
        if current is not None and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
        else:
            if current is not None:
                yield current
            current = span
    if current is not None:
        yield current
