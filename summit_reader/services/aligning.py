"""Two texts, or two outlets in a story: what they say on the same, and what differs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from summit_reader.compare.alignment import aligned
from summit_reader.compare.differences import Said, differences
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import terms_of
from summit_reader.compare.word_vectors import WordVectors
from summit_reader.domain.alignment import Alignment, Part
from summit_reader.domain.difference import Differences
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import Take, VoiceKind
from summit_reader.services.analysing import analysis
from summit_reader.services.gathering import Gathering
from summit_reader.services.reading_vectors import read_once
from summit_reader.services.recognising import Recognising
from summit_reader.store import article_lists, articles, passages, takes
from summit_reader.store.database import Database
from summit_reader.store.passages import StoredPassage

_SAYING = frozenset(
    {PassageKind.BODY, PassageKind.STANDFIRST, PassageKind.KEY_POINT, PassageKind.THESIS}
)
"""Passages that say something; headlines and captions repeat them."""

_BACKGROUND = 20
"""Other articles of the story, beside which one tells what is common in it and what is rare."""


class Aligning:
    """Finds what two sides say on the same; it claims nothing on whether they agree.

    `vectors` reads the word vectors. Without them, words are matched by their stems alone.
    """

    def __init__(
        self,
        database: Database,
        gathering: Gathering,
        recognising: Recognising,
        vectors: Callable[[], WordVectors],
    ) -> None:
        self._database = database
        self._gathering = gathering
        self._recognising = recognising
        self._vectors = read_once(vectors)

    def articles(self, one_id: int, other_id: int) -> Alignment:
        """Two articles with their passages on the same thing.

        Raises:
            NoSuchText: if one of them is not there.
        """
        names = _Names(self._recognising)
        sides = self._passages([one_id], names), self._passages([other_id], names)
        members = self._gathering.members_with(one_id)
        around = members if other_id in members else ()
        return self._aligned(*sides, around)

    def outlets(self, story_id: int, one_id: int, other_id: int) -> Alignment:
        """What two outlets have in a story: their articles' passages, and takes that others carry.

        Raises:
            NoSuchStory: if there is no such story.
        """
        members = [each.source.article_id for each in self._gathering.story(story_id).articles]
        with self._database.read() as work:
            owners = {
                heading.article_id: heading.outlet.id
                for heading in article_lists.headings(work, members)
            }
        names = _Names(self._recognising)
        one = self._of_outlet(one_id, members, owners, names)
        return self._aligned(one, self._of_outlet(other_id, members, owners, names), members)

    def differences(self, one_id: int, other_id: int) -> Differences:
        """What of words, names, numbers and speech two articles share, and what each has alone.

        Raises:
            NoSuchText: if one of them is not there.
        """
        names = _Names(self._recognising)
        texts = [_joined(self._passages([each], names)) for each in (one_id, other_id)]
        said = self._speeches(one_id, names), self._speeches(other_id, names)
        return self._held_against((one_id, other_id), (texts[0], texts[1]), said)

    def part_differences(self, one: Part, other: Part) -> Differences:
        """The same of two stretches, beside the story that their articles belong to.

        Raises:
            NoSuchText: if one of the articles is not there.
        """
        names = _Names(self._recognising)
        said = [self._speeches(each.article_id, names, each.source) for each in (one, other)]
        ids = (one.article_id, other.article_id)
        return self._held_against(ids, (one.text, other.text), (said[0], said[1]))

    def _held_against(
        self, ids: tuple[int, int], texts: tuple[str, str], said: tuple[Said, Said]
    ) -> Differences:
        one_id, other_id = ids
        members = self._gathering.members_with(one_id)
        around = members[:_BACKGROUND] if other_id in members else ()
        languages = self._language(one_id), self._language(other_id)
        analyse = analysis(languages[0])
        weighed = PassageSet([terms_of(each.text, analyse) for each in self._saying(around)])
        return differences(*texts, analyse, weighed, said, languages)

    def _of_outlet(
        self, outlet_id: int, members: Sequence[int], owners: dict[int, int], names: _Names
    ) -> list[Part]:
        own = [each for each in members if owners[each] == outlet_id]
        with self._database.read() as work:
            carried = [
                take
                for take in takes.by_outlet(work, outlet_id)
                if take.article_id in owners and take.article_id not in own
            ]
        return self._passages(own, names) + [
            Part(
                take.article_id,
                covering(take.anchor.segments),
                take.text,
                frozenset(names.of(take)),
            )
            for take in carried
        ]

    def _passages(self, article_ids: Sequence[int], names: _Names) -> list[Part]:
        """The passages that say something, with who speaks in each."""
        with self._database.read() as work:
            for article_id in article_ids:
                articles.source(work, article_id)
            said = {each: takes.in_article(work, each) for each in article_ids}
        speakers = {take.id: names.of(take) for each in said.values() for take in each}
        return [
            Part(
                passage.article_id,
                passage.source,
                passage.text,
                frozenset(
                    name
                    for take in said[passage.article_id]
                    if any(segment.overlaps(passage.source) for segment in take.anchor.segments)
                    for name in speakers[take.id]
                ),
            )
            for passage in self._saying(article_ids)
        ]

    def _saying(self, article_ids: Sequence[int]) -> list[StoredPassage]:
        with self._database.read() as work:
            stored = passages.of_articles(work, article_ids)
        return [passage for passage in stored if passage.kind in _SAYING]

    def _speeches(
        self, article_id: int, names: _Names, inside: Span | None = None
    ) -> list[tuple[str, str]]:
        with self._database.read() as work:
            said = takes.in_article(work, article_id)
        return [
            (name, take.text)
            for take in said
            if inside is None or any(each.overlaps(inside) for each in take.anchor.segments)
            for name in names.of(take)
        ]

    def _aligned(
        self, first: Sequence[Part], second: Sequence[Part], around: Collection[int]
    ) -> Alignment:
        both = {part.article_id for part in (*first, *second)}
        others = self._saying([each for each in around if each not in both][:_BACKGROUND])
        parts = (*first, *second)
        with self._database.read() as work:
            headings = article_lists.headings(work, [*both, *{each.article_id for each in others}])
        analyse = {each.article_id: analysis(each.language) for each in headings}
        terms = {part: terms_of(part.text, analyse[part.article_id]) for part in parts}
        background = [terms_of(each.text, analyse[each.article_id]) for each in others]
        story = PassageSet([*(terms[part] for part in parts), *background], self._vectors())
        numbers = range(len(first), len(first) + len(second))
        return aligned(first, second, story, terms, numbers)

    def _language(self, article_id: int) -> str:
        with self._database.read() as work:
            return articles.source(work, article_id).metadata.language


class _Names:
    """Speakers under one name each, whatever the texts call them."""

    def __init__(self, recognising: Recognising) -> None:
        self._recognising = recognising
        self._by_print: dict[str, tuple[str, ...]] = {}
        self._by_person: dict[tuple[int, ...], str] = {}

    def of(self, take: Take) -> tuple[str, ...]:
        """The person who speaks, under the first name met; nothing where no person does."""
        voice = take.speaker
        if voice is None or voice.kind is not VoiceKind.PERSON:
            return ()
        found = self._by_print.get(voice.name)
        if found is None:
            ids = self._recognising.names_of(take.id)
            found = (self._by_person.setdefault(ids, voice.name),) if ids else ()
            self._by_print[voice.name] = found
        return found


def _joined(parts: Iterable[Part]) -> str:
    return "\n".join(part.text for part in parts)
