"""A text as it would come in, before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Twin:
    """An article that has the same text, or much of it.

    `share` says how much of the shorter text the other one has, up to 1. `agency` is whose text
    both print where it is an agency's. `article_id` is 0 for a text of the same import.
    """

    title: str
    outlet: str
    share: float
    agency: str = ""
    article_id: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """An article as it was read from `file`, whose `format` is the short name of its reader.

    `draft` is what would be stored: `read` is what the rules made of it, `restored` are the places
    of the source text that the reader wants to be shown all the same. `known` is the article that
    is already here under the same fingerprint, 0 if there is none.
    """

    file: str
    format: str
    draft: ArticleDraft
    read: ArticleDraft
    restored: frozenset[Span] = frozenset()
    twin: Twin | None = None
    known: int = 0


@dataclass(frozen=True)
class IntakeRules:
    """What the reader has said once and for all.

    Texts of the outlets in `trusted` come in without being asked about; what lies at the sites in
    `sites` is of the outlet that stands there.
    """

    trusted: frozenset[str] = frozenset()
    sites: Mapping[str, str] = field(default_factory=dict)
