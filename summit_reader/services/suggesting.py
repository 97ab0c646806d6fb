"""Whose words a selection may be: what the takes around it let one suppose."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.article import Article
from summit_reader.domain.correction import Attributed
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import Role, Take
from summit_reader.text.marking import selection_of


def suggested(
    article: Article, takes: Sequence[Take], segments: Sequence[Span]
) -> tuple[Attributed, ...]:
    """Voices of the article for the words at `segments`, likeliest first, none of them twice.

    Words in quotation marks are most likely those of the voice that is quoted nearest by; others
    are so only where that voice is quoted in the same paragraph, and else the outlet's own.
    """
    selection = selection_of(article.cleaned, article.passages, segments)
    own = Attributed(None, article.outlet.name, Role.REPORTING)
    if selection is None:
        return (own,)
    around = covering(selection.segments)
    paragraph = selection.sentence or around
    present = [take for take in takes if not take.lost]
    ranked = sorted(present, key=lambda take: around.distance_to(take.anchor.segments))
    voices = [Attributed(take.speaker, take.outlet.name, take.role) for take in ranked]
    is_near = bool(ranked) and any(one.overlaps(paragraph) for one in ranked[0].anchor.segments)
    first = voices[:1] if is_near or (selection.quoted and voices) else [own]
    return tuple(dict.fromkeys([*first, *voices, own]))
