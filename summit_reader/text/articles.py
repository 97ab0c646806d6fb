"""From a text as it came in to an article: the entry point of this room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summit_reader.domain.article import ArticleDraft, Layout, Metadata, RawArticle
from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.passage import Passage, RemovedRange
from summit_reader.domain.take import TakeDraft, TakeKind
from summit_reader.text.cleaning.boilerplate import removed_ranges
from summit_reader.text.cleaning.lines import lines_of
from summit_reader.text.cleaning.structure import structure_of
from summit_reader.text.cleaning.view import view_of
from summit_reader.text.fingerprint import canonical_url, fingerprint_of
from summit_reader.text.languages import languages
from summit_reader.text.metadata import UNKNOWN_OUTLET, metadata_of, stated_outlet
from summit_reader.text.takes import find_takes

EXTRACTION = 1
"""Version of the rules; whoever changes what they find raises it, and texts can be read anew."""
ROUNDUP_OUTLETS = 3
"""Outlets that an article must cite to be made of them."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A text as it is laid out, before its takes are looked for: enough to know whether it is here.

    `fingerprint` is that of the article.
    """

    raw: RawArticle
    metadata: Metadata
    cleaned: CleanedText
    passages: tuple[Passage, ...]
    removed: tuple[RemovedRange, ...]
    fingerprint: str


def likely_fingerprint(raw: RawArticle, register: OutletRegister) -> str:
    """The fingerprint the article has unless its words tell of an outlet or address; at no cost.

    An article that is here under it is this one.
    """
    url = raw.hints.url or raw.imprint.url
    outlet = stated_outlet(raw, url, register) if canonical_url(url) else UNKNOWN_OUTLET
    return fingerprint_of(outlet, url, raw.source_text) if outlet is not None else ""


def outline_of(raw: RawArticle, register: OutletRegister) -> Outline:
    """`raw` as it is laid out: metadata, cleaned text, passages, and what was removed.

    Any text will do; one that is nothing but boilerplate has no passages.
    """
    source = raw.source_text
    lines = lines_of(source)
    removed = removed_ranges(lines)
    structure = structure_of(source, lines, removed, raw.imprint)
    removed = tuple(sorted((*removed, *structure.credits), key=lambda one: one.source))
    cleaned, passages = view_of(source, structure.blocks)
    metadata = metadata_of(raw, structure, removed, register)
    fingerprint = fingerprint_of(metadata.outlet, metadata.url, source)
    return Outline(raw, metadata, cleaned, passages, removed, fingerprint)


def drafted(outline: Outline, register: OutletRegister) -> ArticleDraft:
    """The outlined text as an article, with its takes."""
    metadata, cleaned, passages = outline.metadata, outline.cleaned, outline.passages
    language = languages().named(metadata.language)
    takes = find_takes(cleaned, passages, metadata, register, language)
    return ArticleDraft(
        raw=outline.raw,
        metadata=_with_layout(metadata, takes),
        cleaned=cleaned,
        passages=passages,
        removed=outline.removed,
        takes=takes,
        fingerprint=outline.fingerprint,
        extraction=EXTRACTION,
    )


def draft_article(raw: RawArticle, register: OutletRegister) -> ArticleDraft:
    """`raw` as an article: metadata, cleaned text, passages, what was removed, and takes."""
    return drafted(outline_of(raw, register), register)


def _with_layout(metadata: Metadata, takes: tuple[TakeDraft, ...]) -> Metadata:
    cited = {take.outlet.name for take in takes if take.kind is TakeKind.ROUNDUP}
    is_roundup = metadata.layout is Layout.PLAIN and len(cited) >= ROUNDUP_OUTLETS
    return replace(metadata, layout=Layout.ROUNDUP) if is_roundup else metadata
