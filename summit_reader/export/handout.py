"""A comparison laid out for paper: columns beside each other, rows, numbered sources.

What every writer is given. Whatever must not be told in a blind hand-out is left out here, so that
no writer can tell it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from string import ascii_uppercase

from summit_reader.domain.comparison import Clipping, Comparison, Source
from summit_reader.domain.point import Decision, PointView
from summit_reader.domain.take import Role, Take
from summit_reader.export.blinding import Disguise
from summit_reader.export.chain import chain_line, described, links, speakers
from summit_reader.export.characters import neutral, one_line
from summit_reader.export.citation import Citation, citation_of
from summit_reader.export.options import Arrangement, Options
from summit_reader.export.quotation import Quotation, quotation_of, thesis_of
from summit_reader.export.wording import counted
from summit_reader.text.context import Context

_UNTITLED = "Comparison"
_NO_CONTEXT = Context("", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A clipping as it is printed.

    `place` counts the entries from 1 in the reader's order, `number` the sources; it is 0 where
    none is printed. `clipping` is what the entry was made of; None in a blind hand-out.
    """

    letter: str
    place: int
    number: int
    clipping: Clipping | None
    outlet: str
    country: str
    role: Role
    speaker: str
    headline: str
    quotation: Quotation
    thesis: str
    chain: str
    note: str
    context: Context = _NO_CONTEXT

    @property
    def outlet_line(self) -> str:
        """The outlet with its country, if that is known."""
        return f"{self.outlet} ({self.country})" if self.country else self.outlet


@dataclass(frozen=True, slots=True)
class HandOut:
    """A comparison on paper.

    A row holds the entries that stand beside each other, None where a column has run out; all rows
    are as long as `letters`, the heads of the columns. A list or table has one column without a
    letter. Equal citations share one of `sources`. `key` tells a blind hand-out's outlets by the
    numbers that stand for them.
    """

    title: str
    letters: tuple[str, ...]
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
        entries = self.entries
        return " · ".join(
            (
                counted(len(entries), "take"),
                counted(len({entry.outlet for entry in entries}), "outlet"),
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
    clippings = sorted(comparison.clippings, key=lambda clipping: clipping.position)
    disguise = Disguise(clippings) if options.blind else None
    numbers: dict[Citation, int] = {}
    entries = [
        _entry(clipping, place, numbers, options, contexts)
        for place, clipping in enumerate(clippings, start=1)
    ]
    title, my_take = one_line(comparison.name), neutral(comparison.my_take).strip()
    if disguise is not None:
        entries = [_disguised(entry, disguise, told=options.key) for entry in entries]
        title, my_take = disguise.hidden(title), disguise.hidden(my_take)
    letters, rows = _laid_out(clippings, entries, options.arrangement)
    told = disguise is None or options.key
    return HandOut(
        title=title or _UNTITLED,
        letters=letters,
        rows=rows,
        sources=tuple(numbers) if told else (),
        my_take=my_take,
        texts=len({clipping.source.article_id for clipping in clippings}),
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
    clippings: list[Clipping] = []
    for take in taken:
        column = columns.setdefault(take.outlet.id, 0 if lengths[0] <= lengths[1] else 1)
        lengths[column] += 1
        clipping_id = f"point-{view.summary.point.id}-take-{take.id}"
        source = sources[take.article_id]
        clippings.append(Clipping(clipping_id, take, source, column, len(clippings)))
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


def _laid_out(
    clippings: Sequence[Clipping], entries: Sequence[Entry], arrangement: Arrangement
) -> tuple[tuple[str, ...], tuple[tuple[Entry | None, ...], ...]]:
    if arrangement is not Arrangement.COLUMNS:
        return ("",), tuple((entry,) for entry in entries)
    columns: dict[int, list[Entry]] = {}
    for clipping, entry in zip(clippings, entries, strict=True):
        columns.setdefault(clipping.column, []).append(entry)
    return tuple(map(_letter, columns)), tuple(zip_longest(*columns.values()))


def _letter(column: int) -> str:
    return ascii_uppercase[column % len(ascii_uppercase)]


def _entry(
    clipping: Clipping,
    place: int,
    numbers: dict[Citation, int],
    options: Options,
    contexts: Mapping[str, Context],
) -> Entry:
    take, source = clipping.take, clipping.source
    voices = speakers(take.chain)
    citation = citation_of(take, source, options.style, options.accessed)
    return Entry(
        letter=_letter(clipping.column) if options.arrangement is Arrangement.COLUMNS else "",
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
        note=neutral(clipping.note).strip(),
        context=contexts.get(clipping.id, _NO_CONTEXT) if options.context else _NO_CONTEXT,
    )


def _disguised(entry: Entry, disguise: Disguise, *, told: bool) -> Entry:
    return replace(
        entry,
        number=entry.number if told else 0,
        clipping=None,
        outlet=disguise.outlet(entry.outlet),
        country="",
        speaker=disguise.hidden(entry.speaker),
        headline=disguise.hidden(entry.headline),
        quotation=disguise.quotation(entry.quotation),
        thesis=disguise.hidden(entry.thesis),
        chain=chain_line(disguise.chain(entry.chain.split(" › "))) if entry.chain else "",
        note=disguise.hidden(entry.note),
        context=Context(
            disguise.hidden(entry.context.before), disguise.hidden(entry.context.after)
        ),
    )
