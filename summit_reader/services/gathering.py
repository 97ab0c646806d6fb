"""Stories: which articles are on the same happening, as proposed and as the reader decides."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
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
from summit_reader.compare.story_ties import shared_words
from summit_reader.compare.terms import Terms, terms_of
from summit_reader.domain.comparison import Source
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.point import DecidedBy
from summit_reader.domain.story import Membership, Story, StoryArticle, StoryState, StoryTie
from summit_reader.services.analysing import analysis
from summit_reader.store import articles, passages
from summit_reader.store import stories as stored
from summit_reader.store.database import Database, Work
from summit_reader.store.errors import NoSuchStory
from summit_reader.store.stories import Dating

_OPENING = frozenset(
    {PassageKind.STANDFIRST, PassageKind.KEY_POINT, PassageKind.BODY, PassageKind.THESIS}
)

_UNDATED = 2_000
"""Articles without a date that new ones are held against, the latest first."""

_CHUNK = 500
"""Articles whose openings are read at a time."""


class Gathering:
    """Proposes stories and keeps what the reader makes of them, which nothing overrules.

    A story the reader had a hand in is never joined with another of those, nor taken apart; the
    program may add to it what came in since.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def stories(self) -> tuple[Story, ...]:
        """Every story of several articles, and the reader's own, the latest first."""
        with self._database.read() as work:
            found = _stories(work)
        shown = [story for story in found if len(story.articles) > 1 or not story.is_proposal]
        return tuple(reversed(shown))

    def story(self, story_id: int) -> Story:
        """The story.

        Raises:
            NoSuchStory: if there is none.
        """
        with self._database.read() as work:
            return _story(work, story_id)

    def story_of(self, article_id: int) -> Story | None:
        """The story of an article; None if it stands alone."""
        with self._database.read() as work:
            for each in stored.memberships(work):
                if each.article_id == article_id:
                    return _story(work, each.story_id)
        return None

    def members_with(self, article_id: int) -> tuple[int, ...]:
        """The articles of this one's story, itself among them; none if it stands alone."""
        with self._database.read() as work:
            members = stored.memberships(work)
        story_id = next((each.story_id for each in members if each.article_id == article_id), None)
        return tuple(each.article_id for each in members if each.story_id == story_id)

    def gather(self, article_ids: Collection[int] | None = None) -> None:
        """Propose stories for these articles, or for all; what the reader decided stays."""
        if article_ids is not None and not article_ids:
            return
        with self._database.write() as work:
            members = stored.memberships(work)
            near = _near(stored.datings(work), article_ids)
            known = {each.article_id: each.story_id for each in members}
            settled = _settled(work, members)
            # Who is in no story yet has a number below all stories' numbers.
            before = [known.get(each.article_id, -each.article_id) for each in near]
            found = stories(_heads(work, near), before, settled)
            _propose(work, [each.article_id for each in near], before, found, members)
            work.commit()

    def alone(self) -> tuple[Source, ...]:
        """Articles that are in no story, in the order they came in."""
        with self._database.read() as work:
            gathered = {each.article_id for each in stored.memberships(work)}
            return tuple(
                source for source in articles.sources(work) if source.article_id not in gathered
            )

    def ties(self, story_id: int) -> tuple[StoryTie, ...]:
        """What ties each article of a story to the others, in their order.

        Raises:
            NoSuchStory: if there is none.
        """
        with self._database.read() as work:
            ids = [article.source.article_id for article in _story(work, story_id).articles]
            tops = _tops(work, ids)
            days = {
                each.article_id: believed(each.published, each.imported)
                for each in stored.datings(work)
                if each.article_id in tops
            }
        found = shared_words([_terms(tops[article_id]) for article_id in ids])
        return tuple(
            StoryTie(
                article_id,
                tuple(_printed(word, tops[article_id]) for word in words),
                _days_apart(article_id, days),
            )
            for article_id, words in zip(ids, found, strict=True)
        )

    def accept(self, story_id: int) -> StoryState:
        """Make a proposal the reader's own story, as it is; what `restore` takes back.

        Raises:
            NoSuchStory: if there is none.
        """
        with self._database.write() as work:
            before = _state(work, [story_id])
            stored.put(work, story_id, _ids(_story(work, story_id)), DecidedBy.READER)
            work.commit()
        return before

    def add(self, story_id: int, article_ids: Collection[int]) -> StoryState:
        """Put articles into a story, whichever they were in; what `restore` takes back.

        Raises:
            NoSuchStory: if there is no such story.
            NoSuchText: if one of the articles is not there.
        """
        with self._database.write() as work:
            home = {each.article_id: each.story_id for each in stored.memberships(work)}
            left = {home[article_id] for article_id in article_ids if article_id in home}
            before = _state(
                work,
                sorted({story_id} | left),
                [article_id for article_id in article_ids if article_id not in home],
            )
            stored.put(work, story_id, article_ids, DecidedBy.READER)
            work.commit()
        return before

    def rename(self, story_id: int, name: str) -> StoryState:
        """Name a story, or with an empty name let it be called by its headline again.

        What `restore` takes back.

        Raises:
            NoSuchStory: if there is none.
        """
        with self._database.write() as work:
            before = _state(work, [story_id])
            stored.rename(work, story_id, " ".join(name.split()))
            work.commit()
        return before

    def merge(self, one_id: int, other_id: int) -> StoryState:
        """Make two stories one, under the first one's number and name; what `restore` takes back.

        Raises:
            NoSuchStory: if one of them is not there.
        """
        with self._database.write() as work:
            before = _state(work, [one_id, other_id])
            one, other = _story(work, one_id), _story(work, other_id)
            stored.put(work, one.id, _ids(one) | _ids(other), DecidedBy.READER)
            stored.rename(work, one.id, one.name or other.name)
            work.commit()
        return before

    def split(self, story_id: int, article_ids: Collection[int]) -> StoryState:
        """Give some articles of a story one of their own, never to be joined again by the program.

        What `restore` takes back.

        Raises:
            NoSuchStory: if there is no such story.
            ValueError: if they are none of the story's articles, or all of them.
        """
        with self._database.write() as work:
            before = _state(work, [story_id])
            everything, given = _ids(_story(work, story_id)), set(article_ids)
            if not given or not given < everything:
                message = "some of a story's articles are split off, and some stay"
                raise ValueError(message)
            stored.put(work, story_id, everything - given, DecidedBy.READER)
            stored.put(work, stored.add(work), given, DecidedBy.READER)
            work.commit()
        return before

    def restore(self, before: StoryState) -> None:
        """Have the stories as they were; an article that is gone since stays away."""
        with self._database.write() as work:
            here = set(articles.ids(work))
            for story_id, name in before.names:
                stored.rename(work, story_id, name)
            for each in before.members:
                if each.article_id in here:
                    stored.put(work, each.story_id, [each.article_id], each.decided_by)
            stored.take_out(work, before.alone)
            work.commit()


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
class _Top:
    """What an article says first, and in which language."""

    headline: str
    opening: str
    language: str


def _tops(work: Work, article_ids: Sequence[int]) -> dict[int, _Top]:
    titles: dict[int, tuple[str, str]] = {}
    openings: dict[int, list[str]] = {}
    for chunk in _chunks(article_ids):
        for heading in articles.headings(work, chunk):
            titles[heading.article_id] = heading.headline, heading.language
        for passage in passages.openings(work, chunk):
            if passage.kind in _OPENING:
                openings.setdefault(passage.article_id, []).append(passage.text)
    return {
        article_id: _Top(headline, " ".join(openings.get(article_id, ())), language)
        for article_id, (headline, language) in titles.items()
    }


def _heads(work: Work, datings: Sequence[Dating]) -> list[Head]:
    tops = _tops(work, [each.article_id for each in datings])
    return [
        head_of(
            tops[each.article_id].headline,
            tops[each.article_id].opening,
            believed(each.published, each.imported),
            analysis(tops[each.article_id].language),
        )
        for each in datings
    ]


def _terms(top: _Top) -> Terms:
    return terms_of(f"{top.headline}\n{top.opening[:OPENING]}", analysis(top.language))


def _printed(word: str, top: _Top) -> str:
    """The word with its capitals, if it is found as it was folded."""
    text = f"{top.headline}\n{top.opening[:OPENING]}"
    found = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    return found.group() if found else word


def _days_apart(article_id: int, days: dict[int, date | None]) -> int | None:
    here = days.get(article_id)
    others = [day for other, day in days.items() if other != article_id and day is not None]
    if here is None or not others:
        return None
    return min(abs((here - day).days) for day in others)


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _settled(work: Work, members: Sequence[Membership]) -> set[int]:
    named = {story_id for story_id, name in stored.names(work).items() if name}
    return named | {each.story_id for each in members if each.decided_by is DecidedBy.READER}


def _propose(
    work: Work,
    article_ids: Sequence[int],
    before: Sequence[int],
    found: Sequence[int],
    members: Sequence[Membership],
) -> None:
    """Store the groups found: who comes to a story, and whose story becomes part of another.

    The other members of a story that is joined may lie beyond what was looked at; they come along.
    """
    everybody: dict[int, list[Membership]] = {}
    for member in members:
        everybody.setdefault(member.story_id, []).append(member)
    groups: dict[int, list[int]] = {}
    for number, group in enumerate(found):
        groups.setdefault(group, []).append(number)
    for numbers in groups.values():
        if len(numbers) == 1:
            continue
        target = _target(found[numbers[0]], {before[number] for number in numbers})
        comers = {article_ids[number] for number in numbers if before[number] < 0}
        for story_id in {before[number] for number in numbers} - {target}:
            comers |= {member.article_id for member in everybody.get(story_id, ())}
        if comers:
            stored.put(work, target or stored.add(work), comers, DecidedBy.PROGRAM)


def _target(group: int, stories_before: set[int]) -> int:
    """The story that the others become part of; 0 for a new one."""
    if group > 0:
        return group
    return min((story_id for story_id in stories_before if story_id > 0), default=0)


def _stories(work: Work) -> list[Story]:
    sources = {source.article_id: source for source in articles.sources(work)}
    members: dict[int, list[Membership]] = {}
    for each in stored.memberships(work):
        members.setdefault(each.story_id, []).append(each)
    return [
        _made(story_id, name, members[story_id], sources)
        for story_id, name in stored.names(work).items()
        if story_id in members
    ]


def _story(work: Work, story_id: int) -> Story:
    members = [each for each in stored.memberships(work) if each.story_id == story_id]
    if not members:
        raise NoSuchStory(story_id)
    sources = {each.article_id: articles.source(work, each.article_id) for each in members}
    return _made(story_id, stored.names(work)[story_id], members, sources)


def _made(
    story_id: int, name: str, members: Iterable[Membership], sources: dict[int, Source]
) -> Story:
    return Story(
        story_id,
        name,
        tuple(StoryArticle(sources[each.article_id], each.decided_by) for each in members),
    )


def _state(work: Work, story_ids: Collection[int], alone: Iterable[int] = ()) -> StoryState:
    names = stored.names(work)
    for story_id in story_ids:
        if story_id not in names:
            raise NoSuchStory(story_id)
    return StoryState(
        tuple((story_id, names[story_id]) for story_id in story_ids),
        tuple(each for each in stored.memberships(work) if each.story_id in story_ids),
        tuple(alone),
    )


def _ids(story: Story) -> set[int]:
    return {article.source.article_id for article in story.articles}
