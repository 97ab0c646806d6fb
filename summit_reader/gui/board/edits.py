"""What an edit does to a comparison: the same step as the library makes, on the value shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from summit_reader.bootstrap import Services
from summit_reader.domain.arrangement import (
    Places,
    arranged,
    places_of,
    with_card,
    with_changed,
    without_card,
)
from summit_reader.domain.comparison import Card, Clipping, Colour, Comparison
from summit_reader.domain.relation import Relation, TakeRelation


@dataclass(frozen=True, slots=True)
class Step:
    """One way of an edit: `shown` at once, on the value on show; `kept` off the GUI thread.

    Without `shown` the answer of the library is waited for: the step leads to another comparison.
    """

    comparison_id: int
    shown: Callable[[Comparison], Comparison] | None
    kept: Callable[[Services], Comparison]


@dataclass(frozen=True, slots=True)
class Edit:
    """A step and the one that takes it back."""

    do: Step
    undo: Step


def pinned(board: Comparison, clipping: Clipping) -> Edit:
    """A take is kept."""
    return Edit(
        Step(
            board.id,
            lambda c: with_card(c, clipping),
            lambda s: s.pinning.pin(board.id, clipping.id, clipping.take.id, clipping.column),
        ),
        _removed(board, clipping),
    )


def added(board: Comparison, card: Card) -> Edit:
    """A clipping comes from elsewhere, into the place it names."""
    return Edit(_put_back(board, card, {}), _removed(board, card))


def unpinned(board: Comparison, card: Card) -> Edit:
    """A clipping goes; it comes back into the same place, and so do all others."""
    return Edit(_removed(board, card), _put_back(board, card, places_of(board)))


def rearranged(board: Comparison, places: Places) -> Edit:
    """Clippings stand elsewhere."""
    before = places_of(board)
    return Edit(_placed(board, places), _placed(board, before))


def renamed(board: Comparison, name: str) -> Edit:
    """The comparison is called otherwise."""

    def step(words: str) -> Step:
        return Step(
            board.id,
            lambda c: replace(c, name=words),
            lambda s: s.pinning.rename(board.id, words),
        )

    return Edit(step(name), step(board.name))


def thought(board: Comparison, text: str) -> Edit:
    """The reader makes something of it all."""

    def step(words: str) -> Step:
        return Step(
            board.id,
            lambda c: replace(c, my_take=words),
            lambda s: s.pinning.set_my_take(board.id, words),
        )

    return Edit(step(text), step(board.my_take))


def titled(board: Comparison, titles: tuple[str, ...]) -> Edit:
    """The columns are called otherwise, or there are more or fewer of them."""

    def step(words: tuple[str, ...]) -> Step:
        return Step(
            board.id,
            lambda c: replace(c, titles=words),
            lambda s: s.pinning.set_titles(board.id, words),
        )

    return Edit(step(titles), step(board.titles))


def noted(board: Comparison, card: Card, note: str) -> Edit:
    """The reader says something of a clipping."""

    def step(words: str) -> Step:
        return Step(
            board.id,
            lambda c: _changed(c, card.id, lambda now: replace(now, note=words)),
            lambda s: s.pinning.set_note(board.id, card.id, words),
        )

    return Edit(step(note), step(card.note))


def tagged(board: Comparison, card: Card, tags: tuple[str, ...]) -> Edit:
    """The reader sorts a clipping."""

    def step(words: tuple[str, ...]) -> Step:
        return Step(
            board.id,
            lambda c: _changed(c, card.id, lambda now: replace(now, tags=words)),
            lambda s: s.pinning.set_tags(board.id, card.id, words),
        )

    return Edit(step(tags), step(card.tags))


def coloured(board: Comparison, card: Card, colour: Colour | None) -> Edit:
    """The reader marks a clipping."""

    def step(wanted: Colour | None) -> Step:
        return Step(
            board.id,
            lambda c: _changed(c, card.id, lambda now: replace(now, colour=wanted)),
            lambda s: s.pinning.set_colour(board.id, card.id, wanted),
        )

    return Edit(step(colour), step(card.colour))


def related(board: Comparison, one: Clipping, other: Clipping, relation: Relation | None) -> Edit:
    """The reader says how the second take stands to the first, or with None nothing any more."""
    pair = (one.take.id, other.take.id)
    before = board.relation(one, other)

    def step(said: TakeRelation | None) -> Step:
        first, second = (said.first_id, said.second_id) if said is not None else pair
        wanted = said.relation if said is not None else None

        def kept(services: Services) -> Comparison:
            services.deciding.relate(first, second, wanted)
            return services.pinning.comparison(board.id)

        return Step(board.id, lambda c: _saying(c, pair, said), kept)

    after = TakeRelation(*pair, relation) if relation is not None else None
    return Edit(step(after), step(before))


def thrown_away(comparison_id: int) -> Edit:
    """A comparison goes into the bin, and comes out again."""
    return Edit(
        Step(comparison_id, None, lambda s: s.pinning.throw_away(comparison_id)),
        Step(comparison_id, None, lambda s: s.pinning.take_out(comparison_id)),
    )


def taken_out(comparison_id: int) -> Edit:
    """A comparison comes out of the bin, and goes back."""
    edit = thrown_away(comparison_id)
    return Edit(edit.undo, edit.do)


def _placed(board: Comparison, places: Places) -> Step:
    return Step(
        board.id,
        lambda c: arranged(c, places),
        lambda s: s.pinning.arrange(board.id, places),
    )


def _removed(board: Comparison, card: Card) -> Step:
    return Step(
        board.id,
        lambda c: without_card(c, card.id),
        lambda s: s.pinning.unpin(board.id, card.id),
    )


def _put_back(board: Comparison, card: Card, places: Places) -> Step:
    return Step(
        board.id,
        lambda c: arranged(with_card(c, card), places),
        lambda s: s.pinning.restore(board.id, card, places),
    )


def _changed(comparison: Comparison, card_id: str, change: Callable[[Card], Card]) -> Comparison:
    card = comparison.card(card_id)
    return comparison if card is None else with_changed(comparison, change(card))


def _saying(comparison: Comparison, pair: tuple[int, int], said: TakeRelation | None) -> Comparison:
    rest = tuple(each for each in comparison.relations if not each.is_between(*pair))
    return replace(comparison, relations=rest if said is None else (*rest, said))
