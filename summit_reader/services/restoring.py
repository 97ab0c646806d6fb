"""What the rules took out of an article: shown again on request, and read for what it is."""

from __future__ import annotations

from collections.abc import Callable

from summit_reader.domain.article import Article
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.set_apart import SetApart
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Standing
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, takes, views
from summit_reader.store.database import Database, Work
from summit_reader.text.cleaning.set_apart import set_apart_in
from summit_reader.text.restoring import View, removed_again, restored, stands_in, takes_restored


class Restoring:
    """Shows removed parts of articles, hides them again, and lists what stands beside an article.

    Places are stretches of the source text, as `Article.removed` has them; takes, whose anchors
    refer to it too, stay where they are.
    """

    def __init__(
        self, database: Database, upkeep: Upkeep, register: Callable[[], OutletRegister]
    ) -> None:
        self._database = database
        self._upkeep = upkeep
        self._register = register

    def restore(self, article_id: int, *places: Span) -> Article:
        """The article with the parts removed at `places` shown from now on.

        What somebody says in them becomes takes; those there are stay what they are.

        Raises:
            NoSuchText: if there is no such article.
            LookupError: if nothing was removed at one of `places`; nothing is changed then.
        """

        def settle(work: Work, article: Article, view: View) -> None:
            present = [record.take for record in takes.records(work, article_id)]
            for draft in takes_restored(view, places, article.metadata, self._register(), present):
                takes.add(work, article_id, draft, view.cleaned)

        return self._changed(article_id, lambda view: restored(view, *places), settle)

    def remove_again(self, article_id: int, *places: Span) -> Article:
        """The article with the parts restored at `places` hidden as before.

        Takes that restoring them brought go with them, unless the reader uses them or has decided
        about them.

        Raises:
            NoSuchText: if there is no such article.
            LookupError: if nothing was removed at one of `places`; nothing is changed then.
        """

        def settle(work: Work, _: Article, __: View) -> None:
            in_use = takes.in_use(work, article_id)
            for record in takes.records(work, article_id):
                take = record.take
                is_free = (
                    take.origin is Origin.EXTRACTED
                    and take.standing is Standing.PROPOSED
                    and record.replaced_by is None
                    and take.id not in in_use
                )
                if is_free and not take.lost and stands_in(take.anchor.segments, places):
                    takes.remove(work, take.id)

        return self._changed(article_id, lambda view: removed_again(view, *places), settle)

    def set_apart(self, article_id: int) -> SetApart:
        """What was removed from the article: other stories, readers' comments, and the rest.

        Raises:
            NoSuchText: if there is no such article.
        """
        with self._database.read() as work:
            article = articles.by_id(work, article_id)
        return set_apart_in(article.cleaned.source, article.removed)

    def _changed(
        self,
        article_id: int,
        change: Callable[[View], View],
        settle: Callable[[Work, Article, View], None],
    ) -> Article:
        """The article with its view changed, and what `settle` does then about its takes."""
        with self._database.write() as work:
            article = articles.by_id(work, article_id)
            before = View(article.cleaned, article.passages, article.removed)
            view = change(before)
            if view is not before:
                views.replace(work, article_id, view.cleaned, view.passages, view.removed)
                settle(work, article, view)
                article = articles.by_id(work, article_id)
                work.commit()
        self._upkeep.catch_up()
        return article
