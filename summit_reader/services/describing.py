"""What is known of an article, and the original it was read from."""

from __future__ import annotations

from pathlib import Path

from summit_reader.domain.details import ArticleDetails
from summit_reader.intake.formats import format_of
from summit_reader.services.gathering import Gathering
from summit_reader.services.saving import save
from summit_reader.store import articles, takes
from summit_reader.store.database import Database


class Describing:
    """Answers where an article came from; it changes nothing in the library."""

    def __init__(self, database: Database, gathering: Gathering) -> None:
        self._database = database
        self._gathering = gathering

    def details(self, article_id: int) -> ArticleDetails:
        """Everything known of the article.

        Raises:
            NoSuchText: if there is none.
        """
        with self._database.read() as work:
            article = articles.by_id(work, article_id)
            arrival = articles.arrival(work, article_id)
            count = len(takes.in_article(work, article_id))
        story = self._gathering.story_of(article_id)
        return ArticleDetails(
            article=article,
            name=arrival.name,
            imported=arrival.imported,
            media_type=arrival.media_type,
            format=format_of(arrival.media_type),
            size=arrival.size,
            imprint=arrival.imprint,
            fingerprint=arrival.fingerprint,
            takes=count,
            story=story.title if story is not None else "",
        )

    def save_original(self, article_id: int, path: Path) -> None:
        """Put the bytes that the article came in at `path`.

        Raises:
            NoSuchText: if there is no such article.
            ExportProblem: if the file cannot be written; what lay there before is untouched.
        """
        with self._database.read() as work:
            content = articles.raw(work, article_id)
        save(content, path)
