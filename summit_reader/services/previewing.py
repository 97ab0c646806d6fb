"""What is offered for import, as it would come in: read and broken into takes, but not stored."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import FileProblem
from summit_reader.domain.importing import Failure
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.preview import IntakeRules, Preview
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.spans import Span
from summit_reader.index.port import SearchIndex
from summit_reader.intake.formats import format_of
from summit_reader.intake.offers import Offer
from summit_reader.intake.protocol import Reader
from summit_reader.intake.reader import NO_HINTS
from summit_reader.services.readings import items_of
from summit_reader.services.twins import Twins
from summit_reader.store import articles, properties
from summit_reader.store.database import Database
from summit_reader.text.articles import draft_article
from summit_reader.text.restoring import shown

_LOG = logging.getLogger(__name__)

Register = Callable[[], OutletRegister]


def previews(
    offers: Iterable[Offer | Failure],
    register: Register,
    hints: Hints = NO_HINTS,
    reader: Reader | None = None,
) -> Iterator[Preview | Failure]:
    """Every article of what is offered, and what stays outside with its reason, in order.

    What the reader says (`hints`, the format's `reader`) holds for all of them. Nothing is read
    before it is asked for, and one bad file stops no other.
    """
    for offer in offers:
        if isinstance(offer, Failure):
            yield offer
            continue
        for item in items_of(offer, hints, reader):
            yield item if isinstance(item, Failure) else _preview(offer.name, item, register)


def _preview(file: str, raw: RawArticle, register: Register) -> Preview | Failure:
    try:
        draft = draft_article(raw, register())
    except Exception:  # noqa: BLE001 - a defect in one rule must not cost the other files
        _LOG.exception("a text could not be read")
        return Failure(Path(raw.name), FileProblem(raw.name))
    return Preview(file, format_of(raw.media_type), draft, draft)


class Previewing:
    """Shows what would come into a library, and what the reader changes about it beforehand."""

    def __init__(self, database: Database, index: SearchIndex, register: Register) -> None:
        self._database = database
        self._index = index
        self._register = register

    def previews(
        self, offers: Iterable[Offer | Failure], token: CancelToken | None = None
    ) -> Iterator[Preview | Failure]:
        """As `previews`, each held against the library and against those before it.

        Raises:
            Cancelled: if the token says so.
        """
        twins = Twins(self._database, self._index, self._register)
        rules = self.rules()
        for one in previews(offers, self._register):
            if token is not None:
                token.checkpoint()
            if isinstance(one, Failure):
                yield one
            else:
                ruled = self._by_rules(one, rules)
                yield replace(ruled, twin=twins.of(ruled.draft), known=self._known(ruled))

    def revised(self, preview: Preview, hints: Hints) -> Preview:
        """The preview as the text is read with what the reader says of it."""
        read = draft_article(replace(preview.draft.raw, hints=hints), self._register())
        places = preview.restored & {one.source for one in read.removed}
        draft = shown(read, sorted(places), self._register())
        changed = replace(preview, draft=draft, read=read, restored=places)
        return replace(changed, known=self._known(changed))

    def toggled(self, preview: Preview, place: Span) -> Preview:
        """The preview with what was removed at `place` shown, or removed again.

        Raises:
            LookupError: if nothing was removed there.
        """
        places = preview.restored ^ {place}
        draft = shown(preview.read, sorted(places), self._register())
        return replace(preview, draft=draft, restored=places)

    def rules(self) -> IntakeRules:
        """What the reader has said of imports once and for all."""
        with self._database.read() as work:
            return properties.intake_rules(work)

    def trust(self, outlet: str, *, always: bool) -> None:
        """Take texts of the outlet in without asking from now on, or ask again."""
        rules = self.rules()
        names = {outlet}
        trusted = rules.trusted | names if always else rules.trusted - names
        self._keep(replace(rules, trusted=trusted))

    def settle_site(self, host: str, outlet: str) -> None:
        """Take what lies at the site for the outlet's from now on; an empty name forgets that."""
        rules = self.rules()
        sites = {site: name for site, name in rules.sites.items() if site != host}
        self._keep(replace(rules, sites=sites | ({host: outlet} if outlet else {})))

    def _keep(self, rules: IntakeRules) -> None:
        with self._database.write() as work:
            properties.keep_intake_rules(work, rules)
            work.commit()

    def _by_rules(self, preview: Preview, rules: IntakeRules) -> Preview:
        raw = preview.draft.raw
        name = rules.sites.get(host_of(preview.draft.metadata.url), "")
        if not name or raw.hints.outlet is not None:
            return preview
        outlet = self._register().named(name) or OutletProfile(name)
        return self.revised(preview, replace(raw.hints, outlet=outlet))

    def _known(self, preview: Preview) -> int:
        with self._database.read() as work:
            return articles.known(work, preview.draft.fingerprint) or 0


def host_of(url: str) -> str:
    """The site of an address; empty if it is none.

    >>> host_of("https://www.Tide.example/harbour")
    'tide.example'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
