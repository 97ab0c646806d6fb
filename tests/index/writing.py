"""Documents on their way into an index."""

from __future__ import annotations

from summit_reader.index.port import ArticleDocument, SearchIndex


def put(index: SearchIndex, change: int, *documents: ArticleDocument) -> None:
    with index.batch(change) as batch:
        for each in documents:
            batch.put(each)
