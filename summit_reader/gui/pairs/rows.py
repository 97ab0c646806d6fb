"""The pairs of two texts as rows: words, cuts, takes; nothing of it needs a window."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from summit_reader.compare.collation import collated
from summit_reader.compare.words import wording_of
from summit_reader.domain.alignment import Alignment, Counterparts, Part, Reason, ReasonKind
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import Take
from summit_reader.export.versions import Mark, Run, runs_of
from summit_reader.gui.compare.loading import Place
from summit_reader.gui.widgets.sides import Side

BEFORE = 60
"""Characters of a passage that stand before the words it shares with the other."""


class Tie(Enum):
    """What ties a pair, in the order in which pairs are listed."""

    SAME_WORDS = auto()
    ON_POINT = auto()
    SAME_SPEAKER = auto()
    SAME_THING = auto()


@dataclass(frozen=True, slots=True)
class Words:
    """What one side says; `cuts` are words in it that it leaves out, `shared` those in both."""

    text: str
    cuts: tuple[Span, ...] = ()
    shared: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair with its reasons; the first of both sides is that of the pane `sides[0]`.

    `confidence` is 1 only where the pair is certain; None where the reader decided it.
    """

    tie: Tie
    sides: tuple[Side, Side]
    places: tuple[Place, Place]
    words: tuple[Words, Words]
    reasons: tuple[Reason, ...] = ()
    confidence: float | None = None

    @property
    def key(self) -> tuple[int, int, int, int]:
        """What makes a pair the same as one that was listed before."""
        one, other = self.places
        return one.article_id, one.source.start, other.article_id, other.source.start


def rows_of(
    alignment: Alignment,
    sides: tuple[Side, Side],
    takes: tuple[Sequence[Take], Sequence[Take]],
    on_point: Collection[int],
) -> tuple[PairRow, ...]:
    """The pairs: the same words, takes on the point at hand, the same speaker, the rest by rank.

    `takes` are those of both texts, `on_point` the ids of those on the point at hand.
    """
    found = [_row(alignment, pair, sides, takes) for pair in alignment.pairs]
    found += _on_point(sides, takes, on_point)
    return tuple(sorted(found, key=lambda row: row.tie.value))


def _row(
    alignment: Alignment,
    pair: Counterparts,
    sides: tuple[Side, Side],
    takes: tuple[Sequence[Take], Sequence[Take]],
) -> PairRow:
    parts = alignment.first[pair.first], alignment.second[pair.second]
    evidence = {reason.kind: reason.evidence for reason in pair.reasons}
    if ReasonKind.SAME_WORDS in evidence:
        run = evidence[ReasonKind.SAME_WORDS][0]
        one, other = (_saying(run, *each) for each in zip(parts, takes, strict=True))
        row = (Tie.SAME_WORDS, _collated(one, other, parts, run))
    elif ReasonKind.SAME_SPEAKER in evidence:
        one, other = (_spoken(*each) for each in zip(parts, takes, strict=True))
        row = (Tie.SAME_SPEAKER, (_words(one, parts[0]), _words(other, parts[1])))
    else:
        one = other = None
        row = (Tie.SAME_THING, (Words(parts[0].text), Words(parts[1].text)))
    tie, words = row
    places = (_place(one, parts[0]), _place(other, parts[1]))
    return PairRow(tie, sides, places, words, pair.reasons, pair.confidence)


def _on_point(
    sides: tuple[Side, Side],
    takes: tuple[Sequence[Take], Sequence[Take]],
    on_point: Collection[int],
) -> Iterator[PairRow]:
    here, there = ([take for take in each if take.id in on_point and not take.lost]
                   for each in takes)  # fmt: skip
    for one in here:
        for other in there:
            yield PairRow(
                Tie.ON_POINT,
                sides,
                (_of_take(one), _of_take(other)),
                (Words(one.text), Words(other.text)),
            )


def _saying(run: str, part: Part, takes: Sequence[Take]) -> Take | None:
    """The shortest take in a passage that has these words."""
    forms = wording_of(run).forms
    saying = [take for take in _inside(part, takes) if _found(forms, take.text) is not None]
    return min(saying, key=lambda take: len(take.text), default=None)


def _spoken(part: Part, takes: Sequence[Take]) -> Take | None:
    """The first take in a passage with a speaker."""
    return next((take for take in _inside(part, takes) if take.speaker is not None), None)


def _inside(part: Part, takes: Sequence[Take]) -> list[Take]:
    return [
        take
        for take in takes
        if not take.lost and any(each.overlaps(part.source) for each in take.anchor.segments)
    ]


def _collated(
    one: Take | None, other: Take | None, parts: tuple[Part, Part], run: str
) -> tuple[Words, Words]:
    if one is None or other is None:
        return _around(run, parts[0].text), _around(run, parts[1].text)
    collation = collated(one.text, other.text)
    here, there = (_with_cuts(runs_of(collation, first=first)) for first in (True, False))
    return here, there


def _with_cuts(runs: Sequence[Run]) -> Words:
    text, cuts = "", []
    for run in runs:
        words = run.text
        if run.mark is Mark.LEFT_OUT:
            start = len(text) + len(words) - len(words.lstrip())
            cuts.append(Span(start, start + len(words.strip())))
        text += words
    return Words(text, tuple(cuts))


def _around(run: str, text: str) -> Words:
    """The passage from a little before the words that are shared."""
    shared = _found(wording_of(run).forms, text)
    if shared is None:
        return Words(text)
    start = text.rfind(" ", 0, max(shared.start - BEFORE, 0)) + 1
    dots = "…" if start else ""
    return Words(dots + text[start:], shared=(shared.shifted(len(dots) - start),))


def _found(forms: Sequence[str], text: str) -> Span | None:
    words = wording_of(text).words
    for at in range(len(words) - len(forms) + 1):
        if [word.form for word in words[at : at + len(forms)]] == list(forms):
            return Span(words[at].span.start, words[at + len(forms) - 1].span.end)
    return None


def _words(take: Take | None, part: Part) -> Words:
    return Words(take.text if take is not None else part.text)


def _place(take: Take | None, part: Part) -> Place:
    return _of_take(take) if take is not None else Place(part.article_id, part.source)


def _of_take(take: Take) -> Place:
    return Place(take.article_id, covering(take.anchor.segments), take)
