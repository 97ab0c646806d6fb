"""Attribution chains: from whose words they are, outwards to who published the copy we have."""

from __future__ import annotations

from dataclasses import replace

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


def with_outlet_named(chain: tuple[Voice, ...], former: str, name: str) -> tuple[Voice, ...]:
    """The chain with an outlet under another name; one that cites itself is one link."""
    links: list[Voice] = []
    for voice in chain:
        is_former = voice.kind is VoiceKind.OUTLET and voice.name == former
        link = replace(voice, name=name) if is_former else voice
        if links[-1:] != [link]:
            links.append(link)
    return tuple(links)


def with_carrier(chain: tuple[Voice, ...], carrier: str) -> tuple[Voice, ...]:
    """The chain carried on by this carrier alone; an empty one is none."""
    links = tuple(voice for voice in chain if voice.kind is not VoiceKind.CARRIER)
    return (*links, Voice(carrier, VoiceKind.CARRIER)) if carrier else links
