"""Named queries on articles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload, undefer

from summit_reader.domain.article import Article, ArticleDraft, Hints, Imprint, RawArticle
from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletRef
from summit_reader.store import article_facts, mapping, outbox, outlets, takes, views
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchText
from summit_reader.store.hiding import WITH_BINNED
from summit_reader.store.rows import Action, ArticleRow, OutletRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an article came in as; `size` counts the bytes of the original."""

    name: str
    imported: datetime
    media_type: str
    size: int
    imprint: Imprint
    fingerprint: str


def known(work: Work, fingerprint: str) -> int | None:
    """The id of the article with this fingerprint."""
    return work.session.scalar(select(ArticleRow.id).where(ArticleRow.fingerprint == fingerprint))


def fingerprints(work: Work, article_ids: Collection[int]) -> dict[int, str]:
    """The fingerprints of those of these articles that are there."""
    rows = work.session.execute(
        select(ArticleRow.id, ArticleRow.fingerprint).where(ArticleRow.id.in_(article_ids))
    )
    return {article_id: fingerprint for article_id, fingerprint in rows}  # noqa: C416 - rows are no pairs


def add(work: Work, draft: ArticleDraft) -> int:
    """The id of the article, stored with its passages and takes and noted for the index.

    An article that is known by its fingerprint stays as it is.
    """
    found = known(work, draft.fingerprint)
    if found is not None:
        return found
    row = ArticleRow(
        outlet_id=outlets.ensure(work, draft.metadata.outlet).id,
        fingerprint=draft.fingerprint,
        imported_at=datetime.now(UTC),
    )
    _write(row, draft)
    work.session.add(row)
    work.session.flush()
    work.session.add_all(views.passage_rows(row.id, draft.cleaned, draft.passages))
    for take in draft.takes:
        takes.add(work, row.id, take, draft.cleaned)
    outbox.append(work, row.id, Action.PUT)
    return row.id


def renew(work: Work, article_id: int, draft: ArticleDraft) -> None:
    """Put the text as it was read now in the place of the one before; takes are left alone.

    Whose article it is, its fingerprint and the name it came under stay as they are.

    Raises:
        NoSuchText: if there is no such article.
    """
    row = _there(work.session.get(ArticleRow, article_id), article_id)
    name = row.name
    _write(row, draft)
    row.name = name
    article_facts.apply(work, row)
    views.replace(work, article_id, draft.cleaned, draft.passages, draft.removed)


def set_outlet(work: Work, article_id: int, outlet: OutletRef) -> None:
    """Give the article, and the takes that are its outlet's own, to another outlet.

    Raises:
        NoSuchText: if there is no such article.
    """
    row = _there(work.session.get(ArticleRow, article_id), article_id)
    if row.outlet_id != outlet.id:
        takes.hand_over(work, article_id, row.outlet_id, outlet)
        row.outlet_id = outlet.id
        outbox.append(work, article_id, Action.PUT)


def remove(work: Work, article_id: int) -> None:
    """Forget the article, its passages and takes; what was pinned from it stays pinned.

    Raises:
        NoSuchText: if there is none.
    """
    row = _there(work.session.get(ArticleRow, article_id), article_id)
    work.session.delete(row)
    outbox.append(work, article_id, Action.REMOVE)


def by_id(work: Work, article_id: int) -> Article:
    """The whole article.

    Raises:
        NoSuchText: if there is none.
    """
    row = work.session.scalar(
        _with_outlet()
        .where(ArticleRow.id == article_id)
        .options(
            undefer(ArticleRow.removed),
            undefer(ArticleRow.pieces),
            undefer(ArticleRow.source_text),
            selectinload(ArticleRow.passages),
        )
    )
    return mapping.article(_there(row, article_id))


def raw(work: Work, article_id: int) -> bytes:
    """The bytes the article came in.

    Raises:
        NoSuchText: if there is none.
    """
    content = work.session.scalar(select(ArticleRow.raw).where(ArticleRow.id == article_id))
    return _there(content, article_id)


def raw_article(work: Work, article_id: int) -> RawArticle:
    """The article as it came in, with what is known of it as hints.

    Raises:
        NoSuchText: if there is none.
    """
    row = work.session.scalar(
        _with_outlet()
        .where(ArticleRow.id == article_id)
        .options(
            undefer(ArticleRow.source_text), undefer(ArticleRow.raw), undefer(ArticleRow.imprint)
        )
    )
    row = _there(row, article_id)
    hints = Hints(
        outlet=mapping.outlet_profile(row.outlet),
        carrier=row.carrier,
        headline=row.headline,
        byline=row.byline,
        published=row.published,
        url=row.url,
        language=row.language,
    )
    imprint = row.imprint or Imprint()
    return RawArticle(row.name, row.raw, row.media_type, row.source_text, hints, imprint)


def arrival(work: Work, article_id: int) -> Arrival:
    """How the article came in.

    Raises:
        NoSuchText: if there is none.
    """
    found = work.session.execute(
        select(
            ArticleRow.name,
            ArticleRow.imported_at,
            ArticleRow.media_type,
            func.length(ArticleRow.raw),
            ArticleRow.imprint,
            ArticleRow.fingerprint,
        ).where(ArticleRow.id == article_id)
    ).one_or_none()
    name, imported, media_type, size, imprint, fingerprint = _there(found, article_id)
    return Arrival(name, imported, media_type, size, imprint or Imprint(), fingerprint)


def outdated(work: Work, extraction: int) -> tuple[int, ...]:
    """The articles that were read by rules of an earlier version than `extraction`."""
    query = select(ArticleRow.id).where(ArticleRow.extraction < extraction)
    return tuple(work.session.scalars(query.order_by(ArticleRow.id)))


def source_text(work: Work, article_id: int) -> str:
    """The text that anchors refer to.

    Raises:
        NoSuchText: if there is none.
    """
    text = work.session.scalar(select(ArticleRow.source_text).where(ArticleRow.id == article_id))
    return _there(text, article_id)


def source(work: Work, article_id: int) -> Source:
    """The article as a list names it.

    Raises:
        NoSuchText: if there is none.
    """
    row = work.session.scalar(_with_outlet().where(ArticleRow.id == article_id))
    return mapping.source(_there(row, article_id))


def sources(work: Work) -> tuple[Source, ...]:
    """Every article as a list names it, in the order they came in."""
    return _sources(work)


def sources_by(work: Work, outlet_id: int) -> tuple[Source, ...]:
    """The articles of an outlet as a list names them, in the order they came in."""
    return _sources(work, ArticleRow.outlet_id == outlet_id)


def urls(work: Work) -> tuple[tuple[int, str], ...]:
    """Every article that has a web address, with it, in the order they came in."""
    query = select(ArticleRow.id, ArticleRow.url).where(ArticleRow.url != "")
    rows = work.session.execute(query.order_by(ArticleRow.id))
    return tuple((article_id, url) for article_id, url in rows)


def sources_of(work: Work, article_ids: Collection[int]) -> dict[int, Source]:
    """These articles as lists name them, by their numbers; one that is gone is left out."""
    return {
        source.article_id: source
        for chunk in chunks(sorted(article_ids))
        for source in _sources(work, ArticleRow.id.in_(chunk))
    }


def fingerprints_by(work: Work, outlet_id: int) -> dict[int, str]:
    """The fingerprints of the outlet's articles, those in the bin included."""
    query = select(ArticleRow.id, ArticleRow.fingerprint).where(ArticleRow.outlet_id == outlet_id)
    rows = work.session.execute(query, execution_options=WITH_BINNED)
    return {article_id: fingerprint for article_id, fingerprint in rows}  # noqa: C416 - as above


def count_by(work: Work, outlet_id: int) -> int:
    """How many articles the outlet has."""
    query = select(func.count(ArticleRow.id)).where(ArticleRow.outlet_id == outlet_id)
    return work.session.scalar(query) or 0


def stated_outlets(work: Work, outlet_id: int) -> dict[int, str]:
    """The name that the file of each of the outlet's articles states for whoever publishes it."""
    rows = work.session.execute(
        select(ArticleRow.id, ArticleRow.imprint).where(ArticleRow.outlet_id == outlet_id),
        execution_options=WITH_BINNED,
    )
    return {article_id: imprint.outlet for article_id, imprint in rows if imprint is not None}


def ids(work: Work) -> tuple[int, ...]:
    """Every article, in the order they came in."""
    # Sorted here: asked for in this order, SQLite would go through the texts themselves.
    return tuple(sorted(work.session.scalars(select(ArticleRow.id))))


def newest(work: Work, count: int) -> tuple[int, ...]:
    """The last `count` articles that came in, the newest first."""
    query = select(ArticleRow.id).order_by(ArticleRow.id.desc()).limit(count)
    return tuple(work.session.scalars(query))


def count(work: Work) -> int:
    """How many articles there are."""
    return work.session.scalar(select(func.count(ArticleRow.id))) or 0


def columns_of(draft: ArticleDraft) -> dict[str, object]:
    """What the columns of the article hold that only the text decides, by their names."""
    said = draft.metadata
    return {
        "name": draft.raw.name,
        "media_type": draft.raw.media_type,
        "raw": draft.raw.raw,
        "imprint": draft.raw.imprint,
        "title": mapping.title(draft),
        "layout": said.layout,
        "carrier": said.carrier,
        "cut": said.cut,
        "headline": said.headline,
        "standfirst": said.standfirst,
        "byline": said.byline,
        "dateline": said.dateline,
        "published": said.published,
        "suggested_date": said.suggested_date,
        "date_evidence": said.date_evidence,
        "url": said.url,
        "language": said.language,
        "extraction": draft.extraction,
        "removed": draft.removed,
        "pieces": mapping.encoded_pieces(draft.cleaned),
        "source_text": draft.cleaned.source,
    }


def _there(found: T | None, article_id: int) -> T:
    if found is None:
        raise NoSuchText(article_id)
    return found


def _write(row: ArticleRow, draft: ArticleDraft) -> None:
    for name, value in columns_of(draft).items():
        setattr(row, name, value)


def _sources(work: Work, *where: ColumnElement[bool]) -> tuple[Source, ...]:
    rows = work.session.scalars(_with_outlet().where(*where).order_by(ArticleRow.id))
    return tuple(mapping.source(row) for row in rows)


def _with_outlet() -> Select[ArticleRow]:
    return select(ArticleRow).options(joinedload(ArticleRow.outlet).selectinload(OutletRow.aliases))
