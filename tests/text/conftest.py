from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summit_reader.domain.article import ArticleDraft, Hints, RawArticle
from summit_reader.domain.outlet import OutletRegister
from summit_reader.intake.reader import all_of, articles_at
from summit_reader.intake.register import register_at
from summit_reader.text.articles import draft_article

CHECKOUT = Path(__file__).parents[2]

DraftOf = Callable[..., ArticleDraft]


@pytest.fixture(scope="session")
def register() -> OutletRegister:
    return register_at(CHECKOUT / "resources" / "outlets.toml")


@pytest.fixture(scope="session")
def draft_of(register: OutletRegister) -> DraftOf:
    """Drafts an article from a text."""

    def draft(text: str, hints: Hints | None = None) -> ArticleDraft:
        raw = RawArticle("a text", text.encode(), "text/plain", text, hints or Hints())
        return draft_article(raw, register)

    return draft


@pytest.fixture(scope="session")
def seeds(register: OutletRegister) -> dict[str, ArticleDraft]:
    """The five sample texts, by the first three figures of their names."""
    paths = sorted((CHECKOUT / "seeds").glob("*.txt"))
    return {
        path.name[:3]: draft_article(next(all_of(articles_at(path))), register) for path in paths
    }
