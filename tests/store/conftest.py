from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import ArticleDraft, Layout, Metadata, RawArticle
from summit_reader.domain.cleaned_text import CleanedText, Piece
from summit_reader.domain.outlet import OutletKind, OutletProfile
from summit_reader.domain.passage import Passage, PassageKind, RemovedKind, RemovedRange
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, TakeDraft, TakeKind, Voice, VoiceKind
from summit_reader.store.database import Database
from summit_reader.store.founding import founded

TEXT = "Harbour to close\nThe mayor\nsaid it will “close for good”.\nSubscribe now!"
HEADLINE = Span(0, 16)
BODY = Span(17, 57)
PROMOTION = Span(58, 72)
QUOTED = Span(41, 55)

MakeDraft = Callable[..., ArticleDraft]


def take_draft(source: str, span: Span, **facts: Any) -> TakeDraft:
    given: dict[str, Any] = {
        "kind": TakeKind.DIRECT,
        "role": Role.OFFICIAL,
        "origin": Origin.EXTRACTED,
        "anchor": Anchor.of(source, (span,)),
        "outlet": OutletProfile("The Tide", "GB"),
        "chain": (Voice("Ada Byrne", VoiceKind.PERSON, "mayor of the town"),),
    }
    return TakeDraft(**(given | facts))


@pytest.fixture
def make_draft() -> MakeDraft:
    """A small article of one headline, one body passage with a take, and one promotion."""

    def make(text: str = TEXT, name: str = "harbour.txt", **facts: Any) -> ArticleDraft:
        takes = facts.pop("takes", None)
        said: dict[str, Any] = {
            "outlet": OutletProfile(
                "The Tide", "GB", "en", OutletKind.NEWSPAPER, ("Tide Online",), ("tide.example",)
            ),
            "layout": Layout.PLAIN,
            "carrier": "a forum",
            "headline": "Harbour to close",
            "published": date(2021, 3, 4),
            "url": "https://tide.example/harbour",
        }
        cleaned = CleanedText(
            text,
            (
                Piece(Span(0, 17), text[:17]),
                Piece(Span(17, 26), text[17:26]),
                Piece(Span(26, 27), " "),
                Piece(Span(27, 57), text[27:57]),
            ),
        )
        return ArticleDraft(
            raw=RawArticle(name, text.encode(), "text/plain", text),
            metadata=Metadata(**(said | facts)),
            cleaned=cleaned,
            passages=(
                Passage(PassageKind.HEADLINE, HEADLINE, Span(0, 16)),
                Passage(PassageKind.BODY, BODY, Span(17, 57)),
            ),
            removed=(RemovedRange(PROMOTION, RemovedKind.PROMOTION),),
            takes=(take_draft(text, QUOTED),) if takes is None else takes,
            fingerprint=hashlib.sha256(text.encode()).hexdigest(),
        )

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new, empty library, closed."""
    place = tmp_path / "library"
    with founded(place, "Harbour"):
        pass
    return place


@pytest.fixture
def library(folder: Path) -> Iterator[Database]:
    """A new, empty library, open."""
    database = Database.open(folder)
    yield database
    database.close()
