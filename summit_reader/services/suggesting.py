"""Whose words a selection may be: what stands around it lets one suppose."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.article import Article
from summit_reader.domain.correction import Attributed
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import Role, Take, Voice, VoiceKind
from summit_reader.text.languages import languages
from summit_reader.text.marking import selection_of
from summit_reader.text.nearby import people_near


def suggested(
    article: Article, takes: Sequence[Take], segments: Sequence[Span], register: OutletRegister
) -> tuple[Attributed, ...]:
    """Voices of the article for the words at `segments`, likeliest first, none of them twice.

    The voice that is quoted in the same paragraph comes first; where nobody is, words in quotation
    marks are of somebody named there or quoted nearest by, and other words the outlet's own.
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
    language = languages().named(article.metadata.language)
    heard = {voice.speaker.name for voice in voices if voice.speaker is not None}
    named = [
        Attributed(Voice(name, VoiceKind.PERSON), article.outlet.name, Role.EXPERT)
        for name in people_near(article.cleaned, article.passages, around, language, register)
        if name not in heard
    ]
    is_near = bool(ranked) and any(one.overlaps(paragraph) for one in ranked[0].anchor.segments)
    if is_near:
        order = [voices[0], *named, *voices, own]
    elif selection.quoted:
        order = [*named, *voices, own]
    else:
        order = [own, *named, *voices]
    return tuple(dict.fromkeys(order))
