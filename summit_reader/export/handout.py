"""A comparison laid out for paper: columns beside each other, rows, numbered sources.

What every writer is given. Whatever must not be told in a blind hand-out is left out here, so that
no writer can tell it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from summit_reader.domain.arrangement import ranked_rows
from summit_reader.domain.comparison import Card, Clipping, Comparison, LooseClipping, Source
from summit_reader.domain.point import Decision, PointView
from summit_reader.domain.take import Role, Take
from summit_reader.export.blinding import Disguise
from summit_reader.export.chain import chain_line, described, links, speakers
from summit_reader.export.characters import neutral, one_line
from summit_reader.export.citation import Citation, citation_of
from summit_reader.export.options import Arrangement, Options
from summit_reader.export.quotation import Quotation, quotation_of, thesis_of
from summit_reader.export.relating import Relating
from summit_reader.export.wording import counted
from summit_reader.text.context import Context

_UNTITLED = "Comparison"
_NO_CONTEXT = Context("", "")
_LOOSE = "words from outside, without a source"


@dataclass(frozen=True, slots=True)
class Entry:
    """A clipping as it is printed.

    `place` counts the entries from 1 in the reader's order, `number` the sources; it is 0 where
    none is printed. `clipping` is what the entry was made of; None in a blind hand-out, and where
    there is no take. Such an entry has words, and nobody whose they are: no role either.
    `relations` say how the entry stands to its neighbours, `colour` is the name of one.
    """

    letter: str
    place: int
    number: int
    clipping: Clipping | None
    outlet: str
    country: str
    role: Role | None
    speaker: str
    headline: str
    quotation: Quotation
    thesis: str
    chain: str
    note: str
    context: Context = _NO_CONTEXT
    row: int = 1
    column: str = ""
    relations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    colour: str = ""

    @property
    def outlet_line(self) -> str:
        """The outlet with its country, if that is known."""
        return f"{self.outlet} ({self.country})" if self.country else self.outlet

    @property
    def voice(self) -> str:
        """Whose voice it is, and who speaks."""
        return " · ".join(part for part in (self.role or "", self.speaker) if part)

    @property
    def marks(self) -> str:
        """The reader's tags and colour on one line, each under its name."""
        tags = f"Tags: {', '.join(self.tags)}" if self.tags else ""
        colour = f"Colour: {self.colour}" if self.colour else ""
        return " · ".join(part for part in (tags, colour) if part)


@dataclass(frozen=True, slots=True)
class HandOut:
    """A comparison on paper.

    A row holds the entries that stand beside each other, None where a column has none; all rows
    are as long as `letters`, the heads of the columns, and `titles`, what the reader calls them. A
    list or table has one column without a letter. Equal citations share one of `sources`. `key`
    tells a blind hand-out's outlets by the numbers that stand for them.
    """

    title: str
    letters: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[Entry | None, ...], ...]
    sources: tuple[Citation, ...]
    my_take: str
    texts: int = 0
    options: Options = Options()  # noqa: RUF009 - frozen
    key: tuple[tuple[str, str], ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the reader's order."""
        found = [entry for row in self.rows for entry in row if entry]
        return tuple(sorted(found, key=lambda entry: entry.place))

    @property
    def summary(self) -> str:
        """How much stands here: takes, outlets, texts."""
        takes = [entry for entry in self.entries if entry.outlet]
        return " · ".join(
            (
                counted(len(takes), "take"),
                counted(len({entry.outlet for entry in takes}), "outlet"),
                counted(self.texts, "text"),
            )
        )


def hand_out(
    comparison: Comparison,
    options: Options = Options(),  # noqa: B008 - frozen
    contexts: Mapping[str, Context] = {},
) -> HandOut:
    """`comparison` laid out in the reader's order: what comes first stands left and on top.

    `contexts` are the words around takes, by the id of their clipping; they are printed if the
    options ask for them.
    """
    disguise = Disguise(comparison.clippings) if options.blind else None
    numbers: dict[Citation, int] = {}
    relating = Relating(comparison, by_letter=options.arrangement is Arrangement.COLUMNS)
    entries = [
        _marked(_entry(card, place, numbers, options, contexts), card, comparison, relating)
        for place, card in enumerate(comparison.cards, start=1)
    ]
    title, my_take = one_line(comparison.name), neutral(comparison.my_take).strip()
    columns = _columns(comparison, options.arrangement)
    titles = tuple(one_line(comparison.title(column)) if column >= 0 else "" for column in columns)
    if disguise is not None:
        entries = [_disguised(entry, disguise, told=options.key) for entry in entries]
        title, my_take = disguise.hidden(title), disguise.hidden(my_take)
        titles = tuple(map(disguise.hidden, titles))
    told = disguise is None or options.key
    return HandOut(
        title=title or _UNTITLED,
        letters=tuple(_letter(column) if column >= 0 else "" for column in columns),
        titles=titles,
        rows=_rows(comparison.cards, entries, columns),
        sources=tuple(numbers) if told else (),
        my_take=my_take,
        texts=len({clipping.source.article_id for clipping in comparison.clippings}),
        options=options,
        key=disguise.key if disguise is not None and options.key else (),
    )


def comparison_of_point(view: PointView, sources: Mapping[int, Source]) -> Comparison:
    """What a reader would get by pinning every take of a point.

    The first pair stands at the head of A and B; the outlets' takes stay together, and every outlet
    goes into the shorter of the two columns. `sources` are the texts by their article's id.
    """
    taken = [
        point_take.take for point_take in view.takes if point_take.decision is not Decision.REFUSED
    ]
    pair = view.summary.point.first_pair or ()
    taken.sort(key=lambda take: pair.index(take.id) if take.id in pair else len(pair))
    columns: dict[int, int] = {}
    lengths = [0, 0]
    for take in taken:
        column = columns.setdefault(take.outlet.id, 0 if lengths[0] <= lengths[1] else 1)
        lengths[column] += 1
    of_takes = [columns[take.outlet.id] for take in taken]
    clippings = [
        Clipping(
            f"point-{view.summary.point.id}-take-{take.id}",
            take,
            sources[take.article_id],
            column,
            row,
        )
        for take, column, row in zip(taken, of_takes, ranked_rows(of_takes), strict=True)
    ]
    clippings.sort(key=lambda clipping: (clipping.row, clipping.column))
    return Comparison(0, view.summary.point.question, "", tuple(clippings))


def comparison_of_takes(
    name: str, takes: Sequence[Take], sources: Mapping[int, Source]
) -> Comparison:
    """Takes in the order they are given, one below the other; `sources` as for a point."""
    clippings = tuple(
        Clipping(f"take-{take.id}-{number}", take, sources[take.article_id], 0, number)
        for number, take in enumerate(takes)
    )
    return Comparison(0, name, "", clippings)


def _columns(comparison: Comparison, arrangement: Arrangement) -> list[int]:
    """The columns that are printed, by their numbers: those that hold something; -1 for a list."""
    if arrangement is not Arrangement.COLUMNS:
        return [-1]
    return sorted({card.column for card in comparison.cards})


def _rows(
    cards: Sequence[Card], entries: Sequence[Entry], columns: list[int]
) -> tuple[tuple[Entry | None, ...], ...]:
    if columns == [-1]:
        return tuple((entry,) for entry in entries)
    by_row: dict[int, dict[int, Entry]] = {}
    for card, entry in zip(cards, entries, strict=True):
        by_row.setdefault(card.row, {})[card.column] = entry
    return tuple(tuple(map(row.get, columns)) for _, row in sorted(by_row.items()))


def _letter(column: int) -> str:
    return ascii_uppercase[column % len(ascii_uppercase)]


def _marked(entry: Entry, card: Card, comparison: Comparison, relating: Relating) -> Entry:
    """The entry with everything that the reader has put on its card."""
    return replace(
        entry,
        row=card.row + 1,
        column=one_line(comparison.title(card.column)),
        note=neutral(card.note).strip(),
        relations=relating.of(card),
        tags=tuple(map(one_line, card.tags)),
        colour=card.colour or "",
    )


def _entry(
    clipping: Card,
    place: int,
    numbers: dict[Citation, int],
    options: Options,
    contexts: Mapping[str, Context],
) -> Entry:
    letter = _letter(clipping.column) if options.arrangement is Arrangement.COLUMNS else ""
    if isinstance(clipping, LooseClipping):
        words = Quotation("", "", one_line(clipping.words), verbatim=False)
        return Entry(letter, place, 0, None, "", "", None, _LOOSE, "", words, "", "", "")
    take, source = clipping.take, clipping.source
    voices = speakers(take.chain)
    citation = citation_of(take, source, options.style, options.accessed)
    return Entry(
        letter=letter,
        place=place,
        number=numbers.setdefault(citation, len(numbers) + 1),
        clipping=clipping,
        outlet=one_line(take.outlet.name),
        country=one_line(take.outlet.country),
        role=take.role,
        speaker=described(voices[0], unless=take.outlet.name) if voices else "",
        headline=one_line(take.headline),
        quotation=quotation_of(take, source),
        thesis=thesis_of(take, source),
        chain=chain_line(links(take, source)),
        note="",
        context=contexts.get(clipping.id, _NO_CONTEXT) if options.context else _NO_CONTEXT,
    )


def _disguised(entry: Entry, disguise: Disguise, *, told: bool) -> Entry:
    return replace(
        entry,
        number=entry.number if told else 0,
        clipping=None,
        outlet=disguise.outlet(entry.outlet) if entry.outlet else "",
        country="",
        speaker=disguise.hidden(entry.speaker),
        headline=disguise.hidden(entry.headline),
        quotation=disguise.quotation(entry.quotation),
        thesis=disguise.hidden(entry.thesis),
        chain=chain_line(disguise.chain(entry.chain.split(" › "))) if entry.chain else "",
        note=disguise.hidden(entry.note),
        column=disguise.hidden(entry.column),
        tags=tuple(map(disguise.hidden, entry.tags)),
        context=Context(
            disguise.hidden(entry.context.before), disguise.hidden(entry.context.after)
        ),
    )
