"""A text as it would come in, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.article import ArticleDraft


@dataclass(frozen=True, slots=True)
class Preview:
    """An article as it was read from `file`, whose `format` is the short name of its reader."""

    file: str
    format: str
    draft: ArticleDraft
