"""Named queries on how an article is shown: which parts of it are, as which passages."""

from __future__ import annotations

from sqlalchemy import delete

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.passage import Passage, RemovedRange
from summit_reader.store import mapping, outbox
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchText
from summit_reader.store.rows import Action, ArticleRow, PassageRow


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
    outbox.append(work, article_id, Action.PUT)
    work.session.flush()
    work.session.expire(row)  # or its old passages would be read again


def passage_rows(
    article_id: int, cleaned: CleanedText, passages: tuple[Passage, ...]
) -> list[PassageRow]:
    """The rows of an article's passages, numbered from 0."""
    text = cleaned.text
    return [
        PassageRow(
            article_id=article_id,
            number=number,
            kind=passage.kind,
            source_start=passage.source.start,
            source_end=passage.source.end,
            cleaned_start=passage.cleaned.start,
            cleaned_end=passage.cleaned.end,
            text=passage.cleaned.of(text),
        )
        for number, passage in enumerate(passages)
    ]
