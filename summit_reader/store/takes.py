"""Named queries on takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import DecidedBy
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take, TakeDraft, TakeKind, VoiceKind, speaker_of
from summit_reader.store import mapping, outlets, people, views
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchTake
from summit_reader.store.rows import ClippingRow, OutletRow, PointTakeRow, TakeRow


@dataclass(frozen=True, slots=True)
class TakePlace:
    """Where a take stands in the cleaned text of its article, and whose words it is.

    `speaker` is empty where an outlet speaks.
    """

    take_id: int
    article_id: int
    cleaned: tuple[Span, ...]
    outlet: OutletRef
    speaker: str
    kind: TakeKind


def add(work: Work, article_id: int, draft: TakeDraft, cleaned: CleanedText) -> int:
    """The id of the take, stored as one of the article with this cleaned text."""
    voice = speaker_of(draft.chain)
    is_person = voice is not None and voice.kind is VoiceKind.PERSON
    shown, places = views.standing(cleaned, draft.anchor.segments, draft.anchor.exact)
    row = TakeRow(
        article_id=article_id,
        start=draft.anchor.segments[0].start,
        outlet_id=outlets.ensure(work, draft.outlet).id,
        person_id=people.ensure(work, voice.name) if voice and is_person else None,
        affiliation=voice.description if voice else "",
        kind=draft.kind,
        role=draft.role,
        origin=draft.origin,
        chain=draft.chain,
        segments=draft.anchor.segments,
        exact=draft.anchor.exact,
        prefix=draft.anchor.prefix,
        suffix=draft.anchor.suffix,
        digest=draft.anchor.digest,
        shown=shown,
        cleaned=places,
        attribution=draft.attribution,
        cue=draft.cue,
        headline=draft.headline,
        thesis=draft.thesis,
        subject=draft.subject,
        sentence=draft.sentence,
        fragment=draft.fragment,
        confidence=draft.confidence,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


def remove(work: Work, take_id: int) -> None:
    """Forget a take that nobody has decided about and nothing refers to."""
    work.session.delete(work.session.get_one(TakeRow, take_id))


def in_use(work: Work, article_id: int) -> frozenset[int]:
    """The article's takes that are pinned, or that somebody has put on or taken off a point."""
    of_article = select(TakeRow.id).where(TakeRow.article_id == article_id)
    pinned = select(ClippingRow.take_id).where(ClippingRow.take_id.in_(of_article))
    decided = select(PointTakeRow.take_id).where(
        PointTakeRow.take_id.in_(of_article), PointTakeRow.decided_by != DecidedBy.PROGRAM
    )
    return frozenset(
        take_id for take_id in work.session.scalars(pinned.union(decided)) if take_id is not None
    )


def by_id(work: Work, take_id: int) -> Take:
    """The take.

    Raises:
        NoSuchTake: if there is none.
    """
    row = work.session.scalar(_with_outlet().where(TakeRow.id == take_id))
    if row is None:
        raise NoSuchTake(take_id)
    return mapping.take(row)


def in_article(work: Work, article_id: int) -> tuple[Take, ...]:
    """The article's takes in the order of its text, an outer one before those inside it."""
    rows = work.session.scalars(_with_outlet().where(TakeRow.article_id == article_id))
    order = sorted(rows, key=lambda row: (row.start, -row.segments[-1].end, row.id))
    return tuple(mapping.take(row) for row in order)


def by_outlet(work: Work, outlet_id: int) -> tuple[Take, ...]:
    """The outlet's takes, wherever they are carried, article by article in the order of text."""
    rows = work.session.scalars(
        _with_outlet()
        .where(TakeRow.outlet_id == outlet_id)
        .order_by(TakeRow.article_id, TakeRow.start, TakeRow.id)
    )
    return tuple(mapping.take(row) for row in rows)


def hand_over(work: Work, article_id: int, before: int, outlet: OutletRef) -> None:
    """Name `outlet` wherever the takes of the article name the outlet `before`."""
    former = work.session.get_one(OutletRow, before).name
    rows = work.session.scalars(select(TakeRow).where(TakeRow.article_id == article_id))
    for row in rows:
        if row.outlet_id == before:
            row.outlet_id = outlet.id
        row.chain = tuple(
            replace(voice, name=outlet.name)
            if voice.kind is VoiceKind.OUTLET and voice.name == former
            else voice
            for voice in row.chain
        )


def places(work: Work, article_ids: Sequence[int]) -> tuple[TakePlace, ...]:
    """Where the takes of these articles stand; only the columns that results need are read."""
    rows = work.session.execute(
        select(
            TakeRow.id,
            TakeRow.article_id,
            TakeRow.cleaned,
            TakeRow.chain,
            TakeRow.kind,
            OutletRow.id,
            OutletRow.name,
            OutletRow.country,
        )
        .join(OutletRow, OutletRow.id == TakeRow.outlet_id)
        .where(TakeRow.article_id.in_(article_ids))
        .order_by(TakeRow.article_id, TakeRow.start, TakeRow.id)
    )
    return tuple(
        TakePlace(
            take_id,
            article_id,
            cleaned,
            OutletRef(outlet_id, name, country),
            voice.name if (voice := speaker_of(chain)) else "",
            kind,
        )
        for take_id, article_id, cleaned, chain, kind, outlet_id, name, country in rows
    )


def count(work: Work) -> int:
    """How many takes there are."""
    return work.session.scalar(select(func.count(TakeRow.id))) or 0


def _with_outlet() -> Select[TakeRow]:
    return select(TakeRow).options(joinedload(TakeRow.outlet))
