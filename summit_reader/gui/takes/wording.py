"""Why words are credited and how far that can be relied on, in the reader's language."""

from __future__ import annotations

from summit_reader.domain.article import Article
from summit_reader.domain.take import Take, VoiceKind
from summit_reader.export.reasons import Reason, reasons_of, trust_in
from summit_reader.gui.wording import tr

VOICE_KINDS = {
    VoiceKind.PERSON: "A person",
    VoiceKind.BODY: "A body or firm",
    VoiceKind.UNNAMED: "Unnamed people",
}


def reasons(take: Take, article: Article) -> tuple[str, ...]:
    """Why the take is credited as it is, a sentence each."""
    return tuple(_worded(reason) for reason in reasons_of(take, article.cleaned.source))


def trust(take: Take) -> str:
    """How far the take can be relied on; empty where somebody vouches for it."""
    reason = trust_in(take)
    return _worded(reason) if reason is not None else ""


def _worded(reason: Reason) -> str:
    return tr(reason.sentence).format(**reason.facts)
