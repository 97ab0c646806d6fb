"""Named queries on how an article is shown: which parts of it are, as which passages.

Takes know where they stand in what is shown; that follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import delete, select

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.passage import Passage, RemovedRange
from summit_reader.domain.spans import Span
from summit_reader.store import mapping, outbox
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchText
from summit_reader.store.rows import Action, ArticleRow, PassageRow, TakeRow


def replace(
    work: Work,
    article_id: int,
    cleaned: CleanedText,
    passages: tuple[Passage, ...],
    removed: tuple[RemovedRange, ...],
) -> None:
    """Show the article in this way from now on, and note it for the index.

    Raises:
        NoSuchText: if there is no such article.
    """
    row = work.session.get(ArticleRow, article_id)
    if row is None:
        raise NoSuchText(article_id)
    row.removed = removed
    row.pieces = mapping.encoded_pieces(cleaned)
    work.session.execute(delete(PassageRow).where(PassageRow.article_id == article_id))
    work.session.add_all(passage_rows(article_id, cleaned, passages))
    placed = select(TakeRow).where(TakeRow.article_id == article_id, TakeRow.lost.is_(False))
    for take in work.session.scalars(placed):
        take.shown, take.cleaned = standing(cleaned, take.segments, take.exact)
    outbox.append(work, article_id, Action.PUT)
    work.session.flush()
    work.session.expire(row)  # or its old passages would be read again


def passage_rows(
    article_id: int, cleaned: CleanedText, passages: tuple[Passage, ...]
) -> list[PassageRow]:
    """The rows of an article's passages, numbered from 0."""
    return [
        PassageRow(article_id=article_id, **columns)
        for columns in passage_columns(cleaned, passages)
    ]


def passage_columns(
    cleaned: CleanedText, passages: tuple[Passage, ...]
) -> Iterator[dict[str, object]]:
    """What the columns of each passage hold, by their names; its article aside."""
    text = cleaned.text
    for number, passage in enumerate(passages):
        yield {
            "number": number,
            "kind": passage.kind,
            "source_start": passage.source.start,
            "source_end": passage.source.end,
            "cleaned_start": passage.cleaned.start,
            "cleaned_end": passage.cleaned.end,
            "text": passage.cleaned.of(text),
        }


def standing(
    cleaned: CleanedText, segments: Sequence[Span], exact: Sequence[str]
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The words of a take as they are shown, and where; `exact` has them as the source does."""
    places = [cleaned.cleaned_span(segment) for segment in segments]
    shown = tuple(
        # Words inside a removed range are not in the cleaned text but are still the take's.
        " ".join(words.split()) if place is None else place.of(cleaned.text)
        for place, words in zip(places, exact, strict=True)
    )
    return shown, tuple(place for place in places if place is not None)
