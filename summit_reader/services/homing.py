"""Finding a clipping from elsewhere in this library: its text, and its take in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, UUID, uuid5

from summit_reader.domain.article import Article
from summit_reader.domain.comparison import Clipping, Source
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Standing, Take, TakeDraft
from summit_reader.store import articles, outbox, outlets, takes
from summit_reader.store.database import Work
from summit_reader.store.outbox import Action

_BITS = 52
"""Of a UUID, for a number that stands for nothing in any library: it is made negative."""


@dataclass(frozen=True, slots=True)
class Homed:
    """The take and the text as this library has them, or as they came.

    `is_marked` says that the take is new here: somebody marked it in a text that is here, too.
    """

    take: Take
    source: Source
    in_library: bool
    is_marked: bool = False


class Homes:
    """Finds homes for clippings; each text is read once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._texts: dict[str, _Text | None] = {}

    def of(self, clipping: Clipping, fingerprint: str) -> Homed:
        """The clipping's take in the article with that fingerprint; one that is missing is made.

        Where the article is not here, or no longer has the words, the words stay what they are: an
        excerpt with its source. Who is credited is left as the clipping says.
        """
        text = self._text(fingerprint)
        if text is None:
            return _excerpt(clipping, fingerprint)
        anchor = clipping.take.anchor.found_in(text.article.cleaned.source)
        if anchor is None:
            return _excerpt(clipping, fingerprint)
        stored = text.takes.get(anchor.segments)
        is_marked = stored is None
        if stored is None:
            stored = _marked(self._work, text.article, replace(clipping.take, anchor=anchor))
            text.takes[anchor.segments] = stored
        take = replace(
            clipping.take,
            id=stored.id,
            article_id=text.article.id,
            anchor=anchor,
            outlet=outlets.named(self._work, clipping.take.outlet.name) or stored.outlet,
            segments=stored.segments,
            standing=stored.standing,
        )
        return Homed(take, text.source, in_library=True, is_marked=is_marked)

    def _text(self, fingerprint: str) -> _Text | None:
        if fingerprint not in self._texts:
            known = articles.known(self._work, fingerprint) if fingerprint else None
            self._texts[fingerprint] = None if known is None else _text_of(self._work, known)
        return self._texts[fingerprint]


@dataclass(frozen=True, slots=True)
class _Text:
    """An article of this library, with its takes by their places."""

    article: Article
    source: Source
    takes: dict[tuple[Span, ...], Take]


def _text_of(work: Work, article_id: int) -> _Text:
    found = {
        record.take.anchor.segments: record.take
        for record in takes.records(work, article_id)
        if record.replaced_by is None
    }
    return _Text(articles.by_id(work, article_id), articles.source(work, article_id), found)


def _marked(work: Work, article: Article, take: Take) -> Take:
    """The take, stored as one that a reader has marked in the article."""
    draft = TakeDraft(
        kind=take.kind,
        role=take.role,
        origin=Origin.MARKED,
        anchor=take.anchor,
        outlet=OutletProfile(take.outlet.name, take.outlet.country),
        chain=take.chain,
        headline=take.headline,
        thesis=take.thesis,
        subject=take.subject,
        fragment=take.fragment,
        quoted=tuple(span for span in take.quoted if span.end <= len(article.cleaned.source)),
        hedged=take.hedged,
    )
    take_id = takes.add(work, article.id, draft, article.cleaned, Standing.CONFIRMED)
    outbox.append(work, article.id, Action.PUT)
    return takes.by_id(work, take_id)


def _excerpt(clipping: Clipping, fingerprint: str) -> Homed:
    """The clipping under numbers that no library gives, so that it is taken for nothing else."""
    source = clipping.source
    text = fingerprint or f"{source.metadata.outlet.name}\0{source.title}"
    article_id = _no_number(uuid5(NAMESPACE_URL, text))
    take = replace(clipping.take, id=_no_number(UUID(clipping.id)), article_id=article_id)
    return Homed(take, replace(source, article_id=article_id), in_library=False)


def _no_number(identity: UUID) -> int:
    return -1 - identity.int % (1 << _BITS)
