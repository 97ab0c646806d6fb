"""What the rules took out of an article: shown again on request, and read for what it is."""

from __future__ import annotations

from collections.abc import Callable

from summit_reader.domain.article import Article
from summit_reader.domain.set_apart import SetApart
from summit_reader.domain.spans import Span
from summit_reader.store import articles, takes, views
from summit_reader.store.database import Database
from summit_reader.text.comments import reader_comments
from summit_reader.text.related import related_items
from summit_reader.text.restoring import View, removed_again, restored


class Restoring:
    """Shows removed parts of articles, hides them again, and lists what stands beside an article.

    Places are stretches of the source text, as `Article.removed` has them; takes, whose anchors
    refer to it too, stay where they are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def restore(self, article_id: int, place: Span) -> Article:
        """The article with the part removed at `place` shown from now on.

        Raises:
            NoSuchText: if there is no such article.
            LookupError: if nothing was removed there.
        """
        return self._changed(article_id, place, restored)

    def remove_again(self, article_id: int, place: Span) -> Article:
        """The article with the part restored at `place` hidden as before.

        Raises:
            NoSuchText: if there is no such article.
            LookupError: if nothing was removed there.
        """
        return self._changed(article_id, place, removed_again)

    def set_apart(self, article_id: int) -> SetApart:
        """The other stories and the readers' comments that the article's page prints.

        Raises:
            NoSuchText: if there is no such article.
        """
        with self._database.read() as work:
            article = articles.by_id(work, article_id)
        source = article.cleaned.source
        return SetApart(
            related_items(source, article.removed), reader_comments(source, article.removed)
        )

    def _changed(
        self, article_id: int, place: Span, change: Callable[[View, Span], View]
    ) -> Article:
        with self._database.write() as work:
            article = articles.by_id(work, article_id)
            view = View(article.cleaned, article.passages, article.removed)
            changed = change(view, place)
            if changed is view:
                return article
            views.replace(work, article_id, changed.cleaned, changed.passages, changed.removed)
            for record in takes.records(work, article_id):
                takes.put(work, record, changed.cleaned)  # what is shown of it stands elsewhere now
            shown = articles.by_id(work, article_id)
            work.commit()
        return shown
