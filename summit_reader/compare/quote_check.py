"""Quoted words looked for in the text they are said to come from."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence

from summit_reader.compare.collation import LONGEST, collated
from summit_reader.compare.words import Wording, wording_of
from summit_reader.domain.collation import Collation, QuoteCheck, Stretch, StretchKind, Verdict
from summit_reader.domain.spans import Span

_GRAM, _FEWEST = 3, 2
"""Words in a row by which the place is looked for, and the fewest; a single word is one itself."""

_SLACK = 3
"""Times its own length within which a quotation may stand in the text, cuts between its parts."""

_SENTENCE = 400
"""Characters on each side in which the bounds of the sentence are looked for."""

_AROUND = 3
"""Words beyond its own length among which the beginning and the end of a quotation are compared."""

_ENDS = ("\n", *(point + mark + " " for point in ".!?" for mark in ("", "”", "’", "»", '"')))
"""What stands between two sentences."""

_NOT_THERE = QuoteCheck(Verdict.DIFFERENT)


def quote_check(words: str, source: str) -> QuoteCheck:
    """Whether `source` has these words, and what was left out of them or changed.

    >>> quote_check("We will pay", "The mayor was asked. “We will never pay,” she said.").verdict
    <Verdict.TRIMMED: 'trimmed'>
    """
    quoted, text = wording_of(words), wording_of(source)
    sizes = range(min(_GRAM, len(quoted.words)), min(_FEWEST, len(quoted.words)) - 1, -1)
    windows = (_window(quoted, text, size) for size in sizes if size)
    start, end = next((found for found in windows if found is not None), (0, 0))
    if start == end:
        return _NOT_THERE
    near = Span(text.words[start].span.start, text.words[end - 1].span.end)
    found = collated(words, near.of(source))
    same = [stretch for stretch in found.stretches if stretch.kind is StretchKind.SAME]
    if found.verdict is Verdict.DIFFERENT or not same:
        return _NOT_THERE
    first, last = same[0].second.start, same[-1].second.end
    place = _sentences(source, Span(near.start + first, near.start + last))
    # Words that the place ends with can pair better now that nothing stands before and after it.
    collation = collated(words, place.of(source))
    return QuoteCheck(_verdict(collation), place, collation)


def _verdict(collation: Collation) -> Verdict:
    """What was done to the words; where the sentence begins before them or goes on is no cut."""
    if collation.verdict in {Verdict.DIFFERENT, Verdict.ALTERED}:
        return collation.verdict
    inner = _without_ends(collation.stretches)
    if any(one.kind is StretchKind.ONLY_FIRST and not one.declared for one in inner):
        return Verdict.ALTERED
    cut = any(one.kind is not StretchKind.SAME for one in inner)
    return Verdict.TRIMMED if cut else Verdict.VERBATIM


def _without_ends(stretches: Sequence[Stretch]) -> Sequence[Stretch]:
    inner = deque(stretches)
    while inner and inner[0].kind is StretchKind.ONLY_SECOND:
        inner.popleft()
    while inner and inner[-1].kind is StretchKind.ONLY_SECOND:
        inner.pop()
    return inner


def _window(quoted: Wording, text: Wording, size: int) -> tuple[int, int] | None:
    """The words of the text, from and to, among which most of the quotation stands.

    It is found by `size` words in a row; None if none of those are there.
    """
    forms = quoted.forms[:LONGEST]
    wanted: dict[tuple[str, ...], list[int]] = {}
    for at, gram in enumerate(_grams(forms, size)):
        wanted.setdefault(gram, []).append(at)
    hits = [(at, gram) for at, gram in enumerate(_grams(text.forms, size)) if gram in wanted]
    inside: Counter[tuple[str, ...]] = Counter()
    best: tuple[int, int] | None = None
    most = found = left = 0
    for right, (at, gram) in enumerate(hits):
        inside[gram] += 1
        found += inside[gram] <= len(wanted[gram])
        while at - hits[left][0] > _SLACK * len(forms):
            gone = hits[left][1]
            found -= inside[gone] <= len(wanted[gone])
            inside[gone] -= 1
            left += 1
        if found > most:
            most, best = found, (left, right)
    if best is None:
        return None
    (start, first), (end, last) = hits[best[0]], hits[best[1]]
    # Before and after what was found there is room for what may have been put otherwise.
    start -= wanted[first][0] + _AROUND
    end += len(forms) - wanted[last][-1] + _AROUND
    return max(start, 0), min(end, len(text.words))


def _grams(forms: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return zip(*(forms[at:] for at in range(size)), strict=False)


def _sentences(source: str, place: Span) -> Span:
    """The place, widened to where sentences or lines begin and end."""
    low, high = max(place.start - _SENTENCE, 0), min(place.end + _SENTENCE, len(source))
    before, after = source[low : place.start], source[place.end : high]
    starts = [at + len(sign) for sign in _ENDS if (at := before.rfind(sign)) >= 0]
    ends = [at + len(sign.rstrip()) for sign in _ENDS if (at := after.find(sign)) >= 0]
    return Span(low + max(starts, default=0), place.end + min(ends, default=len(after)))
