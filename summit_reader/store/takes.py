"""Named queries on takes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.correction import TakeRecord
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import DecidedBy, Decision
from summit_reader.domain.spans import Span
from summit_reader.domain.take import (
    Standing,
    Take,
    TakeDraft,
    TakeKind,
    VoiceKind,
    speaker_of,
)
from summit_reader.store import mapping, outlets, people, views
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchTake
from summit_reader.store.hiding import WITH_BINNED
from summit_reader.store.rows import (
    BinnedTakeRow,
    ClippingRow,
    OutletRow,
    PointTakeRow,
    TakeRelationRow,
    TakeRow,
    is_listed,
)


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


def add(
    work: Work,
    article_id: int,
    draft: TakeDraft,
    cleaned: CleanedText,
    standing: Standing = Standing.PROPOSED,
) -> int:
    """The id of the take, stored as one of the article with this cleaned text."""
    row = TakeRow(article_id=article_id, found=())
    _write(work, row, draft, cleaned, outlets.ensure(work, draft.outlet).id)
    row.standing, row.lost = standing, False
    work.session.add(row)
    work.session.flush()
    return row.id


def rewrite(work: Work, take_id: int, draft: TakeDraft, cleaned: CleanedText) -> None:
    """Put what rules find now in the place of what they found before."""
    row = work.session.get_one(TakeRow, take_id, execution_options=WITH_BINNED)
    _write(work, row, draft, cleaned, outlets.ensure(work, draft.outlet).id)
    row.lost = False


def put(work: Work, record: TakeRecord, cleaned: CleanedText) -> None:
    """Make the stored take what the record says; its article has this cleaned text."""
    take = record.take
    row = work.session.get_one(TakeRow, take.id, execution_options=WITH_BINNED)
    _write(work, row, take, cleaned, take.outlet.id)
    if take.lost:
        row.shown, row.cleaned = take.segments, ()
    row.standing, row.lost = take.standing, take.lost
    row.found, row.replaced_by = record.found, record.replaced_by
    work.session.flush()
    # Its outlet may have been loaded as another one.
    work.session.expire(row)


def remove(work: Work, take_id: int) -> None:
    """Forget a take that nobody has decided about and nothing refers to."""
    work.session.delete(work.session.get_one(TakeRow, take_id))


def by_id(work: Work, take_id: int) -> Take:
    """The take.

    Raises:
        NoSuchTake: if there is none.
    """
    row = work.session.scalar(_with_outlet().where(TakeRow.id == take_id))
    if row is None:
        raise NoSuchTake(take_id)
    return mapping.take(row)


def by_ids(work: Work, take_ids: Collection[int]) -> dict[int, Take]:
    """These takes by their numbers; one that is gone is left out."""
    rows = work.session.scalars(_with_outlet().where(TakeRow.id.in_(take_ids)))
    return {row.id: mapping.take(row) for row in rows}


def record(work: Work, take_id: int) -> TakeRecord:
    """All that is kept of the take.

    Raises:
        NoSuchTake: if there is none.
    """
    row = work.session.scalar(_with_outlet().where(TakeRow.id == take_id))
    if row is None:
        raise NoSuchTake(take_id)
    return mapping.record(row)


def records(work: Work, article_id: int) -> tuple[TakeRecord, ...]:
    """All that is kept of the article's takes, those that are not listed or binned included."""
    rows = work.session.scalars(
        _with_outlet().where(TakeRow.article_id == article_id).order_by(TakeRow.id),
        execution_options=WITH_BINNED,
    )
    return tuple(mapping.record(row) for row in rows)


def standing_for(work: Work, take_id: int) -> int:
    """The number of the take that this one is part of now; its own if it is still by itself."""
    row = work.session.get(TakeRow, take_id)
    return take_id if row is None or row.replaced_by is None else row.replaced_by


def in_use(work: Work, article_id: int) -> frozenset[int]:
    """The article's takes that are pinned, on or off a point by somebody, related or binned."""
    of_article = select(TakeRow.id).where(TakeRow.article_id == article_id)
    pinned = select(ClippingRow.take_id).where(ClippingRow.take_id.in_(of_article))
    decided = select(PointTakeRow.take_id).where(
        PointTakeRow.take_id.in_(of_article), PointTakeRow.decided_by != DecidedBy.PROGRAM
    )
    related = [
        select(column).where(column.in_(of_article))
        for column in (TakeRelationRow.smaller_id, TakeRelationRow.greater_id)
    ]
    binned = select(BinnedTakeRow.take_id).where(BinnedTakeRow.take_id.in_(of_article))
    used = work.session.scalars(
        pinned.union(decided, binned, *related), execution_options=WITH_BINNED
    )
    return frozenset(take_id for take_id in used if take_id is not None)


def lost(work: Work) -> tuple[Take, ...]:
    """The takes whose words are no longer in their text, article by article."""
    return _listed(work, is_listed(), TakeRow.lost.is_(True))


def rejected(work: Work) -> tuple[Take, ...]:
    """The takes that the reader has rejected, article by article in the order of text."""
    return _listed(work, TakeRow.standing == Standing.REJECTED, TakeRow.replaced_by.is_(None))


def in_article(work: Work, article_id: int) -> tuple[Take, ...]:
    """The article's takes in the order of its text, an outer one before those inside it."""
    rows = work.session.scalars(_with_outlet().where(TakeRow.article_id == article_id, is_listed()))
    order = sorted(rows, key=lambda row: (row.start, -row.segments[-1].end, row.id))
    return tuple(mapping.take(row) for row in order)


def by_outlet(work: Work, outlet_id: int) -> tuple[Take, ...]:
    """The outlet's takes, wherever they are carried, article by article in the order of text."""
    return _listed(work, is_listed(), TakeRow.outlet_id == outlet_id)


def points_of(work: Work, outlet_id: int) -> int:
    """On how many points the outlet has a take."""
    query = (
        select(func.count(func.distinct(PointTakeRow.point_id)))
        .join(TakeRow, TakeRow.id == PointTakeRow.take_id)
        .where(TakeRow.outlet_id == outlet_id, is_listed())
        .where(PointTakeRow.decision == Decision.ACCEPTED)
    )
    return work.session.scalar(query) or 0


def outlets_in(work: Work, article_ids: Collection[int]) -> frozenset[int]:
    """The outlets that have a take in one of these articles."""
    rows = select(TakeRow.outlet_id).where(TakeRow.article_id.in_(article_ids), is_listed())
    return frozenset(work.session.scalars(rows))


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
    columns = TakeRow.id, TakeRow.article_id, TakeRow.cleaned, TakeRow.chain, TakeRow.kind
    rows = work.session.execute(with_outlets(article_ids, *columns))
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


def with_outlets(
    article_ids: Sequence[int], *columns: InstrumentedAttribute[Any]
) -> Select[*tuple[Any, ...]]:
    """These columns of the articles' takes in the order of text, then what names the outlet."""
    return (
        select(*columns, OutletRow.id, OutletRow.name, OutletRow.country)
        .join(OutletRow, OutletRow.id == TakeRow.outlet_id)
        .where(TakeRow.article_id.in_(article_ids), is_listed())
        .order_by(TakeRow.article_id, TakeRow.start, TakeRow.id)
    )


def count(work: Work) -> int:
    """How many takes are listed."""
    return work.session.scalar(select(func.count(TakeRow.id)).where(is_listed())) or 0


def _listed(work: Work, *where: ColumnElement[bool]) -> tuple[Take, ...]:
    rows = work.session.scalars(
        _with_outlet().where(*where).order_by(TakeRow.article_id, TakeRow.start, TakeRow.id)
    )
    return tuple(mapping.take(row) for row in rows)


def columns_of(said: TakeDraft | Take, cleaned: CleanedText) -> dict[str, object]:
    """What the columns of the take hold that only its article decides, by their names."""
    anchor = said.anchor
    voice = speaker_of(said.chain)
    shown, places = views.standing(cleaned, anchor.segments, anchor.exact)
    return {
        "start": anchor.segments[0].start,
        "affiliation": voice.description if voice else "",
        "kind": said.kind,
        "role": said.role,
        "origin": said.origin,
        "chain": said.chain,
        "segments": anchor.segments,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "digest": anchor.digest,
        "shown": shown,
        "cleaned": places,
        "attribution": said.attribution,
        "cue": said.cue,
        "headline": said.headline,
        "thesis": said.thesis,
        "subject": said.subject,
        "sentence": said.sentence,
        "fragment": said.fragment,
        "confidence": said.confidence,
        "clause": said.clause,
        "quoted": said.quoted,
        "hedged": said.hedged,
        "evidence": said.evidence,
    }


def person_of(said: TakeDraft | Take) -> str:
    """The name of the person whose words the take holds; empty where it is no person's."""
    voice = speaker_of(said.chain)
    return voice.name if voice is not None and voice.kind is VoiceKind.PERSON else ""


def _write(
    work: Work, row: TakeRow, said: TakeDraft | Take, cleaned: CleanedText, outlet_id: int
) -> None:
    person = person_of(said)
    for name, value in columns_of(said, cleaned).items():
        setattr(row, name, value)
    row.outlet_id = outlet_id
    row.person_id = people.ensure(work, person) if person else None


def _with_outlet() -> Select[TakeRow]:
    return select(TakeRow).options(joinedload(TakeRow.outlet))
