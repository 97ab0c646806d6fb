"""What becomes of stored takes when their text is read anew.

What the reader has decided, made or used stays; everything else follows the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.correction import TakeRecord
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Standing, Take, TakeDraft, Voice, speaker_of
from summit_reader.text.merging import absorbs

BLOCK = 1024
"""Characters of a text whose takes are compared with each other."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What to store: takes that stay as they are told, takes told anew, new ones, and who goes."""

    kept: tuple[TakeRecord, ...]
    rewritten: tuple[tuple[int, TakeDraft], ...]
    added: tuple[TakeDraft, ...]
    gone: tuple[int, ...]


def reconciled(
    records: Sequence[TakeRecord],
    drafts: Sequence[TakeDraft],
    source: str,
    in_use: frozenset[int],
) -> Reconciled:
    """The stored takes of an article and those that rules find in its `source` now, as one.

    A draft is the same take as a record with the same words, above all if the same speaker says
    them. Of the others, those that a kept record stands for are left out: a rejected take does not
    come back, and one that the reader has put otherwise is not told twice. `in_use` are the takes
    that are pinned or on a point: they stay even where no rule finds them any more.
    """
    moved = [_moved(record, source) for record in records]
    mine = [record for record in moved if _is_decided(record)]
    open_ = [record for record in moved if not _is_decided(record)]
    matches = _matches([*mine, *open_], drafts)
    kept = [
        *mine,
        *(one for one in open_ if one.take.id not in matches and one.take.id in in_use),
    ]
    matched, near = set(matches.values()), _by_block(kept)
    added = [
        draft
        for number, draft in enumerate(drafts)
        if number not in matched
        and not any(
            _stands_for(kept[one], draft, drafts)
            for block in _blocks(draft.anchor)
            for one in near.get(block, ())
        )
    ]
    return Reconciled(
        kept=tuple(kept),
        rewritten=tuple(
            (one.take.id, drafts[matches[one.take.id]]) for one in open_ if one.take.id in matches
        ),
        added=tuple(added),
        gone=tuple(
            one.take.id for one in open_ if one.take.id not in matches and one.take.id not in in_use
        ),
    )


def _is_decided(record: TakeRecord) -> bool:
    """Whether rules have no say in the take any more."""
    take = record.take
    is_open = take.standing is Standing.PROPOSED and take.origin is Origin.EXTRACTED
    return not is_open or record.replaced_by is not None


def _moved(record: TakeRecord, source: str) -> TakeRecord:
    """The record with its anchors where their words stand now; lost where they do not."""
    take = record.take
    anchor = take.anchor.found_in(source)
    found = tuple(filter(None, (one.found_in(source) for one in record.found)))
    if anchor is None:
        return replace(record, take=replace(take, lost=True), found=found)
    if anchor == take.anchor and not take.lost:
        return replace(record, found=found)
    by = anchor.segments[0].start - take.anchor.segments[0].start
    told = replace(
        take,
        anchor=anchor,
        lost=False,
        attribution=_shifted(take.attribution, by, source),
        sentence=_shifted(take.sentence, by, source),
        clause=_shifted(take.clause, by, source),
        quoted=tuple(filter(None, (_shifted(one, by, source) for one in take.quoted))),
        evidence=take.evidence
        and replace(
            take.evidence,
            cue=_shifted(take.evidence.cue, by, source),
            subject=_shifted(take.evidence.subject, by, source),
            antecedent=_shifted(take.evidence.antecedent, by, source),
        ),
    )
    return TakeRecord(told, found, record.replaced_by)


def _shifted(span: Span | None, by: int, source: str) -> Span | None:
    """The stretch as far on as the words of its take have moved; None if that is outside."""
    if span is None or span.start + by < 0 or span.end + by > len(source):
        return None
    return span.shifted(by)


def _matches(records: Sequence[TakeRecord], drafts: Sequence[TakeDraft]) -> dict[int, int]:
    """The number of the draft that tells each take anew, by the take's id."""
    free: dict[tuple[Span, ...], list[int]] = {}
    for number, draft in enumerate(drafts):
        free.setdefault(draft.anchor.segments, []).append(number)
    matches: dict[int, int] = {}
    for same_speaker in (True, False):
        for record in records:
            if record.take.lost or _is_withdrawn(record.take) or record.take.id in matches:
                continue
            choice = free.get(record.take.anchor.segments, [])
            speaker = _speaker(record.take.chain)
            for number in choice:
                if not same_speaker or _speaker(drafts[number].chain) == speaker:
                    matches[record.take.id] = number
                    choice.remove(number)
                    break
    return matches


def _by_block(records: Sequence[TakeRecord]) -> dict[int, list[int]]:
    """Which records have words in which block of the text, so that each asks only its like."""
    near: dict[int, list[int]] = {}
    for number, record in enumerate(records):
        for block in {one for anchor in _places(record) for one in _blocks(anchor)}:
            near.setdefault(block, []).append(number)
    return near


def _places(record: TakeRecord) -> tuple[Anchor, ...]:
    return record.found if record.take.lost else (record.take.anchor, *record.found)


def _blocks(anchor: Anchor) -> set[int]:
    return {
        block
        for segment in anchor.segments
        for block in range(segment.start // BLOCK, segment.end // BLOCK + 1)
    }


def _speaker(chain: tuple[Voice, ...]) -> str:
    voice = speaker_of(chain)
    return voice.name.casefold() if voice is not None else ""


def _stands_for(record: TakeRecord, draft: TakeDraft, drafts: Sequence[TakeDraft]) -> bool:
    """Whether `draft` is what `record` tells already, or what the reader wants not to be told."""
    take = record.take
    if _is_withdrawn(take):
        return False
    if any(_is_same(one, draft.anchor) for one in record.found):
        return True
    if take.lost:
        return False
    if take.origin is Origin.CATALOGUE:
        return absorbs(take, draft, drafts)
    if _is_same(take.anchor, draft.anchor):
        return True
    is_cut = 2 * _shared(take.anchor, draft.anchor) >= min(
        _length(take.anchor), _length(draft.anchor)
    )
    return is_cut and _speaker(take.chain) == _speaker(draft.chain)


def _is_withdrawn(take: Take) -> bool:
    """Whether the reader made the take and took it back: rules had no part in it."""
    return take.origin is Origin.MARKED and take.standing is Standing.REJECTED


def _is_same(one: Anchor, other: Anchor) -> bool:
    """Whether the two have at least half of their words in common."""
    shared = _shared(one, other)
    return shared > 0 and 2 * shared >= _length(one) + _length(other) - shared


def _length(anchor: Anchor) -> int:
    return sum(len(segment) for segment in anchor.segments)


def _shared(one: Anchor, other: Anchor) -> int:
    return sum(
        max(min(mine.end, theirs.end) - max(mine.start, theirs.start), 0)
        for mine in one.segments
        for theirs in other.segments
    )
