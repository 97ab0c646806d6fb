"""The takes of an article: the one place that callers use, whatever finds them."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.article import Metadata
from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.passage import Passage, PassageKind
from summit_reader.domain.take import TakeDraft
from summit_reader.text.drafting import Drafting
from summit_reader.text.languages import Language
from summit_reader.text.press_review import reviewed_takes
from summit_reader.text.quotations import find_quotations
from summit_reader.text.reading import utterances_in
from summit_reader.text.speakers import Speakers

PROSE = frozenset({PassageKind.STANDFIRST, PassageKind.KEY_POINT, PassageKind.BODY})
"""Passages in which somebody can be quoted; a caption repeats what the body says."""


def find_takes(
    cleaned: CleanedText,
    passages: Sequence[Passage],
    metadata: Metadata,
    register: OutletRegister,
    language: Language,
) -> tuple[TakeDraft, ...]:
    """Who says what in an article, in the order of the text.

    A press review's quotations are takes as a whole: what they report in turn stays inside.
    """
    reviewed = list(reviewed_takes(cleaned, passages, metadata, register))
    whole = {passage.source for _, passage in reviewed}
    prose = [
        passage.cleaned
        for passage in passages
        if passage.kind in PROSE and passage.source not in whole
    ]
    quotations = find_quotations(cleaned.text, prose)
    captions = [one.cleaned for one in passages if one.kind is PassageKind.CAPTION]
    utterances, discourse = utterances_in(
        cleaned.text, prose, quotations, language, register, captions
    )
    drafting = Drafting(cleaned, metadata, Speakers(discourse, metadata, register))
    takes = [take for take, _ in reviewed]
    takes += [take for one in utterances for take in drafting.takes_of(one)]
    return tuple(sorted(takes, key=lambda take: take.anchor.segments))
