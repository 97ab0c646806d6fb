"""What the reader says of outlets: facts, labels and notes, which are one and which are two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from summit_reader.domain.correction import TakeInText
from summit_reader.domain.outlet import Label, OutletRegister
from summit_reader.domain.outlet_card import (
    Brought,
    OutletCard,
    OutletFacts,
    OutletRecord,
    OutletState,
)
from summit_reader.domain.take import Voice
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, outlet_states, outlets, printed_names, takes
from summit_reader.store.database import Database, Work
from summit_reader.store.errors import NoSuchAlias, NoSuchOutlet
from summit_reader.store.names import outlet_key
from summit_reader.text.chains import with_outlet_named


class Curating:
    """Shows outlets and changes what is said of them.

    Every step answers with what `restore` takes back. Facts that the reader has settled are not
    filled in by imports any more.
    """

    def __init__(
        self, database: Database, upkeep: Upkeep, register: Callable[[], OutletRegister]
    ) -> None:
        self._database = database
        self._upkeep = upkeep
        self._register = register

    def named(self, name: str) -> int | None:
        """The number of the outlet that goes by this name or alias; None if none does."""
        with self._database.read() as work:
            found = outlets.named(work, name)
        return None if found is None else found.id

    def card(self, outlet_id: int) -> OutletCard:
        """All that is known of the outlet.

        Raises:
            NoSuchOutlet: if there is none.
        """
        with self._database.read() as work:
            outlet = outlets.by_id(work, outlet_id)
            own = takes.by_outlet(work, outlet_id)
            sources = articles.sources_of(work, {take.article_id for take in own})
            return OutletCard(
                outlet,
                tuple(TakeInText(take, sources[take.article_id]) for take in own),
                articles.count_by(work, outlet_id),
                takes.points_of(work, outlet_id),
                len(outlet_states.clippings(work, outlet_id)),
            )

    def edit(self, outlet_id: int, facts: OutletFacts) -> OutletState:
        """Have the outlet be what the reader says; a name it had before stays as another name.

        Raises:
            NoSuchOutlet: if there is none.
            OutletNameTaken: if another outlet goes by one of the names.
            ValueError: if the name is blank.
        """
        name = _one_line(facts.name)
        if not outlet_key(name):
            message = "an outlet needs a name"
            raise ValueError(message)
        with self._database.write() as work:
            was = _record(work, outlet_id)
            brought = {outlet_key(alias): came for alias, came in was.aliases}
            others = [*facts.aliases] if name == was.name else [*facts.aliases, was.name]
            now = OutletRecord(
                name,
                facts.country.strip().upper(),
                facts.language.strip().lower(),
                facts.kind,
                _domains(facts.homepage, was.domains),
                _one_line(facts.owner),
                facts.notes.strip(),
                is_decided=True,
                aliases=tuple(
                    (alias, brought.get(outlet_key(alias), Brought()))
                    for alias in _distinct(others, name)
                ),
                labels=tuple(filter(None, map(_tidy, facts.labels))),
            )
            renamed = _named_otherwise(work, outlet_id, was.name, name)
            before = outlet_states.restore(
                work, OutletState(outlets=((outlet_id, now),), takes=renamed)
            )
            work.commit()
        self._upkeep.catch_up()
        return before

    def label(self, outlet_id: int, label: Label) -> OutletState:
        """Say something of an outlet on an axis; it takes the place of what the same source said.

        Raises:
            NoSuchOutlet: if there is none.
            ValueError: if axis or value is blank.
        """
        tidied = _tidy(label)
        if tidied is None:
            message = "a label needs an axis and a value"
            raise ValueError(message)
        with self._database.write() as work:
            was = _record(work, outlet_id)
            kept = [
                one for one in was.labels if (one.axis, one.source) != (tidied.axis, tidied.source)
            ]
            now = replace(was, labels=(*kept, tidied))
            before = outlet_states.restore(work, OutletState(outlets=((outlet_id, now),)))
            work.commit()
        return before

    def merge(self, outlet_id: int, other_id: int) -> OutletState:
        """Make the second outlet a name of the first, with all that is its own.

        What the first does not know of itself it learns from the second.

        Raises:
            NoSuchOutlet: if one of them is not there.
            ValueError: if they are one.
        """
        if outlet_id == other_id:
            message = "an outlet is merged with another one"
            raise ValueError(message)
        with self._database.write() as work:
            one, other = _record(work, outlet_id), _record(work, other_id)
            prints = articles.fingerprints_by(work, other_id)
            named = outlet_states.takes_naming(work, other_id, other.name)
            came = Brought(
                tuple(prints.values()),
                tuple(take_id for take_id, _, owner, _ in named if owner == other_id),
                tuple(alias for alias, _ in other.aliases),
            )
            ref = outlets.by_id(work, outlet_id).ref
            after = OutletState(
                outlets=((outlet_id, _merged(one, other, came)), (other_id, None)),
                articles=tuple((article_id, outlet_id) for article_id in prints),
                takes=tuple(
                    (
                        take_id,
                        outlet_id if owner == other_id else owner,
                        with_outlet_named(chain, other.name, one.name),
                    )
                    for take_id, _, owner, chain in named
                ),
                clippings=tuple(
                    (
                        clipping_id,
                        replace(
                            take,
                            outlet=ref,
                            chain=with_outlet_named(take.chain, other.name, one.name),
                        ),
                        source,
                    )
                    for clipping_id, take, source in outlet_states.clippings(work, other_id)
                ),
            )
            before = outlet_states.restore(work, after)
            work.commit()
        self._upkeep.catch_up()
        return before

    def split(self, outlet_id: int, alias: str) -> OutletState:
        """Make another name of the outlet an outlet of its own, with what was printed under it.

        That is what came with the name when two outlets were merged, texts whose file states it,
        and takes whose attribution has it.

        Raises:
            NoSuchOutlet: if there is no such outlet.
            NoSuchAlias: if it has no such name.
        """
        with self._database.write() as work:
            was = _record(work, outlet_id)
            found = next(
                (each for each in was.aliases if outlet_key(each[0]) == outlet_key(alias)), None
            )
            if found is None:
                raise NoSuchAlias(alias, was.name)
            name, came = found
            leaving = {found[0], *came.names}
            left = tuple(each for each in was.aliases if each[0] not in leaving)
            taken = tuple(each for each in was.aliases if each[0] in came.names)
            texts, own = printed_names.under(work, outlet_id, name, was, came)
            moving = tuple(
                each
                for each in outlet_states.takes_naming(work, outlet_id, was.name)
                if each[0] in own or each[1] in texts
            )
            new_id = outlet_states.add(work)
            after = OutletState(
                outlets=(
                    (outlet_id, replace(was, aliases=left)),
                    (new_id, replace(self._founded(name, was), aliases=taken)),
                ),
                articles=tuple((article_id, new_id) for article_id in sorted(texts)),
                takes=tuple(
                    (
                        take_id,
                        new_id if owner == outlet_id else owner,
                        with_outlet_named(chain, was.name, name),
                    )
                    for take_id, _, owner, chain in moving
                ),
                clippings=tuple(
                    (
                        clipping_id,
                        replace(
                            take,
                            outlet=replace(take.outlet, id=new_id, name=name),
                            chain=with_outlet_named(take.chain, was.name, name),
                        ),
                        source,
                    )
                    for clipping_id, take, source in outlet_states.clippings(work, outlet_id)
                    if take.id in own or take.article_id in texts
                ),
            )
            before = outlet_states.restore(work, after)
            work.commit()
        self._upkeep.catch_up()
        return replace(before, outlets=(before.outlets[0], (new_id, None)))

    def restore(self, before: OutletState) -> OutletState:
        """Have outlets as they were; what takes that back in turn.

        Raises:
            OutletNameTaken: if an outlet has come that goes by one of their names.
        """
        with self._database.write() as work:
            now = outlet_states.restore(work, before)
            work.commit()
        self._upkeep.catch_up()
        return now

    def _founded(self, name: str, parent: OutletRecord) -> OutletRecord:
        """An outlet of that name; where the register does not know it, it is like its parent."""
        known = self._register().named(name)
        if known is not None and outlet_key(known.name) != outlet_key(name):
            known = None
        return OutletRecord(
            name,
            known.country if known else parent.country,
            known.language if known else parent.language,
            known.kind if known else parent.kind,
            known.domains if known else (),
            owner="",
            notes="",
            is_decided=False,
            aliases=(),
            labels=(),
        )


def _record(work: Work, outlet_id: int) -> OutletRecord:
    found = outlet_states.record(work, outlet_id)
    if found is None:
        raise NoSuchOutlet(outlet_id)
    return found


def _merged(one: OutletRecord, other: OutletRecord, came: Brought) -> OutletRecord:
    # What was brought with other names of the second outlet came under its own, in the end.
    names = [*one.aliases, (other.name, came), *other.aliases]
    return OutletRecord(
        one.name,
        one.country or other.country,
        one.language or other.language,
        one.kind if one.kind.value != "unknown" else other.kind,
        (*one.domains, *(each for each in other.domains if each not in one.domains)),
        one.owner or other.owner,
        "\n\n".join(filter(None, (one.notes, other.notes))),
        is_decided=one.is_decided or other.is_decided,
        aliases=tuple(names),
        labels=tuple(dict.fromkeys((*one.labels, *other.labels))),
    )


def _named_otherwise(
    work: Work, outlet_id: int, former: str, name: str
) -> tuple[tuple[int, int, tuple[Voice, ...]], ...]:
    if former == name:
        return ()
    return tuple(
        (take_id, owner, with_outlet_named(chain, former, name))
        for take_id, _, owner, chain in outlet_states.takes_naming(work, outlet_id, former)
    )


def _distinct(names: Iterable[str], name: str) -> list[str]:
    """The names without doubles, blanks and the outlet's own."""
    seen = {"", outlet_key(name)}
    found = []
    for each in map(_one_line, names):
        if outlet_key(each) not in seen:
            seen.add(outlet_key(each))
            found.append(each)
    return found


def _domains(homepage: str, before: tuple[str, ...]) -> tuple[str, ...]:
    host = re.sub(r"^[a-z]+://", "", homepage.strip().lower()).split("/")[0].removeprefix("www.")
    if not host:
        return ()
    return (host, *(each for each in before[1:] if each != host))


def _tidy(label: Label) -> Label | None:
    axis, value = _one_line(label.axis), _one_line(label.value)
    if not axis or not value:
        return None
    return Label(axis, value, _one_line(label.source), label.dated)


def _one_line(text: str) -> str:
    return " ".join(text.split())
