"""What the program proposes as stories, and what it goes by: how articles begin, and their days."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from summit_reader.compare.story_finding import (
    OPENING,
    WINDOW,
    Head,
    believed,
    head_of,
    stories,
)
from summit_reader.compare.terms import Terms, terms_of
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.point import DecidedBy
from summit_reader.domain.story import Membership
from summit_reader.services.analysing import analysis
from summit_reader.store import article_lists, articles, passages
from summit_reader.store import stories as stored
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.stories import Dating

_OPENING = frozenset(
    {PassageKind.STANDFIRST, PassageKind.KEY_POINT, PassageKind.BODY, PassageKind.THESIS}
)

_UNDATED = 2_000
"""Articles without a date that new ones are held against, the latest first."""

"""Articles whose openings are read at a time."""


def _near(datings: Sequence[Dating], article_ids: Collection[int] | None) -> list[Dating]:
    """The articles asked for, and all that may be on the same happenings, in their order."""
    if article_ids is None:
        return list(datings)
    asked = set(article_ids)
    days = {
        day.toordinal() + apart
        for each in datings
        if each.article_id in asked and (day := believed(each.published, each.imported))
        for apart in range(-WINDOW, WINDOW + 1)
    }
    dated = [(each, believed(each.published, each.imported)) for each in datings]
    undated = [each.article_id for each, day in dated if day is None][-_UNDATED:]
    latest = [each.article_id for each in datings][-_UNDATED:]
    if any(day is None and each.article_id in asked for each, day in dated):
        asked.update(latest)
    asked.update(undated)
    return [each for each, day in dated
            if each.article_id in asked or (day and day.toordinal() in days)]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Top:
    """What an article says first, and in which language."""

    headline: str
    opening: str
    language: str


def tops(work: Work, article_ids: Sequence[int]) -> dict[int, Top]:
    """How these articles begin, by their ids."""
    titles: dict[int, tuple[str, str]] = {}
    openings: dict[int, list[str]] = {}
    for chunk in chunks(article_ids):
        for heading in article_lists.headings(work, chunk):
            titles[heading.article_id] = heading.headline, heading.language
        for passage in passages.openings(work, chunk):
            if passage.kind in _OPENING:
                openings.setdefault(passage.article_id, []).append(passage.text)
    return {
        article_id: Top(headline, " ".join(openings.get(article_id, ())), language)
        for article_id, (headline, language) in titles.items()
    }


def _heads(work: Work, datings: Sequence[Dating]) -> list[Head]:
    beginnings = tops(work, [each.article_id for each in datings])
    return [
        head_of(
            beginnings[each.article_id].headline,
            beginnings[each.article_id].opening,
            believed(each.published, each.imported),
            analysis(beginnings[each.article_id].language),
        )
        for each in datings
    ]


def terms(top: Top) -> Terms:
    """The words by which a beginning is weighed."""
    return terms_of(f"{top.headline}\n{top.opening[:OPENING]}", analysis(top.language))


def printed(word: str, top: Top) -> str:
    """The word with its capitals, if it is found as it was folded."""
    text = f"{top.headline}\n{top.opening[:OPENING]}"
    found = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    return found.group() if found else word


def days_apart(article_id: int, days: dict[int, date | None]) -> int | None:
    """Days between an article and the nearest of the others; None without a day to go by."""
    here = days.get(article_id)
    others = [day for other, day in days.items() if other != article_id and day is not None]
    if here is None or not others:
        return None
    return min(abs((here - day).days) for day in others)


def _settled(standing: Standing) -> set[int]:
    named = {story_id for story_id, name in standing.names.items() if name}
    decided = (each for each in standing.members if each.decided_by is DecidedBy.READER)
    return named | {each.story_id for each in decided}


@dataclass(frozen=True, slots=True)
class Standing:
    """What the reader and earlier proposals have made of the stories."""

    members: tuple[Membership, ...]
    names: dict[int, str]


@dataclass(frozen=True, slots=True)
class StoryProposal:
    """Which story each article is found to be in, and was in `before`, given how things stood."""

    standing: Standing
    article_ids: tuple[int, ...]
    before: tuple[int, ...]
    found: tuple[int, ...]


def standing_of(work: Work) -> Standing:
    """How the stories of the library stand."""
    return Standing(tuple(stored.memberships(work)), stored.names(work))


def proposal_for(work: Work, article_ids: Collection[int] | None) -> StoryProposal:
    """The stories found for these articles, or for all; nothing is stored."""
    standing = standing_of(work)
    near = _near(stored.datings(work), article_ids)
    known = {each.article_id: each.story_id for each in standing.members}
    # Who is in no story yet has a number below all stories' numbers.
    before = [known.get(each.article_id, -each.article_id) for each in near]
    found = stories(_heads(work, near), before, _settled(standing))
    return StoryProposal(
        standing, tuple(each.article_id for each in near), tuple(before), tuple(found)
    )


def propose(work: Work, proposal: StoryProposal) -> None:
    """Store the groups found: who comes to a story, and whose story becomes part of another.

    The other members of a story that is joined may lie beyond what was looked at; they come along.
    """
    before, found = proposal.before, proposal.found
    here = set(articles.ids(work))
    everybody: dict[int, list[Membership]] = {}
    for member in proposal.standing.members:
        everybody.setdefault(member.story_id, []).append(member)
    groups: dict[int, list[int]] = {}
    for number, group in enumerate(found):
        groups.setdefault(group, []).append(number)
    for numbers in groups.values():
        if len(numbers) == 1:
            continue
        target = _target(found[numbers[0]], {before[number] for number in numbers})
        comers = {proposal.article_ids[number] for number in numbers if before[number] < 0}
        for story_id in {before[number] for number in numbers} - {target}:
            comers |= {member.article_id for member in everybody.get(story_id, ())}
        comers &= here
        if comers:
            stored.put(work, target or stored.add(work), comers, DecidedBy.PROGRAM)


def _target(group: int, stories_before: set[int]) -> int:
    """The story that the others become part of; 0 for a new one."""
    if group > 0:
        return group
    return min((story_id for story_id in stories_before if story_id > 0), default=0)
