"""A comparison as plain data that leaves its library, and back.

Others read what is written here, later versions of the program too: names are never changed, only
added, and `VERSION` is raised when an older program would misread it. Offsets that point into a
text beyond the take's own words stay at home: who reads the hand-out may not have the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from summit_reader.domain.anchor import Anchor, digest
from summit_reader.domain.article import Layout, Metadata
from summit_reader.domain.comparison import Clipping, Comparison, Source
from summit_reader.domain.exchange import HandOutRead
from summit_reader.domain.outlet import OutletKind, OutletProfile, OutletRef
from summit_reader.domain.take import Origin, Role, Standing, Take, TakeKind, Voice, VoiceKind
from summit_reader.export.fields import Fields, Wrong

FORMAT = "summit-reader hand-out"
VERSION = 1

MOST_CLIPPINGS = 20_000
_MOST_PARTS = 1_000


def exchange_of(
    comparison: Comparison, library: str, fingerprints: Mapping[int, str]
) -> dict[str, object]:
    """The comparison of the library with this id as lists, dictionaries, strings and numbers."""
    texts = {clipping.source.article_id: clipping.source for clipping in comparison.clippings}
    places = {article_id: place for place, article_id in enumerate(texts)}
    return {
        "format": FORMAT,
        "version": VERSION,
        "library": library,
        "comparison": {
            "id": comparison.id,
            "name": comparison.name,
            "my_take": comparison.my_take,
        },
        "texts": [
            _text(source, fingerprints.get(article_id, "")) for article_id, source in texts.items()
        ],
        "clippings": [
            _clipping(clipping, library, places[clipping.source.article_id])
            for clipping in comparison.clippings
        ],
    }


def read_exchange(data: object, name: str, *, is_edited: bool = False) -> HandOutRead:
    """What `exchange_of` wrote; `name` is what the file is called.

    Raises:
        Wrong: if it is not that, or was changed so that it no longer holds together.
    """
    told = Fields(data, "the hand-out")
    if told.text("format") != FORMAT:
        raise Wrong(told.where, "format")
    about = told.inner("comparison")
    texts = [
        _source_in(text, place + 1)
        for place, text in enumerate(told.several("texts", MOST_CLIPPINGS))
    ]
    clippings = [
        _clipping_in(each, texts, place)
        for place, each in enumerate(told.several("clippings", MOST_CLIPPINGS))
    ]
    if len({clipping.id for clipping in clippings}) < len(clippings):
        raise Wrong(told.where, "clippings")
    comparison = Comparison(
        about.number("id"),
        about.text("name"),
        about.text("my_take"),
        tuple(sorted(clippings, key=lambda clipping: clipping.position)),
    )
    fingerprints = {source.article_id: fingerprint for source, fingerprint in texts if fingerprint}
    return HandOutRead(name, told.identity("library"), comparison, fingerprints, is_edited)


def version_of(data: object) -> int:
    """Which version of the format this is; 0 if it is none of ours."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return 0
    version = data.get("version")
    return version if isinstance(version, int) else 0


def _clipping(clipping: Clipping, library: str, text: int) -> dict[str, object]:
    return {
        "id": _global(clipping.id, library),
        "column": clipping.column,
        "position": clipping.position,
        "note": clipping.note,
        "text": text,
        "take": _take(clipping.take),
    }


def _global(clipping_id: str, library: str) -> str:
    """An id that no other library uses; those of a point's or a search's takes are our own."""
    try:
        return str(UUID(clipping_id))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, f"{library}/{clipping_id}"))


def _take(take: Take) -> dict[str, object]:
    anchor = take.anchor
    return {
        "id": take.id,
        "kind": take.kind.value,
        "role": take.role.value,
        "origin": take.origin.value,
        "standing": take.standing.value,
        "outlet": {"name": take.outlet.name, "country": take.outlet.country},
        "chain": [
            {"name": voice.name, "kind": voice.kind.value, "description": voice.description}
            for voice in take.chain
        ],
        "anchor": {
            "segments": [[span.start, span.end] for span in anchor.segments],
            "exact": list(anchor.exact),
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
            "digest": anchor.digest,
        },
        "segments": list(take.segments),
        "quoted": [[span.start, span.end] for span in take.quoted],
        "headline": take.headline,
        "thesis": take.thesis,
        "subject": take.subject,
        "fragment": take.fragment,
        "hedged": take.hedged,
    }


def _text(source: Source, fingerprint: str) -> dict[str, object]:
    said, outlet = source.metadata, source.metadata.outlet
    return {
        "fingerprint": fingerprint,
        "title": source.title,
        "outlet": {
            "name": outlet.name,
            "country": outlet.country,
            "language": outlet.language,
            "kind": outlet.kind.value,
        },
        "layout": said.layout.value,
        "carrier": said.carrier,
        "headline": said.headline,
        "standfirst": said.standfirst,
        "byline": said.byline,
        "dateline": said.dateline,
        "published": _day(said.published),
        "suggested_date": _day(said.suggested_date),
        "date_evidence": said.date_evidence,
        "url": said.url,
        "language": said.language,
        "cut": said.cut,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clipping_in(
    data: Any,  # noqa: ANN401 - JSON
    texts: list[tuple[Source, str]],
    place: int,
) -> Clipping:
    told = Fields(data, f"take {place + 1}")
    number = told.number("text")
    if number >= len(texts):
        raise Wrong(told.where, "text")
    source, _ = texts[number]
    take = _take_in(told.inner("take"), source.article_id)
    return Clipping(
        told.identity("id"),
        take,
        source,
        told.number("column"),
        told.number("position"),
        told.text("note"),
    )


def _take_in(told: Fields, article_id: int) -> Take:
    outlet = told.inner("outlet")
    chain = [Fields(each, told.where) for each in told.several("chain", _MOST_PARTS)]
    return Take(
        id=told.number("id"),
        article_id=article_id,
        kind=told.one_of("kind", TakeKind),
        role=told.one_of("role", Role),
        origin=told.one_of("origin", Origin),
        anchor=_anchor_in(told.inner("anchor")),
        outlet=OutletRef(0, outlet.words("name"), outlet.text("country")),
        chain=tuple(
            Voice(each.words("name"), each.one_of("kind", VoiceKind), each.text("description"))
            for each in chain
        ),
        segments=told.texts("segments", _MOST_PARTS),
        headline=told.text("headline"),
        thesis=told.text("thesis"),
        subject=told.text("subject"),
        fragment=told.flag("fragment"),
        quoted=told.spans("quoted", _MOST_PARTS),
        hedged=told.flag("hedged"),
        standing=told.one_of("standing", Standing),
    )


def _anchor_in(told: Fields) -> Anchor:
    segments, exact = told.spans("segments", _MOST_PARTS), told.texts("exact", _MOST_PARTS)
    if not segments or [len(span) for span in segments] != [len(words) for words in exact]:
        raise Wrong(told.where, "exact")
    if any(one.end > two.start for one, two in pairwise(segments)):
        raise Wrong(told.where, "segments")
    if told.text("digest") != digest(exact):
        raise Wrong(told.where, "digest")
    return Anchor(segments, exact, told.text("prefix"), told.text("suffix"), digest(exact))


def _source_in(data: Any, article_id: int) -> tuple[Source, str]:  # noqa: ANN401 - JSON
    told = Fields(data, f"text {article_id}")
    outlet = told.inner("outlet")
    metadata = Metadata(
        outlet=OutletProfile(
            outlet.words("name"),
            outlet.text("country"),
            outlet.text("language"),
            outlet.one_of("kind", OutletKind),
        ),
        layout=told.one_of("layout", Layout),
        carrier=told.text("carrier"),
        headline=told.text("headline"),
        standfirst=told.text("standfirst"),
        byline=told.text("byline"),
        dateline=told.text("dateline"),
        published=told.day("published"),
        suggested_date=told.day("suggested_date"),
        date_evidence=told.text("date_evidence"),
        url=told.text("url"),
        language=told.text("language"),
        cut=told.flag("cut"),
    )
    return Source(article_id, told.text("title"), metadata), told.text("fingerprint")
