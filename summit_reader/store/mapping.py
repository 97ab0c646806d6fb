"""Rows turned into domain values; nothing else of this package hands rows out."""

from __future__ import annotations

from typing import Any

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Article, ArticleDraft, Metadata
from summit_reader.domain.cleaned_text import CleanedText, Piece
from summit_reader.domain.comparison import Source
from summit_reader.domain.correction import TakeRecord
from summit_reader.domain.outlet import Label, OutletProfile, OutletRef
from summit_reader.domain.passage import Passage
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take
from summit_reader.store.rows import ArticleRow, OutletRow, PassageRow, TakeRow


def outlet_ref(row: OutletRow) -> OutletRef:
    """The outlet in short."""
    return OutletRef(row.id, row.name, row.country)


def outlet_profile(row: OutletRow) -> OutletProfile:
    """All that is known of the outlet; its aliases must be loaded."""
    return OutletProfile(
        name=row.name,
        country=row.country,
        language=row.language,
        kind=row.kind,
        aliases=tuple(alias.alias for alias in row.aliases),
        domains=row.domains,
    )


def labels(row: OutletRow) -> tuple[Label, ...]:
    """What the reader says of the outlet; its labels must be loaded."""
    return tuple(Label(one.axis, one.value, one.source, one.dated) for one in row.labels)


def metadata(row: ArticleRow) -> Metadata:
    """What the article says of itself; its outlet and the outlet's aliases must be loaded."""
    return Metadata(
        outlet=outlet_profile(row.outlet),
        layout=row.layout,
        carrier=row.carrier,
        headline=row.headline,
        standfirst=row.standfirst,
        byline=row.byline,
        dateline=row.dateline,
        published=row.published,
        suggested_date=row.suggested_date,
        date_evidence=row.date_evidence,
        url=row.url,
        language=row.language,
        cut=row.cut,
    )


def source(row: ArticleRow) -> Source:
    """The article as a list names it."""
    return Source(row.id, row.title, metadata(row))


def article(row: ArticleRow) -> Article:
    """The article; everything of its row must be loaded."""
    return Article(
        id=row.id,
        outlet=outlet_ref(row.outlet),
        metadata=metadata(row),
        cleaned=CleanedText(row.source_text, _pieces(row.source_text, row.pieces)),
        passages=tuple(_passage(passage) for passage in row.passages),
        removed=row.removed,
    )


def title(draft: ArticleDraft) -> str:
    """The title the draft will have as an article."""
    return Article(
        id=0,
        outlet=OutletRef(0, draft.metadata.outlet.name),
        metadata=draft.metadata,
        cleaned=draft.cleaned,
        passages=draft.passages,
        removed=draft.removed,
    ).title


def take(row: TakeRow) -> Take:
    """The take; its outlet must be loaded."""
    return Take(
        id=row.id,
        article_id=row.article_id,
        kind=row.kind,
        role=row.role,
        origin=row.origin,
        anchor=Anchor(row.segments, row.exact, row.prefix, row.suffix, row.digest),
        outlet=outlet_ref(row.outlet),
        chain=row.chain,
        segments=row.shown,
        attribution=row.attribution,
        cue=row.cue,
        headline=row.headline,
        thesis=row.thesis,
        subject=row.subject,
        sentence=row.sentence,
        fragment=row.fragment,
        confidence=row.confidence,
        clause=row.clause,
        quoted=row.quoted,
        hedged=row.hedged,
        evidence=row.evidence,
        standing=row.standing,
        lost=row.lost,
    )


def record(row: TakeRow) -> TakeRecord:
    """All that is kept of the take; its outlet must be loaded."""
    return TakeRecord(take(row), row.found, row.replaced_by)


def encoded_pieces(cleaned: CleanedText) -> list[list[Any]]:
    """Pieces as start, end and, only where it differs from the source, what is shown."""
    rows: list[list[Any]] = []
    for piece in cleaned.pieces:
        bounds: list[Any] = [piece.source.start, piece.source.end]
        if piece.shown != piece.source.of(cleaned.source):
            bounds.append(piece.shown)
        rows.append(bounds)
    return rows


def _pieces(source_text: str, rows: list[list[Any]]) -> tuple[Piece, ...]:
    pieces = []
    for start, end, *shown in rows:
        stretch = Span(start, end)
        pieces.append(Piece(stretch, shown[0] if shown else stretch.of(source_text)))
    return tuple(pieces)


def _passage(row: PassageRow) -> Passage:
    return Passage(
        row.kind,
        Span(row.source_start, row.source_end),
        Span(row.cleaned_start, row.cleaned_end),
    )
