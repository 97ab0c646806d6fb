"""People across outlets: who speaks where, called what, and which names are one person's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from summit_reader.compare.resemblance import proposals
from summit_reader.compare.transliteration import Transliteration
from summit_reader.domain.errors import UnknownPerson
from summit_reader.domain.person import (
    Description,
    NameDecision,
    Person,
    PersonName,
    SamePerson,
)
from summit_reader.domain.point import Decision
from summit_reader.domain.take import Take
from summit_reader.store import people, person_decisions, takes
from summit_reader.store.database import Database, Work
from summit_reader.store.errors import NoSuchPerson
from summit_reader.store.names import person_key
from summit_reader.store.people import Mention


class Recognising:
    """Tells who is the same speaker. Names are made one by the reader, and by nobody else."""

    def __init__(self, database: Database, folding: Callable[[], Transliteration]) -> None:
        self._database = database
        self._folding = folding

    def people(self) -> tuple[Person, ...]:
        """Everybody who speaks in the library, whom most outlets carry first."""
        with self._database.read() as work:
            return _people(work)

    def person(self, person_id: int) -> Person:
        """The person with this id, which may be that of any of the names.

        Raises:
            NoSuchPerson: if there is none, or none who still speaks.
        """
        with self._database.read() as work:
            return _person(work, person_id)

    def named(self, name: str) -> Person:
        """The person with this name, or the only one whose name it is a part of.

        Raises:
            UnknownPerson: if there is none, or there are several.
        """
        everybody = self.people()
        wanted = person_key(name)
        whole = [
            person
            for person in everybody
            if any(person_key(each.name) == wanted for each in person.names)
        ]
        parts = [
            person
            for person in everybody
            if any(f" {wanted} " in f" {person_key(each.name)} " for each in person.names)
        ]
        for found in (whole, parts):
            if len(found) == 1:
                return found[0]
        raise UnknownPerson(name=name)

    def takes_of(self, person_id: int) -> tuple[Take, ...]:
        """All that the person says, under whatever name, text by text.

        Raises:
            NoSuchPerson: if there is none.
        """
        with self._database.read() as work:
            return people.takes_of(work, _names(work, person_id))

    def names_of(self, take_id: int) -> tuple[int, ...]:
        """The ids of all names of the take's speaker; empty where no person speaks.

        Raises:
            NoSuchTake: if there is no such take.
        """
        with self._database.read() as work:
            takes.by_id(work, take_id)
            person_id = people.speaker_of(work, take_id)
            return () if person_id is None else _names(work, person_id)

    def proposals(self) -> tuple[SamePerson, ...]:
        """People who may be one, the surest first; those kept apart are not among them."""
        with self._database.read() as work:
            everybody = _people(work)
            refused = _refused(person_decisions.all_decisions(work))
        return tuple(
            each
            for each in proposals(everybody, self._folding())
            if refused.isdisjoint(_pairs(_keys(each.one), _keys(each.other)))
        )

    def accept(self, one_id: int, other_id: int) -> tuple[NameDecision, ...]:
        """Take two people for one, with all their names; what `restore` takes back.

        Raises:
            NoSuchPerson: if one of them is not there.
        """
        return self._decide(one_id, other_id, Decision.ACCEPTED)

    def refuse(self, one_id: int, other_id: int) -> tuple[NameDecision, ...]:
        """Keep two people apart, who are not proposed again; what `restore` takes back.

        Raises:
            NoSuchPerson: if one of them is not there.
        """
        return self._decide(one_id, other_id, Decision.REFUSED)

    def separate(self, name_id: int) -> tuple[NameDecision, ...]:
        """Make a name a person's own again, kept apart from those it was taken for.

        What `restore` takes back.

        Raises:
            NoSuchPerson: if there is no such name.
        """
        with self._database.write() as work:
            person = _person(work, name_id)
            alone = {person_key(name.name) for name in person.names if name.id == name_id}
            before = _put(work, _pairs(alone, _keys(person) - alone), Decision.REFUSED)
            work.commit()
        return before

    def restore(self, before: Sequence[NameDecision]) -> None:
        """Decide as it was decided before."""
        with self._database.write() as work:
            for each in before:
                person_decisions.put(work, each)
            work.commit()

    def _decide(self, one_id: int, other_id: int, decision: Decision) -> tuple[NameDecision, ...]:
        with self._database.write() as work:
            one, other = _person(work, one_id), _person(work, other_id)
            before = _put(work, _pairs(_keys(one), _keys(other)), decision)
            work.commit()
        return before


def _put(
    work: Work, pairs: Iterable[tuple[str, str]], decision: Decision
) -> tuple[NameDecision, ...]:
    return tuple(
        person_decisions.put(work, NameDecision(first, second, decision))
        for first, second in sorted(pairs)
    )


def _people(work: Work) -> tuple[Person, ...]:
    mentions: dict[str, list[Mention]] = {}
    for mention in people.mentions(work):
        mentions.setdefault(mention.key, []).append(mention)
    grouped = _groups(mentions, person_decisions.all_decisions(work))
    found = [_made([mentions[key] for key in group]) for group in grouped]
    found.sort(key=lambda person: (-len(person.outlets), -person.takes, person.id))
    return tuple(found)


def _person(work: Work, person_id: int) -> Person:
    by_name: dict[int, list[Mention]] = {}
    for mention in people.mentions(work, _names(work, person_id)):
        by_name.setdefault(mention.person_id, []).append(mention)
    if not by_name:
        raise NoSuchPerson(person_id)
    return _made(list(by_name.values()))


def _names(work: Work, person_id: int) -> tuple[int, ...]:
    """The ids of all names that the reader takes for the person of this one."""
    key = people.key(work, person_id)
    if key is None:
        raise NoSuchPerson(person_id)
    decisions = person_decisions.all_decisions(work)
    decided = [name for each in decisions for name in (each.first, each.second)]
    groups = _groups(dict.fromkeys([key, *decided]), decisions)
    return people.ids(work, next(group for group in groups if key in group))


def _groups(keys: Iterable[str], decisions: Sequence[NameDecision]) -> list[list[str]]:
    """The names that the reader takes for the same person, each person a list of keys.

    Two that were accepted each with a third are one person, unless they are kept apart.
    """
    refused = _refused(decisions)
    group_of = {key: [key] for key in keys}
    for each in decisions:
        one, other = group_of.get(each.first), group_of.get(each.second)
        if each.decision is not Decision.ACCEPTED or one is None or other is None or one is other:
            continue
        if refused.isdisjoint(_pairs(one, other)):
            one.extend(other)
            for key in other:
                group_of[key] = one
    return list({id(group): group for group in group_of.values()}.values())


def _made(names: Sequence[Sequence[Mention]]) -> Person:
    counted = [
        PersonName(each[0].person_id, each[0].name, sum(mention.takes for mention in each))
        for each in names
    ]
    counted.sort(key=lambda name: (-name.takes, name.id))
    descriptions = [
        Description(mention.outlet, mention.name, mention.description, mention.takes)
        for each in names
        for mention in each
    ]
    descriptions.sort(key=lambda each: (each.outlet.name.casefold(), each.outlet.id, -each.takes))
    return Person(tuple(counted), tuple(descriptions))


def _keys(person: Person) -> set[str]:
    return {person_key(name.name) for name in person.names}


def _pairs(one: Iterable[str], other: Iterable[str]) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for pair in product(one, other) if pair[0] != pair[1]}


def _refused(decisions: Iterable[NameDecision]) -> set[tuple[str, str]]:
    return {(each.first, each.second) for each in decisions if each.decision is Decision.REFUSED}
