"""The copy of a take that a clipping keeps: plain data that needs no other row to be read.

A copy outlives its take, and must be read by every later version of the program; so what it looks
like is written out here and does not follow the domain by itself.
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import Any

from summit_reader.domain.article import Layout, Metadata
from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletKind, OutletProfile, OutletRef
from summit_reader.domain.take import Origin, Role, Standing, Take, TakeKind
from summit_reader.store.columns import (
    decoded_anchor,
    decoded_chain,
    decoded_evidence,
    decoded_span,
    decoded_spans,
    encoded_anchor,
    encoded_chain,
    encoded_evidence,
    encoded_span,
    encoded_spans,
)

_REMEMBERED = 2_000
"""Copies that are not decoded again; a board of five hundred is a large one."""


def encoded(take: Take, source: Source) -> dict[str, Any]:
    """The copy of a take and of where it was read."""
    return {"take": _encoded_take(take), "source": _encoded_source(source)}


def decoded(copy: dict[str, Any]) -> tuple[Take, Source]:
    """The take and its source as they were when the copy was made."""
    return _decoded_take(copy["take"]), _decoded_source(copy["source"])


@lru_cache(maxsize=_REMEMBERED)
def decoded_text(copy: str) -> tuple[Take, Source] | str:
    """The take and its source, or the words alone, of a copy in the form in which it is stored.

    A board is read anew after each step, and its copies stay as they are.
    """
    data: dict[str, Any] = json.loads(copy)
    words = decoded_words(data)
    return decoded(data) if words is None else words


def encoded_words(words: str) -> dict[str, Any]:
    """The copy of words that are nobody's take."""
    return {"words": words}


def decoded_words(copy: dict[str, Any]) -> str | None:
    """The words of a copy without a take; None if it has one."""
    words = copy.get("words")
    return words if isinstance(words, str) else None


def outlet_name(copy: dict[str, Any]) -> str:
    """The name of the take's outlet; empty where there is no take."""
    take = copy.get("take")
    return str(take["outlet"][1]) if take else ""


def _encoded_take(take: Take) -> dict[str, Any]:
    return {
        "id": take.id,
        "article": take.article_id,
        "kind": take.kind.value,
        "role": take.role.value,
        "origin": take.origin.value,
        "anchor": encoded_anchor(take.anchor),
        "outlet": [take.outlet.id, take.outlet.name, take.outlet.country],
        "chain": encoded_chain(take.chain),
        "segments": list(take.segments),
        "attribution": encoded_span(take.attribution) if take.attribution else None,
        "cue": take.cue,
        "headline": take.headline,
        "thesis": take.thesis,
        "subject": take.subject,
        "sentence": encoded_span(take.sentence) if take.sentence else None,
        "fragment": take.fragment,
        "confidence": take.confidence,
        "clause": encoded_span(take.clause) if take.clause else None,
        "quoted": encoded_spans(take.quoted),
        "hedged": take.hedged,
        "evidence": encoded_evidence(take.evidence) if take.evidence else None,
        "standing": take.standing.value,
        "lost": take.lost,
    }


def _decoded_take(copy: dict[str, Any]) -> Take:
    # What `get` asks for is missing from copies that the first version of the program made.
    clause, evidence = copy.get("clause"), copy.get("evidence")
    return Take(
        id=copy["id"],
        article_id=copy["article"],
        kind=TakeKind(copy["kind"]),
        role=Role(copy["role"]),
        origin=Origin(copy["origin"]),
        anchor=decoded_anchor(copy["anchor"]),
        outlet=OutletRef(*copy["outlet"]),
        chain=decoded_chain(copy["chain"]),
        segments=tuple(copy["segments"]),
        attribution=decoded_span(copy["attribution"]) if copy["attribution"] else None,
        cue=copy["cue"],
        headline=copy["headline"],
        thesis=copy["thesis"],
        subject=copy["subject"],
        sentence=decoded_span(copy["sentence"]) if copy["sentence"] else None,
        fragment=copy["fragment"],
        confidence=copy["confidence"],
        clause=decoded_span(clause) if clause else None,
        quoted=decoded_spans(copy.get("quoted", [])),
        hedged=copy.get("hedged", False),
        evidence=decoded_evidence(evidence) if evidence else None,
        standing=Standing(copy.get("standing", Standing.PROPOSED)),
        lost=copy.get("lost", False),
    )


def _encoded_source(source: Source) -> dict[str, Any]:
    said = source.metadata
    return {
        "article": source.article_id,
        "title": source.title,
        "outlet": {
            "name": said.outlet.name,
            "country": said.outlet.country,
            "language": said.outlet.language,
            "kind": said.outlet.kind.value,
            "aliases": list(said.outlet.aliases),
            "domains": list(said.outlet.domains),
        },
        "layout": said.layout.value,
        "carrier": said.carrier,
        "headline": said.headline,
        "standfirst": said.standfirst,
        "byline": said.byline,
        "dateline": said.dateline,
        "published": _encoded_date(said.published),
        "suggested_date": _encoded_date(said.suggested_date),
        "date_evidence": said.date_evidence,
        "url": said.url,
        "language": said.language,
        "cut": said.cut,
    }


def _decoded_source(copy: dict[str, Any]) -> Source:
    outlet = copy["outlet"]
    return Source(
        article_id=copy["article"],
        title=copy["title"],
        metadata=Metadata(
            outlet=OutletProfile(
                name=outlet["name"],
                country=outlet["country"],
                language=outlet["language"],
                kind=OutletKind(outlet["kind"]),
                aliases=tuple(outlet["aliases"]),
                domains=tuple(outlet["domains"]),
            ),
            layout=Layout(copy["layout"]),
            carrier=copy["carrier"],
            headline=copy["headline"],
            standfirst=copy["standfirst"],
            byline=copy["byline"],
            dateline=copy["dateline"],
            published=_decoded_date(copy["published"]),
            suggested_date=_decoded_date(copy["suggested_date"]),
            date_evidence=copy["date_evidence"],
            url=copy["url"],
            language=copy["language"],
            cut=copy["cut"],
        ),
    )


def _encoded_date(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _decoded_date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
