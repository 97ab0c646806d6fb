"""Annotated and unannotated articles as heads, for finding their stories."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from summit_reader.compare.story_finding import Head, believed, head_of, stories
from summit_reader.compare.terms import Analyse

SEEN = date(2024, 12, 31)
"""The day on which the articles were all there."""


def clustered(heads: Sequence[Head]) -> list[int]:
    """The story of each article."""
    return stories(heads)


def heads_of(articles: Sequence[Mapping[str, Any]], analyse: Analyse) -> list[Head]:
    """The heads of annotated articles."""
    return [
        head_of(each["title"] or "", each["text"], _dated(each["date"]), analyse)
        for each in articles
    ]


def corpus_heads(path: Path, analyse: Analyse) -> list[Head]:
    """The heads of all dated articles in the file."""
    dated = [(each, _dated(each["date"])) for each in _lines(path)]
    return [
        head_of(each["title"] or "", each["body"], day, analyse)
        for each, day in dated
        if day is not None
    ]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _dated(printed: str | None) -> date | None:
    try:
        return believed(date.fromisoformat((printed or "")[:10]), SEEN)
    except ValueError:
        return None
