"""Every kind of hostile file ends in a clear error or a sensible article.

What seconds and memory they take is measured by `benchmarks/hostile.py`.
"""

from __future__ import annotations

import unicodedata

import pytest

from summit_reader.domain.article import RawArticle
from summit_reader.domain.errors import FileProblem
from summit_reader.intake.documents import pdf
from summit_reader.intake.pages import html
from summit_reader.intake.reader import articles_in
from tests.data.hostile.generate import KINDS
from tests.data.hostile.kinds import Kind
from tests.data.hostile.worker_here import WorkerHere

FEWEST_KINDS = 60
READ_HERE = [kind for kind in KINDS if not kind.needs_deadline]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pdf, html):
        monkeypatch.setattr(module, "worker", WorkerHere)


@pytest.mark.parametrize("kind", READ_HERE, ids=lambda kind: kind.name)
def test_a_clear_error_or_a_sensible_article(kind: Kind) -> None:
    if kind.name.startswith("warc"):
        pytest.importorskip("warcio")
    texts, problems = [], []
    try:
        for item in articles_in(kind.make(), "file"):
            if isinstance(item, RawArticle):
                texts.append(item.source_text)
            else:
                problems.append(item.error)
    except FileProblem as problem:
        problems.append(problem)
    assert texts or problems
    assert [one for one in problems if not isinstance(one, kind.problems)] == []
    assert kind.holds in "\n".join(texts)
    assert all(
        str(one).startswith(("“file", "There is no")) or "“file" in str(one) for one in problems
    )
    for text in texts:
        assert text.strip()
        assert unicodedata.is_normalized("NFC", text)
        assert text.encode("utf-8").decode("utf-8") == text
        assert "\0" not in text
        assert "\r" not in text


def test_there_are_enough_kinds_each_with_a_name_and_an_end_of_its_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= FEWEST_KINDS
    assert all(kind.problems or kind.holds for kind in KINDS)
