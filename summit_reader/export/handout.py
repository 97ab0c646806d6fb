"""A comparison laid out for paper: columns beside each other, rows, numbered sources."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from string import ascii_uppercase

from summit_reader.domain.comparison import Clipping, Comparison, Source
from summit_reader.domain.point import Decision, PointView
from summit_reader.domain.take import Role
from summit_reader.export.chain import chain_line, described, links, speakers
from summit_reader.export.characters import neutral, one_line
from summit_reader.export.citation import Citation, citation_of
from summit_reader.export.quotation import Quotation, quotation_of, thesis_of
from summit_reader.export.wording import counted

_UNTITLED = "Comparison"


@dataclass(frozen=True, slots=True)
class Entry:
    """A clipping as it is printed; `number` is that of its source, counted from 1."""

    letter: str
    number: int
    clipping: Clipping
    outlet: str
    country: str
    role: Role
    speaker: str
    headline: str
    quotation: Quotation
    thesis: str
    chain: str
    note: str


@dataclass(frozen=True, slots=True)
class HandOut:
    """A comparison on paper.

    A row holds the entries that stand beside each other, None where a column has run out; all rows
    are as long as `letters`. Equal citations share one of `sources`.
    """

    title: str
    letters: tuple[str, ...]
    rows: tuple[tuple[Entry | None, ...], ...]
    sources: tuple[Citation, ...]
    my_take: str

    @property
    def summary(self) -> str:
        """How much stands here: takes, outlets, texts."""
        entries = [entry for row in self.rows for entry in row if entry]
        return " · ".join(
            (
                counted(len(entries), "take"),
                counted(len({entry.outlet for entry in entries}), "outlet"),
                counted(len({entry.clipping.source.article_id for entry in entries}), "text"),
            )
        )


def hand_out(comparison: Comparison) -> HandOut:
    """`comparison` laid out in the reader's order: what comes first stands left and on top."""
    columns: dict[int, list[Clipping]] = {}
    for clipping in sorted(comparison.clippings, key=lambda clipping: clipping.position):
        columns.setdefault(clipping.column, []).append(clipping)
    numbers: dict[Citation, int] = {}
    used = list(columns)
    letters = tuple(ascii_uppercase[column % len(ascii_uppercase)] for column in used)
    rows = tuple(
        tuple(
            _entry(clipping, letter, numbers) if clipping else None
            for clipping, letter in zip(row, letters, strict=True)
        )
        for row in zip_longest(*(columns[column] for column in used))
    )
    title = one_line(comparison.name) or _UNTITLED
    return HandOut(title, letters, rows, tuple(numbers), neutral(comparison.my_take).strip())


def comparison_of_point(view: PointView, sources: dict[int, Source]) -> Comparison:
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


def _entry(clipping: Clipping, letter: str, numbers: dict[Citation, int]) -> Entry:
    take, source = clipping.take, clipping.source
    voices = speakers(take.chain)
    return Entry(
        letter=letter,
        number=numbers.setdefault(citation_of(take, source), len(numbers) + 1),
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
    )
