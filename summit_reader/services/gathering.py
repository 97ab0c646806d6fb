"""Stories: which articles are on the same happening, as proposed and as the reader decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from summit_reader.compare.story_finding import (
    believed,
)
from summit_reader.compare.story_ties import shared_words
from summit_reader.domain.comparison import Source
from summit_reader.domain.point import DecidedBy
from summit_reader.domain.story import Membership, Story, StoryArticle, StoryState, StoryTie
from summit_reader.services.story_proposals import (
    days_apart,
    printed,
    proposal_for,
    propose,
    standing_of,
    terms,
    tops,
)
from summit_reader.store import articles, properties
from summit_reader.store import stories as stored
from summit_reader.store.database import Database, Work
from summit_reader.store.errors import NoSuchStory

_ATTEMPTS = 2
"""Proposals that may be overtaken, before one is made while everybody else has to wait."""


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
        """Propose stories for these articles, or for all; what the reader decided stays.

        Others may change the library meanwhile: it is only written to at the end. What they do to
        stories sends the proposal back to its beginning.
        """
        if article_ids is not None and not article_ids:
            return
        for _ in range(_ATTEMPTS):
            with self._database.read() as work:
                proposal = proposal_for(work, article_ids)
            with self._database.write() as work:
                if standing_of(work) == proposal.standing:
                    propose(work, proposal)
                    work.commit()
                    return
        with self._database.write() as work:
            propose(work, proposal_for(work, article_ids))
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
            beginnings = tops(work, ids)
            days = {
                each.article_id: believed(each.published, each.imported)
                for each in stored.datings(work)
                if each.article_id in beginnings
            }
        found = shared_words([terms(beginnings[article_id]) for article_id in ids])
        return tuple(
            StoryTie(
                article_id,
                tuple(printed(word, beginnings[article_id]) for word in words),
                days_apart(article_id, days),
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

    def gather_new(self) -> None:
        """Propose stories for the articles that came in since this was last done.

        An import that was killed is caught up with by the next one.
        """
        with self._database.read() as work:
            before = properties.gathered(work)
            fresh = [article_id for article_id in articles.ids(work) if article_id > before]
        if fresh:
            self.gather(fresh)
            with self._database.write() as work:
                properties.note_gathered(work, fresh[-1])
                work.commit()

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
