"""Everything that is known of an article, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from summit_reader.domain.article import Article, Imprint


@dataclass(frozen=True, slots=True)
class ArticleDetails:
    """An article with what the library knows beside its text.

    `name` is the file, or address, it came in from, `imported` when, `format` the short name of its
    file format and `size` the bytes of the original. `imprint` is what the file states of itself;
    `story` is empty where the article is in none.
    """

    article: Article
    name: str
    imported: datetime
    media_type: str
    format: str
    size: int
    imprint: Imprint
    fingerprint: str
    takes: int
    story: str = ""
