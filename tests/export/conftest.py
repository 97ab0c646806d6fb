"""Takes and sources for the tests of what goes out; the words are those of the five texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Metadata
from summit_reader.domain.comparison import Clipping, Source
from summit_reader.domain.outlet import OutletProfile, OutletRef
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Take, TakeKind, Voice, VoiceKind

Make = Callable[..., Any]


def outlet(name: str) -> Voice:
    return Voice(name, VoiceKind.OUTLET)


@pytest.fixture
def make_take() -> Callable[..., Take]:
    def make(*segments: str, **changes: Any) -> Take:
        text = " ".join(segments)
        spans, at = [], 0
        for segment in segments:
            spans.append(Span(at, at + len(segment)))
            at += len(segment) + 1
        facts: dict[str, Any] = {
            "id": 1,
            "article_id": 1,
            "kind": TakeKind.DIRECT,
            "role": Role.REPORTING,
            "origin": Origin.CATALOGUE,
            "anchor": Anchor.of(text, tuple(spans) or (Span(0, 0),)),
            "outlet": OutletRef(1, "The Week", "GB"),
            "chain": (outlet("The Week"),),
            "segments": segments,
        }
        return Take(**{**facts, **changes})

    return make


@pytest.fixture
def make_source() -> Callable[..., Source]:
    def make(
        outlet: str = "The Week",
        title: str = "Vladimir Putin meets Kim Jong Un: what they agreed",
        article_id: int = 1,
        **metadata: Any,
    ) -> Source:
        return Source(article_id, title, Metadata(OutletProfile(outlet), **metadata))

    return make


@pytest.fixture
def polityka(make_take: Make, make_source: Make) -> tuple[Take, Source]:
    take = make_take(
        "Things are so bad that Kim has asked Russia for 100,000 tonnes of flour.",
        id=14,
        kind=TakeKind.PRESS_REVIEW,
        role=Role.EDITORIAL,
        outlet=OutletRef(2, "Polityka", "PL"),
        chain=(outlet("Polityka"), outlet("eurotopics")),
        headline="Kim begging for flour",
        thesis="The North Korean leader is begging for alms",
    )
    return take, make_source("eurotopics", "What do Kim and Putin want from their meeting?")


@pytest.fixture
def lankov(make_take: Make, make_source: Make) -> tuple[Take, Source]:
    take = make_take(
        "Kim understands Russians are not going to shower him with money,",
        id=15,
        article_id=2,
        role=Role.EXPERT,
        outlet=OutletRef(3, "South China Morning Post", "HK"),
        chain=(
            Voice("Andrei Lankov", VoiceKind.PERSON, "veteran North Korea analyst"),
            outlet("South China Morning Post"),
        ),
    )
    source = make_source(
        "South China Morning Post",
        "What’s at stake for Kim and Putin?",
        article_id=2,
        carrier="forum post",
        url="https://www.scmp.com/news/article/3007622/summit",
    )
    return take, source


@pytest.fixture
def make_clipping() -> Callable[..., Clipping]:
    def make(
        pinned: tuple[Take, Source], column: int = 0, row: int = 0, note: str = ""
    ) -> Clipping:
        take, source = pinned
        return Clipping(f"clip-{column}-{row}", take, source, column, row, note)

    return make
