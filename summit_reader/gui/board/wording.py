"""Cards, columns and relations as the reader is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from summit_reader.domain.arrangement import Place
from summit_reader.domain.comparison import (
    BoardSummary,
    Card,
    Clipping,
    Colour,
    Comparison,
    LooseClipping,
)
from summit_reader.domain.relation import Relation
from summit_reader.domain.take import Take
from summit_reader.export.citation import citation_of
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.wording import (
    ARROW,
    counted,
    outlet_line,
    outlets_counted,
    quoted,
    role_name,
    speaker_name,
    texts_counted,
    tr,
)

COLOURS = {
    Colour.BLUE: ("Blue", "a"),
    Colour.ORANGE: ("Orange", "b"),
    Colour.GREEN: ("Green", "c"),
    Colour.VIOLET: ("Violet", "d"),
    Colour.PINK: ("Pink", "e"),
    Colour.TEAL: ("Teal", "f"),
}
"""The names of the colours, and the roles of the theme that draw them."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source of a comparison: the number of its card, the citation, whose take it is."""

    card_id: str
    number: int
    citation: str
    take: Take


def sources_of(board: Comparison, known: dict[str, str]) -> tuple[SourceLine, ...]:
    """The sources in the reader's order, equal ones once.

    `known` are citations by the ids of clippings; it is added to. What a clipping has kept of its
    source never changes.
    """
    found: dict[str, SourceLine] = {}
    for clipping in board.clippings:
        told = known.get(clipping.id)
        if told is None:
            told = known[clipping.id] = str(citation_of(clipping.take, clipping.source))
        found.setdefault(told, SourceLine(clipping.id, len(found) + 1, told, clipping.take))
    return tuple(found.values())


def letter(column: int) -> str:
    """The letter of a column."""
    return ascii_uppercase[column]


def shown_words(card: Card) -> str:
    """The words as they stand on the card."""
    return quoted(card.take) if isinstance(card, Clipping) else lines_of(card.words)


def lines_of(text: str) -> str:
    """A text of several lines as one paragraph is set: each in a line, without blank ones.

    A bare line feed would be no gap at all between two words.
    """
    return "\N{LINE SEPARATOR}".join(line for line in text.splitlines() if line.strip())


def chain_of(card: Card, names: OutletNames) -> str:
    """The way of the words: who says them, who stands between, which text; or that nobody knows."""
    if isinstance(card, LooseClipping):
        return tr("No source")
    take = names.take(card.take)
    speaker = take.speaker
    first = role_name(take)
    if speaker is not None:
        first = speaker_name(speaker)
        if speaker.description:
            first = f"{first}, “{speaker.description}”"
    parts = [first, take.via]
    if card.take.article_id > 0 and not names.hides(card.take.outlet):
        parts.append(tr("text {n}").format(n=card.take.article_id))
    return ARROW.join(part for part in parts if part)


def heading_of(card: Card, names: OutletNames) -> tuple[str, str]:
    """The outlet's name and its country."""
    if isinstance(card, LooseClipping):
        return tr("Words from outside"), ""
    outlet = names.outlet(card.take.outlet)
    return outlet.name, outlet.country


def colour_name(colour: Colour | None) -> str:
    """The colour in the reader's language; empty for none."""
    return tr(COLOURS[colour][0]) if colour is not None else ""


def tags_line(tags: Sequence[str]) -> str:
    """Tags as they stand on a card."""
    return "  ·  ".join(tags)


def card_sentence(card: Card, place: Place, names: OutletNames) -> str:
    """What is spoken of a card."""
    where = tr("Row {0}, column {1}").format(place.row + 1, letter(place.column))
    whose = tr("Words from outside")
    if isinstance(card, Clipping):
        whose = outlet_line(names.outlet(card.take.outlet))
    note = tr("Note: {0}").format(card.note) if card.note else ""
    tags = tr("Tags: {0}").format(", ".join(card.tags)) if card.tags else ""
    colour = tr("Colour: {0}").format(colour_name(card.colour)) if card.colour else ""
    parts = (where, whose, shown_words(card), chain_of(card, names), note, tags, colour)
    return ". ".join(part for part in parts if part)


def relation_word(relation: Relation) -> str:
    """How two cards stand to each other, as a word within a sentence."""
    words = {
        Relation.AGREES: tr("agrees"),
        Relation.CONTRADICTS: tr("contradicts"),
        Relation.ADDS: tr("adds"),
        Relation.DIFFERENT_QUESTION: tr("different question"),
    }
    return words[relation]


def between_sentence(relation: Relation | None) -> str:
    """What is spoken between two cards."""
    if relation is None:
        return tr("No relation said")
    return tr("Relation: {0}").format(relation_word(relation))


def empty_sentence(place: Place) -> str:
    """What is spoken of an empty place."""
    return tr("Empty place, row {0}, column {1}").format(place.row + 1, letter(place.column))


def column_title(board: Comparison, column: int, names: OutletNames) -> tuple[str, bool]:
    """What stands above a column, and whether the reader has said so.

    Without a title of the reader's it is the outlet, where all takes of the column are of one.
    """
    if title := board.title(column).strip():
        return title, True
    outlets = {
        names.outlet(one.take.outlet).name for one in board.clippings if one.column == column
    }
    if len(outlets) == 1 and not any(card.column == column for card in board.loose):
        return outlets.pop(), False
    return tr("Column {0}").format(letter(column)), False


def clippings_counted(count: int) -> str:
    """How many clippings, in words."""
    return counted(count, "{n} clipping", "{n} clippings")


def board_line(board: Comparison) -> str:
    """The line under the name of a comparison."""
    outlets = {clipping.take.outlet.id for clipping in board.clippings}
    texts = {clipping.source.article_id for clipping in board.clippings}
    parts = (
        clippings_counted(len(board.cards)),
        outlets_counted(len(outlets)),
        texts_counted(len(texts)),
        tr("kept as you work"),
    )
    return " · ".join(parts)


def summary_line(summary: BoardSummary) -> str:
    """The second line of a comparison in the list."""
    return f"{clippings_counted(summary.cards)} · {outlets_counted(summary.outlets)}"


def summary_of(board: Comparison) -> BoardSummary:
    """A comparison that is open, in short."""
    outlets = {each.take.outlet.id for each in board.clippings}
    return BoardSummary(board.id, board.name, len(board.cards), len(outlets))


def delete_question(gone: BoardSummary) -> str:
    """The confirmation that names what goes into the bin."""
    if not gone.cards:
        return tr("Delete the comparison “{0}”?").format(gone.name)
    one = tr("Delete the comparison “{0}” and its {1} clipping?")
    many = tr("Delete the comparison “{0}” and its {1} clippings?")
    return (one if gone.cards == 1 else many).format(gone.name, gone.cards)


def erase_question(gone: Sequence[BoardSummary]) -> str:
    """The confirmation that names what is deleted for good."""
    cards = clippings_counted(sum(one.cards for one in gone))
    if len(gone) == 1:
        return tr("Delete the comparison “{0}” for good, with {1}?").format(gone[0].name, cards)
    return tr("Delete {0} comparisons in the bin for good, with {1}?").format(len(gone), cards)
