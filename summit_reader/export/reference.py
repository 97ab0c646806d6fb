"""What a citation is made of, before a style puts it into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Take, TakeKind, VoiceKind
from summit_reader.export.authors import Author, authors_of
from summit_reader.export.chain import carrier_named, described, full_chain, speakers
from summit_reader.export.characters import one_line


@dataclass(frozen=True, slots=True)
class Reference:
    """A text, and what leads from the words of a take to it.

    `speakers` are who says it, the innermost first, described as the text describes them; `outlets`
    print it on the way to the text, the innermost first. `headline` is that of the first of them.
    `container` is the outlet whose text it is, `carrier` who published the copy. With `is_summary`
    the text tells the take in its own words.
    """

    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    headline: str
    is_summary: bool
    authors: tuple[Author, ...]
    title: str
    container: str
    carrier: str
    published: date | None
    url: str

    @property
    def link(self) -> str:
        """The address if a reader may be sent there: of the web, and nothing hidden in it."""
        return self.url if is_web_address(self.url) else ""


def reference_of(take: Take, source: Source) -> Reference:
    """The parts of the citation of `take`, which was read in `source`."""
    said = source.metadata
    chain = full_chain(take, source)
    voices = speakers(chain)
    container = one_line(said.outlet.name)
    authors = authors_of(said.byline)
    outlets, carriers = [], []
    for voice in chain[len(voices) :]:
        name = one_line(voice.name)
        if voice.kind is VoiceKind.CARRIER:
            carriers.append(carrier_named(voice.name))
        elif name != container:
            outlets.append(name)
    return Reference(
        speakers=tuple(described(voice, unless=take.outlet.name) for voice in voices),
        outlets=tuple(outlets),
        headline=one_line(take.headline) if outlets else "",
        is_summary=take.kind is TakeKind.THESIS,
        # Who writes in its own name is named once.
        authors=() if container in {author.in_order for author in authors} else authors,
        title=one_line(source.title),
        container=container,
        carrier=", ".join(carriers),
        published=said.published,
        url=one_line(said.url),
    )


def is_web_address(url: str) -> bool:
    """Whether `url` is a complete http or https address without blanks or controls."""
    if not url.isprintable() or any(char.isspace() or char in '<>"`\\' for char in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
