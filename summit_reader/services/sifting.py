"""The inbox: what feeds brought is looked at, and kept or dismissed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summit_reader.domain.article import ArticleDraft, Hints, RawArticle
from summit_reader.domain.errors import SummitError
from summit_reader.domain.feed import Feed, FeedItem, InboxItem, ItemState, Keeping, KeepReport
from summit_reader.domain.fetch_errors import NoPage, PageSaysLess
from summit_reader.domain.importing import Failure
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.progress import CancelToken, Progress, Report, silent
from summit_reader.intake.feeds.parts import RAW_MEDIA_TYPE
from summit_reader.intake.reader import articles_in
from summit_reader.services.gathering import Gathering
from summit_reader.services.importing import Importing
from summit_reader.services.receiving import article_at
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, feeds, inbox
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchItem, NoSuchText
from summit_reader.text.articles import draft_article

if TYPE_CHECKING:  # loading what fetches takes a quarter of a second
    from summit_reader.intake.fetching import Fetches

_LEAST_SHARE = 0.5
"""A page with less than this share of the feed's own text is a notice or a wall."""
_PAGES_HELD = 20
"""Pages that were fetched to be looked at, so that keeping them asks for nothing twice."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An item, and the feed it came with."""

    item: InboxItem
    content: FeedItem
    feed: Feed


class Sifting:
    """Shows what waits in the inbox, and takes into the library what the reader keeps.

    The page behind an item is fetched when the reader asks for it, or has set the feed so, and is
    kept in the place of what the feed had; with nothing else is a server asked.
    """

    def __init__(
        self,
        database: Database,
        importing: Importing,
        upkeep: Upkeep,
        gathering: Gathering,
        fetches: Callable[[], Fetches],
        register: Callable[[], OutletRegister],
    ) -> None:
        self._database = database
        self._importing = importing
        self._upkeep = upkeep
        self._gathering = gathering
        self._fetches = fetches
        self._register = register
        self._pages: OrderedDict[int, RawArticle] = OrderedDict()

    def waiting(self, feed_id: int | None = None) -> tuple[InboxItem, ...]:
        """The new items, of one feed or of all, the latest first."""
        with self._database.read() as work:
            return inbox.waiting(work, feed_id)

    def item(self, item_id: int) -> InboxItem:
        """The item.

        Raises:
            NoSuchItem: if there is none.
        """
        with self._database.read() as work:
            return inbox.by_id(work, item_id)

    def preview(self, item_id: int) -> ArticleDraft:
        """The item as the article it would become, with its takes; no server is asked.

        Raises:
            NoSuchItem: if there is none.
        """
        raw = self._pages.get(item_id) or self._own(self._found(item_id))
        return draft_article(raw, self._register())

    def full_text(self, item_id: int) -> ArticleDraft:
        """The page the item leads to as an article, fetched now because the reader asked for it.

        Raises:
            NoSuchItem: if there is no such item.
            NoPage: if it leads nowhere.
            PageSaysLess: if the feed itself has more of the article.
            FileProblem: if the page cannot be fetched or read.
        """
        return draft_article(self._page(self._found(item_id)), self._register())

    def keep(
        self,
        item_ids: Sequence[int],
        *,
        full_text: bool | None = None,
        report: Report = silent,
        token: CancelToken | None = None,
    ) -> KeepReport:
        """What became of these items, now articles of the library; what is gone is left out.

        `full_text` says whether the pages are fetched; None leaves that to each item's feed.

        Raises:
            Cancelled: if the token says so; what was kept until then stays.
            LibraryProblem: if the library cannot be written; likewise.
        """
        kept: list[Keeping] = []
        try:
            for done, item_id in enumerate(item_ids):
                if token is not None:
                    token.checkpoint()
                try:
                    found = self._found(item_id)
                except NoSuchItem:
                    continue  # its feed was removed meanwhile
                report(Progress(done, len(item_ids), found.item.headline or found.feed.title))
                wanted = found.feed.full_text if full_text is None else full_text
                kept.append(self._kept(found, full_text=wanted))
        finally:
            self._upkeep.catch_up()
            self._gathering.gather([each.article_id for each in kept if each.added])
        report(Progress(len(item_ids), len(item_ids)))
        return KeepReport(tuple(kept))

    def dismiss(self, item_ids: Sequence[int]) -> tuple[InboxItem, ...]:
        """The items as they were before they were dismissed; the feed brings them no more."""
        with self._database.write() as work:
            before = tuple(inbox.by_id(work, item_id) for item_id in item_ids)
            inbox.settle(work, item_ids, ItemState.DISMISSED)
            work.commit()
        return before

    def bring_back(self, item_ids: Sequence[int]) -> None:
        """Have dismissed items wait in the inbox again."""
        with self._database.write() as work:
            inbox.settle(work, item_ids, ItemState.NEW)
            work.commit()

    def take_back(self, report: KeepReport) -> None:
        """Undo a `keep`: articles it added leave the library, and the items wait again.

        What was pinned from them stays pinned.
        """
        with self._database.write() as work:
            for each in report.kept:
                if each.added:
                    with suppress(NoSuchText):  # removed since by the reader
                        articles.remove(work, each.article_id)
                inbox.settle(work, [each.item_id], each.before)
            work.commit()
        self._upkeep.catch_up()

    def _found(self, item_id: int) -> _Found:
        with self._database.read() as work:
            item = inbox.by_id(work, item_id)
            return _Found(item, inbox.content(work, item_id), feeds.by_id(work, item.feed_id))

    def _kept(self, found: _Found, *, full_text: bool) -> Keeping:
        raw, problem = self._own(found), None
        if full_text:
            try:
                raw = self._page(found)
            except SummitError as error:
                problem = error
        before = found.item.state
        with self._database.read() as work:
            here = article_at(work, found.item.link)
        if here is None:
            imported = self._importing.store(draft_article(raw, self._register()))
            keeping = Keeping(
                found.item.id,
                before,
                imported.article_id,
                added=not imported.known,
                takes=imported.takes,
                full_text=problem,
            )
        else:
            keeping = Keeping(found.item.id, before, here, added=False)
        with self._database.write() as work:
            inbox.settle(work, [found.item.id], ItemState.KEPT, keeping.article_id)
            work.commit()
        self._pages.pop(found.item.id, None)
        return keeping

    def _own(self, found: _Found) -> RawArticle:
        """What the feed itself has of the article."""
        content = found.content
        hints = Hints(outlet=self._outlet(found))
        name = content.imprint.url or found.item.headline or found.feed.title
        return RawArticle(name, content.raw, RAW_MEDIA_TYPE, content.text, hints, content.imprint)

    def _page(self, found: _Found) -> RawArticle:
        """The article on the page; what the page does not state is what the feed says of it."""
        from summit_reader.intake.fetching import FetchSettings, fetched  # noqa: PLC0415 - as above

        held = self._pages.get(found.item.id)
        if held is not None:
            return held
        link, own = found.item.link, found.content
        if not link:
            raise NoPage(headline=found.item.headline or found.feed.title)
        content, url, hints = fetched(link, FetchSettings(), self._fetches())
        page = next(articles_in(content, url, replace(hints, outlet=self._outlet(found))))
        if isinstance(page, Failure):
            raise page.error
        if len(page.source_text) < _LEAST_SHARE * len(own.text):
            raise PageSaysLess(link)
        said, stated = own.imprint, page.imprint
        imprint = replace(
            stated,
            headline=stated.headline or said.headline,
            authors=stated.authors or said.authors,
            published=stated.published or said.published,
            url=stated.url or said.url,
            language=stated.language or said.language,
            section=stated.section or said.section,
        )
        self._pages[found.item.id] = raw = replace(page, imprint=imprint)
        while len(self._pages) > _PAGES_HELD:
            self._pages.popitem(last=False)
        return raw

    def _outlet(self, found: _Found) -> OutletProfile | None:
        """Whose article it is: the outlet at its address, else that of the feed."""
        register = self._register()
        known = register.at(urlsplit(found.item.link).hostname or "")
        name = found.feed.outlet or found.feed.title
        return known or register.named(name) or (OutletProfile(name) if name else None)
