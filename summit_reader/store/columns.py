"""How domain values lie in columns; every conversion that repeats is written once, here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import JSON, DateTime, Dialect, String, Text, TypeDecorator

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Imprint
from summit_reader.domain.outlet_card import Brought
from summit_reader.domain.passage import RemovedKind, RemovedRange
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Evidence, Voice, VoiceKind

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")


class Words(TypeDecorator[str]):
    """Text that UTF-8 can hold: a lone surrogate, half a character, becomes a question mark.

    The mark is one code point like what it replaces, so no offset moves.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """The text to store."""
        if value is None or value.isascii():
            return value
        return value.encode("utf-8", "replace").decode("utf-8")


class OneOf(TypeDecorator[E], Generic[E]):
    """A member of a `StrEnum`, by value; a value that is no member is a defect and raises."""

    impl = String
    cache_ok = True

    def __init__(self, members: type[E]) -> None:
        super().__init__()
        self.members = members

    def process_bind_param(self, value: E | None, _dialect: Dialect) -> str | None:
        """The value to store."""
        return None if value is None else self.members(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> E | None:
        """The member stored under `value`."""
        return None if value is None else self.members(value)


class UtcTime(TypeDecorator[datetime]):
    """A moment; SQLite keeps no zone, so it lies there as UTC and comes back aware of it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The same moment in UTC, without a zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The stored moment, aware of its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


class AsJson(TypeDecorator[V], Generic[V]):
    """A value that `encode` makes of lists, strings and numbers and `decode` reads back."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, encode: Callable[[V], Any], decode: Callable[[Any], V]) -> None:
        super().__init__()
        self.encode = encode
        self.decode = decode

    def process_bind_param(self, value: V | None, _dialect: Dialect) -> Any:  # noqa: ANN401 - JSON
        """The value as JSON knows it."""
        return None if value is None else self.encode(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> V | None:  # noqa: ANN401 - JSON
        """The value that was stored."""
        return None if value is None else self.decode(value)


def encoded_span(span: Span) -> list[int]:
    """A span as a pair."""
    return [span.start, span.end]


def decoded_span(pair: list[int]) -> Span:
    """The span of a pair."""
    return Span(pair[0], pair[1])


def encoded_spans(spans: tuple[Span, ...]) -> list[list[int]]:
    """Spans as pairs."""
    return [encoded_span(span) for span in spans]


def decoded_spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    """The spans of pairs."""
    return tuple(decoded_span(pair) for pair in pairs)


def encoded_chain(chain: tuple[Voice, ...]) -> list[list[str]]:
    """Voices as name, kind and description."""
    return [[voice.name, voice.kind.value, voice.description] for voice in chain]


def decoded_chain(rows: list[list[str]]) -> tuple[Voice, ...]:
    """The voices of name, kind and description."""
    return tuple(Voice(name, VoiceKind(kind), description) for name, kind, description in rows)


def encoded_anchor(anchor: Anchor) -> dict[str, Any]:
    """An anchor, its parts by name."""
    return {
        "segments": encoded_spans(anchor.segments),
        "exact": list(anchor.exact),
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "digest": anchor.digest,
    }


def decoded_anchor(parts: dict[str, Any]) -> Anchor:
    """The anchor of parts."""
    return Anchor(
        segments=decoded_spans(parts["segments"]),
        exact=tuple(parts["exact"]),
        prefix=parts["prefix"],
        suffix=parts["suffix"],
        digest=parts["digest"],
    )


def encoded_evidence(evidence: Evidence) -> dict[str, Any]:
    """Evidence, its parts by name."""
    return {
        "rule": evidence.rule,
        "cue": evidence.cue and encoded_span(evidence.cue),
        "subject": evidence.subject and encoded_span(evidence.subject),
        "distance": evidence.distance,
        "reference": evidence.reference,
        "antecedent": evidence.antecedent and encoded_span(evidence.antecedent),
    }


def decoded_evidence(parts: dict[str, Any]) -> Evidence:
    """The evidence of parts."""
    return Evidence(
        rule=parts["rule"],
        cue=parts["cue"] and decoded_span(parts["cue"]),
        subject=parts["subject"] and decoded_span(parts["subject"]),
        distance=parts["distance"],
        reference=parts["reference"],
        antecedent=parts["antecedent"] and decoded_span(parts["antecedent"]),
    )


def _encoded_anchors(anchors: tuple[Anchor, ...]) -> list[dict[str, Any]]:
    return [encoded_anchor(anchor) for anchor in anchors]


def _decoded_anchors(rows: list[dict[str, Any]]) -> tuple[Anchor, ...]:
    return tuple(decoded_anchor(row) for row in rows)


def _encoded_removed(ranges: tuple[RemovedRange, ...]) -> list[list[Any]]:
    return [[one.source.start, one.source.end, one.kind.value, one.restored] for one in ranges]


def _decoded_removed(rows: list[list[Any]]) -> tuple[RemovedRange, ...]:
    return tuple(
        RemovedRange(Span(start, end), RemovedKind(kind), restored)
        for start, end, kind, restored in rows
    )


def encoded_imprint(imprint: Imprint) -> dict[str, Any]:
    """What is stated, by name; a moment keeps the zone in which it was stated."""
    published = imprint.published and imprint.published.isoformat()
    stated = {one.name: getattr(imprint, one.name) for one in fields(imprint)}
    stated |= {"authors": list(imprint.authors), "published": published}
    return {name: value for name, value in stated.items() if value}


def decoded_imprint(stated: dict[str, Any]) -> Imprint:
    """The imprint of what is stated by name; what is missing was not stated."""
    text = stated.get("published", "")
    published = datetime.fromisoformat(text) if "T" in text else None
    return Imprint(
        **stated
        | {
            "authors": tuple(stated.get("authors", ())),
            "published": published or (date.fromisoformat(text) if text else None),
        }
    )


def _encoded_brought(brought: Brought) -> list[list[Any]]:
    return [list(brought.texts), list(brought.takes), list(brought.names)]


def _decoded_brought(parts: list[list[Any]]) -> Brought:
    return Brought(*map(tuple, parts))


SPAN = AsJson(encoded_span, decoded_span)
SPANS = AsJson(encoded_spans, decoded_spans)
STRINGS: AsJson[tuple[str, ...]] = AsJson(list, tuple)
CHAIN = AsJson(encoded_chain, decoded_chain)
EVIDENCE = AsJson(encoded_evidence, decoded_evidence)
ANCHORS = AsJson(_encoded_anchors, _decoded_anchors)
REMOVED = AsJson(_encoded_removed, _decoded_removed)
IMPRINT = AsJson(encoded_imprint, decoded_imprint)
BROUGHT = AsJson(_encoded_brought, _decoded_brought)
