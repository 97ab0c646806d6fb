"""The list of all articles: what the reader notes on them, puts right, deletes and brings back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime

from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.shelf import (
    ArticleFacts,
    ArticleState,
    Binned,
    BinPlace,
    BinState,
    Deletion,
    Marks,
    MarksState,
    ShelfRow,
)
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import article_facts, articles, binning, outlets, shelf
from summit_reader.store.database import Database


class Shelving:
    """Every step answers with what takes it back.

    What lies in the bin is seen by nobody, and comes back as it was; emptying the bin is the one
    step that is final.
    """

    def __init__(
        self, database: Database, upkeep: Upkeep, register: Callable[[], OutletRegister]
    ) -> None:
        self._database = database
        self._upkeep = upkeep
        self._register = register

    def rows(self) -> tuple[ShelfRow, ...]:
        """Every article, the one that came in last first."""
        with self._database.read() as work:
            return shelf.rows(work)

    # --- marks ------------------------------------------------------------------------------------

    def mark(
        self,
        article_ids: Collection[int],
        *,
        is_read: bool | None = None,
        is_flagged: bool | None = None,
    ) -> MarksState:
        """Note on these articles what is not None; what was noted before."""
        with self._database.write() as work:
            before = shelf.marks(work, article_ids)
            shelf.put_marks(
                work,
                tuple(
                    (
                        article_id,
                        Marks(
                            marks.is_read if is_read is None else is_read,
                            marks.is_flagged if is_flagged is None else is_flagged,
                        ),
                    )
                    for article_id, marks in before
                ),
            )
            work.commit()
        return before

    def restore_marks(self, before: MarksState) -> MarksState:
        """Have the marks as they were; what takes that back in turn."""
        with self._database.write() as work:
            now = shelf.marks(work, [article_id for article_id, _ in before])
            here = {article_id for article_id, _ in now}
            shelf.put_marks(work, tuple(each for each in before if each[0] in here))
            work.commit()
        return now

    # --- facts ------------------------------------------------------------------------------------

    def facts(self, article_id: int) -> ArticleFacts:
        """What the article says of itself.

        Raises:
            NoSuchText: if there is no such article.
        """
        with self._database.read() as work:
            return article_facts.state(work, article_id).facts

    def edit(self, article_id: int, facts: ArticleFacts) -> ArticleState:
        """Have the article say this of itself, whatever a later import finds; the state before.

        Raises:
            NoSuchText: if there is no such article.
            ValueError: if the outlet's name is blank.
        """
        facts = _tidy(facts)
        if not facts.outlet:
            message = "an outlet needs a name"
            raise ValueError(message)
        with self._database.write() as work:
            was = article_facts.state(work, article_id)
            outlet_id, name = was.outlet_id, was.facts.outlet
            if facts.outlet != name:
                profile = self._register().named(facts.outlet) or OutletProfile(facts.outlet)
                outlet = outlets.ensure(work, profile)
                outlet_id, name = outlet.id, outlet.name
            facts = replace(facts, outlet=name)
            article = articles.by_id(work, article_id)
            titled = replace(article, metadata=replace(article.metadata, headline=facts.headline))
            before = article_facts.restore(
                work,
                ArticleState(
                    article_id,
                    outlet_id,
                    titled.title,
                    facts,
                    was.corrected | set(article_facts.corrected(was.facts, facts)),
                    (),
                ),
            )
            work.commit()
        self._upkeep.catch_up()
        return before

    def restore_facts(self, before: ArticleState) -> ArticleState:
        """Have the facts of an article as they were; what takes that back in turn.

        Raises:
            NoSuchText: if there is no such article any more.
        """
        with self._database.write() as work:
            now = article_facts.restore(work, before)
            work.commit()
        self._upkeep.catch_up()
        return now

    # --- the bin ----------------------------------------------------------------------------------

    def deletion(self, article_ids: Collection[int]) -> Deletion:
        """What deleting these articles takes along, so that a question can name it.

        Raises:
            NoSuchText: if none of them is there.
        """
        with self._database.read() as work:
            return binning.of_articles(work, article_ids)

    def deletion_of_outlet(self, outlet_id: int) -> Deletion:
        """What deleting an outlet takes along.

        Raises:
            NoSuchOutlet: if there is none.
        """
        with self._database.read() as work:
            return binning.of_outlet(work, outlet_id)

    def delete(self, article_ids: Collection[int]) -> BinState:
        """Move these articles to the bin; where they were.

        Raises:
            NoSuchText: if none of them is there.
        """
        place = BinPlace(datetime.now(UTC))
        with self._database.write() as work:
            binning.of_articles(work, article_ids)
            wanted = BinState(tuple((article_id, place) for article_id in article_ids))
            before = binning.restore(work, wanted)
            work.commit()
        self._upkeep.catch_up()
        return before

    def delete_outlet(self, outlet_id: int) -> BinState:
        """Move an outlet to the bin, with its articles and its takes wherever they are carried.

        Raises:
            NoSuchOutlet: if there is none.
        """
        place = BinPlace(datetime.now(UTC), outlet_id)
        with self._database.write() as work:
            outlets.by_id(work, outlet_id)
            before = binning.restore(work, binning.contents_of_outlet(work, outlet_id, place))
            work.commit()
        self._upkeep.catch_up()
        return before

    def binned(self) -> tuple[Binned, ...]:
        """What lies in the bin, the latest first."""
        with self._database.read() as work:
            return binning.contents(work)

    def take_out(self, article_ids: Collection[int] = (), outlet_id: int = 0) -> BinState:
        """Bring these articles back, and all that came into the bin with an outlet."""
        with self._database.write() as work:
            with_outlet = binning.state_of_outlet(work, outlet_id) if outlet_id else BinState()
            alone = tuple((article_id, None) for article_id in article_ids)
            before = binning.restore(
                work, BinState((*alone, *with_outlet.articles), with_outlet.takes)
            )
            work.commit()
        self._upkeep.catch_up()
        return before

    def restore_bin(self, before: BinState) -> BinState:
        """Have the bin as it was; what takes that back in turn."""
        with self._database.write() as work:
            now = binning.restore(work, before)
            work.commit()
        self._upkeep.catch_up()
        return now

    def empty_bin(self) -> int:
        """Delete for good what lies in the bin; how many texts that were."""
        with self._database.write() as work:
            count = binning.empty(work)
            work.commit()
        return count


def _tidy(facts: ArticleFacts) -> ArticleFacts:
    return replace(
        facts,
        outlet=_one_line(facts.outlet),
        headline=_one_line(facts.headline),
        byline=_one_line(facts.byline),
        language=facts.language.strip().lower(),
        url=facts.url.strip(),
        carrier=_one_line(facts.carrier),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
