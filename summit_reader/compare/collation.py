"""What two wordings of a statement have in common, word by word, and what each leaves out.

Words that stand once in both wordings are matched first, in the longest order they have in common;
what lies between two of them is small, and there the longest common sequence is found exactly. So
the work grows with the length of the text and not with its square, whatever the text is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summit_reader.compare.matching import Pair, matched
from summit_reader.compare.words import Word, Wording, wording_of
from summit_reader.domain.collation import Collation, Stretch, StretchKind, Verdict
from summit_reader.domain.spans import Span

LONGEST = 2_000
"""Words of each wording that are compared; a quotation has some dozens."""

SHARED, MOSTLY = 0.5, 0.75
"""Share of the shorter wording's words that have to be in the other for a statement to be one.

The greater one holds where no three of them stand in a row.
"""

_RUN, _FEW_RUNS = 3, 2
"""Words in a row that are hardly scattered; and pieces of fewer words that are not either."""

_SHORT_WORD = 3
"""Letters up to which a single common word between changed ones says nothing: "of", "the"."""

_EARLY = 3
"""Words up to which a run is a false start, if the same words stand where the next begins."""


class _Part(NamedTuple):
    """Words `i` to `i_end` of the first wording beside words `j` to `j_end` of the second."""

    i: int
    i_end: int
    j: int
    j_end: int
    same: bool

    @property
    def is_change(self) -> bool:
        """Whether both have words here, and others."""
        return not self.same and self.i < self.i_end and self.j < self.j_end


def collated(first: str, second: str) -> Collation:
    """The two wordings with all they have in common and all that differs.

    >>> collated("We will pay.", "“We will never pay”").left_out_of_first
    ('never',)
    """
    # Which of several equal matches is taken may hang on the order; so the order is always one.
    if (len(second), second) < (len(first), first):
        return _collated(second, first).mirrored()
    return _collated(first, second)


def _collated(first: str, second: str) -> Collation:
    one, two = _shortened(wording_of(first)), _shortened(wording_of(second))
    whole = len(one.words) < LONGEST and len(two.words) < LONGEST
    parts = _settled(one.words, two.words, _parts(one, two, matched(one.forms, two.forms)))
    stretches = tuple(_stretch(one, two, part) for part in parts)
    verdict = _verdict(stretches) if _is_one(one, two, parts) else Verdict.DIFFERENT
    return Collation(first, second, verdict, stretches, whole)


def _shortened(wording: Wording) -> Wording:
    return Wording(wording.words[:LONGEST], wording.gaps)


def _parts(one: Wording, two: Wording, pairs: Sequence[Pair]) -> Iterator[_Part]:
    """Ranges of words that are the same, and what lies between them, in order."""
    i = j = at = 0
    while at < len(pairs):
        start_i, start_j = pairs[at]
        if (start_i, start_j) != (i, j):
            yield _Part(i, start_i, j, start_j, same=False)
        i, j = start_i, start_j
        while at < len(pairs) and pairs[at] == (i, j):
            i, j, at = i + 1, j + 1, at + 1
        yield _Part(start_i, i, start_j, j, same=True)
    if i < len(one.words) or j < len(two.words):
        yield _Part(i, len(one.words), j, len(two.words), same=False)


def _settled(one: Sequence[Word], two: Sequence[Word], parts: Iterator[_Part]) -> list[_Part]:
    """The parts as a reader would cut them; of neighbours one is the same and the other is not."""
    settled: list[_Part] = []
    for part in parts:
        for piece in _moved(one, two, settled, _respelt(one, two, part)):
            _append(one, settled, piece)
    return settled


def _respelt(one: Sequence[Word], two: Sequence[Word], part: _Part) -> _Part:
    """The part, taken for the same if it is only written in another number of words."""
    same_letters = _letters(one, part.i, part.i_end) == _letters(two, part.j, part.j_end)
    return part._replace(same=True) if part.is_change and same_letters else part


def _moved(
    one: Sequence[Word], two: Sequence[Word], settled: list[_Part], part: _Part
) -> Iterator[_Part]:
    """The part; where the run before it is a false start, that run goes after what was put in.

    “Kim (went; Kim) said” becomes “(Kim went;) Kim said”.
    """
    if not settled or not _is_early(one, two, settled[-1], part):
        yield part
        return
    run = settled.pop()
    i, j = part.i_end - (run.i_end - run.i), part.j_end - (run.j_end - run.j)
    yield _Part(run.i, i, run.j, j, same=False)
    yield _Part(i, part.i_end, j, part.j_end, same=True)


def _append(one: Sequence[Word], settled: list[_Part], part: _Part) -> None:
    """Put the part after the others, made one with what it belongs to."""
    if settled and settled[-1].same is part.same:
        part = part._replace(i=settled[-1].i, j=settled.pop().j)
    elif part.is_change and len(settled) > 1 and _is_chance(one, *settled[-2:]):
        settled.pop()
        part = part._replace(i=settled[-1].i, j=settled.pop().j)
    settled.append(part)


def _is_early(one: Sequence[Word], two: Sequence[Word], run: _Part, cut: _Part) -> bool:
    """Whether a short run of words stands again at the end of what one wording goes on with."""
    length = run.i_end - run.i
    if not run.same or cut.same or cut.is_change or run.j_end - run.j != length:
        return False
    words, start, end = (one, cut.i, cut.i_end) if cut.i < cut.i_end else (two, cut.j, cut.j_end)
    if end - start < length or length > _EARLY:
        return False
    before = [word.form for word in words[start - length : start]]
    return before == [word.form for word in words[end - length : end]]


def _is_chance(one: Sequence[Word], before: _Part, island: _Part) -> bool:
    """Whether a short word between two changes is only by chance in both."""
    alone = island.i_end - island.i == 1 and len(one[island.i].form) <= _SHORT_WORD
    return before.is_change and alone


def _letters(words: Sequence[Word], start: int, end: int) -> str:
    return "".join(word.form for word in words[start:end])


def _stretch(one: Wording, two: Wording, part: _Part) -> Stretch:
    if part.same:
        kind = StretchKind.SAME
    elif part.i == part.i_end:
        kind = StretchKind.ONLY_SECOND
    else:
        kind = StretchKind.CHANGED if part.is_change else StretchKind.ONLY_FIRST
    return Stretch(
        kind,
        _span(one.words, part.i, part.i_end),
        _span(two.words, part.j, part.j_end),
        not part.same and _is_declared(one, two, part),
    )


def _span(words: Sequence[Word], start: int, end: int) -> Span:
    if start < end:
        return Span(words[start].span.start, words[end - 1].span.end)
    if start < len(words):
        return Span(words[start].span.start, words[start].span.start)
    at = words[-1].span.end if words else 0
    return Span(at, at)


def _is_declared(one: Wording, two: Wording, part: _Part) -> bool:
    """Whether the print itself says that words are left out or put in here."""
    here = [word.bracketed for word in one.words[part.i : part.i_end]]
    there = [word.bracketed for word in two.words[part.j : part.j_end]]
    if here and there:
        return all(here) or all(there)
    if here:
        return all(here) or part.j in two.gaps
    return all(there) or part.i in one.gaps


def _is_one(one: Wording, two: Wording, parts: Sequence[_Part]) -> bool:
    """Whether they are versions of one statement: the shorter has most of its words in the other.

    A version may be a tenth of another and still be of the same words; an editor's do not count.
    Words that are scattered over the other do not count either: any long text has those.
    """
    here, there = (sum(not word.bracketed for word in each.words) for each in (one, two))
    runs = [part.i_end - part.i for part in parts if part.same]
    shared, shorter = sum(runs), min(here, there)
    if max(runs, default=0) >= _RUN:
        return shared >= SHARED * shorter
    return 0 < len(runs) <= _FEW_RUNS and shared >= MOSTLY * shorter


def _verdict(stretches: Sequence[Stretch]) -> Verdict:
    differing = [stretch for stretch in stretches if stretch.kind is not StretchKind.SAME]
    if any(one.kind is StretchKind.CHANGED and not one.declared for one in differing):
        return Verdict.ALTERED
    return Verdict.TRIMMED if differing else Verdict.VERBATIM
