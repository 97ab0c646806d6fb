"""Stored takes and takes that rules find now, as one: what holds whatever the two are."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.correction import TakeRecord
from summit_reader.domain.outlet import OutletProfile, OutletRef
from summit_reader.domain.spans import Span
from summit_reader.domain.take import (
    Origin,
    Role,
    Standing,
    Take,
    TakeDraft,
    TakeKind,
    Voice,
    VoiceKind,
)
from summit_reader.services.reconciling import Reconciled, reconciled

SOURCE = "".join(f"word{number} " for number in range(600))
SPEAKERS = ("Ada Byrne", "Tom Reed")

starts = st.integers(0, 3000)
spans = st.builds(lambda at, length: Span(at, at + length), starts, st.integers(4, 90))
speakers = st.sampled_from(SPEAKERS)


def chain_of(speaker: str) -> tuple[Voice, ...]:
    return (Voice(speaker, VoiceKind.PERSON), Voice("The Tide", VoiceKind.OUTLET))


def draft_of(span: Span, speaker: str) -> TakeDraft:
    return TakeDraft(
        kind=TakeKind.DIRECT,
        role=Role.OFFICIAL,
        origin=Origin.EXTRACTED,
        anchor=Anchor.of(SOURCE, (span,)),
        outlet=OutletProfile("The Tide"),
        chain=chain_of(speaker),
    )


def record_of(
    id_: int,
    span: Span,
    speaker: str,
    origin: Origin = Origin.EXTRACTED,
    standing: Standing = Standing.PROPOSED,
) -> TakeRecord:
    take = Take(
        id=id_,
        article_id=1,
        kind=TakeKind.DIRECT,
        role=Role.OFFICIAL,
        origin=origin,
        anchor=Anchor.of(SOURCE, (span,)),
        outlet=OutletRef(1, "The Tide"),
        chain=chain_of(speaker),
        segments=(span.of(SOURCE),),
        standing=standing,
    )
    return TakeRecord(take)


drafts_ = st.lists(st.builds(draft_of, spans, speakers), max_size=8)
entries = st.tuples(spans, speakers, st.sampled_from(Origin), st.sampled_from(Standing))
records_ = st.lists(entries, max_size=8).map(
    lambda found: [record_of(number, *entry) for number, entry in enumerate(found, start=1)]
)
in_use_ = st.frozensets(st.integers(1, 8))


def is_decided(record: TakeRecord) -> bool:
    take = record.take
    return take.origin is not Origin.EXTRACTED or take.standing is not Standing.PROPOSED


def stored(outcome: Reconciled) -> list[TakeRecord]:
    """What the library holds afterwards."""
    told = [(id_, draft) for id_, draft in outcome.rewritten] + list(
        enumerate(outcome.added, start=100)
    )
    made = [record_of(id_, one.anchor.segments[0], one.chain[0].name) for id_, one in told]
    return [*outcome.kept, *made]


@given(records_, drafts_, in_use_)
def test_every_record_has_one_fate_and_decided_ones_stay(
    records: list[TakeRecord], drafts: list[TakeDraft], in_use: frozenset[int]
) -> None:
    outcome = reconciled(records, drafts, SOURCE, in_use)
    kept = [one.take.id for one in outcome.kept]
    fates = [*kept, *(id_ for id_, _ in outcome.rewritten), *outcome.gone]
    assert sorted(fates) == [one.take.id for one in records]
    assert not in_use & set(outcome.gone)
    for record in records:
        if is_decided(record):
            assert record in outcome.kept


@given(records_, drafts_, in_use_)
def test_reading_again_with_the_same_rules_changes_nothing(
    records: list[TakeRecord], drafts: list[TakeDraft], in_use: frozenset[int]
) -> None:
    once = stored(reconciled(records, drafts, SOURCE, in_use))
    again = reconciled(once, drafts, SOURCE, in_use)
    assert again.added == ()
    assert again.gone == ()
    assert {one.take.id: one for one in stored(again)} == {one.take.id: one for one in once}


@given(spans, speakers, drafts_)
def test_what_the_reader_rejected_does_not_come_back(
    span: Span, speaker: str, drafts: list[TakeDraft]
) -> None:
    rejected = record_of(1, span, speaker, standing=Standing.REJECTED)
    outcome = reconciled([rejected], [draft_of(span, speaker), *drafts], SOURCE, frozenset())
    same = [one for one in outcome.added if one.anchor.segments == (span,)]
    others = [one for one in drafts if one.anchor.segments == (span,)]
    assert len(same) <= len(others)


@given(spans, st.integers(1, 200))
def test_words_that_have_moved_take_everything_with_them(span: Span, by: int) -> None:
    record = record_of(1, span, SPEAKERS[0], standing=Standing.CONFIRMED)
    there = replace(record, take=replace(record.take, sentence=span, quoted=(span,)))
    moved = "~" * by + SOURCE
    (kept,) = reconciled([there], [], moved, frozenset()).kept
    assert not kept.take.lost
    assert kept.take.anchor.segments[0].of(moved) == span.of(SOURCE)
    assert kept.take.quoted == kept.take.anchor.segments
    assert kept.take.sentence == kept.take.anchor.segments[0]


def test_the_same_words_of_two_speakers_are_two_takes() -> None:
    span = Span(10, 60)
    records = [record_of(1, span, SPEAKERS[1]), record_of(2, span, SPEAKERS[0])]
    drafts = [draft_of(span, SPEAKERS[0]), draft_of(span, SPEAKERS[1])]
    outcome = reconciled(records, drafts, SOURCE, frozenset())
    assert {id_: draft.chain[0].name for id_, draft in outcome.rewritten} == {
        1: SPEAKERS[1],
        2: SPEAKERS[0],
    }


def test_a_longer_cut_of_a_confirmed_statement_is_told_only_once() -> None:
    confirmed = record_of(1, Span(100, 150), SPEAKERS[0], standing=Standing.CONFIRMED)
    longer = Span(90, 400)
    same = reconciled([confirmed], [draft_of(longer, SPEAKERS[0])], SOURCE, frozenset())
    other = reconciled([confirmed], [draft_of(longer, SPEAKERS[1])], SOURCE, frozenset())
    assert same.added == ()
    assert len(other.added) == 1
