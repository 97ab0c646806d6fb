"""The whole way of a take: the voice, the outlet, whoever quotes it, whoever carries the copy."""

from __future__ import annotations

from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Take, Voice, VoiceKind
from summit_reader.export.characters import one_line

_CHANNELS = frozenset({VoiceKind.OUTLET, VoiceKind.CARRIER})
_ARTICLES = ("a ", "an ", "the ")


def full_chain(take: Take, source: Source) -> tuple[Voice, ...]:
    """The chain of `take`, from the voice outwards, with every link the source adds to it.

    A take may know its chain only up to its outlet; the text it was read in, and whoever published
    the copy of that text, follow from `source`.
    """
    chain = list(take.chain)
    names = {voice.name for voice in chain}
    if take.outlet.name not in names:
        chain.insert(len(speakers(take.chain)), Voice(take.outlet.name, VoiceKind.OUTLET))
        names.add(take.outlet.name)
    carried_at = next((i for i, v in enumerate(chain) if v.kind is VoiceKind.CARRIER), len(chain))
    read_in = source.metadata.outlet.name
    if read_in and read_in not in names:
        chain.insert(carried_at, Voice(read_in, VoiceKind.OUTLET))
    carrier = source.metadata.carrier
    if carrier and not any(voice.kind is VoiceKind.CARRIER for voice in chain):
        chain.append(Voice(carrier, VoiceKind.CARRIER))
    return tuple(chain)


def speakers(chain: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The persons, bodies and unnamed groups at the head of `chain`, the innermost first."""
    count = next((i for i, voice in enumerate(chain) if voice.kind in _CHANNELS), len(chain))
    return chain[:count]


def reviewer(take: Take, source: Source) -> str:
    """Who sums up or quotes the outlet of `take`: the next outlet outwards, else the outlet."""
    outlets = [v.name for v in full_chain(take, source) if v.kind is VoiceKind.OUTLET]
    beyond = outlets[outlets.index(take.outlet.name) + 1 :] if take.outlet.name in outlets else ()
    return one_line(beyond[0] if beyond else take.outlet.name)


def described(voice: Voice, *, unless: str = "") -> str:
    """The voice with its affiliation as the text gives it, which is left out where it says nothing.

    >>> described(Voice("Andrew Roth", VoiceKind.PERSON, "The Guardian"), unless="The Guardian")
    'Andrew Roth'
    """
    description = one_line(voice.description)
    if not description or description == unless:
        return one_line(voice.name)
    return f"{one_line(voice.name)}, {description}"


def carrier_named(name: str) -> str:
    """A carrier as it stands in a sentence; one that is no proper name gets an article.

    >>> carrier_named("forum post"), carrier_named("a blog"), carrier_named("Kim's Blog")
    ('a forum post', 'a blog', "Kim's Blog")
    """
    name = one_line(name)
    if not name[:1].islower() or name.startswith(_ARTICLES):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def links(take: Take, source: Source) -> tuple[str, ...]:
    """The names of the chain, the voice first."""
    return tuple(
        carrier_named(voice.name) if voice.kind is VoiceKind.CARRIER else one_line(voice.name)
        for voice in full_chain(take, source)
    )


def chain_line(names: tuple[str, ...]) -> str:
    """The chain on one line, empty where an outlet speaks for itself on its own page.

    >>> chain_line(("analysts", "The Independent", "The Week"))
    'analysts › The Independent › The Week'
    """
    return " › ".join(names) if len(names) > 1 else ""
