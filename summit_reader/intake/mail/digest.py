"""The articles of a newsletter that carries several, where its structure is clear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summit_reader.intake.blocks import Block

FEWEST_STORIES = 3
"""Stories from which on a newsletter is a digest of them."""
HEADLINE_LENGTH = 180
FEWEST_LETTERS = 60
"""Characters of prose that a story needs."""
FEWEST_LETTERS_OF_EDITORS = 300
"""Characters from which on what stands above the headlines is an article and no greeting."""
SHARE_OF_STORIES = 0.75
"""Share of the headlines that must have prose of their own and an address nobody else has."""

_SHORT_LINK = 40
_FEWEST_HEADLINE_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Story:
    """One article of a digest: its headline, the address it leads to, and its paragraphs.

    What the editors say themselves has neither headline nor address.
    """

    headline: str
    url: str
    paragraphs: tuple[str, ...]


def stories_in(blocks: Sequence[Block]) -> tuple[Story, ...]:
    """The stories of a digest, in order; none if `blocks` are one article.

    A digest has headlines of one kind (all headings of one level, all links, all bold), each
    followed by prose and leading to an address of its own. What the editors say above the first
    is a story without an address, if it is long enough to be one.
    """
    for is_headline in (*(_of_level(level) for level in range(1, 5)), _is_linked, _is_bold):
        places = [number for number, block in enumerate(blocks) if is_headline(block)]
        stories = [_story(blocks[start:end]) for start, end in pairwise((*places, len(blocks)))]
        told = [story for story in stories if story is not None]
        addresses = {story.url for story in told}
        if len(told) >= max(FEWEST_STORIES, SHARE_OF_STORIES * len(places)) and len(
            addresses
        ) == len(told):
            return (*_introduction(blocks[: places[0]]), *told)
    return ()


def _introduction(blocks: Sequence[Block]) -> tuple[Story, ...]:
    """What the editors say above the first headline, if it is long enough to be a story."""
    prose = [block for block in blocks if not block.link]
    if sum(len(block.text) for block in prose) < FEWEST_LETTERS_OF_EDITORS:
        return ()
    return (Story("", "", tuple(block.printed for block in prose)),)


def _of_level(level: int) -> Callable[[Block], bool]:
    return lambda block: block.level == level and _is_headline(block)


def _is_linked(block: Block) -> bool:
    return bool(block.link) and not block.level and _is_headline(block)


def _is_bold(block: Block) -> bool:
    return block.is_strong and not block.level and _is_headline(block)


def _is_headline(block: Block) -> bool:
    letters = sum(map(str.isalnum, block.text))
    return letters >= _FEWEST_HEADLINE_LETTERS and len(block.text) <= HEADLINE_LENGTH


def _story(blocks: Sequence[Block]) -> Story | None:
    headline, *rest = blocks
    # “Read more” and its kind lead on and say nothing.
    leading = [block for block in rest if block.link and len(block.text) <= _SHORT_LINK]
    prose = [block for block in rest if block not in leading]
    if sum(len(block.text) for block in prose if not block.link) < FEWEST_LETTERS:
        return None
    url = headline.link or next(
        (block.link for block in leading), next((u for b in prose for u in b.links), "")
    )
    if not url:
        return None
    return Story(" ".join(headline.text.split()), url, tuple(block.printed for block in prose))
