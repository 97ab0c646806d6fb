"""From a text as it came in to an article: the entry point of this room."""

from __future__ import annotations

from dataclasses import replace

from summit_reader.domain.article import ArticleDraft, Layout, Metadata, RawArticle
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.take import TakeDraft, TakeKind
from summit_reader.text.boilerplate import removed_ranges
from summit_reader.text.fingerprint import fingerprint_of
from summit_reader.text.languages import languages
from summit_reader.text.lines import lines_of
from summit_reader.text.metadata import metadata_of
from summit_reader.text.structure import structure_of
from summit_reader.text.takes import find_takes
from summit_reader.text.view import view_of

EXTRACTION = 1
"""Version of the rules; whoever changes what they find raises it, and texts can be read anew."""
ROUNDUP_OUTLETS = 3
"""Outlets that an article must cite to be made of them."""


def draft_article(raw: RawArticle, register: OutletRegister) -> ArticleDraft:
    """`raw` as an article: metadata, cleaned text, passages, what was removed, and takes.

    Any text will do; one that is nothing but boilerplate has no passages.
    """
    source = raw.source_text
    lines = lines_of(source)
    removed = removed_ranges(lines)
    structure = structure_of(source, lines, removed, raw.imprint)
    removed = tuple(sorted((*removed, *structure.credits), key=lambda one: one.source))
    cleaned, passages = view_of(source, structure.blocks)
    metadata = metadata_of(raw, structure, removed, register)
    language = languages().named(metadata.language)
    takes = find_takes(cleaned, passages, metadata, register, language)
    return ArticleDraft(
        raw=raw,
        metadata=_with_layout(metadata, takes),
        cleaned=cleaned,
        passages=passages,
        removed=removed,
        takes=takes,
        fingerprint=fingerprint_of(metadata.outlet, metadata.url, source),
        extraction=EXTRACTION,
    )


def _with_layout(metadata: Metadata, takes: tuple[TakeDraft, ...]) -> Metadata:
    cited = {take.outlet.name for take in takes if take.kind is TakeKind.ROUNDUP}
    is_roundup = metadata.layout is Layout.PLAIN and len(cited) >= ROUNDUP_OUTLETS
    return replace(metadata, layout=Layout.ROUNDUP) if is_roundup else metadata
