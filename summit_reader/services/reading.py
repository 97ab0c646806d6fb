"""What the library holds, to be listed and read."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from summit_reader.domain.article import Article
from summit_reader.domain.comparison import Source
from summit_reader.domain.importing import LibrarySummary
from summit_reader.domain.outlet import OutletSummary
from summit_reader.domain.take import Take
from summit_reader.store import articles, outlets, properties, takes
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchTake


class Reading:
    """Answers about texts, outlets and takes; it changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def summary(self) -> LibrarySummary:
        """What the library is called and how much is in it."""
        with self._database.read() as work:
            held = outlets.counts(work)
            return LibrarySummary(
                name=properties.name(work),
                texts=sum(held.articles.values()),
                outlets=len(held.outlets),
                takes=sum(held.takes.values()),
                is_sample=properties.is_sample(work),
            )

    def is_sample(self) -> bool:
        """Whether it is the library that ships with the program."""
        with self._database.read() as work:
            return properties.is_sample(work)

    def library_id(self) -> str:
        """What tells this library from all others, wherever its folder is moved to.

        It is given one when it is first asked for.
        """
        with self._database.read() as work:
            known = properties.library_id(work)
        if known:
            return known
        with self._database.write() as work:
            # Between the two blocks another program may have given it one.
            known = properties.library_id(work) or str(uuid4())
            properties.identify(work, known)
            work.commit()
        return known

    def outlets(self) -> tuple[OutletSummary, ...]:
        """Outlets with at least one article or take, by name without case and leading article."""
        with self._database.read() as work:
            return outlets.summaries(work)

    def article(self, article_id: int) -> Article:
        """The article.

        Raises:
            NoSuchText: if there is none.
        """
        with self._database.read() as work:
            return articles.by_id(work, article_id)

    def source(self, article_id: int) -> Source:
        """The article as a list or a citation names it.

        Raises:
            NoSuchText: if there is none.
        """
        with self._database.read() as work:
            return articles.source(work, article_id)

    def fingerprints(self, article_ids: Sequence[int]) -> dict[int, str]:
        """What tells these articles from all others, in any library; unknown ids are left out."""
        with self._database.read() as work:
            return articles.fingerprints(work, set(article_ids))

    def texts(self) -> tuple[Source, ...]:
        """Every article, in the order they came in."""
        with self._database.read() as work:
            return articles.sources(work)

    def texts_of(self, outlet_id: int) -> tuple[Source, ...]:
        """The articles of an outlet, in the order they came in."""
        with self._database.read() as work:
            return articles.sources_by(work, outlet_id)

    def take(self, take_id: int) -> Take:
        """The take.

        Raises:
            NoSuchTake: if there is none.
        """
        with self._database.read() as work:
            return takes.by_id(work, take_id)

    def current(self, take: Take) -> Take:
        """A take as the library has it now, or the one it has become part of.

        A copy of what is gone from the library is answered as it is.
        """
        with self._database.read() as work:
            try:
                return takes.by_id(work, takes.standing_for(work, take.id))
            except NoSuchTake:
                return take

    def takes_in(self, article_id: int) -> tuple[Take, ...]:
        """The takes of an article, in the order of its text."""
        with self._database.read() as work:
            return takes.in_article(work, article_id)

    def takes_by(self, outlet_id: int) -> tuple[Take, ...]:
        """The takes of an outlet, wherever they are carried."""
        with self._database.read() as work:
            return takes.by_outlet(work, outlet_id)
