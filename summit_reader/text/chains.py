"""Attribution chains: from whose words they are, outwards to who published the copy we have."""

from __future__ import annotations

from summit_reader.domain.article import Metadata
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.take import Voice, VoiceKind


def outlet_voice(outlet: OutletProfile) -> Voice:
    """An outlet as a link of a chain."""
    return Voice(outlet.name, VoiceKind.OUTLET)


def chain_from(inner: tuple[Voice, ...], metadata: Metadata) -> tuple[Voice, ...]:
    """`inner` carried on by the article's outlet and by whoever published the copy.

    An outlet that cites itself is one link, not two.
    """
    chain = inner
    if inner[-1:] != (outlet_voice(metadata.outlet),):
        chain = (*inner, outlet_voice(metadata.outlet))
    if metadata.carrier:
        chain = (*chain, Voice(metadata.carrier, VoiceKind.CARRIER))
    return chain
