"""The parts an article is made of, and what was taken out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.spans import Span


class PassageKind(StrEnum):
    """What a passage is to the article."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    KEY_POINT = "key point"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    OUTLET_LINE = "outlet line"
    TAKE_HEADLINE = "take headline"
    THESIS = "thesis"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: where it stands in the source text and where in the cleaned text."""

    kind: PassageKind
    source: Span
    cleaned: Span


class RemovedKind(StrEnum):
    """Why a stretch of the source text is not shown."""

    PROMOTION = "promotion"
    PAYWALL = "paywall"
    RELATED = "related story"
    SITE_CONTROL = "site control"
    COMMENT = "reader comment"
    COMMENT_WIDGET = "comment widget"
    SOURCE_LINK = "source link"
    REPEATED_HEADLINE = "repeated headline"
    IMAGE_MARKUP = "image markup"


@dataclass(frozen=True, slots=True)
class RemovedRange:
    """A stretch of the source text that is kept but not shown, unless the reader restores it."""

    source: Span
    kind: RemovedKind
    restored: bool = False
