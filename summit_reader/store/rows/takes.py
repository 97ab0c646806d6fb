"""Rows of takes: who says what, carried by whom, at which sentence."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Double, ForeignKey, Index, and_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Evidence, Origin, Role, Standing, TakeKind, Voice
from summit_reader.store.columns import ANCHORS, CHAIN, EVIDENCE, SPAN, SPANS, STRINGS, OneOf
from summit_reader.store.rows.base import Base
from summit_reader.store.rows.outlets import OutletRow


class TakeRow(Base):
    """A take.

    `segments`, `exact`, `prefix`, `suffix` and `digest` are its anchor in the source text, `start`
    where that begins. `shown` holds its words as the reader sees them and `cleaned` where, in the
    cleaned text; a segment that is not shown has no span there. `person_id` and `affiliation` are
    the speaker and what this text calls the speaker. `found` and `replaced_by` are told in
    `domain.correction.TakeRecord`. No number is used twice: steps that can be taken back and kept
    copies go by it.
    """

    __tablename__ = "takes"
    __table_args__ = (
        Index(None, "article_id", "start"),
        # All that counting the takes of outlets looks at: their rows are long.
        Index(None, "outlet_id", "standing", "replaced_by", "article_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    start: Mapped[int]
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlets.id", ondelete="RESTRICT"))
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    affiliation: Mapped[str]
    kind: Mapped[TakeKind] = mapped_column(OneOf(TakeKind))
    role: Mapped[Role] = mapped_column(OneOf(Role))
    origin: Mapped[Origin] = mapped_column(OneOf(Origin))
    chain: Mapped[tuple[Voice, ...]] = mapped_column(CHAIN)
    segments: Mapped[tuple[Span, ...]] = mapped_column(SPANS)
    exact: Mapped[tuple[str, ...]] = mapped_column(STRINGS)
    prefix: Mapped[str]
    suffix: Mapped[str]
    digest: Mapped[str]
    shown: Mapped[tuple[str, ...]] = mapped_column(STRINGS)
    cleaned: Mapped[tuple[Span, ...]] = mapped_column(SPANS)
    attribution: Mapped[Span | None] = mapped_column(SPAN)
    cue: Mapped[str]
    headline: Mapped[str]
    thesis: Mapped[str]
    subject: Mapped[str]
    sentence: Mapped[Span | None] = mapped_column(SPAN)
    fragment: Mapped[bool]
    confidence: Mapped[float] = mapped_column(Double)
    clause: Mapped[Span | None] = mapped_column(SPAN)
    quoted: Mapped[tuple[Span, ...]] = mapped_column(SPANS)
    hedged: Mapped[bool]
    evidence: Mapped[Evidence | None] = mapped_column(EVIDENCE)
    standing: Mapped[Standing] = mapped_column(OneOf(Standing))
    lost: Mapped[bool]
    found: Mapped[tuple[Anchor, ...]] = mapped_column(ANCHORS)
    replaced_by: Mapped[int | None] = mapped_column(ForeignKey("takes.id", ondelete="CASCADE"))

    outlet: Mapped[OutletRow] = relationship(lazy="raise")


def is_listed() -> ColumnElement[bool]:
    """Whether a take is shown: neither rejected by the reader nor part of another one now."""
    return and_(TakeRow.standing != Standing.REJECTED, TakeRow.replaced_by.is_(None))
