"""Small texts, the five seeds, and every implementation of the search index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from summit_reader.index.memory import MemoryIndex
from summit_reader.index.port import ArticleDocument, PassageDocument, SearchIndex
from summit_reader.index.whoosh_index import WhooshIndex, open_index

SEEDS = Path(__file__).parents[2] / "seeds"


class MakeDocument(Protocol):
    def __call__(
        self, article_id: int, headline: str, *passages: str, language: str = "en"
    ) -> ArticleDocument: ...


@pytest.fixture(scope="session")
def document() -> MakeDocument:
    def make(
        article_id: int, headline: str, *passages: str, language: str = "en"
    ) -> ArticleDocument:
        numbered = tuple(PassageDocument(number, text) for number, text in enumerate(passages))
        return ArticleDocument(article_id, headline, language, numbered)

    return make


@pytest.fixture(scope="session")
def seeds(document: MakeDocument) -> list[ArticleDocument]:
    """The five texts as one headline and a passage a line, numbered from 0."""
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("0*.txt"))]
    lines = [[line for line in text.splitlines() if line.strip()] for text in texts]
    return [document(number, *parts) for number, parts in enumerate(lines)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where `whoosh` lies."""
    return tmp_path / "index"


@pytest.fixture
def whoosh(folder: Path) -> Iterator[WhooshIndex]:
    index = open_index(folder)
    yield index
    index.close()


@pytest.fixture(params=["memory", "whoosh"])
def index(request: pytest.FixtureRequest) -> SearchIndex:
    if request.param == "memory":
        return MemoryIndex()
    opened: WhooshIndex = request.getfixturevalue("whoosh")
    return opened
