"""A comparison as plain data that leaves its library, and back.

Others read what is written here, later versions of the program too: names are never changed, only
added, and `VERSION` is raised when an older program would misread it. Offsets that point into a
text beyond the take's own words stay at home: who reads the hand-out may not have the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from summit_reader.domain.anchor import Anchor, digest
from summit_reader.domain.arrangement import arranged, ranked_rows
from summit_reader.domain.article import Layout, Metadata
from summit_reader.domain.comparison import (
    COLUMNS,
    Clipping,
    Colour,
    Comparison,
    LooseClipping,
    Source,
)
from summit_reader.domain.exchange import HandOutRead
from summit_reader.domain.outlet import OutletKind, OutletProfile, OutletRef
from summit_reader.domain.relation import Relation, TakeRelation
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
    ids = {clipping.take.id: _global(clipping.id, library) for clipping in comparison.clippings}
    return {
        "format": FORMAT,
        "version": VERSION,
        "library": library,
        "comparison": {
            "id": comparison.id,
            "name": comparison.name,
            "my_take": comparison.my_take,
            "titles": list(comparison.titles),
        },
        "texts": [
            _text(source, fingerprints.get(article_id, "")) for article_id, source in texts.items()
        ],
        "clippings": [
            {
                **_card(clipping, library),
                "position": position,
                "text": places[clipping.source.article_id],
                "take": _take(clipping.take),
            }
            for position, clipping in enumerate(comparison.clippings)
        ],
        "loose": [{**_card(card, library), "words": card.words} for card in comparison.loose],
        "relations": [
            {
                "first": ids[said.first_id],
                "second": ids[said.second_id],
                "relation": said.relation.value,
            }
            for said in comparison.relations
            if said.first_id in ids and said.second_id in ids
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
    told_clippings = told.several("clippings", MOST_CLIPPINGS)
    rows = _rows_of(told_clippings)
    clippings = [
        _clipping_in(each, texts, place, rows[place]) for place, each in enumerate(told_clippings)
    ]
    loose = [_loose_in(each, place) for place, each in enumerate(told.few("loose", MOST_CLIPPINGS))]
    ids = [clipping.id for clipping in clippings] + [card.id for card in loose]
    if len(set(ids)) < len(ids):
        raise Wrong(told.where, "clippings")
    comparison = Comparison(
        about.number("id"),
        about.text("name"),
        about.text("my_take"),
        tuple(sorted(clippings, key=_reading_order)),
        tuple(sorted(loose, key=_reading_order)),
        tuple(
            Fields({"titles": title}, about.where).text("titles")
            for title in about.few("titles", COLUMNS)
        ),
        tuple(_relations_in(told, {clipping.id: clipping.take.id for clipping in clippings})),
    )
    fingerprints = {source.article_id: fingerprint for source, fingerprint in texts if fingerprint}
    library = told.identity("library")
    return HandOutRead(name, library, arranged(comparison, {}), fingerprints, is_edited)


def version_of(data: object) -> int:
    """Which version of the format this is; 0 if it is none of ours."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return 0
    version = data.get("version")
    return version if isinstance(version, int) else 0


def _card(card: Clipping | LooseClipping, library: str) -> dict[str, object]:
    return {
        "id": _global(card.id, library),
        "row": card.row,
        "column": card.column,
        "note": card.note,
        "tags": list(card.tags),
        "colour": card.colour.value if card.colour else "",
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


def _rows_of(clippings: list[Any]) -> list[int]:
    """The row of each; hand-outs of the first version tell only the order, in which columns fill.

    What is told wrongly is complained of where the clipping is read.
    """
    told = [each if isinstance(each, dict) else {} for each in clippings]
    if all("row" in each for each in told):
        return [Fields(each, f"take {place}").number("row") for place, each in enumerate(told, 1)]
    places = [
        Fields(each, f"take {place}").number("position") for place, each in enumerate(told, 1)
    ]
    order = sorted(range(len(told)), key=places.__getitem__)
    columns = [Fields(told[at], f"take {at + 1}").number("column") for at in order]
    return [row for _, row in sorted(zip(order, ranked_rows(columns), strict=True))]


def _reading_order(card: Clipping | LooseClipping) -> tuple[int, int]:
    return card.row, card.column


def _clipping_in(
    data: Any,  # noqa: ANN401 - JSON
    texts: list[tuple[Source, str]],
    place: int,
    row: int,
) -> Clipping:
    told = Fields(data, f"take {place + 1}")
    told.number("position")
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
        row,
        told.text("note"),
        _tags_in(told),
        _colour_in(told),
    )


def _loose_in(data: Any, place: int) -> LooseClipping:  # noqa: ANN401 - JSON
    told = Fields(data, f"words {place + 1}")
    return LooseClipping(
        told.identity("id"),
        told.text("words"),
        told.number("column"),
        told.number("row"),
        told.text("note"),
        _tags_in(told),
        _colour_in(told),
    )


def _tags_in(told: Fields) -> tuple[str, ...]:
    return tuple(
        Fields({"tags": tag}, told.where).words("tags") for tag in told.few("tags", _MOST_PARTS)
    )


def _colour_in(told: Fields) -> Colour | None:
    """The colour; one that a later version of the program knows is none."""
    name = told.text_or_none("colour")
    return Colour(name) if name in set(Colour) else None


def _relations_in(told: Fields, takes: Mapping[str, int]) -> Iterator[TakeRelation]:
    for each in told.few("relations", MOST_CLIPPINGS):
        said = Fields(each, "a relation")
        first, second = said.identity("first"), said.identity("second")
        if first not in takes or second not in takes or takes[first] == takes[second]:
            raise Wrong(said.where, "first")
        relation = said.one_of("relation", Relation)
        yield TakeRelation(takes[first], takes[second], relation)


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
