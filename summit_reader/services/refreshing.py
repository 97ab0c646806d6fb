"""Reading texts anew: with better rules, or because a text has changed since it came in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from summit_reader.domain.article import Article, ArticleDraft, RawArticle
from summit_reader.domain.correction import Renewal
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.progress import CancelToken, Progress, Report, silent
from summit_reader.domain.take import Standing, Take, TakeDraft
from summit_reader.services.reconciling import reconciled
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import article_facts, articles, takes
from summit_reader.store.database import Database, Work
from summit_reader.text.articles import EXTRACTION, draft_article
from summit_reader.text.restoring import shown


class Refreshing:
    """Finds the takes of stored texts again; what the reader decided about them is kept."""

    def __init__(
        self, database: Database, upkeep: Upkeep, register: Callable[[], OutletRegister]
    ) -> None:
        self._database = database
        self._upkeep = upkeep
        self._register = register

    def outdated(self) -> int:
        """How many texts were read by earlier rules than those of this program."""
        with self._database.read() as work:
            return len(articles.outdated(work, EXTRACTION))

    def refresh(self, article_id: int) -> Renewal:
        """What reading one text anew has changed.

        Raises:
            NoSuchText: if there is no such text.
        """
        renewal = self._refreshed(article_id)
        self._upkeep.catch_up()
        return renewal

    def refresh_all(
        self, report: Report = silent, token: CancelToken | None = None, *, every: bool = False
    ) -> Renewal:
        """What reading the outdated texts anew has changed; with `every`, all texts.

        Each text is a transaction of its own.

        Raises:
            Cancelled: if the token says so; the texts read until then stay as they are then.
        """
        with self._database.read() as work:
            ids = articles.ids(work) if every else articles.outdated(work, EXTRACTION)
        renewal = Renewal()
        try:
            for done, article_id in enumerate(ids):
                if token is not None:
                    token.checkpoint()
                report(Progress(done, len(ids)))
                renewal += self._refreshed(article_id)
        finally:
            self._upkeep.catch_up()
        report(Progress(len(ids), len(ids)))
        return renewal

    def _refreshed(self, article_id: int) -> Renewal:
        with self._database.write() as work:
            raw = articles.raw_article(work, article_id)
            register = self._register()
            renewal = renew(work, article_id, draft_article(raw, register), register)
            work.commit()
        return renewal


def is_news(work: Work, article_id: int, draft: ArticleDraft) -> bool:
    """Whether `draft` tells more of the article than the library does: other words, better rules.

    A text that a paywall cuts tells less than the whole one that is there.
    """
    here = articles.by_id(work, article_id)
    if here.cleaned.source == draft.cleaned.source:
        return article_id in articles.outdated(work, draft.extraction)
    return here.metadata.cut or not draft.metadata.cut


def newly_read(
    work: Work, article_id: int, raw: RawArticle, register: OutletRegister
) -> ArticleDraft:
    """The changed text `raw` as the stored article, whose outlet and carrier it keeps."""
    before = articles.raw_article(work, article_id).hints
    hints = replace(
        raw.hints,
        outlet=before.outlet,
        carrier=before.carrier,
        published=raw.hints.published or before.published,
        url=before.url,
    )
    hints = article_facts.outrank(work, article_id, hints)
    return draft_article(replace(raw, hints=hints), register)


def renew(work: Work, article_id: int, draft: ArticleDraft, register: OutletRegister) -> Renewal:
    """What putting `draft` in the place of the stored article has changed.

    Raises:
        NoSuchText: if there is no such article.
    """
    article = articles.by_id(work, article_id)
    draft = _shown_as(article, draft, register)
    is_same_view = article.cleaned == draft.cleaned
    # As the takes were: what is shown of them follows the article, and words may be gone from it.
    before = {record.take.id: record for record in takes.records(work, article_id)}
    articles.renew(work, article_id, draft)
    outcome = reconciled(
        tuple(before.values()),
        draft.takes,
        draft.cleaned.source,
        takes.in_use(work, article_id),
    )
    for record in outcome.kept:
        if not (is_same_view and record == before[record.take.id]):
            takes.put(work, record, draft.cleaned)
    for take_id, told in outcome.rewritten:
        if not (is_same_view and _tells(told, before[take_id].take)):
            takes.rewrite(work, take_id, told, draft.cleaned)
    for told in outcome.added:
        takes.add(work, article_id, told, draft.cleaned)
    for take_id in outcome.gone:
        takes.remove(work, take_id)
    lost = [
        one
        for one in outcome.kept
        if one.take.lost
        and not before[one.take.id].take.lost
        and one.take.standing is not Standing.REJECTED
        and one.replaced_by is None
    ]
    changed = [
        take_id for take_id, told in outcome.rewritten if told.chain != before[take_id].take.chain
    ]
    return Renewal(1, len(outcome.added), len(changed), len(outcome.gone), len(lost))


def _shown_as(article: Article, draft: ArticleDraft, register: OutletRegister) -> ArticleDraft:
    """The draft, those removed parts shown that the reader had restored in the article before."""
    before, source = article.cleaned.source, draft.cleaned.source
    wanted = {(one.kind, one.source.of(before)) for one in article.removed if one.restored}
    places = [one.source for one in draft.removed if (one.kind, one.source.of(source)) in wanted]
    return shown(draft, places, register)


def _tells(draft: TakeDraft, take: Take) -> bool:
    """Whether nothing of the stored take would change if it were told as `draft`."""
    names = (one.name for one in fields(draft) if one.name != "outlet")
    same = all(getattr(draft, name) == getattr(take, name) for name in names)
    return same and draft.outlet.name == take.outlet.name and not take.lost
